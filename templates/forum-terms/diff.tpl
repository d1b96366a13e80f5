<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-1">{{tx("forum-terms:page.diff.title")}}</h1>
	<p class="text-muted">
		{{tx("forum-terms:diff.from-to", from.version, to.version)}}
		(<a href="{config.relative_path}/forum-terms/{from.version}">{from.version}</a>, <a href="{config.relative_path}/forum-terms/{to.version}">{to.version}</a>)
	</p>
	{{{ if to.changelog }}}
	<p><strong>{{tx("forum-terms:history.changelog")}}:</strong> {to.changelog}</p>
	{{{ end }}}
	{{{ if coarse }}}
	<div class="alert alert-info">{{tx("forum-terms:diff.coarse")}}</div>
	{{{ end }}}
	{{{ if nothing }}}
	<div class="alert alert-info">{{tx("forum-terms:diff.nothing")}}</div>
	{{{ end }}}
	<!-- IMPORT partials/forum-terms/terms/clauses.tpl -->
	<p class="text-muted">{{tx("forum-terms:diff.unchanged", unchanged)}}</p>
</div>
