<h1 class="fs-3 fw-semibold">{{tx("pages:categories")}}</h1>
{{{ if register }}}<div class="alert alert-info" role="status">{{tx(register)}}</div>{{{ end }}}
<ul class="list-group">
	{{{ each categories }}}
	<li class="list-group-item d-flex flex-wrap gap-2">
		<a class="fw-semibold" href="/category/{./slug}">{./name}</a>
		<span class="text-body-secondary me-auto">{./description}</span>
		<span class="badge text-bg-secondary">{{tx("sandbox:topics", ./topic_count)}}</span>
	</li>
	{{{ end }}}
</ul>
