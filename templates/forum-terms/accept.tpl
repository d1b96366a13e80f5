<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:page.accept.title")}}</h1>
	<p class="lead fs-6">{{{ if declined }}}{{tx("forum-terms:accept.lead-declined")}}{{{ else }}}{{tx("forum-terms:accept.lead")}}{{{ end }}}</p>
	<div class="alert alert-danger {{{ if !error }}}d-none{{{ end }}}" role="alert" tabindex="-1" data-role="problem">
		<a class="alert-link" href="#forum-terms-agree" data-role="problem-text">{{{ if error }}}{{tx(error)}}{{{ else }}}{{tx("forum-terms:accept.tick-first")}}{{{ end }}}</a>
	</div>
	<form method="post" action="{config.relative_path}/forum-terms/accept" data-role="accept">
		<input type="hidden" name="csrf_token" value="{config.csrf_token}">
		<input type="hidden" name="next" value="{next}">
		{{{ if cid }}}<input type="hidden" name="cid" value="{cid}">{{{ end }}}
		{{{ each owed }}}
		<input type="hidden" name="version" value="{./version}">
		<input type="hidden" name="language" value="{./language}">
		<!-- IMPORT partials/forum-terms/terms/owed.tpl -->
		{{{ end }}}
		<div class="form-check mb-3">
			<input class="form-check-input" type="checkbox" id="forum-terms-agree" name="agree" value="1" autocomplete="off">
			<label class="form-check-label" for="forum-terms-agree">{{tx("forum-terms:accept.agree")}}</label>
		</div>
		<div class="d-flex flex-wrap gap-2 mb-2">
			<button class="btn btn-primary" type="submit" name="decision" value="accept">{{tx("forum-terms:accept.button")}}</button>
			{{{ if !declined }}}<button class="btn btn-outline-secondary" type="submit" name="decision" value="decline" aria-describedby="forum-terms-decline-help">{{tx("forum-terms:accept.decline")}}</button>{{{ end }}}
		</div>
		{{{ if !declined }}}<p id="forum-terms-decline-help" class="form-text">{{tx("forum-terms:accept.decline-help")}}</p>{{{ end }}}
	</form>
</div>
