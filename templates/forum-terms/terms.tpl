<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-3">{{{ if onlyTitle }}}{{tx(onlyTitle)}}{{{ else }}}{{tx("forum-terms:page.terms.title")}}{{{ end }}}</h1>
	{{{ if !documents.length }}}
	<div class="alert alert-info">{{tx("forum-terms:terms.none")}}</div>
	{{{ end }}}
	{{{ if canAccept }}}
	<div class="alert alert-warning d-flex flex-wrap align-items-center gap-2" role="status">
		<span class="me-auto">{{tx("forum-terms:terms.owed")}}</span>
		<a class="btn btn-sm btn-primary" href="{config.relative_path}/forum-terms/accept?next=/forum-terms">{{tx("forum-terms:terms.accept-now")}}</a>
	</div>
	{{{ end }}}
	{{{ each documents }}}
	<section class="mb-5" aria-labelledby="document-{./document}">
		<h2 id="document-{./document}" class="{{{ if onlyTitle }}}visually-hidden{{{ else }}}fw-semibold fs-4 mb-1{{{ end }}}">{{tx(./title)}}</h2>
		<p class="text-muted text-sm">
			{{tx(./name)}}, {{tx("forum-terms:terms.in-force-since")}} <time datetime="{./effectiveAtISO}">{./effectiveOn}</time>
		</p>
		{{{ each ./upcoming }}}
		<p class="alert alert-info py-2">
			<a class="alert-link" href="{config.relative_path}/forum-terms/{./version}">{{tx(./name)}}</a> {{tx("forum-terms:terms.upcoming")}} <time datetime="{./effectiveAtISO}">{./effectiveOn}</time>
		</p>
		{{{ end }}}
		{{{ if ./isFallback }}}<p class="alert alert-info py-2">{{tx("forum-terms:owed.fallback", ./languageName)}}</p>{{{ end }}}
		<article class="forum-terms-body" dir="auto" lang="{./language}">{{./html}}</article>
		{{{ if ./categories.length }}}
		<section class="forum-terms-categories border rounded-1 p-3 mb-3" aria-labelledby="forum-terms-categories">
			<h3 id="forum-terms-categories" class="fw-semibold fs-5">{{{ if ./isPartOfList }}}{{tx("forum-terms:terms.categories-more")}}{{{ else }}}{{tx("forum-terms:terms.categories")}}{{{ end }}}</h3>
			<p class="text-muted text-sm">{{tx("forum-terms:terms.categories-help")}}</p>
			<ul class="list-unstyled mb-0">
				{{{ each ./categories }}}
				<li class="mb-2">
					<!-- IMPORT partials/forum-terms/categories/entry.tpl -->
					{{{ if ./below.length }}}
					<ul class="list-unstyled ms-3 mb-0">
						{{{ each ./below }}}
						<li class="mb-1">
							<!-- IMPORT partials/forum-terms/categories/entry.tpl -->
						</li>
						{{{ end }}}
					</ul>
					{{{ end }}}
				</li>
				{{{ end }}}
			</ul>
		</section>
		{{{ end }}}
		<p class="text-muted text-xs text-break">{{tx("forum-terms:version.hash")}}: <code>{./hash}</code></p>
		<h3 class="fw-semibold fs-5 mt-4">{{tx("forum-terms:history.title")}}</h3>
		<!-- IMPORT partials/forum-terms/terms/history.tpl -->
	</section>
	{{{ end }}}
	{{{ if categories.length }}}
	<section aria-labelledby="forum-terms-categories">
		<h2 id="forum-terms-categories" class="fw-semibold fs-5">{{tx("forum-terms:terms.categories")}}</h2>
		<ul class="list-unstyled">
			{{{ each categories }}}
			<li class="mb-2">
				<!-- IMPORT partials/forum-terms/categories/entry.tpl -->
				{{{ if ./below.length }}}
				<ul class="list-unstyled ms-3 mb-0">
					{{{ each ./below }}}
					<li class="mb-1">
						<!-- IMPORT partials/forum-terms/categories/entry.tpl -->
					</li>
					{{{ end }}}
				</ul>
				{{{ end }}}
			</li>
			{{{ end }}}
		</ul>
	</section>
	{{{ end }}}
</div>
