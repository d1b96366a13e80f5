<div class="d-none" data-role="partner-import">
	<button class="btn btn-link p-0 mb-2" type="button" data-action="partner-back">{{tx("admin/plugins/forum-terms:partner.back")}}</button>
	<h3 class="fs-5 fw-semibold" tabindex="-1" data-role="partner-import-heading">{{tx("admin/plugins/forum-terms:partner.import")}}</h3>
	<p class="form-text">{{tx("admin/plugins/forum-terms:partner.import-help")}}</p>
	<p class="font-monospace text-sm text-break">id, company, contact, email, level, levelValidUntil, domains, owners, staff</p>
	<form data-role="partner-import-form" novalidate>
		<div class="row g-2 mb-2">
			<div class="col-md-6"><label class="form-label" for="partner-import-file">{{tx("admin/plugins/forum-terms:partner.import-file")}}</label><input class="form-control" type="file" id="partner-import-file" accept=".csv,.json,.txt"></div>
			<div class="col-md-3"><label class="form-label" for="partner-import-format">{{tx("admin/plugins/forum-terms:partner.import-format")}}</label><select class="form-select" id="partner-import-format"><option value="csv">CSV</option><option value="json">JSON</option></select></div>
		</div>
		<label class="form-label" for="partner-import-text">{{tx("admin/plugins/forum-terms:partner.import-text")}}</label>
		<textarea class="form-control font-monospace text-sm mb-2" id="partner-import-text" rows="6" spellcheck="false"></textarea>
		<button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:partner.import-plan")}}</button>
	</form>
	<div class="d-none mt-3" data-role="partner-plan" tabindex="-1">
		<h4 class="fs-6 fw-semibold" data-role="partner-plan-summary" role="status"></h4>
		<p class="form-text mt-0" data-role="partner-encoding"></p>
		<div class="table-responsive d-none" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:partner.errors")}}" data-role="partner-errors">
			<table class="table table-sm caption-top"><caption data-role="partner-errors-caption"></caption>
				<thead><tr><th scope="col">{{tx("admin/plugins/forum-terms:partner.error.line")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:partner.error.field")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:partner.error.what")}}</th></tr></thead>
				<tbody></tbody></table>
		</div>
		<div class="table-responsive d-none" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:partner.steps")}}" data-role="partner-steps">
			<table class="table table-sm caption-top"><caption>{{tx("admin/plugins/forum-terms:partner.steps")}}</caption>
				<thead><tr><th scope="col">{{tx("admin/plugins/forum-terms:partner.company")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:partner.step.act")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:partner.step.changes")}}</th></tr></thead>
				<tbody></tbody></table>
		</div>
		<button class="btn btn-success" type="button" data-action="apply-import">{{tx("admin/plugins/forum-terms:partner.import-apply")}}</button>
		<p class="mt-2 mb-0" role="status" data-role="partner-progress"></p>
	</div>
</div>
