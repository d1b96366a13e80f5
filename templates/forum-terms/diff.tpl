<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-1">{{tx("forum-terms:page.diff.title")}}</h1>
	<p class="text-muted">
		<a href="{config.relative_path}/forum-terms/{from.version}">{{tx(from.name)}}</a> → <a href="{config.relative_path}/forum-terms/{to.version}">{{tx(to.name)}}</a>
	</p>
	{{{ if to.changelog }}}
	<p><strong>{{tx("forum-terms:history.changelog")}}:</strong> {to.changelog}</p>
	{{{ end }}}
	{{{ if isFallback }}}<p class="alert alert-info py-2">{{tx("forum-terms:owed.fallback", languageName)}}</p>{{{ end }}}
	{{{ if coarse }}}
	<div class="alert alert-info">{{tx("forum-terms:diff.coarse")}}</div>
	{{{ end }}}
	{{{ if nothing }}}
	<div class="alert alert-info">{{tx("forum-terms:diff.nothing")}}</div>
	{{{ end }}}
	{{{ if acceptAt }}}<p><a class="btn btn-sm btn-primary" href="{config.relative_path}{acceptAt}">{{tx("forum-terms:diff.accept")}}</a></p>{{{ end }}}
	<!-- IMPORT partials/forum-terms/terms/clauses.tpl -->
	{{{ if unchanged }}}
	<details class="mb-3">
		<summary class="text-muted mb-2">{{tx("forum-terms:diff.unchanged", unchanged)}}</summary>
		{{{ each clauses }}}
		{{{ if (./state == "same") }}}
		<section class="border rounded-1 p-3 mb-3" id="clause-{./clause}">
			<h2 class="fs-6 fw-semibold">{{{ if ./heading }}}{./heading}{{{ else }}}{{tx("forum-terms:diff.clause", ./clause)}}{{{ end }}}</h2>
			<p class="forum-terms-diff mb-0">{{{ each ./parts }}}{./text}{{{ end }}}</p>
		</section>
		{{{ end }}}
		{{{ end }}}
	</details>
	{{{ end }}}
	{{{ if acceptAt }}}<p><a class="btn btn-sm btn-primary" href="{config.relative_path}{acceptAt}">{{tx("forum-terms:diff.accept")}}</a></p>{{{ end }}}
</div>
