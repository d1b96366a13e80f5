{{{ if !./versions.length }}}
<p class="text-muted">{{tx("admin/plugins/forum-terms:versions.none")}}</p>
{{{ else }}}
<div class="table-responsive">
	<table class="table table-sm align-middle">
		<thead>
			<tr>
				<th scope="col">{{tx("forum-terms:history.version")}}</th>
				<th scope="col">{{tx("forum-terms:history.published")}}</th>
				<th scope="col">{{tx("forum-terms:history.effective")}}</th>
				<th scope="col">{{tx("forum-terms:history.change")}}</th>
				<th scope="col">{{tx("admin/plugins/forum-terms:draft.notice")}}</th>
				<th scope="col">{{tx("forum-terms:history.changelog")}}</th>
				<th scope="col"></th>
			</tr>
		</thead>
		<tbody>
			{{{ each ./versions }}}
			<tr>
				<th scope="row" class="text-nowrap">{./version} {{{ if ./current }}}<span class="badge text-bg-success">{{tx("forum-terms:history.current")}}</span>{{{ end }}}</th>
				<td class="text-nowrap"><time class="timeago" datetime="{./publishedAtISO}" title="{./publishedAtISO}">{./publishedAtISO}</time></td>
				<td class="text-nowrap"><time class="timeago" datetime="{./effectiveAtISO}" title="{./effectiveAtISO}">{./effectiveAtISO}</time></td>
				<td>{{tx(concat("forum-terms:change.", ./change))}}</td>
				<td>{{tx(concat("admin/plugins/forum-terms:draft.notice.", ./notice))}}</td>
				<td class="text-break">{./changelog}</td>
				<td class="text-nowrap">
					<a href="{config.relative_path}/forum-terms/{./version}">{{tx("admin/plugins/forum-terms:versions.open")}}</a>
					{{{ if ./before }}}· <a href="{config.relative_path}/forum-terms/{./before}/diff/{./version}">{{tx("admin/plugins/forum-terms:versions.compare")}}</a>{{{ end }}}
				</td>
			</tr>
			{{{ end }}}
		</tbody>
	</table>
</div>
{{{ end }}}
