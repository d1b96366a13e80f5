<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page forum-terms-partner-page" data-role="partner" data-partner="{id}">
	{{{ if isNone }}}
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:partner.page")}}</h1>
	<p>{{tx("forum-terms:partner.none")}}</p>
	<a class="btn btn-primary" href="{config.relative_path}/forum-terms/partners/join">{{tx("forum-terms:partner.join")}}</a>
	{{{ else }}}
	<header class="mb-3">
		<p class="text-muted text-sm mb-1">{{tx("forum-terms:partner.page")}}</p>
		<div class="d-flex flex-wrap gap-2 align-items-center mb-2">
			<h1 class="tracking-tight fw-semibold fs-3 mb-0 text-break">{company}</h1>
			{{{ if level }}}<span class="badge border text-body fw-normal">{level}</span>{{{ else }}}<span class="badge border text-body fw-normal">{{tx("forum-terms:partner.no-level")}}</span>{{{ end }}}
			<span class="badge border border-{tone} text-body fw-normal" data-role="state" data-state="{state}">{{tx(concat("forum-terms:partner.state.", state))}}</span>
		</div>
		{{{ if suspendedFor }}}<div class="alert alert-danger mb-2" role="alert">{{tx(suspendedFor)}}{{{ if tabs.length }}}{{{ if (tab != "strikes") }}} <a class="alert-link text-decoration-underline" href="{config.relative_path}/forum-terms/partner?tab=strikes{own}">{{tx("forum-terms:partner.suspended-more")}}</a>{{{ end }}}{{{ end }}}</div>{{{ end }}}
	</header>
	{{{ if isStaff }}}
	<dl class="mb-3">
		<dt class="fw-normal text-muted text-sm">{{tx("forum-terms:partner.you-speak-for")}}</dt>
		<dd>{company}</dd>
		<dt class="fw-normal text-muted text-sm">{{tx("forum-terms:partner.your-role")}}</dt>
		<dd>{{tx(concat("forum-terms:partner.role.", role))}}</dd>
	</dl>
	{{{ if isHalted }}}<div class="alert alert-warning" role="status">{{tx("forum-terms:partner.you-are-halted")}}</div>{{{ end }}}
	<p>{{tx("forum-terms:partner.staff-lead")}}</p>
	{{{ each statements }}}
	<section class="border rounded-1 p-3 mb-3" data-role="reasons" data-kind="{./kind}">
		<h2 class="fs-6 fw-semibold">{{tx(concat("forum-terms:partner.reasons.", ./kind))}}</h2>
		{{{ if ./pid }}}<p class="mb-2"><a href="{config.relative_path}/post/{./pid}">{{tx("forum-terms:partner.referral.post", ./pid)}}</a></p>{{{ end }}}
		<dl class="forum-terms-facts mb-0">{{{ each ./lines }}}<!-- IMPORT partials/forum-terms/statement-line.tpl -->{{{ end }}}</dl>
	</section>
	{{{ end }}}
	<button class="btn btn-sm btn-outline-danger" type="button" data-action="leave">{{tx("forum-terms:partner.leave")}}</button>
	{{{ else }}}
	{{{ if isModerator }}}
	<p>{{tx("forum-terms:partner.moderator-lead")}}</p>
	{{{ else }}}
	<dl class="forum-terms-counts mb-3 text-center">
		{{{ each facts }}}
		<div class="border rounded p-2 d-flex flex-column-reverse">
			<dt class="fw-normal text-muted text-xs">{{tx(concat("forum-terms:partner.fact.", ./name))}}</dt>
			<dd class="fs-4 fw-semibold mb-0">{./count}</dd>
		</div>
		{{{ end }}}
	</dl>
	<nav aria-label="{{tx("forum-terms:partner.sections")}}">
		<ul class="nav nav-pills gap-1 border-bottom pb-2 mb-3 forum-terms-tabs">
			{{{ each tabs }}}
			<li class="nav-item"><a class="nav-link py-1 px-2 {{{ if ./isActive }}}active{{{ end }}}" {{{ if ./isActive }}}aria-current="page"{{{ end }}} href="{config.relative_path}/forum-terms/partner?tab={./name}{own}">{{tx(concat("forum-terms:partner.tab.", ./name))}}{{{ if ./isUrgent }}} <span class="badge text-bg-danger">{./count}</span>{{{ end }}}</a></li>
			{{{ end }}}
		</ul>
	</nav>
	{{{ end }}}
	{{{ if (tab == "posts") }}}<!-- IMPORT partials/forum-terms/partners/posts.tpl -->{{{ end }}}
	{{{ if (tab == "waiting") }}}<!-- IMPORT partials/forum-terms/partners/waiting.tpl -->{{{ end }}}
	{{{ if (tab == "reports") }}}<!-- IMPORT partials/forum-terms/partners/reports.tpl -->{{{ end }}}
	{{{ if (tab == "strikes") }}}<!-- IMPORT partials/forum-terms/partners/strikes.tpl -->{{{ end }}}
	{{{ if (tab == "people") }}}<!-- IMPORT partials/forum-terms/partners/people.tpl -->{{{ end }}}
	{{{ if (tab == "terms") }}}<!-- IMPORT partials/forum-terms/partners/terms.tpl -->{{{ end }}}
	{{{ if isOwner }}}
	<section class="border-top mt-4 pt-3" aria-labelledby="partner-digest-title">
		<h2 class="fw-semibold fs-6" id="partner-digest-title">{{tx("forum-terms:partner.digest")}}</h2>
		<div class="row"><div class="col-12 col-md-4">
			<label class="form-label" for="partner-digest">{{tx("forum-terms:partner.digest-rhythm")}}</label>
			<select class="form-select" id="partner-digest" data-action="digest" aria-describedby="partner-digest-help">
				{{{ each rhythms }}}<option value="{./name}" {{{ if ./isChosen }}}selected{{{ end }}}>{{tx(concat("forum-terms:partner.rhythm.", ./name))}}</option>{{{ end }}}
			</select>
			<div class="form-text" id="partner-digest-help">{{tx("forum-terms:partner.digest-help")}}</div>
		</div></div>
	</section>
	{{{ end }}}
	{{{ end }}}
	{{{ end }}}
</div>
