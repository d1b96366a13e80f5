<section data-role="partner-posts">
	<h2 class="visually-hidden">{{tx("forum-terms:partner.tab.posts")}}</h2>
	<details class="mb-3" {{{ if isFiltered }}}open{{{ end }}}>
		<summary class="mb-2">{{tx("forum-terms:partner.filter")}}</summary>
		{{{ if problem }}}<div class="alert alert-danger" role="alert">{{tx(problem)}}</div>{{{ end }}}
		{{{ if isUnknown }}}<div class="alert alert-danger" role="alert">{{tx("forum-terms:partner.filter-unknown")}}</div>{{{ end }}}
		<form class="row g-2" method="get" action="{config.relative_path}/forum-terms/partner">
			<input type="hidden" name="tab" value="posts">
			{{{ if isForum }}}<input type="hidden" name="id" value="{id}">{{{ end }}}
			<div class="col-12 col-md-4">
				<label class="form-label" for="partner-who">{{tx("forum-terms:partner.filter-who")}}</label>
				<input class="form-control" type="text" id="partner-who" name="who" value="{who}" maxlength="200" autocomplete="off">
			</div>
			<div class="col-12 col-md-4">
				<label class="form-label" for="partner-cid">{{tx("forum-terms:evidence.category")}}</label>
				<select class="form-select" id="partner-cid" name="cid">
					<option value="">{{tx("forum-terms:evidence.any")}}</option>
					{{{ each categories }}}<option value="{./cid}" {{{ if ./isChosen }}}selected{{{ end }}}>{./name}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-12 col-md-4">
				<label class="form-label" for="partner-state">{{tx("forum-terms:partner.filter-state")}}</label>
				<select class="form-select" id="partner-state" name="state">
					<option value="">{{tx("forum-terms:evidence.any")}}</option>
					{{{ each states }}}<option value="{./name}" {{{ if ./isChosen }}}selected{{{ end }}}>{{tx(concat("forum-terms:partner.post.", ./name))}}</option>{{{ end }}}
				</select>
			</div>
			<div class="col-6 col-md-4">
				<label class="form-label" for="partner-from">{{tx("forum-terms:evidence.from")}}</label>
				<input class="form-control" type="date" id="partner-from" name="from" value="{from}">
			</div>
			<div class="col-6 col-md-4">
				<label class="form-label" for="partner-to">{{tx("forum-terms:evidence.to")}}</label>
				<input class="form-control" type="date" id="partner-to" name="to" value="{to}">
			</div>
			<div class="col-12"><button class="btn btn-primary btn-sm" type="submit">{{tx("forum-terms:partner.filter-show")}}</button></div>
		</form>
	</details>
	{{{ if !posts.length }}}<p role="status">{{{ if isFiltered }}}{{tx("forum-terms:partner.posts-none-found")}}{{{ else }}}{{tx("forum-terms:partner.posts-none")}}{{{ end }}}</p>{{{ else }}}
	<ul class="list-group">
		{{{ each posts }}}
		<li class="list-group-item" data-pid="{./pid}">
			<a class="fw-semibold text-break" href="{config.relative_path}/post/{./pid}">{./title}</a>
			{{{ if !./isVisible }}}<span class="badge border border-warning text-body fw-normal">{{tx(concat("forum-terms:partner.post.", ./state))}}</span>{{{ end }}}
			<span class="d-block text-muted text-sm">{./username}{{{ if ./role }}} ({{tx(concat("forum-terms:partner.role.", ./role))}}){{{ end }}} · <time class="timeago" datetime="{./atISO}" title="{./atISO}">{isoTimeToLocaleString(./atISO, config.userLang)}</time></span>
			<p class="mb-2 mt-1 text-break">{./excerpt}</p>
			{{{ if isOwner }}}
			<div class="d-flex flex-wrap gap-2" data-role="acts">
				{{{ if ./isVisible }}}
				{{{ if ./mayAsk }}}<button class="btn btn-sm btn-outline-secondary" type="button" data-act="question" aria-expanded="false">{{tx("forum-terms:partner.ask")}}</button>{{{ end }}}
				<button class="btn btn-sm btn-outline-secondary" type="button" data-act="correct" aria-expanded="false">{{tx("forum-terms:partner.correct")}}</button>
				<button class="btn btn-sm btn-outline-danger" type="button" data-act="withdraw" aria-expanded="false">{{tx("forum-terms:partner.withdraw")}}</button>
				{{{ end }}}
				{{{ if ./isWithdrawn }}}<button class="btn btn-sm btn-outline-secondary" type="button" data-act="restore">{{tx("forum-terms:partner.restore")}}</button>{{{ end }}}
			</div>
			{{{ end }}}
		</li>
		{{{ end }}}
	</ul>
	{{{ end }}}
	{{{ if more }}}<a class="btn btn-outline-secondary btn-sm mt-2" data-role="more" href="{config.relative_path}/forum-terms/partner{more}">{{tx("forum-terms:partner.further-back")}}</a>{{{ end }}}
</section>
