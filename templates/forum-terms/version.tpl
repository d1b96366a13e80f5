<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-1">{{tx(documentTitle)}} <small class="text-muted fw-normal">{{tx(name)}}</small></h1>
	<p class="text-muted text-sm">
		{{tx("forum-terms:history.published")}} <time datetime="{publishedAtISO}">{publishedOn}</time> ·
		{{tx("forum-terms:history.effective")}} <time datetime="{effectiveAtISO}">{effectiveOn}</time> ·
		{{tx(concat("forum-terms:change.", change))}}
	</p>
	{{{ if superseded }}}
	<div class="alert alert-warning d-flex flex-wrap gap-2"><span class="me-auto">{{tx("forum-terms:version.superseded")}}</span><a class="alert-link" href="{config.relative_path}/forum-terms">{{tx("forum-terms:version.to-current")}}</a></div>
	{{{ end }}}
	{{{ if upcoming }}}
	<div class="alert alert-info">{{tx("forum-terms:version.upcoming")}}</div>
	{{{ end }}}
	{{{ if current }}}
	<div class="alert alert-success">{{tx("forum-terms:version.current")}}</div>
	{{{ end }}}
	{{{ if changelog }}}
	<p><strong>{{tx("forum-terms:history.changelog")}}:</strong> {changelog}</p>
	{{{ end }}}
	{{{ if previous }}}
	<p><a href="{config.relative_path}/forum-terms/{previous}/diff/{version}">{{tx("forum-terms:history.compare")}}</a></p>
	{{{ end }}}
	{{{ if isFallback }}}<p class="alert alert-info py-2">{{tx("forum-terms:owed.fallback", languageName)}}</p>{{{ end }}}
	<article class="forum-terms-body" dir="auto" lang="{language}">{{html}}</article>
	<p class="text-muted text-xs text-break">{{tx("forum-terms:version.hash")}}: <code>{hash}</code></p>
	<h2 class="fw-semibold fs-5 mt-4">{{tx("forum-terms:history.title")}}</h2>
	<!-- IMPORT partials/forum-terms/terms/history.tpl -->
</div>
