<nav aria-label="breadcrumb"><ol class="breadcrumb">
	{{{ each breadcrumbs }}}<li class="breadcrumb-item">{{{ if ./url }}}<a href="{./url}">{{tx(./text)}}</a>{{{ else }}}{{tx(./text)}}{{{ end }}}</li>{{{ end }}}
</ol></nav>
<h1 class="fs-3 fw-semibold" component="topic/title">{title}</h1>
<p>{{{ each tags }}}<span class="badge text-bg-light border">{./value}</span> {{{ end }}}</p>
<ol class="list-unstyled" component="topic" data-tid="{tid}">
	{{{ each posts }}}
	<li class="card mb-3" component="post" data-pid="{./pid}" data-uid="{./uid}" id="post-{./pid}">
		<div class="card-header d-flex flex-wrap align-items-center gap-2 bg-transparent">
			<span class="sandbox-avatar" style="background: {./user.icon:bgColor}" aria-hidden="true">{./user.icon:text}</span>
			<a class="fw-semibold" href="/user/{./user.userslug}" data-username="{./user.username}" data-uid="{./user.uid}">{./user.username}</a>
			<time class="timeago text-body-secondary me-auto" datetime="{./timestampISO}">{./timestampISO}</time>
			{{{ if ./canEdit }}}<button class="btn btn-sm btn-outline-secondary" type="button" component="post/edit" data-pid="{./pid}" aria-label="{{tx("sandbox:edit-post", ./index)}}">{{tx("topic:edit")}}</button>{{{ end }}}
			{{{ if isMod }}}<div class="dropdown" component="post/tools">
				<button class="btn btn-sm btn-outline-secondary dropdown-toggle" type="button" data-bs-toggle="dropdown" aria-expanded="false" aria-label="{{tx("sandbox:post-tools", ./index)}}"></button>
				<ul class="dropdown-menu dropdown-menu-end" role="menu"></ul>
			</div>{{{ end }}}
		</div>
		<div class="card-body">
			<div class="content" component="post/content">{{./content}}</div>
		</div>
	</li>
	{{{ end }}}
</ol>
{{{ if canReply }}}
<form class="card p-3 mb-3" component="topic/quickreply/container">
	<label class="form-label fw-semibold" for="quick-reply">{{tx("topic:composer.quick-reply")}}</label>
	<textarea class="form-control mb-2" id="quick-reply" component="topic/quickreply/text" rows="4"></textarea>
	<div class="d-flex flex-wrap gap-2">
		<button class="btn btn-primary" type="button" component="topic/quickreply/button">{{tx("topic:composer.send")}}</button>
		<button class="btn btn-outline-secondary" type="button" component="topic/reply" data-tid="{tid}">{{tx("sandbox:open-composer")}}</button>
		<a class="btn btn-outline-secondary" href="/compose?tid={tid}">{{tx("sandbox:without-script")}}</a>
	</div>
</form>
{{{ end }}}
