<section class="mb-3" aria-labelledby="owed-{./version}">
	<h2 id="owed-{./version}" class="fw-semibold fs-5 mb-1">{./title} <small class="text-muted fw-normal">{./name}</small></h2>
	{{{ if ./changedSince }}}
	<div class="alert alert-info py-2">
		{{{ if ./acceptedOn }}}<p class="fw-semibold mb-1">{{tx("forum-terms:accept.changed-since", ./acceptedOn)}}</p>{{{ end }}}
		{{{ if ./changelog }}}<p class="mb-1"><strong>{{tx("forum-terms:accept.changed")}}:</strong> {./changelog}</p>{{{ end }}}
		<a class="alert-link" href="{config.relative_path}/forum-terms/{./changedSince}/diff/{./version}{{{ if next }}}?next={next}{{{ end }}}">{{tx("forum-terms:accept.compare")}}</a>
	</div>
	{{{ end }}}
	{{{ if ./dueAtISO }}}<p class="mb-1">{{tx("forum-terms:owed.until")}} <time datetime="{./dueAtISO}">{./dueOn}</time>.</p>{{{ end }}}
	{{{ if ./isFallback }}}<p class="alert alert-info py-2 mb-2">{{tx("forum-terms:owed.fallback", ./languageName)}}</p>{{{ end }}}
	<!-- IMPORT partials/forum-terms/terms/text.tpl -->
</section>
