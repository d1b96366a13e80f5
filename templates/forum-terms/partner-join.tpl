<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="partner-join">
	<h1 class="tracking-tight fw-semibold fs-3 mb-3">{{tx("forum-terms:people.join-page")}}</h1>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="problem"></div>
	{{{ if isUnknown }}}<div class="alert alert-warning" role="alert">{{tx("forum-terms:people.invitation-unknown")}}</div>{{{ end }}}
	{{{ if invitation }}}
	<form class="card card-body mb-3" data-act="invitation" data-code="{invitation.code}">
		<p class="mb-1">{{tx(invitation.says)}}</p>
		<p class="text-muted text-sm">{{tx("forum-terms:people.invitation-help")}}</p>
		<div><button class="btn btn-primary" type="submit">{{tx("forum-terms:people.accept-invitation")}}</button></div>
	</form>
	{{{ end }}}
	{{{ each invitations }}}
	<form class="card card-body mb-3" data-act="invitation" data-code="{./code}">
		<p>{{tx(./says)}}</p>
		<div><button class="btn btn-primary" type="submit">{{tx("forum-terms:people.accept-invitation")}}</button></div>
	</form>
	{{{ end }}}
	{{{ if offer }}}
	<form class="card card-body mb-3" data-act="offer" data-partner="{offer.partner}">
		<p class="mb-1">{{tx(offer.says)}}</p>
		{{{ if offer.leaves }}}<p class="text-muted text-sm">{{tx("forum-terms:people.offer-instead")}}</p>{{{ end }}}
		{{{ each offer.owed }}}
		<div class="form-check mb-2">
			<input class="form-check-input" type="checkbox" required id="offer-{./version}" name="version" value="{./version}">
			<label class="form-check-label" for="offer-{./version}">{{tx(./says)}}</label>
			<a class="d-block text-sm" href="{config.relative_path}/forum-terms/{./version}" target="_blank">{{tx("forum-terms:people.owed-read")}}</a>
		</div>
		{{{ end }}}
		<div class="d-flex gap-2">
			<button class="btn btn-primary" type="submit">{{tx("forum-terms:people.offer-yes")}}</button>
			<button class="btn btn-outline-secondary" type="button" data-role="decline">{{tx("forum-terms:people.offer-no")}}</button>
		</div>
	</form>
	{{{ end }}}
	{{{ if membership }}}
	<p>{{tx(membership.says)}}</p>
	{{{ if membership.isHalted }}}<div class="alert alert-warning">{{tx("forum-terms:people.speaks-halted")}}</div>{{{ end }}}
	{{{ if (membership.role == "owner") }}}<p><a class="text-decoration-underline" href="{config.relative_path}/forum-terms/partner?tab=people">{{tx("forum-terms:people.to-people")}}</a></p>{{{ end }}}
	<h2 class="fw-semibold fs-5">{{tx("forum-terms:people.leave")}}</h2>
	<form data-act="departure" data-partner="{membership.partner}" data-company="{membership.company}">
		{{{ if membership.isLastOwner }}}
		<p>{{tx("forum-terms:people.leave-last")}}</p>
		<label class="form-label" for="join-successor">{{tx("forum-terms:people.successor")}}</label>
		<input class="form-control mb-2" type="text" id="join-successor" name="successor" required maxlength="200" autocomplete="off">
		<button class="btn btn-outline-danger" type="submit">{{tx("forum-terms:people.ask-successor")}}</button>
		{{{ else }}}
		<p>{{tx("forum-terms:people.leave-lead")}}</p>
		<button class="btn btn-outline-danger" type="submit">{{tx("forum-terms:people.leave")}}</button>
		{{{ end }}}
	</form>
	{{{ else }}}
	{{{ if !invitation }}}<p>{{tx("forum-terms:people.nobody")}}</p>{{{ end }}}
	{{{ each requests }}}<p class="text-muted">{{tx(./says)}}</p>{{{ end }}}
	<h2 class="fw-semibold fs-5">{{tx("forum-terms:people.ways")}}</h2>
	<section class="card card-body mb-3" data-way="invitation">
		<h3 class="fw-semibold fs-6">{{tx("forum-terms:people.way-invitation")}}</h3>
		<p class="mb-0">{{tx("forum-terms:people.way-invitation-help")}}</p>
	</section>
	{{{ if isByDomain }}}
	<section class="card card-body mb-3" data-way="domain">
		<h3 class="fw-semibold fs-6">{{tx("forum-terms:people.way-domain")}}</h3>
		{{{ if byDomain }}}
		<form data-act="request" data-partner="{byDomain.partner}" data-company="{byDomain.company}">
			<p>{{tx(byDomain.says)}}</p>
			<button class="btn btn-primary" type="submit">{{tx(byDomain.button)}}</button>
		</form>
		{{{ else }}}
		<p class="mb-0">{{tx("forum-terms:people.way-domain-help")}} <a href="{config.relative_path}/me/edit/email">{{tx("forum-terms:people.way-domain-link")}}</a></p>
		{{{ end }}}
	</section>
	{{{ end }}}
	<section class="card card-body mb-3" data-way="request">
		<h3 class="fw-semibold fs-6">{{{ if wanted }}}{{tx(wanted.says)}}{{{ else }}}{{tx("forum-terms:people.way-request")}}{{{ end }}}</h3>
		{{{ if wanted }}}
		<form data-act="request" data-partner="{wanted.partner}" data-company="{wanted.company}">
			<label class="form-label" for="join-words">{{tx("forum-terms:people.words")}}</label>
			<textarea class="form-control mb-1" id="join-words" name="words" rows="3" maxlength="1000" aria-describedby="join-words-help"></textarea>
			<div class="form-text mb-2" id="join-words-help">{{tx("forum-terms:people.words-help")}}</div>
			<div class="d-flex flex-wrap gap-2">
				<button class="btn btn-primary" type="submit">{{tx("forum-terms:people.ask-send")}}</button>
				<a class="btn btn-outline-secondary" href="{config.relative_path}/forum-terms/partners/join">{{tx("forum-terms:people.other-company")}}</a>
			</div>
		</form>
		{{{ else }}}
		<form method="get" action="{config.relative_path}/forum-terms/partners/join">
			<label class="form-label" for="join-company">{{tx("forum-terms:people.company")}}</label>
			<div class="input-group">
				<input class="form-control {{{ if isNotFound }}}is-invalid{{{ end }}}" type="text" id="join-company" name="company" value="{asked}" required maxlength="200" autocomplete="organization" aria-describedby="join-company-help{{{ if isNotFound }}} join-company-problem{{{ end }}}" {{{ if isNotFound }}}aria-invalid="true"{{{ end }}}>
				<button class="btn btn-outline-primary" type="submit">{{tx("forum-terms:people.company-find")}}</button>
			</div>
			{{{ if isNotFound }}}<div class="invalid-feedback d-block" id="join-company-problem" role="alert">{{tx(notFound)}}</div>{{{ end }}}
			<div class="form-text" id="join-company-help">{{tx("forum-terms:people.company-help")}}</div>
		</form>
		{{{ end }}}
	</section>
	{{{ end }}}
</div>
