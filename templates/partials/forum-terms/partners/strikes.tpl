<div data-role="partner-strikes">
	<p class="text-muted" role="status" data-role="strikes-state">{{tx("forum-terms:partner.strikes-loading")}}</p>
	<div data-role="strikes-body"></div>
	<p class="mt-4 mb-0 d-flex flex-wrap gap-2 align-items-center" data-role="strike-files">
		<span class="text-muted">{{tx("forum-terms:partner.strikes-files")}}</span>
		<a class="btn btn-sm btn-outline-secondary" download="forum-terms-strikes.csv" href="{config.relative_path}/api/v3/plugins/forum-terms/partners/{id}/strikes.csv">CSV</a>
		<a class="btn btn-sm btn-outline-secondary" download="forum-terms-strikes.json" href="{config.relative_path}/api/v3/plugins/forum-terms/partners/{id}/strikes.json">JSON</a>
	</p>
</div>
