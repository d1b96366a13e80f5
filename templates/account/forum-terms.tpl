<!-- IMPORT partials/account/header.tpl -->
<div class="forum-terms-page">
<h3 class="fw-semibold fs-5">{{tx("forum-terms:page.account.title")}}</h3>
<p>{{tx("forum-terms:account.lead")}}</p>
<h4 class="fw-semibold fs-6">{{tx("forum-terms:account.in-force")}}</h4>
{{{ if !inForce.length }}}
<p class="text-muted">{{tx("forum-terms:terms.none")}}</p>
{{{ else }}}
<ul class="list-group mb-4">
	{{{ each inForce }}}
	<li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
		<a class="me-auto" href="{config.relative_path}/forum-terms/{./version}">{{tx(./name)}}</a>
		<span class="badge {{{ if ./owed }}}text-bg-warning{{{ else }}}text-bg-success{{{ end }}}">{{{ if ./isEarlier }}}{{tx("forum-terms:state.accepted-earlier", ./acceptedN)}}{{{ else }}}{{tx(concat("forum-terms:state.", ./state))}}{{{ end }}}</span>
		{{{ if ./atISO }}}<time class="timeago text-muted text-sm" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time>{{{ end }}}
		{{{ if (./owed && isSelf) }}}<a class="btn btn-sm btn-primary" href="{config.relative_path}/forum-terms/accept?next=/me/forum-terms">{{tx("forum-terms:terms.accept-now")}}</a>{{{ end }}}
	</li>
	{{{ end }}}
</ul>
{{{ end }}}
<h4 class="fw-semibold fs-6">{{tx("forum-terms:account.records")}}</h4>
{{{ if !records.length }}}
<p class="text-muted">{{tx("forum-terms:account.no-records")}}</p>
{{{ else }}}
<ul class="list-group mb-4" data-role="records">
	{{{ each records }}}
	<li class="list-group-item">
		<div class="d-flex flex-wrap gap-2 align-items-baseline">
			<span class="fw-semibold">{{tx(concat("forum-terms:event.", ./event))}}</span>
			<a class="me-auto" href="{config.relative_path}/forum-terms/{./version}">{{tx(./name)}}</a>
			{{{ if ./hasReceipt }}}<a class="text-decoration-underline" href="{config.relative_path}/user/{userslug}/forum-terms/{./id}">{{tx("forum-terms:account.receipt")}}</a>{{{ end }}}
		</div>
		<span class="d-block text-muted text-sm"><time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time> · {{tx(concat("forum-terms:method.", ./method))}} · {./languageName}</span>
		{{{ if ./receipt }}}
		<details>
			<summary class="text-sm">{{tx("forum-terms:account.receipt-show")}}</summary>
			<pre class="forum-terms-receipt text-xs mb-1" tabindex="0" data-role="receipt" data-record="{./id}">{./receipt}</pre>
			<div class="btn-group btn-group-sm">
				<button class="btn btn-outline-secondary" type="button" data-action="copy">{{tx("forum-terms:account.receipt-copy")}}</button>
				<button class="btn btn-outline-secondary" type="button" data-action="download">{{tx("forum-terms:account.receipt-download")}}</button>
			</div>
		</details>
		{{{ end }}}
	</li>
	{{{ end }}}
</ul>
{{{ end }}}
{{{ if restrictions.length }}}
<section class="mb-4" data-role="own-access">
	<h4 class="fw-semibold fs-6">{{tx("forum-terms:account.access")}}</h4>
	<ul class="list-group">
		{{{ each restrictions }}}
		<li class="list-group-item">
			<span class="fw-semibold">{{tx(concat("forum-terms:restriction.scope.", ./scopeName))}}</span>
			<span class="badge border {{{ if ./isOver }}}border-secondary{{{ else }}}border-danger{{{ end }}} text-body fw-normal">{{tx(concat("forum-terms:account.access.", ./standing))}}</span>
			<span class="d-block text-sm"><time datetime="{./fromISO}" data-local>{isoTimeToLocaleString(./fromISO, config.userLang)}</time> – {{{ if ./untilISO }}}<time datetime="{./untilISO}" data-local>{isoTimeToLocaleString(./untilISO, config.userLang)}</time>{{{ else }}}{{tx("forum-terms:statement.for-good")}}{{{ end }}}</span>
			<span class="d-block text-sm text-muted">{{{ if ./clause }}}{{tx("forum-terms:statement.clause", ./clause)}}{{{ else }}}{{{ if ./isWithoutCause }}}{{tx("forum-terms:restriction.without-cause")}}{{{ else }}}{{tx("forum-terms:restriction.owed-help")}}{{{ end }}}{{{ end }}}</span>
			{{{ if isSelf }}}<a class="text-decoration-underline text-sm" href="{config.relative_path}/forum-terms/access/{./id}">{{{ if ./mayAppeal }}}{{tx("forum-terms:account.access-appeal")}}{{{ else }}}{{tx("forum-terms:account.access-statement")}}{{{ end }}}</a>{{{ end }}}
		</li>
		{{{ end }}}
	</ul>
</section>
{{{ end }}}
{{{ if texts.length }}}
<section class="mb-4" data-role="own-texts">
	<h4 class="fw-semibold fs-6">{{tx("forum-terms:account.texts")}}</h4>
	<p class="mb-2">{{tx("forum-terms:account.texts-help")}}</p>
	<ul class="list-group">
		{{{ each texts }}}
		<li class="list-group-item">
			<span class="fw-semibold">{{tx(concat("forum-terms:decision.act.", ./act))}}</span>
			<span class="d-block text-sm text-muted"><time datetime="{./atISO}" data-local>{isoTimeToLocaleString(./atISO, config.userLang)}</time>{{{ if ./clause }}} · {{tx("forum-terms:statement.clause", ./clause)}}{{{ end }}}</span>
			<details class="text-break">
				<summary>{./title} · <time datetime="{./writtenISO}" data-local>{isoTimeToLocaleString(./writtenISO, config.userLang)}</time></summary>
				<p class="forum-terms-words border-start ps-3 mb-0">{./content}</p>
			</details>
		</li>
		{{{ end }}}
	</ul>
</section>
{{{ end }}}
{{{ if remembered.length }}}
<section class="mb-4" data-role="remembered">
	<h4 class="fw-semibold fs-6">{{tx("forum-terms:evidence.remembered")}}</h4>
	<p class="mb-2">{{tx("forum-terms:evidence.remembered-help")}}</p>
	<dl class="mb-2">
		{{{ each remembered }}}
		<dt class="fw-normal text-muted text-sm">{./prompt}</dt>
		<dd class="forum-terms-words">{./text}</dd>
		{{{ end }}}
	</dl>
	{{{ if isSelf }}}<button class="btn btn-sm btn-outline-secondary" type="button" data-action="forget">{{tx("forum-terms:evidence.forget")}}</button>{{{ end }}}
</section>
{{{ end }}}
<p class="d-flex flex-wrap gap-3">
	{{{ if isSelf }}}<a href="{config.relative_path}/api/v3/plugins/forum-terms/me/export" download="forum-terms-export.json">{{tx("forum-terms:account.export")}}</a>{{{ end }}}
	<a href="{config.relative_path}/forum-terms/check">{{tx("forum-terms:account.check")}}</a>
</p>
</div>
<!-- IMPORT partials/account/footer.tpl -->
