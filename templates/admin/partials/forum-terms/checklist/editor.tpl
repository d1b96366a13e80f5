<form class="d-none" data-role="checklist-editor" novalidate>
	<div class="d-flex flex-wrap align-items-center gap-2 mb-3">
		<button class="btn btn-sm btn-outline-secondary" type="button" data-action="close-editor">&larr; {{tx("admin/plugins/forum-terms:checklist.all")}}</button>
		<h3 class="fs-5 fw-semibold mb-0 text-break" tabindex="-1" data-role="checklist-heading"></h3>
		<span class="text-muted text-sm" data-role="checklist-version"></span>
	</div>
	<div class="row g-4">
		<div class="col-lg-7">
			<div class="row g-3 mb-3">
				<div class="col-sm-6"><div class="form-label mb-1" id="checklist-title-label">{{tx("admin/plugins/forum-terms:checklist.title")}}</div><div data-texts="title"></div></div>
				<div class="col-sm-6">
					<label class="form-label mb-1" for="checklist-kind">{{tx("admin/plugins/forum-terms:checklist.kind")}}</label>
					<select class="form-select form-select-sm" id="checklist-kind" data-path="kind" data-part="kind" aria-describedby="checklist-kind-help">
						<option value="standard">{{tx("admin/plugins/forum-terms:checklist.kind.standard")}}</option>
						<option value="security">{{tx("admin/plugins/forum-terms:checklist.kind.security")}}</option>
					</select>
					<div class="form-text" id="checklist-kind-help" data-role="kind-help"></div>
				</div>
				<div class="col-12" data-role="title-rule"><div class="form-check form-switch">
					<input class="form-check-input" type="checkbox" role="switch" id="checklist-title-rule" data-path="titleRule" aria-describedby="checklist-title-rule-help">
					<label class="form-check-label" for="checklist-title-rule">{{tx("admin/plugins/forum-terms:checklist.title-rule")}}</label>
					<div class="form-text" id="checklist-title-rule-help">{{tx("admin/plugins/forum-terms:checklist.title-rule-help")}}</div>
				</div></div>
				<div class="col-12 d-flex flex-wrap align-items-center gap-2 text-sm">
					<label for="checklist-language">{{tx("admin/plugins/forum-terms:checklist.add-language")}}</label>
					<input class="form-control form-control-sm w-auto" size="6" id="checklist-language" maxlength="35" placeholder="fr" autocomplete="off" spellcheck="false">
					<button class="btn btn-sm btn-outline-secondary" type="button" data-action="add-language">{{tx("admin/plugins/forum-terms:checklist.add")}}</button>
				</div>
			</div>
			<div class="d-flex flex-wrap align-items-center gap-2 mb-2">
				<h4 class="fs-6 fw-semibold mb-0 me-auto">{{tx("admin/plugins/forum-terms:checklist.items")}}</h4>
				<button class="btn btn-sm btn-link" type="button" data-action="toggle-all">{{tx("admin/plugins/forum-terms:checklist.toggle-all")}}</button>
			</div>
			<p class="visually-hidden" aria-live="polite" data-role="checklist-announcement"></p>
			<div class="alert alert-secondary d-none d-flex flex-wrap align-items-center gap-2 py-2" data-role="checklist-undo" role="status"><span data-role="undo-text"></span><button class="btn btn-sm btn-outline-secondary" type="button" data-action="undo">{{tx("admin/plugins/forum-terms:checklist.undo")}}</button></div>
			<ol class="list-unstyled mb-3" data-role="checklist-items"></ol>
			<div class="d-flex flex-wrap align-items-center gap-2 mb-3">
				<label for="checklist-new-kind">{{tx("admin/plugins/forum-terms:checklist.add-item")}}</label>
				<select class="form-select form-select-sm w-auto" id="checklist-new-kind"></select>
				<button class="btn btn-sm btn-outline-primary" type="button" data-action="add-item">{{tx("admin/plugins/forum-terms:checklist.add")}}</button>
			</div>
		</div>
		<div class="col-lg-5">
			<section class="forum-terms-sticky" aria-labelledby="checklist-preview-heading">
				<div class="d-flex flex-wrap align-items-center gap-2 mb-2">
					<h4 class="fs-6 fw-semibold mb-0 me-auto" id="checklist-preview-heading">{{tx("admin/plugins/forum-terms:checklist.preview")}}</h4>
					<div class="d-flex align-items-center gap-2"><label class="text-sm" for="checklist-preview-language">{{tx("admin/plugins/forum-terms:checklist.preview-language")}}</label>
						<select class="form-select form-select-sm w-auto" id="checklist-preview-language"></select></div>
				</div>
				<div data-role="checklist-preview"></div>
			</section>
		</div>
	</div>
	<div class="forum-terms-save d-flex flex-wrap align-items-center gap-2">
		<button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-profile")}}</button>
		<span class="text-sm text-muted" data-role="checklist-unsaved" role="status"></span>
	</div>
</form>
