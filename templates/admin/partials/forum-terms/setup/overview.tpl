{{{ if nothingPublished }}}
<div class="alert alert-warning" role="status">
	<h2 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:nothing-published")}}</h2>
	<p class="mb-0">{{tx("admin/plugins/forum-terms:nothing-published-help")}}</p>
</div>
{{{ end }}}
{{{ if guestCategories.length }}}
<div class="alert alert-info" role="status">
	<h2 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:guests")}}</h2>
	<p>{{tx("admin/plugins/forum-terms:guests-help")}}</p>
	<ul class="mb-0" data-role="guest-categories">
		{{{ each guestCategories }}}<li><a href="{config.relative_path}/category/{./cid}">{./name}</a></li>{{{ end }}}
	</ul>
</div>
{{{ end }}}
<h2 class="fs-6 fw-semibold">{./title}</h2>
<dl class="row row-cols-2 row-cols-md-5 g-2 mb-0">
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.in-force")}}</dt><dd class="fw-semibold mb-0">{{{ if ./current }}}<a href="{config.relative_path}/forum-terms/{./current}">{./current}</a>{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.upcoming")}}</dt><dd class="fw-semibold mb-0">{{{ if ./upcoming }}}{./upcoming}{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.accepted")}}</dt><dd class="fw-semibold mb-0">{./counts.accepted}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.declined")}}</dt><dd class="fw-semibold mb-0">{./counts.declined}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.members")}}</dt><dd class="fw-semibold mb-0">{./counts.members}</dd></div>
</dl>
