<div class="table-responsive">
	<table class="table table-sm align-middle">
		<caption class="visually-hidden">{{tx("forum-terms:history.title")}}</caption>
		<thead>
			<tr>
				<th scope="col">{{tx("forum-terms:history.version")}}</th>
				<th scope="col">{{tx("forum-terms:history.effective")}}</th>
				<th scope="col">{{tx("forum-terms:history.change")}}</th>
				<th scope="col">{{tx("forum-terms:history.changelog")}}</th>
			</tr>
		</thead>
		<tbody>
			{{{ each ./versions }}}
			<tr>
				<th scope="row" class="fw-normal">
					<a href="{config.relative_path}/forum-terms/{./version}">{{tx(./name)}}</a>
					{{{ if ./current }}}<span class="badge text-bg-success">{{tx("forum-terms:history.current")}}</span>{{{ end }}}
				</th>
				<td class="forum-terms-day"><time datetime="{./effectiveAtISO}">{./effectiveOn}</time></td>
				<td>{{tx(concat("forum-terms:change.", ./change))}}</td>
				<td><span class="text-break">{./changelog}</span>
					{{{ if ./before }}}<a class="d-block text-sm" href="{config.relative_path}/forum-terms/{./before}/diff/{./version}">{{tx("forum-terms:history.compare")}}</a>{{{ end }}}
				</td>
			</tr>
			{{{ end }}}
		</tbody>
	</table>
</div>
