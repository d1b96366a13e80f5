<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:page.check.title")}}</h1>
	<p>{{tx("forum-terms:check.lead")}}</p>
	{{{ if verdict }}}
	<div class="alert {{{ if isValid }}}alert-success{{{ else }}}alert-danger{{{ end }}}" role="{{{ if isValid }}}status{{{ else }}}alert{{{ end }}}" data-verdict="{verdict}">{{tx(sentence)}}</div>
	{{{ end }}}
	<form method="post" action="{config.relative_path}/forum-terms/check">
		<input type="hidden" name="csrf_token" value="{config.csrf_token}">
		<label class="form-label" for="forum-terms-receipt">{{tx("forum-terms:check.receipt")}}</label>
		<textarea class="form-control font-monospace text-sm mb-3" id="forum-terms-receipt" name="receipt" rows="12" maxlength="20000" spellcheck="false" required>{receipt}</textarea>
		<button class="btn btn-primary" type="submit">{{tx("forum-terms:check.button")}}</button>
	</form>
	<p class="form-text mt-3">{{tx("forum-terms:check.offline")}} <a href="{config.relative_path}/api/v3/plugins/forum-terms/keys">{{tx("forum-terms:check.keys")}}</a></p>
</div>
