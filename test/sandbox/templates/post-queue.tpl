<h1 class="fs-3 fw-semibold">{{tx("pages:post-queue")}}</h1>
{{{ if !posts.length }}}<p>{{tx("post-queue:no-queued-posts")}}</p>{{{ end }}}
<div class="post-queue posts-list">
{{{ each posts }}}
<article class="card card-body mb-3" data-id="{./id}">
	<h2 class="fs-6 fw-semibold">{{{ if ./data.title }}}{./data.title}{{{ else }}}{./type}{{{ end }}} <small class="text-body-secondary">{./user.username}</small></h2>
	<label class="visually-hidden" for="text-{./id}">{{tx("sandbox:text")}}</label>
	<div class="post-content-editable"><textarea class="form-control mb-2" id="text-{./id}" rows="3">{./text}</textarea></div>
	<div class="d-flex flex-wrap gap-2">
		{{{ if canAccept }}}
		<button class="btn btn-sm btn-success" type="button" data-queue="accept">{{tx("post-queue:accept")}}</button>
		<button class="btn btn-sm btn-danger" type="button" data-queue="reject">{{tx("post-queue:reject")}}</button>
		{{{ end }}}
		<button class="btn btn-sm btn-outline-secondary" type="button" data-queue="edit">{{tx("post-queue:edit")}}</button>
	</div>
</article>
{{{ end }}}
</div>
