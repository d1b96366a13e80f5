<section data-role="partner-terms">
	<h2 class="visually-hidden">{{tx("forum-terms:partner.tab.terms")}}</h2>
	<p class="text-muted">{{tx("forum-terms:partner.terms-lead")}}</p>
	<ul class="list-group">
		{{{ each signers }}}
		<li class="list-group-item d-flex flex-wrap gap-2 align-items-center">
			<span class="me-auto">{./username} <span class="text-muted text-sm">({{tx(concat("forum-terms:partner.role.", ./role))}})</span></span>
			{{{ if !./versions.length }}}<span class="badge border border-warning text-body fw-normal">{{tx("forum-terms:partner.accepted-none")}}</span>{{{ end }}}
			{{{ each ./versions }}}<a class="text-sm" href="{config.relative_path}/forum-terms/{./version}">{{tx(./name)}}</a> <time class="timeago text-muted text-sm" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time>{{{ end }}}
		</li>
		{{{ end }}}
	</ul>
	{{{ if more }}}<a class="btn btn-outline-secondary btn-sm mt-2" href="{config.relative_path}/forum-terms/partner{more}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
</section>
