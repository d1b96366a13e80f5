<!-- IMPORT partials/account/header.tpl -->
<div class="forum-terms-page" data-role="licences">
	<h3 class="fw-semibold fs-5">{{tx("forum-terms:licence.title")}}</h3>
	<p>{{tx("forum-terms:licence.lead")}}</p>
	{{{ if isClaimed }}}<div class="alert alert-success" role="status">{{tx("forum-terms:licence.claimed-now")}}</div>{{{ end }}}
	{{{ if isSelf }}}
	<form class="mb-4" method="post" action="{config.relative_path}/forum-terms/licences" data-role="claim" novalidate>
		<input type="hidden" name="csrf_token" value="{config.csrf_token}">
		<label class="form-label" for="licence-key">{{tx("forum-terms:licence.key")}}</label>
		<div class="d-flex flex-wrap gap-2">
			<input class="form-control forum-terms-licence-key font-monospace {{{ if problem }}}is-invalid{{{ end }}}" type="text" id="licence-key" name="key" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX-XXXX" aria-describedby="licence-key-help{{{ if problem }}} licence-key-problem{{{ end }}}" {{{ if problem }}}aria-invalid="true"{{{ end }}}>
			<button class="btn btn-primary" type="submit">{{tx("forum-terms:licence.claim")}}</button>
		</div>
		<div class="form-text" id="licence-key-help">{{tx("forum-terms:licence.key-help")}}</div>
		{{{ if problem }}}<div class="text-danger" role="alert" id="licence-key-problem">{{tx(problem)}}</div>{{{ end }}}
		<div class="alert alert-danger mt-2 d-none" role="alert" data-role="claim-problem"></div>
	</form>
	{{{ end }}}
	<h4 class="fw-semibold fs-6">{{tx("forum-terms:licence.yours")}}</h4>
	{{{ if !licences.length }}}<p class="text-muted" data-role="none">{{tx("forum-terms:licence.none")}}</p>{{{ else }}}
	<ul class="list-group mb-4">
		{{{ each licences }}}
		<li class="list-group-item d-flex flex-wrap gap-2 align-items-center" data-licence="{./id}">
			<span class="me-auto">
				<span class="font-monospace text-nowrap"><span aria-hidden="true">···· </span>{./lastFour}</span>
				<span class="badge border border-{./tone} text-body fw-normal">{{tx(concat("forum-terms:licence.state.", ./state))}}</span>
				<span class="d-block text-muted text-sm">{{tx("forum-terms:licence.claimed-at")}} <time class="timeago" datetime="{./claimedAtISO}" title="{./claimedAtISO}">{isoTimeToLocaleString(./claimedAtISO, config.userLang)}</time>{{{ if ./validUntilISO }}}, {{tx("forum-terms:licence.until")}} {./validUntilISO}{{{ end }}}</span>
				{{{ if ./reason }}}<span class="d-block text-sm text-break">{./reason}</span>{{{ end }}}
			</span>
			{{{ if isSelf }}}
			<form method="post" action="{config.relative_path}/forum-terms/licences" data-role="withdraw">
				<input type="hidden" name="csrf_token" value="{config.csrf_token}">
				<input type="hidden" name="withdraw" value="{./id}">
				<button class="btn btn-sm btn-outline-secondary" type="submit" aria-label="{{tx("forum-terms:licence.withdraw-which", ./lastFour)}}">{{tx("forum-terms:licence.withdraw")}}</button>
			</form>
			{{{ end }}}
		</li>
		{{{ end }}}
	</ul>
	{{{ end }}}
	<p class="text-muted text-sm">{{tx("forum-terms:licence.privacy")}}</p>
</div>
<!-- IMPORT partials/account/footer.tpl -->
