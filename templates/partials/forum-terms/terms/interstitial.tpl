<div class="forum-terms-interstitial">
	<h2 class="fw-semibold fs-5">{{tx("forum-terms:page.accept.title")}}</h2>
	{{{ each owed }}}
	<h3 class="fw-semibold fs-6">{./title} <small class="text-muted fw-normal">{./name}</small></h3>
	<!-- IMPORT partials/forum-terms/terms/text.tpl -->
	{{{ end }}}
	<input type="hidden" name="forumTermsVersions" value="{versions}">
	<input type="hidden" name="forumTermsLanguage" value="{language}">
	<div class="form-check">
		<input class="form-check-input" type="checkbox" id="forumTermsAgree" name="forumTermsAgree" value="1" aria-describedby="forumTermsAgree-help" autocomplete="off">
		<label class="form-check-label" for="forumTermsAgree">{{tx("forum-terms:accept.agree")}}</label>
		<div id="forumTermsAgree-help" class="form-text">{{tx("forum-terms:interstitial.decline-help")}}</div>
	</div>
</div>
