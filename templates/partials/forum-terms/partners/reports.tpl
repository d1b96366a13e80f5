<section class="mb-4" data-role="partner-reports">
	<h2 class="fw-semibold fs-5">{{tx("forum-terms:partner.reports")}}</h2>
	{{{ if !reports.length }}}<p role="status">{{tx("forum-terms:partner.reports-none")}}</p>{{{ else }}}
	<ul class="list-group">
		{{{ each reports }}}
		<li class="list-group-item">
			<a class="fw-semibold text-break" href="{config.relative_path}/post/{./pid}">{{{ if ./title }}}{./title}{{{ else }}}{{tx("forum-terms:partner.some-post")}}{{{ end }}}</a>
			<span class="badge border {{{ if !./isDecided }}}border-danger{{{ end }}} text-body fw-normal">{{tx(concat("forum-terms:partner.report.", ./state))}}</span>
			<span class="d-block text-muted text-sm">{./username} · {{tx("forum-terms:partner.reported")}} <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time>{{{ if ./isDecided }}} · {{tx("forum-terms:partner.decided")}} <time class="timeago" datetime="{./changedISO}" title="{./changedISO}">{isoTimeToLocaleString(./changedISO, config.userLang)}</time>{{{ end }}}</span>
		</li>
		{{{ end }}}
	</ul>
	{{{ end }}}
	{{{ if more }}}<a class="btn btn-outline-secondary btn-sm mt-2" href="{config.relative_path}/forum-terms/partner{more}">{{tx("forum-terms:partner.further-back")}}</a>{{{ end }}}
</section>
<section data-role="partner-acts">
	<h2 class="fw-semibold fs-5">{{tx("forum-terms:partner.acts")}}</h2>
	{{{ if !acts.length }}}<p role="status">{{tx("forum-terms:partner.acts-none")}}</p>{{{ else }}}
	<ul class="list-group">
		{{{ each acts }}}
		<li class="list-group-item">
			<span class="fw-semibold">{{{ if ./act }}}{{tx(concat("forum-terms:partner.done.", ./kind, ".", ./act))}}{{{ else }}}{{tx(concat("forum-terms:partner.done.", ./kind))}}{{{ end }}}</span>
			<span class="d-block text-muted text-sm">{{{ if ./isReport }}}{{tx("forum-terms:partner.by-reader")}}{{{ else }}}{{{ if ./isForum }}}{{tx("forum-terms:partner.by-forum")}}{{{ else }}}{./byName}{{{ end }}}{{{ end }}} · <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
			<span class="d-block text-break"><a href="{config.relative_path}/post/{./pid}">{{{ if ./title }}}{./title}{{{ else }}}{{tx("forum-terms:partner.some-post")}}{{{ end }}}</a> ({./username})</span>
			{{{ if ./words }}}<span class="d-block text-break">{./words}</span>{{{ end }}}
		</li>
		{{{ end }}}
	</ul>
	{{{ end }}}
	{{{ if moreActs }}}<a class="btn btn-outline-secondary btn-sm mt-2" href="{config.relative_path}/forum-terms/partner{moreActs}">{{tx("forum-terms:partner.further-back")}}</a>{{{ end }}}
</section>
