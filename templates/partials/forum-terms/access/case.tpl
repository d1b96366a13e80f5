<p><a href="{config.relative_path}/forum-terms/restrictions">{{tx("forum-terms:restriction.back")}}</a></p>
<article data-role="case" data-restriction="{id}">
	<h2 class="fs-4 fw-semibold text-break" tabindex="-1" id="restriction-title">{{{ if username }}}<a href="{config.relative_path}/user/{userslug}">{username}</a>{{{ else }}}{{tx("forum-terms:evidence.somebody")}}{{{ end }}} – {{tx(concat("forum-terms:restriction.scope.", scopeName))}}</h2>
	<p class="d-flex flex-wrap gap-2">
		<span class="badge border border-{tone} text-body fw-normal">{{tx(concat("forum-terms:restriction.state.", state))}}</span>
		{{{ if isOwed }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:restriction.owed")}}</span>{{{ end }}}
		{{{ if hasOpenAppeal }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:restriction.appeal-open")}}</span>{{{ end }}}
	</p>
	<div class="alert alert-warning d-none" role="status" data-role="lost"></div>
	{{{ if referral }}}
	<div class="alert alert-info d-flex flex-wrap gap-2 align-items-center justify-content-between mb-4" data-role="referral">
		<span class="text-break">{{tx(referral.lead)}}</span>
		<a class="btn btn-sm btn-primary text-break text-wrap" href="{config.relative_path}{referral.path}">{{tx(referral.says)}}</a>
	</div>
	{{{ end }}}
	<dl class="forum-terms-facts mb-4">
		{{{ if places }}}<dt>{{tx("forum-terms:restriction.categories")}}</dt><dd>{places}</dd>{{{ end }}}
		<dt>{{tx("forum-terms:statement.from")}}</dt><dd><time datetime="{fromISO}" data-local>{isoTimeToLocaleString(fromISO, config.userLang)}</time></dd>
		<dt>{{tx("forum-terms:statement.until")}}</dt><dd>{{{ if isForGood }}}{{tx("forum-terms:statement.for-good")}}{{{ else }}}<time datetime="{untilISO}" data-local>{isoTimeToLocaleString(untilISO, config.userLang)}</time>{{{ end }}}</dd>
		<dt>{{tx("forum-terms:statement.cause")}}</dt><dd>{{{ if clause }}}{{tx("forum-terms:statement.clause", clause)}}{{{ end }}}{{{ if isWithoutCause }}}{{tx("forum-terms:statement.without-cause")}}{{{ end }}}{{{ if isOwed }}}{{tx("forum-terms:statement.cause-owed")}}{{{ end }}}</dd>
		{{{ if reason }}}<dt>{{tx("forum-terms:statement.reason")}}</dt><dd class="forum-terms-words">{reason}</dd>{{{ end }}}
		{{{ if evidence.length }}}<dt>{{tx("forum-terms:restriction.evidence")}}</dt><dd>{{{ each evidence }}}<a class="me-2 text-decoration-underline" href="{config.relative_path}/post/{@value}">{{tx("forum-terms:restriction.post", @value)}}</a>{{{ end }}}</dd>{{{ end }}}
		<dt>{{tx("forum-terms:restriction.decided")}}</dt><dd>{{{ if isByForum }}}{{tx("forum-terms:restriction.by-program")}}{{{ else }}}{{tx("forum-terms:evidence.by", byName)}}{{{ end }}}, <time datetime="{atISO}" data-local>{isoTimeToLocaleString(atISO, config.userLang)}</time> ({{tx(concat("forum-terms:restriction.origin.", origin))}})</dd>
		<dt>{{tx("forum-terms:restriction.notice")}}</dt><dd>{{tx(concat("forum-terms:restriction.notice.", told))}}{{{ if toldISO }}} <time datetime="{toldISO}" data-local>{isoTimeToLocaleString(toldISO, config.userLang)}</time>{{{ end }}}</dd>
		{{{ if note }}}<dt>{{tx("forum-terms:restriction.note")}}</dt><dd class="forum-terms-words">{note}</dd>{{{ end }}}
		{{{ if ended }}}<dt>{{tx("forum-terms:restriction.over")}}</dt><dd>{{tx(concat("forum-terms:restriction.over.", ended.why))}}, <time datetime="{ended.atISO}" data-local>{isoTimeToLocaleString(ended.atISO, config.userLang)}</time>{{{ if endedByName }}}, {{tx("forum-terms:evidence.by", endedByName)}}{{{ end }}}{{{ if ended.reason }}}<span class="d-block forum-terms-words">{ended.reason}</span>{{{ end }}}</dd>{{{ end }}}
	</dl>

	{{{ if appeal }}}
	<section class="card mb-4" aria-labelledby="restriction-appeal" data-role="appeal">
		<div class="card-body">
			<h3 class="fs-5 fw-semibold" id="restriction-appeal">{{tx("forum-terms:restriction.appeal")}}</h3>
			<p class="text-muted text-sm mb-1"><time datetime="{appeal.atISO}" data-local>{isoTimeToLocaleString(appeal.atISO, config.userLang)}</time></p>
			{{{ if appeal.text }}}<p class="forum-terms-words">{appeal.text}</p>{{{ else }}}<p class="text-muted">{{tx("forum-terms:statement.appeal-text-gone")}}</p>{{{ end }}}
			{{{ if !appeal.isOpen }}}
			<p class="mb-1 fw-semibold">{{tx(concat("forum-terms:statement.appeal.", appeal.state))}}, <time datetime="{appeal.decidedISO}" data-local>{isoTimeToLocaleString(appeal.decidedISO, config.userLang)}</time></p>
			<p class="forum-terms-words mb-0">{appeal.answer}</p>
			{{{ if appeal.isAlone }}}<p class="text-muted mb-0">{{tx("forum-terms:restriction.answered-alone")}}</p>{{{ end }}}
			{{{ end }}}
			{{{ if others }}}<p class="mb-0" data-role="other-deciders">{{tx(others)}}</p>{{{ end }}}
			{{{ if mayAnswer }}}
			{{{ if isOnlyDecider }}}<p data-role="only-decider">{{tx("forum-terms:restriction.only-decider")}}</p>{{{ end }}}
			<form data-role="answer" novalidate>
				<label class="form-label" for="restriction-answer">{{tx("forum-terms:restriction.answer")}}</label>
				<textarea class="form-control" id="restriction-answer" name="answer" rows="3" maxlength="4000" aria-describedby="restriction-answer-help"></textarea>
				<div class="form-text" id="restriction-answer-help">{{tx("forum-terms:restriction.answer-help")}}</div>
				<!-- IMPORT partials/forum-terms/access/claims.tpl -->
				<div class="alert alert-danger mt-2 mb-0 d-none" role="alert" data-role="problem"></div>
				<div class="d-flex flex-wrap gap-2 mt-2">
					<button class="btn btn-sm btn-primary" type="submit" name="decision" value="granted">{{tx("forum-terms:restriction.grant")}}</button>
					<button class="btn btn-sm btn-outline-danger" type="submit" name="decision" value="declined">{{tx("forum-terms:restriction.decline")}}</button>
				</div>
			</form>
			{{{ end }}}
		</div>
	</section>
	{{{ end }}}

	{{{ if !mayDecide }}}<p class="alert alert-info" data-role="own-company">{{tx("forum-terms:refusal.own-company")}}</p>{{{ end }}}
	{{{ if mayNameCause }}}
	<section class="card mb-4" aria-labelledby="restriction-cause-title" data-role="owed">
		<div class="card-body">
			<h3 class="fs-5 fw-semibold" id="restriction-cause-title">{{tx("forum-terms:restriction.name-cause")}}</h3>
			<p>{{tx("forum-terms:restriction.name-cause-help")}}</p>
			<form data-role="cause" novalidate>
				<!-- IMPORT partials/forum-terms/access/cause.tpl -->
				<div class="alert alert-danger mb-3 d-none" role="alert" data-role="problem"></div>
				<button class="btn btn-sm btn-primary" type="submit">{{tx("forum-terms:restriction.name-cause")}}</button>
			</form>
		</div>
	</section>
	{{{ end }}}

	{{{ if mayLift }}}
	<section class="card mb-4" aria-labelledby="restriction-end-title">
		<div class="card-body">
			<h3 class="fs-5 fw-semibold" id="restriction-end-title">{{tx("forum-terms:restriction.new-end")}}</h3>
			<form data-role="end" novalidate>
				<fieldset class="mb-3">
					<legend class="form-label fs-6">{{tx("forum-terms:restriction.ends")}}</legend>
					<div class="form-check"><input class="form-check-input" type="radio" name="ends" id="restriction-end-date" value="until" {{{ if !isForGood }}}checked{{{ end }}}><label class="form-check-label" for="restriction-end-date">{{tx("forum-terms:restriction.until")}}</label></div>
					<div class="ms-4 my-1" data-when="until">
						<label class="form-label text-sm mb-1" for="restriction-end-until">{{tx("forum-terms:restriction.until-when")}}</label>
						<input class="form-control" type="datetime-local" id="restriction-end-until" name="until" data-iso="{untilISO}">
					</div>
					<div class="form-check"><input class="form-check-input" type="radio" name="ends" id="restriction-end-never" value="never" {{{ if isForGood }}}checked{{{ end }}}><label class="form-check-label" for="restriction-end-never">{{tx("forum-terms:restriction.never")}}</label></div>
				</fieldset>
				<label class="form-label" for="restriction-end-reason">{{tx("forum-terms:restriction.lift-reason")}}</label>
				<textarea class="form-control" id="restriction-end-reason" name="reason" rows="2" maxlength="2000" aria-describedby="restriction-end-help"></textarea>
				<div class="form-text" id="restriction-end-help">{{tx("forum-terms:restriction.lift-reason-help")}}</div>
				<div class="alert alert-danger mt-2 mb-0 d-none" role="alert" data-role="problem"></div>
				<button class="btn btn-sm btn-primary mt-2" type="submit">{{tx("forum-terms:restriction.new-end")}}</button>
			</form>
		</div>
	</section>
	<section class="card mb-4" aria-labelledby="restriction-lift-title">
		<div class="card-body">
			<h3 class="fs-5 fw-semibold" id="restriction-lift-title">{{tx("forum-terms:restriction.lift")}}</h3>
			{{{ if hasBegun }}}
			<p class="mb-1 fw-semibold">{{tx("forum-terms:restriction.comes-back")}}</p>
			<ul>{{{ each comesBack }}}<li>{{tx(concat("forum-terms:restriction.returns.", ./kind), ./count)}}{{{ if ./names }}} <span class="text-muted text-break">({./names})</span>{{{ end }}}</li>{{{ end }}}</ul>
			{{{ if staysAway.length }}}
			<p class="mb-1 fw-semibold">{{tx("forum-terms:restriction.stays-away")}}</p>
			<ul>{{{ each staysAway }}}<li>{{tx(concat("forum-terms:restriction.returns.", ./kind), ./count)}}</li>{{{ end }}}</ul>
			{{{ end }}}
			{{{ else }}}<p>{{tx("forum-terms:restriction.lift-early")}}</p>{{{ end }}}
			<form data-role="lift" novalidate>
				{{{ if hasPosts }}}
				<fieldset class="mb-3">
					<legend class="form-label fs-6">{{tx("forum-terms:restriction.lift-posts")}}</legend>
					<div class="form-check"><input class="form-check-input" type="radio" name="content" id="restriction-lift-restore" value="restore" checked><label class="form-check-label" for="restriction-lift-restore">{{tx("forum-terms:restriction.lift-restore")}}</label></div>
					<div class="form-check"><input class="form-check-input" type="radio" name="content" id="restriction-lift-keep" value="keep"><label class="form-check-label" for="restriction-lift-keep">{{tx("forum-terms:restriction.lift-keep")}}</label></div>
				</fieldset>
				{{{ end }}}
				<!-- IMPORT partials/forum-terms/access/claims.tpl -->
				<label class="form-label" for="restriction-lift-reason">{{tx("forum-terms:restriction.lift-reason")}}</label>
				<textarea class="form-control" id="restriction-lift-reason" name="reason" rows="2" maxlength="2000" aria-describedby="restriction-lift-help"></textarea>
				<div class="form-text" id="restriction-lift-help">{{tx("forum-terms:restriction.lift-reason-help")}}</div>
				<div class="alert alert-danger mt-2 mb-0 d-none" role="alert" data-role="problem"></div>
				<button class="btn btn-sm btn-primary mt-2" type="submit">{{tx("forum-terms:restriction.lift")}}</button>
			</form>
		</div>
	</section>
	{{{ end }}}

	{{{ if hasBegun }}}
	<section class="mb-4" aria-labelledby="restriction-did">
		<h3 class="fs-5 fw-semibold" id="restriction-did">{{tx("forum-terms:restriction.did")}}</h3>
		{{{ each groups }}}
		<h4 class="fs-6 fw-semibold mb-1">{{tx(concat("forum-terms:restriction.group.", ./what))}}</h4>
		<ul>
			{{{ each ./effects }}}<li>{./message}{{{ if ./names }}} <span class="text-muted text-break">({./names})</span>{{{ end }}}</li>{{{ end }}}
		</ul>
		{{{ end }}}
	</section>
	{{{ end }}}

	<section class="mb-4" aria-labelledby="restriction-history">
		<h3 class="fs-5 fw-semibold" id="restriction-history">{{tx("forum-terms:restriction.history")}}</h3>
		<ol class="list-unstyled mb-0" data-role="events">
			{{{ each events }}}
			<li class="border-start ps-3 pb-2">
				<span class="text-muted text-sm"><time datetime="{./atISO}" data-local>{isoTimeToLocaleString(./atISO, config.userLang)}</time>{{{ if ./byName }}}, {{tx("forum-terms:evidence.by", ./byName)}}{{{ end }}}</span>
				<span class="d-block">{{tx(concat("forum-terms:restriction.event.", ./kind))}}</span>
				{{{ if ./words }}}<span class="d-block text-sm text-muted forum-terms-words">{./words}</span>{{{ end }}}
			</li>
			{{{ end }}}
		</ol>
	</section>
</article>
