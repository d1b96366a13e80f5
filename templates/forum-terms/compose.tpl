<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:page.compose.title")}}</h1>
	<p class="lead fs-6">{{{ if clauses }}}{{tx("forum-terms:compose.lead", clauses)}}{{{ else }}}{{tx("forum-terms:compose.lead-mend")}}{{{ end }}}</p>
	{{{ if reasons.length }}}
	<div class="alert alert-danger" role="alert">
		<ul class="list-unstyled mb-0">
			{{{ each reasons }}}
			<li>{{{ if ./anchor }}}<a class="alert-link" href="#{./anchor}">{{tx(./message)}}</a>{{{ else }}}{{tx(./message)}}{{{ end }}}</li>
			{{{ end }}}
		</ul>
	</div>
	{{{ end }}}
	{{{ if rulesHtml }}}
	<section class="forum-terms-rules border rounded-1 p-3 mb-3" aria-labelledby="forum-terms-rules-heading">
		<h2 class="fs-6 fw-semibold" id="forum-terms-rules-heading">{{tx("forum-terms:rules.title")}}</h2>
		{{rulesHtml}}
	</section>
	{{{ end }}}
	<form method="post" action="{config.relative_path}/compose">
		<input type="hidden" name="csrf_token" value="{config.csrf_token}">
		<input type="hidden" name="forumTermsAsked" value="1">
		{{{ if typed.tid }}}<input type="hidden" name="tid" value="{typed.tid}">{{{ else }}}<input type="hidden" name="cid" value="{typed.cid}">{{{ end }}}
		{{{ if typed.handle }}}<input type="hidden" name="handle" value="{typed.handle}">{{{ end }}}
		{{{ each owed }}}
		<!-- IMPORT partials/forum-terms/terms/owed.tpl -->
		<div class="form-check mb-3">
			<input class="form-check-input" type="checkbox" id="accept-{./version}" name="forumTermsAccept" value="{./version}" autocomplete="off">
			<label class="form-check-label" for="accept-{./version}">{{tx(./says)}}</label>
		</div>
		{{{ end }}}
		{{{ if checklist }}}
		<fieldset class="border rounded-1 p-3 mb-3">
			<legend class="fs-6 fw-semibold float-none w-auto px-1">{{tx("forum-terms:checklist.title")}}</legend>
			<input type="hidden" name="forumTermsChecklist" value="{checklist.version}">
			{{{ each checklist.items }}}
			<!-- IMPORT partials/forum-terms/checklist/item.tpl -->
			{{{ end }}}
		</fieldset>
		{{{ end }}}
		{{{ if typed.hasTitle }}}
		<div class="mb-3">
			<label class="form-label" for="forum-terms-title">{{tx("forum-terms:compose.your-title")}}</label>
			<input class="form-control" id="forum-terms-title" name="title" value="{typed.title}">
		</div>
		{{{ end }}}
		<div class="mb-3">
			<label class="form-label" for="forum-terms-content">{{tx("forum-terms:compose.your-text")}}</label>
			<textarea class="form-control" id="forum-terms-content" name="content" rows="12">{typed.content}</textarea>
		</div>
		<button class="btn btn-primary" type="submit">{{tx("forum-terms:compose.send-again")}}</button>
	</form>
</div>
