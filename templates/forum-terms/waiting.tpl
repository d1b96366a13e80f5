<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="waiting">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:waiting.page")}}</h1>
	<p class="text-muted">{{tx("forum-terms:waiting.lead")}}</p>
	{{{ if !waiting.length }}}<p role="status">{{tx("forum-terms:waiting.none")}}</p>{{{ else }}}
	<ul class="list-group">
		{{{ each waiting }}}<li class="list-group-item p-3" data-kind="{./kind}">
			<a class="fw-semibold text-break" href="{config.relative_path}{./path}">{{tx(./says)}}</a>
			<p class="text-muted text-sm mb-0"><time class="timeago" datetime="{./sinceISO}" title="{./sinceISO}">{isoTimeToLocaleString(./sinceISO, config.userLang)}</time></p>
			{{{ if ./others }}}<p class="text-sm mb-0" data-role="for-others">{{tx(./others)}}</p>{{{ end }}}
		</li>{{{ end }}}
	</ul>
	{{{ end }}}
</div>
