<ul class="list-unstyled mb-0">
	{{{ each overview }}}
	<li class="d-flex gap-3 py-3 border-top">
		<span class="sandbox-icon flex-shrink-0" style="background: {./ground}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="{./drawing}"/></svg></span>
		<div class="flex-grow-1 sandbox-narrow">
			<div class="fs-6 fw-semibold mb-0"><a class="link-body-emphasis text-decoration-none" href="/category/{./slug}">{./name}</a></div>
			<p class="small text-body-secondary mb-1">{./description}</p>
			{{{ if ./children.length }}}<ul class="list-inline small mb-0">{{{ each ./children }}}<li class="list-inline-item"><a href="/category/{./slug}">{./name}</a></li>{{{ end }}}</ul>{{{ end }}}
			<p class="small text-body-secondary mb-0 d-lg-none">{{tx("sandbox:front.counts", ./topics, ./posts)}}</p>
		</div>
		<dl class="sandbox-counts d-none d-lg-flex mb-0"><div><dt>{{tx("sandbox:front.topics")}}</dt><dd>{./topics}</dd></div><div><dt>{{tx("sandbox:front.posts")}}</dt><dd>{./posts}</dd></div></dl>
		<div class="sandbox-latest d-none d-xl-block small">
			{{{ if ./latest }}}<a class="d-block text-truncate" href="/topic/{./latest.slug}">{./latest.title}</a>
			<span class="text-body-secondary d-block text-truncate">{./latest.user.username} · <time class="timeago" datetime="{./latest.atISO}">{./latest.atISO}</time></span>{{{ else }}}<span class="text-body-secondary">{{tx("category:no-topics")}}</span>{{{ end }}}
		</div>
	</li>
	{{{ end }}}
</ul>
