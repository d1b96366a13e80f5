<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="statement" data-code="{code}">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:statement.page")}}</h1>
	{{{ if isUnknown }}}
	<p>{{tx("forum-terms:statement.unknown")}}</p>
	{{{ else }}}
	{{{ if isByLink }}}<p class="text-muted">{{tx("forum-terms:statement.private")}}</p>{{{ end }}}
	{{{ if isOver }}}<div class="alert alert-success" role="status">{{tx("forum-terms:statement.over")}} <time datetime="{endedISO}" data-local>{isoTimeToLocaleString(endedISO, config.userLang)}</time>{{{ if ended.reason }}}<span class="d-block forum-terms-words">{ended.reason}</span>{{{ end }}}</div>{{{ end }}}
	<dl class="forum-terms-facts mb-4">
		{{{ each lines }}}<!-- IMPORT partials/forum-terms/statement-line.tpl -->{{{ end }}}
		{{{ if evidence.length }}}<dt>{{tx("forum-terms:statement.posts")}}</dt><dd>{{{ each evidence }}}<a class="me-2 text-decoration-underline" href="{config.relative_path}/post/{@value}">{{tx("forum-terms:restriction.post", @value)}}</a>{{{ end }}}</dd>{{{ end }}}
		{{{ if texts.length }}}<dt>{{tx("forum-terms:statement.texts")}}</dt><dd data-role="texts">{{{ each texts }}}{{{ if ./isPurged }}}<p class="text-muted mb-1">{{tx("forum-terms:statement.text-gone", ./pid)}}</p>{{{ else }}}<details class="mb-1"><summary>{./title} · <time datetime="{./writtenISO}" data-local>{isoTimeToLocaleString(./writtenISO, config.userLang)}</time></summary><p class="forum-terms-words mb-0">{./content}</p></details>{{{ end }}}{{{ end }}}</dd>{{{ end }}}
	</dl>

	{{{ if securityContact }}}
	<p data-role="security-contact">{{tx("forum-terms:statement.security")}} <a class="text-decoration-underline" href="{securityLink}">{securityContact}</a></p>
	{{{ end }}}
	{{{ if appeal }}}
	<section class="mb-4" aria-labelledby="statement-appeal">
		<h2 class="fs-5 fw-semibold" id="statement-appeal">{{tx("forum-terms:statement.appeal-made")}}</h2>
		<p class="text-muted text-sm mb-1"><time datetime="{appealISO}" data-local>{isoTimeToLocaleString(appealISO, config.userLang)}</time></p>
		{{{ if appeal.text }}}<p class="forum-terms-words">{appeal.text}</p>{{{ else }}}<p class="text-muted">{{tx("forum-terms:statement.appeal-text-gone")}}</p>{{{ end }}}
		<p class="fw-semibold mb-1">{{tx(concat("forum-terms:statement.appeal.", appeal.state))}}</p>
		{{{ if appeal.answer }}}<p class="forum-terms-words">{appeal.answer}</p>{{{ end }}}
		{{{ if appeal.isAlone }}}<p class="text-muted">{{tx("forum-terms:statement.appeal-alone")}}</p>{{{ end }}}
	</section>
	{{{ end }}}
	{{{ if mayAppeal }}}
	<section class="mb-4" aria-labelledby="statement-appeal" data-role="appeal">
		<h2 class="fs-5 fw-semibold" id="statement-appeal">{{tx("forum-terms:statement.appeal")}}</h2>
		<form data-role="appeal-form" novalidate>
			<p id="statement-appeal-help">{{tx("forum-terms:statement.appeal-help")}}</p>
			<label class="form-label" for="statement-text">{{tx("forum-terms:statement.appeal-text")}}</label>
			<textarea class="form-control mb-2" id="statement-text" name="text" rows="5" maxlength="4000" aria-describedby="statement-appeal-help"></textarea>
			<div class="alert alert-danger d-none" role="alert" id="statement-problem" data-role="problem"></div>
			<button class="btn btn-primary" type="submit">{{tx("forum-terms:statement.appeal-send")}}</button>
		</form>
	</section>
	{{{ end }}}

	<section class="mb-4" aria-labelledby="statement-data">
		<h2 class="fs-5 fw-semibold" id="statement-data">{{tx("forum-terms:statement.data")}}</h2>
		{{{ if mayTakeData }}}
		<p>{{tx("forum-terms:statement.data-help")}}</p>
		<a class="btn btn-outline-secondary" download="forum-terms-own-data.json" href="{config.relative_path}/api/v3/plugins/forum-terms/access/{code}/export">{{tx("forum-terms:statement.download")}}</a>
		{{{ else }}}
		<p>{{tx("forum-terms:statement.data-elsewhere")}}</p>
		{{{ end }}}
	</section>
	{{{ end }}}
</div>
