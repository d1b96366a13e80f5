{{{ if setup.isShown }}}
<section class="border rounded-1 p-3 mb-4" aria-labelledby="setup-heading" data-role="setup">
	<div class="d-flex flex-wrap gap-2 align-items-center mb-2">
		<h2 class="fs-5 fw-semibold mb-0" id="setup-heading">{{tx("admin/plugins/forum-terms:setup.title")}}</h2>
		<span class="text-muted text-sm me-auto">{{tx("admin/plugins/forum-terms:setup.progress", setup.done, setup.total)}}</span>
		<button class="btn btn-sm btn-outline-secondary" type="button" data-action="hide-setup">{{tx("admin/plugins/forum-terms:setup.hide")}}</button>
	</div>
	<ol class="list-unstyled mb-0">
		{{{ each setup.steps }}}
		<li class="d-flex flex-wrap flex-md-nowrap gap-2 align-items-start border-top py-2" data-step="{./name}" data-done="{./isDone}" data-aside="{./isAside}">
			<i class="fa fa-fw mt-1 {{{ if ./isDone }}}fa-circle-check text-success{{{ else }}}{{{ if ./isAside }}}fa-circle-minus{{{ else }}}fa-circle-notch{{{ end }}} text-muted{{{ end }}}" aria-hidden="true"></i>
			<div class="forum-terms-step flex-grow-1">
				<span class="fw-semibold">{{tx(concat("admin/plugins/forum-terms:setup.step.", ./name))}}</span>
				<span class="badge {{{ if ./isDone }}}text-bg-success{{{ else }}}text-bg-secondary{{{ end }}}">{{{ if ./isDone }}}{{tx("admin/plugins/forum-terms:setup.done")}}{{{ else }}}{{{ if ./isAside }}}{{tx("admin/plugins/forum-terms:setup.aside")}}{{{ else }}}{{tx("admin/plugins/forum-terms:setup.open")}}{{{ end }}}{{{ end }}}</span>
				<div class="text-sm text-muted">{{tx(concat("admin/plugins/forum-terms:setup.help.", ./name))}}</div>
			</div>
			{{{ if ./isAside }}}
			<button class="btn btn-sm btn-outline-secondary text-nowrap" type="button" data-action="put-back" data-step-name="{./name}" aria-label="{{tx("admin/plugins/forum-terms:setup.put-back")}}: {{tx(concat("admin/plugins/forum-terms:setup.step.", ./name))}}">{{tx("admin/plugins/forum-terms:setup.put-back")}}</button>
			{{{ else }}}
			{{{ if (./name == "tried") }}}<a class="btn btn-sm btn-outline-primary text-nowrap" href="{config.relative_path}/categories">{{tx("admin/plugins/forum-terms:setup.button.tried")}}</a>{{{ end }}}
			{{{ if (./name == "navigation") }}}{{{ if !./isDone }}}<button class="btn btn-sm btn-outline-primary text-nowrap" type="button" data-action="add-navigation">{{tx("admin/plugins/forum-terms:setup.button.navigation")}}</button>{{{ end }}}{{{ end }}}
			{{{ if ./opens }}}<button class="btn btn-sm btn-outline-primary text-nowrap" type="button" data-opens="{./opens}" {{{ if !./isDone }}}data-presses="{./presses}"{{{ end }}}>{{tx(concat("admin/plugins/forum-terms:setup.button.", ./name))}}</button>{{{ end }}}
			{{{ if (./isOptional && !./isDone) }}}<button class="btn btn-sm btn-link text-nowrap" type="button" data-action="set-aside" data-step-name="{./name}" aria-label="{{tx("admin/plugins/forum-terms:setup.set-aside")}}: {{tx(concat("admin/plugins/forum-terms:setup.step.", ./name))}}">{{tx("admin/plugins/forum-terms:setup.set-aside")}}</button>{{{ end }}}
			{{{ end }}}
		</li>
		{{{ end }}}
	</ol>
</section>
{{{ else }}}
<div class="dropdown float-end">
	<button class="btn btn-sm btn-outline-secondary dropdown-toggle" type="button" data-bs-toggle="dropdown" aria-expanded="false">{{tx("admin/plugins/forum-terms:setup.more")}}</button>
	<ul class="dropdown-menu dropdown-menu-end"><li><button class="dropdown-item" type="button" data-action="show-setup">{{tx("admin/plugins/forum-terms:setup.show")}}</button></li></ul>
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
<h2 class="fs-6 fw-semibold">{{tx(./shownTitle)}}</h2>
<dl class="row row-cols-2 row-cols-md-5 g-2 mb-0">
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.in-force")}}</dt><dd class="fw-semibold mb-0">{{{ if ./current }}}<a href="{config.relative_path}/forum-terms/{./current}">{{tx(./currentName)}}</a>{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.upcoming")}}</dt><dd class="fw-semibold mb-0">{{{ if ./upcomingName }}}{{tx(./upcomingName)}}{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.accepted")}}</dt><dd class="fw-semibold mb-0">{./counts.accepted}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.declined")}}</dt><dd class="fw-semibold mb-0">{./counts.declined}</dd></div>
	<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.members")}}</dt><dd class="fw-semibold mb-0">{./counts.members}</dd></div>
</dl>
