<div class="d-flex flex-wrap gap-2 align-items-center mb-2">
	<h1 class="fs-3 fw-semibold me-auto mb-0">{name}</h1>
	{{{ if canPost }}}
	<button class="btn btn-primary" type="button" component="category/post" data-cid="{cid}">{{tx("category:new-topic-button")}}</button>
	<a class="btn btn-outline-secondary" href="/compose?cid={cid}">{{tx("sandbox:without-script")}}</a>
	{{{ else }}}
	{{{ if !loggedIn }}}<a class="btn btn-primary" href="/login">{{tx("category:guest-login-post")}}</a>{{{ end }}}
	{{{ end }}}
</div>
<p class="text-body-secondary">{description}</p>
{{{ if !topics.length }}}<p>{{tx("category:no-topics")}}</p>{{{ end }}}
<ul class="list-unstyled border-bottom" component="category">
	{{{ each topics }}}
	<li class="d-flex gap-3 py-3 border-top" component="category/topic" data-tid="{./tid}">
		<span class="sandbox-avatar" style="background: {./user.icon:bgColor}" aria-hidden="true">{./user.icon:text}</span>
		<div class="flex-grow-1 sandbox-narrow"><a class="link-body-emphasis text-decoration-none fw-semibold" href="/topic/{./slug}">{./title}</a>
			<span component="topic/labels" class="d-flex flex-wrap gap-1"></span>
			<span class="d-block text-body-secondary small">{./user.username}, <time class="timeago" datetime="{./timestampISO}">{./timestampISO}</time></span></div>
		<dl class="sandbox-counts mb-0"><div><dt>{{tx("sandbox:front.posts")}}</dt><dd>{./postcount}</dd></div></dl></li>
	{{{ end }}}
</ul>
