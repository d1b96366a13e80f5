{{{ if register }}}<div class="alert alert-info" role="status">{{tx(register)}}</div>{{{ end }}}
<section class="sandbox-hero rounded-3 p-3 p-md-4 mb-4" aria-labelledby="front-title">
	<h1 class="fs-2 fw-bold mb-1" id="front-title">{{tx("sandbox:front.title")}}</h1>
	<p class="mb-3">{{tx("sandbox:front.lead")}}</p>
	<h2 class="fs-6 fw-semibold mb-2" id="front-people">{{tx("sandbox:front.people")}}</h2>
	<form class="row row-cols-2 row-cols-lg-5 g-2" method="post" action="/sandbox/log-in" aria-labelledby="front-people">
		<input type="hidden" name="csrf_token" value="{config.csrf_token}">
		{{{ each guide.people }}}
		<div class="col"><button class="btn btn-light border w-100 h-100 text-start d-flex gap-2 align-items-center" type="submit" name="as" value="{./username}">
			<span class="sandbox-narrow"><span class="small">{{tx("sandbox:log-in-as")}}</span> <span class="fw-semibold d-block fs-5 lh-sm">{./username}</span><span class="d-block small">{./what}</span></span>
		</button></div>
		{{{ end }}}
	</form>
</section>

<section class="mb-5" id="walks" aria-labelledby="front-walks">
	<h2 class="fs-4 fw-semibold mb-1" id="front-walks">{{tx("sandbox:front.walks")}}</h2>
	<p class="text-body-secondary">{{tx("sandbox:front.walks-lead")}}</p>
	<div class="row row-cols-1 row-cols-md-2 row-cols-xl-5 g-3">
		{{{ each walks }}}
		<div class="col"><article class="card h-100" aria-labelledby="walk-{./id}"><div class="card-body d-flex flex-column">
			<h3 class="fs-6 fw-semibold mb-1" id="walk-{./id}"><span class="sandbox-number" aria-hidden="true">{./number}</span> {./title}</h3>
			<p class="small mb-2">{./lead}</p>
			<ol class="small ps-3 mb-3 text-body-secondary flex-grow-1">{{{ each ./steps }}}<li>{./button}</li>{{{ end }}}</ol>
			<form method="post" action="/sandbox/walks/{./id}/1"><input type="hidden" name="csrf_token" value="{config.csrf_token}">
				<button class="btn btn-primary w-100" type="submit" aria-describedby="walk-{./id}">{{tx("sandbox:walk.start")}}</button></form>
		</div></article></div>
		{{{ end }}}
	</div>
</section>

<div class="row g-4">
	<section class="col-lg-8" aria-labelledby="front-categories">
		<h2 class="fs-4 fw-semibold mb-3" id="front-categories">{{tx("pages:categories")}}</h2>
		<!-- IMPORT partials/sandbox/category-list.tpl -->
	</section>
	<section class="col-lg-4" aria-labelledby="front-recent">
		<h2 class="fs-4 fw-semibold mb-3" id="front-recent">{{tx("sandbox:front.recent")}}</h2>
		<ul class="list-unstyled mb-0">
			{{{ each recent }}}
			<li class="d-flex gap-2 py-2 border-top">
				<span class="sandbox-avatar" style="background: {./user.icon:bgColor}" aria-hidden="true">{./user.icon:text}</span>
				<div class="sandbox-narrow"><a class="link-body-emphasis fw-semibold text-decoration-none" href="/topic/{./slug}">{./title}</a>
				<span class="d-block small text-body-secondary">{./user.username} · {./category} · {{tx("sandbox:front.replies", ./replies)}}</span></div>
			</li>
			{{{ end }}}
		</ul>
	</section>
</div>
