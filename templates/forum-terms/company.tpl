<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="company">
	<header class="mb-4">
		<p class="text-muted text-sm mb-1">{{{ if level }}}{{tx("forum-terms:company.partner")}}{{{ else }}}{{tx("forum-terms:company.registered")}}{{{ end }}}</p>
		<div class="d-flex flex-wrap gap-2 align-items-center mb-1">
			<h1 class="tracking-tight fw-semibold fs-3 mb-0 text-break">{company}</h1>
			{{{ if level }}}<span class="badge border text-body fw-normal">{level}</span>{{{ end }}}
		</div>
		<p class="text-muted text-sm mb-0">{{tx("forum-terms:company.since")}} <time datetime="{sinceISO}">{sinceOn}</time></p>
		{{{ if mayAsk }}}<p class="mb-0 mt-2"><a href="{config.relative_path}/forum-terms/partners/join?partner={id}">{{tx("forum-terms:company.join")}}</a></p>{{{ end }}}
	</header>
	<section class="mb-4" aria-labelledby="company-people">
		<h2 class="fw-semibold fs-5" id="company-people">{{tx("forum-terms:company.people")}}</h2>
		{{{ if !people.length }}}<p class="text-muted">{{tx("forum-terms:company.people-none")}}</p>{{{ else }}}
		<ul class="list-group">
			{{{ each people }}}<li class="list-group-item"><a href="{config.relative_path}/user/{./userslug}">{./username}</a> <span class="text-muted text-sm">({{tx(concat("forum-terms:partner.role.", ./role))}})</span></li>{{{ end }}}
		</ul>
		{{{ end }}}
	</section>
	<section aria-labelledby="company-posts">
		<h2 class="fw-semibold fs-5" id="company-posts">{{tx("forum-terms:company.posts")}}</h2>
		{{{ if !posts.length }}}<p class="text-muted">{{tx("forum-terms:company.posts-none")}}</p>{{{ else }}}
		<ul class="list-group">
			{{{ each posts }}}
			<li class="list-group-item">
				<a class="fw-semibold text-break" href="{config.relative_path}/post/{./pid}">{./title}</a>
				<span class="d-block text-muted text-sm">{./username} · <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
				<p class="mb-0 mt-1 text-break">{./excerpt}</p>
			</li>
			{{{ end }}}
		</ul>
		{{{ end }}}
	</section>
</div>
