<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="decisions">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{{ if isCase }}}{{tx("forum-terms:decision.act")}} {id}{{{ else }}}{{tx("forum-terms:decision.page")}}{{{ end }}}</h1>
	{{{ if isList }}}
	<p class="text-muted">{{tx("forum-terms:decision.lead")}}</p>
	<form class="row g-2 align-items-end mb-3" method="get" data-role="decision-filter">
		<div class="col-auto">
			<label class="form-label" for="decision-act">{{tx("forum-terms:decision.act")}}</label>
			<select class="form-select" id="decision-act" name="act"><option value="">{{tx("forum-terms:decision.all")}}</option>{{{ each acts }}}<option value="{./name}"{{{ if ./isChosen }}} selected{{{ end }}}>{{tx(concat("forum-terms:decision.act.", ./name))}}</option>{{{ end }}}</select>
		</div>
		<div class="col-auto">
			<label class="form-label" for="decision-clause">{{tx("forum-terms:decision.clause")}}</label>
			<select class="form-select" id="decision-clause" name="clause"><option value="">{{tx("forum-terms:decision.all")}}</option>{{{ each clauses }}}<option value="{./name}"{{{ if ./isChosen }}} selected{{{ end }}}>{./name}</option>{{{ end }}}</select>
		</div>
		<div class="col-auto"><button class="btn btn-primary" type="submit">{{tx("forum-terms:decision.filter")}}</button></div>
		<div class="col-auto"><a class="btn btn-outline-secondary" download="forum-terms-decisions.csv" href="{config.relative_path}/api/v3/plugins/forum-terms/admin/decisions.csv?{search}">CSV</a> <a class="btn btn-outline-secondary" download="forum-terms-decisions.json" href="{config.relative_path}/api/v3/plugins/forum-terms/admin/decisions.json?{search}">JSON</a></div>
	</form>
	{{{ if lines.length }}}
	<ul class="list-unstyled" data-role="decision-list">
		{{{ each lines }}}
		<li class="border-bottom py-2">
			<a class="fw-semibold text-decoration-underline" href="{config.relative_path}/forum-terms/decisions?id={./id}">{{tx(concat("forum-terms:decision.act.", ./act))}}</a>
			<span>{{{ if ./isErased }}}{{tx("forum-terms:decision.erased")}}{{{ else }}}{{tx(concat("forum-terms:decision.subject.", ./subject.kind))}} {./subject.name}{{{ end }}}</span>
			<span class="d-block text-sm text-muted"><time datetime="{./atISO}" data-local>{isoTimeToLocaleString(./atISO, config.userLang)}</time> · {{{ if ./isNamed }}}{./byName}{{{ else }}}{{{ if ./isByProgram }}}{{tx("forum-terms:decision.by-program")}}{{{ else }}}{{tx("forum-terms:decision.by-erased")}}{{{ end }}}{{{ end }}}{{{ if ./clause }}} · {{tx("forum-terms:decision.cited", ./clause, ./versionNumber)}}{{{ end }}}{{{ if ./isWithoutCause }}} · {{tx("forum-terms:decision.ground.no-cause-given")}}{{{ end }}}</span>
		</li>
		{{{ end }}}
	</ul>
	{{{ if next }}}<a class="btn btn-outline-secondary" href="{config.relative_path}/forum-terms/decisions?{search}&before={next}">{{tx("forum-terms:decision.older")}}</a>{{{ end }}}
	{{{ else }}}
	<p>{{tx("forum-terms:decision.none")}}</p>
	{{{ end }}}
	{{{ end }}}
	{{{ if isCase }}}
	<dl class="forum-terms-facts mb-4">
		<dt>{{tx("forum-terms:decision.act")}}</dt><dd>{{tx(concat("forum-terms:decision.act.", act))}}, {{tx(concat("forum-terms:decision.outcome.", outcomeKind))}}</dd>
		<dt>{{tx("forum-terms:decision.subject")}}</dt><dd>{{{ if isErased }}}{{tx("forum-terms:decision.erased")}}{{{ else }}}<a class="text-decoration-underline" href="{config.relative_path}{subjectPath}">{{tx(concat("forum-terms:decision.subject.", subject.kind))}} {subject.name}</a>{{{ end }}}{{{ if matterPath }}} · <a class="text-decoration-underline" href="{config.relative_path}{matterPath}">{{tx("forum-terms:decision.matter")}}</a>{{{ end }}}</dd>
		<dt>{{tx("forum-terms:decision.at")}}</dt><dd><time datetime="{atISO}" data-local>{isoTimeToLocaleString(atISO, config.userLang)}</time></dd>
		<dt>{{tx("forum-terms:decision.by")}}</dt><dd>{{{ if isNamed }}}{byName}{{{ else }}}{{{ if isByProgram }}}{{tx("forum-terms:decision.by-program")}}{{{ else }}}{{tx("forum-terms:decision.by-erased")}}{{{ end }}}{{{ end }}}</dd>
		<dt>{{tx("forum-terms:decision.ground")}}</dt><dd>{{{ if clause }}}{{tx("forum-terms:decision.cited", clause, versionNumber)}}{{{ else }}}{{tx(concat("forum-terms:decision.ground.", decisionGround))}}{{{ end }}}{{{ if target }}} · {{tx(concat("forum-terms:decision.target.", target))}}{{{ end }}}{{{ if sentence.text }}}<blockquote class="forum-terms-words border-start ps-3 my-2" data-role="sentence" lang="{sentence.language}">{sentence.text}</blockquote>{{{ end }}}</dd>
		{{{ if decisionFacts }}}<dt>{{tx("forum-terms:decision.facts")}}</dt><dd class="forum-terms-words">{decisionFacts}</dd>{{{ end }}}
		{{{ if note }}}<dt>{{tx("forum-terms:decision.note")}}</dt><dd class="forum-terms-words">{note}</dd>{{{ end }}}
		<dt>{{tx("forum-terms:decision.source")}}</dt><dd>{{tx(concat("forum-terms:decision.source.", sourceType))}} {sourceId}</dd>
		<dt>{{tx("forum-terms:decision.notice")}}</dt><dd>{{tx(concat("forum-terms:decision.notice.", notice.kind))}}{{{ if noticeWhy }}} ({{tx(concat("forum-terms:decision.why.", noticeWhy))}}){{{ end }}}{{{ if noticeISO }}} <time datetime="{noticeISO}" data-local>{isoTimeToLocaleString(noticeISO, config.userLang)}</time>{{{ end }}}</dd>
		{{{ if about }}}<dt>{{tx("forum-terms:decision.about")}}</dt><dd><a class="text-decoration-underline" href="{config.relative_path}/forum-terms/decisions?id={about}">{about}</a></dd>{{{ end }}}
		{{{ if later.length }}}<dt>{{tx("forum-terms:decision.later")}}</dt><dd>{{{ each later }}}<a class="d-block text-decoration-underline" href="{config.relative_path}/forum-terms/decisions?id={./id}">{./id}: {{tx(concat("forum-terms:decision.act.", ./act))}}</a>{{{ end }}}</dd>{{{ end }}}
		{{{ if texts.length }}}<dt>{{tx("forum-terms:decision.texts")}}</dt><dd data-role="texts">{{{ each texts }}}{{{ if ./isPurged }}}<p class="text-muted mb-1">{{tx("forum-terms:statement.text-gone", ./pid)}}</p>{{{ else }}}<details class="mb-1"><summary>{./title} · <time datetime="{./writtenISO}" data-local>{isoTimeToLocaleString(./writtenISO, config.userLang)}</time></summary><p class="forum-terms-words mb-0">{./content}</p>{{{ if ./hasFiles }}}<ul class="text-sm text-muted mb-0">{{{ each ./attachments }}}<li class="text-break">{./name} <code>{./hash}</code></li>{{{ end }}}</ul>{{{ end }}}</details>{{{ end }}}{{{ end }}}</dd>{{{ end }}}
		<dt>{{tx("forum-terms:decision.digest")}}</dt><dd class="text-break"><code>{digest}</code></dd>
	</dl>
	<a class="btn btn-outline-secondary" href="{config.relative_path}/forum-terms/decisions">{{tx("forum-terms:decision.back")}}</a>
	{{{ end }}}
</div>
