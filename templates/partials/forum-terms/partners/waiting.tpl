<section data-role="partner-waiting">
	<h2 class="visually-hidden">{{tx("forum-terms:partner.tab.waiting")}}</h2>
	<p class="text-muted">{{tx("forum-terms:partner.waiting-lead")}}</p>
	{{{ if !texts.length }}}<p role="status">{{tx("forum-terms:partner.waiting-none")}}</p>{{{ else }}}
	<ul class="list-group">
		{{{ each texts }}}
		<li class="list-group-item">
			<span class="fw-semibold text-break">{./title}</span>
			<span class="d-block text-muted text-sm">{./username} · {{tx(concat("forum-terms:partner.act.", ./act))}} · <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
			<p class="mb-0 mt-1 text-break">{./excerpt}</p>
		</li>
		{{{ end }}}
	</ul>
	{{{ if more }}}<a class="btn btn-outline-secondary btn-sm mt-2" data-role="more" href="{config.relative_path}/forum-terms/partner{more}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
	{{{ end }}}
</section>
