<div class="d-flex flex-wrap gap-2 align-items-end mb-3">
	<div>
		<label class="form-label" for="members-state">{{tx("admin/plugins/forum-terms:members.state")}}</label>
		<select class="form-select" id="members-state" data-role="members-state">
			<option value="">{{tx("admin/plugins/forum-terms:members.state.all")}}</option>
			<option value="owed">{{tx("admin/plugins/forum-terms:members.state.owed")}}</option>
			<option value="accepted">{{tx("admin/plugins/forum-terms:members.state.accepted")}}</option>
			<option value="declined">{{tx("admin/plugins/forum-terms:members.state.declined")}}</option>
		</select>
	</div>
	<button class="btn btn-outline-primary" type="button" data-action="load-members">{{tx("admin/plugins/forum-terms:members.load")}}</button>
	<div class="ms-auto">{{tx("admin/plugins/forum-terms:members.download")}}:
		<a class="text-decoration-underline" href="{config.relative_path}/api/v3/plugins/forum-terms/admin/terms/{./document}/members.csv" download>CSV</a>,
		<a class="text-decoration-underline" href="{config.relative_path}/api/v3/plugins/forum-terms/admin/terms/{./document}/members.json" download>JSON</a>
	</div>
</div>
<div class="table-responsive" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:tab.members")}}">
	<table class="table table-sm align-middle">
		<thead>
			<tr>
				<th scope="col">{{tx("admin/plugins/forum-terms:members.name")}}</th>
				<th scope="col">{{tx("admin/plugins/forum-terms:members.standing")}}</th>
				<th class="d-none d-md-table-cell" scope="col">{{tx("admin/plugins/forum-terms:members.version")}}</th>
				<th class="d-none d-md-table-cell" scope="col">{{tx("admin/plugins/forum-terms:members.when")}}</th>
			</tr>
		</thead>
		<tbody data-role="members" aria-live="polite"></tbody>
	</table>
</div>
<p class="text-muted d-none" data-role="members-none">{{tx("admin/plugins/forum-terms:members.none")}}</p>
<button class="btn btn-outline-secondary d-none" type="button" data-action="more-members">{{tx("admin/plugins/forum-terms:members.more")}}</button>
{{{ if ./hasDays }}}
<h3 class="fs-6 fw-semibold mt-4">{{tx("admin/plugins/forum-terms:chart.title")}}</h3>
<div class="forum-terms-chart"><canvas data-role="decisions" data-days="{./daysJSON}" role="img" aria-label="{{tx("admin/plugins/forum-terms:chart.title")}}"></canvas></div>
<details class="text-sm">
	<summary>{{tx("admin/plugins/forum-terms:chart.table")}}</summary>
	<table class="table table-sm w-auto">
		<thead><tr><th scope="col">{{tx("admin/plugins/forum-terms:chart.day")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:summary.accepted")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:summary.declined")}}</th></tr></thead>
		<tbody>{{{ each ./days }}}<tr><td>{./day}</td><td>{./accepted}</td><td>{./declined}</td></tr>{{{ end }}}</tbody>
	</table>
</details>
{{{ end }}}
<!-- IMPORT admin/partials/forum-terms/terms/member-forms.tpl -->
