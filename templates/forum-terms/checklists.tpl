<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="checklists">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:evidence.page")}}</h1>
	<p>{{tx("forum-terms:evidence.page-lead")}}</p>

	<section class="mb-5" aria-labelledby="checklists-open">
		<h2 class="fw-semibold fs-5" id="checklists-open">{{tx("forum-terms:evidence.open-topics")}}</h2>
		{{{ if !openTopics.length }}}<p class="text-muted">{{tx("forum-terms:evidence.open-none")}}</p>{{{ else }}}
		<ul class="list-group">
			{{{ each openTopics }}}
			<li class="list-group-item">
				<a class="fw-semibold text-break" href="{config.relative_path}/topic/{./slug}">{./title}</a>
				<span class="d-block text-muted text-sm">{./username} <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
				<ul class="mb-0 text-sm">
					{{{ each ./items }}}<li>{./prompt}</li>{{{ end }}}
				</ul>
			</li>
			{{{ end }}}
		</ul>
		{{{ end }}}
		{{{ if nextOpen }}}<a class="btn btn-outline-secondary btn-sm mt-2" href="{config.relative_path}/forum-terms/checklists?after={nextOpen}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
	</section>

	<section class="mb-5" aria-labelledby="checklists-search">
		<h2 class="fw-semibold fs-5" id="checklists-search">{{tx("forum-terms:evidence.search")}}</h2>
		{{{ if problem }}}<div class="alert alert-danger" role="alert">{{tx(problem)}}</div>{{{ end }}}
		<form class="row g-3 mb-3" method="get" action="{config.relative_path}/forum-terms/checklists" data-role="search">
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-item">{{tx("forum-terms:evidence.item")}}</label>
				<select class="form-select" id="checklists-item" name="item" required>
					<option value=""></option>
					{{{ each items }}}<option value="{./key}" {{{ if ./isChosen }}}selected{{{ end }}}>{./prompt}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-value">{{tx("forum-terms:evidence.value")}}</label>
				<select class="form-select" id="checklists-value" name="value" aria-describedby="checklists-value-help">
					<option value=""></option>
					{{{ each values }}}<option value="{./value}" {{{ if ./isChosen }}}selected{{{ end }}}>{./label}</option>{{{ end }}}
				</select>
				<div class="form-text" id="checklists-value-help" role="status">{{tx("forum-terms:evidence.value-help")}}</div>
			</div>
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-cid">{{tx("forum-terms:evidence.category")}}</label>
				<select class="form-select" id="checklists-cid" name="cid">
					<option value="">{{tx("forum-terms:evidence.any")}}</option>
					{{{ each categories }}}<option value="{./cid}" {{{ if ./isChosen }}}selected{{{ end }}}>{./name}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-profile">{{tx("forum-terms:evidence.profile")}}</label>
				<select class="form-select" id="checklists-profile" name="profile">
					<option value="">{{tx("forum-terms:evidence.any")}}</option>
					{{{ each profiles }}}<option value="{./id}" {{{ if ./isChosen }}}selected{{{ end }}}>{./title}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-6">
				<label class="form-label" for="checklists-from">{{tx("forum-terms:evidence.from")}}</label>
				<input class="form-control" type="date" id="checklists-from" name="from" value="{from}">
			</div>
			<div class="col-6">
				<label class="form-label" for="checklists-to">{{tx("forum-terms:evidence.to")}}</label>
				<input class="form-control" type="date" id="checklists-to" name="to" value="{to}">
			</div>
			<div class="col-12"><button class="btn btn-primary" type="submit">{{tx("forum-terms:evidence.find")}}</button></div>
		</form>
		{{{ if isSearched }}}
		<div data-role="results">
			{{{ if !hits.length }}}<p role="status">{{tx("forum-terms:evidence.found-none")}}</p>{{{ else }}}
			<p class="d-flex flex-wrap gap-3">
				<a class="text-decoration-underline" download href="{config.relative_path}/api/v3/plugins/forum-terms/checklist/evidence.csv?{searchQuery}">{{tx("forum-terms:evidence.csv")}}</a>
				<a class="text-decoration-underline" download href="{config.relative_path}/api/v3/plugins/forum-terms/checklist/evidence.json?{searchQuery}">{{tx("forum-terms:evidence.json")}}</a>
			</p>
			<ul class="list-group">
				{{{ each hits }}}
				<li class="list-group-item" data-record="{./id}">
					{{{ if ./slug }}}<a class="fw-semibold text-break" href="{config.relative_path}/topic/{./slug}">{./title}</a>{{{ else }}}<span class="text-muted">{{tx("forum-terms:evidence.topic-gone")}}</span>{{{ end }}}
					<span class="d-block text-muted text-sm">{{{ if ./userslug }}}<a class="text-reset" href="{config.relative_path}/user/{./userslug}">{./username}</a>{{{ else }}}{{tx("forum-terms:evidence.somebody")}}{{{ end }}} <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
					<dl class="mb-0 mt-1 text-sm">
						{{{ each ./answers }}}
						<dt class="fw-normal text-muted">{./prompt}</dt>
						<dd class="mb-1 text-break">{{{ if ./isLong }}}<div class="forum-terms-long-answer border-start ps-2 my-1" tabindex="0" role="group" aria-label="{./prompt}" dir="auto">{./text}</div>{{{ else }}}{{{ if ./text }}}<span dir="auto">{./text}</span>{{{ else }}}{{tx("forum-terms:evidence.ticked")}}{{{ end }}}{{{ end }}}
							{{{ if ./standing }}}<span class="badge border border-{./tone} text-body fw-normal">{{tx(concat("forum-terms:evidence.standing.", ./standing))}}</span>{{{ end }}}
							{{{ if ./isWarning }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:evidence.warned")}}</span>{{{ end }}}
							{{{ if ./isStaffOnly }}}<span class="badge border text-body fw-normal">{{tx("forum-terms:evidence.staff-only")}}</span>{{{ end }}}
						</dd>
						{{{ end }}}
					</dl>
				</li>
				{{{ end }}}
			</ul>
			{{{ end }}}
			{{{ if next }}}<a class="btn btn-outline-secondary btn-sm mt-2" data-role="more" href="{config.relative_path}/forum-terms/checklists?{searchQuery}&amp;before={next}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
		</div>
		{{{ end }}}
	</section>

	{{{ if isGlobalStaff }}}
	<section class="mb-5" aria-labelledby="checklists-waive">
		<h2 class="fw-semibold fs-5" id="checklists-waive">{{tx("forum-terms:evidence.waive-member")}}</h2>
		<p>{{tx("forum-terms:evidence.waive-member-help", waiverDays)}}</p>
		<form class="row g-3" data-role="waive-member">
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-member">{{tx("forum-terms:evidence.member")}}</label>
				<input class="form-control" type="text" id="checklists-member" name="username" required maxlength="200" autocomplete="off">
			</div>
			<div class="col-12 col-md-6">
				<label class="form-label" for="checklists-waived">{{tx("forum-terms:evidence.item")}}</label>
				<select class="form-select" id="checklists-waived" name="item" required>
					<option value=""></option>
					{{{ each waivable }}}<option value="{./key}">{./prompt}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-12">
				<label class="form-label" for="checklists-reason">{{tx("forum-terms:evidence.reason")}}</label>
				<input class="form-control" type="text" id="checklists-reason" name="reason" required minlength="3" maxlength="500" autocomplete="off">
			</div>
			<div class="col-12">
				<div class="alert alert-danger d-none" role="alert" data-role="waive-problem"></div>
				<button class="btn btn-primary" type="submit">{{tx("forum-terms:evidence.let-go")}}</button>
			</div>
		</form>
	</section>
	{{{ if waivers.length }}}
	<section class="mb-5" aria-labelledby="checklists-waivers">
		<h2 class="fw-semibold fs-5" id="checklists-waivers">{{tx("forum-terms:evidence.waivers")}}</h2>
		<ul class="list-group" data-role="waivers">
			{{{ each waivers }}}
			<li class="list-group-item p-3">
				<p class="mb-1 text-break"><strong>{{{ if ./username }}}{./username}{{{ else }}}{{tx("forum-terms:evidence.somebody")}}{{{ end }}}</strong>: {./prompt}</p>
				<p class="mb-1 text-break">{{tx("forum-terms:evidence.reason")}}: {./reason}</p>
				<p class="text-muted text-sm mb-2">{{{ if ./byName }}}{{tx("forum-terms:evidence.by", ./byName)}}, {{{ end }}}<time datetime="{./atISO}" data-local>{isoTimeToLocaleString(./atISO, config.userLang)}</time> – <time datetime="{./untilISO}" data-local>{isoTimeToLocaleString(./untilISO, config.userLang)}</time></p>
				<form data-role="end-waiver" data-uid="{./uid}" data-item="{./item}" novalidate>
					<label class="form-label text-sm mb-1" for="checklists-end-{./number}">{{tx("forum-terms:evidence.ask-again-why")}}</label>
					<div class="d-flex flex-wrap gap-2">
						<input class="form-control form-control-sm w-auto flex-grow-1" type="text" id="checklists-end-{./number}" name="reason" required minlength="3" maxlength="500" autocomplete="off">
						<button class="btn btn-sm btn-outline-secondary" type="submit">{{tx("forum-terms:evidence.ask-again")}}</button>
					</div>
					<div class="alert alert-danger mt-2 mb-0 d-none" role="alert" data-role="problem"></div>
				</form>
			</li>
			{{{ end }}}
		</ul>
		{{{ if nextWaived }}}<a class="btn btn-outline-secondary btn-sm mt-2" data-role="more-waivers" href="{config.relative_path}/forum-terms/checklists?waivedAfter={nextWaived}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
	</section>
	{{{ end }}}
	{{{ end }}}
</div>
