<ul class="list-group" data-role="lines">
	{{{ each lines }}}
	<li class="list-group-item" data-restriction="{./id}">
		<div class="d-flex flex-wrap align-items-center gap-2">
			<a class="fw-semibold text-break" href="{config.relative_path}/forum-terms/restrictions?id={./id}">{{{ if ./username }}}{./username}{{{ else }}}{{tx("forum-terms:evidence.somebody")}}{{{ end }}} – {{tx(concat("forum-terms:restriction.scope.", ./scopeName))}}</a>
			<span class="badge border border-{./tone} text-body fw-normal">{{tx(concat("forum-terms:restriction.state.", ./state))}}</span>
			{{{ if ./isOwed }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:restriction.owed")}}</span>{{{ end }}}
			{{{ if ./hasOpenAppeal }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:restriction.appeal-open")}}</span>{{{ end }}}
		</div>
		{{{ if ./places }}}<div class="text-sm text-break">{./places}</div>{{{ end }}}
		<div class="text-sm">
			<time datetime="{./fromISO}" data-local>{isoTimeToLocaleString(./fromISO, config.userLang)}</time> – {{{ if ./isForGood }}}{{tx("forum-terms:statement.for-good")}}{{{ else }}}<time datetime="{./untilISO}" data-local>{isoTimeToLocaleString(./untilISO, config.userLang)}</time>{{{ end }}}
		</div>
		<div class="text-sm text-muted">
			{{{ if ./clause }}}{{tx("forum-terms:statement.clause", ./clause)}}{{{ end }}}{{{ if ./isWithoutCause }}}{{tx("forum-terms:restriction.without-cause")}}{{{ end }}}{{{ if ./isOwed }}}{{tx("forum-terms:restriction.owed-help")}}{{{ end }}}
			· {{{ if ./isByForum }}}{{tx("forum-terms:restriction.by-program")}}{{{ else }}}{{tx("forum-terms:evidence.by", ./byName)}}{{{ end }}}
			· {{tx(concat("forum-terms:restriction.notice.", ./told))}}{{{ if ./toldISO }}} <time datetime="{./toldISO}" data-local>{isoTimeToLocaleString(./toldISO, config.userLang)}</time>{{{ end }}}
		</div>
	</li>
	{{{ end }}}
</ul>
