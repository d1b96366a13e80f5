<div data-role="blueprint">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:blueprint.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="blueprint-problem"></div>
	<div class="alert d-none" role="status" tabindex="-1" data-role="blueprint-outcome"></div>
	<div class="mb-3 d-none" data-role="blueprint-progress">
		<div class="progress mb-1" role="progressbar" aria-label="{{tx("admin/plugins/forum-terms:blueprint.progress-label")}}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0"><div class="progress-bar"></div></div>
		<p class="text-sm mb-0" role="status" data-role="blueprint-progress-text"></p>
	</div>
	<section class="border border-warning rounded-1 p-3 mb-4 d-none" data-role="blueprint-drift" aria-labelledby="blueprint-drift-heading">
		<h3 class="fs-5 fw-semibold"><i class="fa fa-fw fa-triangle-exclamation me-1" aria-hidden="true"></i><span id="blueprint-drift-heading" data-role="blueprint-drift-heading"></span></h3>
		<p>{{tx("admin/plugins/forum-terms:blueprint.drift-lead")}}</p>
		<div data-role="blueprint-drift-steps"></div>
		<button class="btn btn-warning" type="button" data-action="put-right">{{tx("admin/plugins/forum-terms:blueprint.put-right")}}</button>
	</section>
	<p class="d-none" data-role="blueprint-agrees"><i class="fa fa-fw fa-check text-success me-1" aria-hidden="true"></i><span data-role="blueprint-agrees-text"></span></p>
	<section class="border rounded-1 p-3 mb-4 d-none" data-role="blueprint-run" aria-labelledby="blueprint-run-heading">
		<h3 class="fs-6 fw-semibold" id="blueprint-run-heading">{{tx("admin/plugins/forum-terms:blueprint.last-run")}}</h3>
		<p class="mb-2" tabindex="-1" data-role="blueprint-run-what"></p>
		<p class="alert alert-warning py-2 d-none" data-role="blueprint-run-problem"></p>
		<button class="btn btn-sm btn-outline-danger" type="button" data-action="undo-blueprint">{{tx("admin/plugins/forum-terms:blueprint.undo")}}</button>
	</section>
	<form class="mb-4" data-role="blueprint-form" novalidate>
		<fieldset class="mb-3">
			<legend class="fs-5 fw-semibold">{{tx("admin/plugins/forum-terms:blueprint.start")}}</legend>
			<div class="form-check">
				<input class="form-check-input" type="radio" name="blueprint-source" id="blueprint-preset" checked aria-describedby="blueprint-preset-help">
				<label class="form-check-label" for="blueprint-preset">{{tx("admin/plugins/forum-terms:blueprint.preset")}}</label>
				<div class="form-text mt-0" id="blueprint-preset-help">{{tx("admin/plugins/forum-terms:blueprint.preset-help")}}</div>
			</div>
			<div class="form-check mt-2">
				<input class="form-check-input" type="radio" name="blueprint-source" id="blueprint-own">
				<label class="form-check-label" for="blueprint-own">{{tx("admin/plugins/forum-terms:blueprint.own")}}</label>
			</div>
			<div class="mt-3 d-none" data-role="blueprint-own-fields">
				<label class="form-label" for="blueprint-file">{{tx("admin/plugins/forum-terms:blueprint.file")}}</label>
				<input class="form-control mb-2" type="file" id="blueprint-file" accept=".yaml,.yml,.json,.txt">
				<label class="form-label" for="blueprint-text">{{tx("admin/plugins/forum-terms:blueprint.text")}}</label>
				<textarea class="form-control font-monospace text-sm" id="blueprint-text" rows="8" spellcheck="false"></textarea>
			</div>
		</fieldset>
		<div class="d-flex flex-wrap gap-2 align-items-center">
			<button class="btn btn-primary" type="submit" data-role="blueprint-look">{{tx("admin/plugins/forum-terms:blueprint.look")}}</button>
			<a class="btn btn-outline-secondary" download href="{config.relative_path}/api/v3/plugins/forum-terms/admin/categories/preset.yaml"><i class="fa fa-fw fa-download me-1" aria-hidden="true"></i>{{tx("admin/plugins/forum-terms:blueprint.download-preset")}}</a>
			<a class="btn btn-outline-secondary" download href="{config.relative_path}/api/v3/plugins/forum-terms/admin/categories/blueprint.yaml"><i class="fa fa-fw fa-download me-1" aria-hidden="true"></i>{{tx("admin/plugins/forum-terms:blueprint.download-forum")}}</a>
		</div>
	</form>
	<section class="d-none" data-role="blueprint-plan" aria-labelledby="blueprint-summary">
		<h3 class="fs-5 fw-semibold" tabindex="-1" id="blueprint-summary" data-role="blueprint-summary"></h3>
		<fieldset class="border rounded-1 p-3 mb-3 d-none" data-role="blueprint-candidates">
			<legend class="fs-6 fw-semibold mb-1">{{tx("admin/plugins/forum-terms:blueprint.candidates")}}</legend>
			<p class="form-text mt-0">{{tx("admin/plugins/forum-terms:blueprint.candidates-help")}}</p>
			<div data-role="blueprint-candidate-list"></div>
		</fieldset>
		<div data-role="blueprint-diff"></div>
		<div class="alert alert-warning d-none" role="alert" tabindex="-1" data-role="blueprint-moved-on">
			<p class="mb-2" data-role="blueprint-moved-on-text"></p>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="plan-again">{{tx("admin/plugins/forum-terms:blueprint.plan-again")}}</button>
		</div>
		<div class="forum-terms-save" data-role="blueprint-save"><button class="btn btn-success" type="button" data-action="apply-blueprint">{{tx("admin/plugins/forum-terms:blueprint.apply")}}</button></div>
	</section>
</div>
