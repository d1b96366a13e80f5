<div class="forum-terms-page">
	<div class="alert alert-info d-flex flex-wrap gap-3 align-items-center">
		<span class="fw-semibold me-auto">{{tx("forum-terms:preview.note")}}</span>
		<nav class="d-flex gap-2" aria-label="{{tx("forum-terms:preview.as")}}">
			{{{ each views }}}<a class="alert-link" {{{ if ./active }}}aria-current="page"{{{ end }}} href="{config.relative_path}/forum-terms/preview/{document}?as={./view}&amp;language={language}">{{tx(concat("forum-terms:preview.", ./view))}}</a>{{{ end }}}
		</nav>
		<nav class="d-flex gap-2" aria-label="{{tx("forum-terms:preview.language")}}">
			{{{ each languages }}}<a class="alert-link" {{{ if ./active }}}aria-current="page"{{{ end }}} href="{config.relative_path}/forum-terms/preview/{document}?as={as}&amp;language={./tag}">{./tag}</a>{{{ end }}}
		</nav>
	</div>
	{{{ if isGuest }}}
	<div class="card card-body">
		<h1 class="fw-semibold fs-5">{{tx("forum-terms:page.accept.title")}}</h1>
		{{{ each owed }}}
		<h2 class="fw-semibold fs-6">{./title}</h2>
		<!-- IMPORT partials/forum-terms/terms/text.tpl -->
		{{{ end }}}
		<div class="form-check">
			<input class="form-check-input" type="checkbox" id="preview-agree" disabled>
			<label class="form-check-label" for="preview-agree">{{tx("forum-terms:accept.agree")}}</label>
			<div class="form-text">{{tx("forum-terms:interstitial.decline-help")}}</div>
		</div>
	</div>
	{{{ else }}}
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:page.accept.title")}}</h1>
	<p class="lead fs-6">{{tx("forum-terms:accept.lead")}}</p>
	{{{ each owed }}}
	<section class="mb-3">
		<h2 class="fw-semibold fs-5 mb-1">{./title}</h2>
		{{{ if ./changelog }}}<p class="alert alert-light border py-2 mb-2"><strong>{{tx("forum-terms:accept.changed")}}:</strong> {./changelog}</p>{{{ end }}}
		{{{ if ./dueAtISO }}}<p class="mb-1">{{tx("forum-terms:owed.until")}} <time datetime="{./dueAtISO}">{./dueOn}</time>.</p>{{{ end }}}
		<!-- IMPORT partials/forum-terms/terms/text.tpl -->
	</section>
	{{{ end }}}
	<div class="form-check mb-3">
		<input class="form-check-input" type="checkbox" id="preview-agree" disabled>
		<label class="form-check-label" for="preview-agree">{{tx("forum-terms:accept.agree")}}</label>
	</div>
	<button class="btn btn-primary" type="button" disabled>{{tx("forum-terms:accept.button")}}</button>
	<button class="btn btn-outline-secondary" type="button" disabled>{{tx("forum-terms:accept.decline")}}</button>
	{{{ end }}}
</div>
