<p>{{tx("forum-terms:restriction.page-lead")}}</p>
<p><a class="btn btn-outline-primary" href="{config.relative_path}/forum-terms/restrictions?new=1">{{tx("forum-terms:restriction.plan")}}</a></p>
<nav class="mb-3" aria-label="{{tx("forum-terms:restriction.filters")}}">
	<ul class="nav nav-pills flex-wrap gap-1">
		{{{ each filters }}}
		<li class="nav-item"><a class="nav-link py-1 px-2 text-sm {{{ if ./isActive }}}active{{{ end }}}" {{{ if ./isActive }}}aria-current="page"{{{ end }}} href="{config.relative_path}/forum-terms/restrictions?state={./name}">{{tx(concat("forum-terms:restriction.filter.", ./name))}}</a></li>
		{{{ end }}}
	</ul>
</nav>
{{{ if lines.length }}}
<!-- IMPORT partials/forum-terms/access/lines.tpl -->
{{{ else }}}
<p class="text-muted" role="status">{{{ if isFiltered }}}{{tx("forum-terms:restriction.none-of-these")}}{{{ else }}}{{tx("forum-terms:restriction.none")}}{{{ end }}}</p>
{{{ end }}}
{{{ if next }}}<a class="btn btn-outline-secondary btn-sm mt-2" data-role="more" href="{config.relative_path}/forum-terms/restrictions?state={filter}&amp;before={next}">{{tx("forum-terms:evidence.more")}}</a>{{{ end }}}
