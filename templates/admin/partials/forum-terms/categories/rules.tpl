<section class="border-top pt-4 mt-4" data-role="category-rules" aria-labelledby="category-rules-heading">
	<h3 class="fs-5 fw-semibold" id="category-rules-heading">{{tx("admin/plugins/forum-terms:blueprint.rules.heading")}}</h3>
	<p class="text-muted">{{tx("admin/plugins/forum-terms:blueprint.rules.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="category-rules-problem"></div>
	<form novalidate>
		<div class="mb-3">
			<label class="form-label" for="category-rules-category">{{tx("admin/plugins/forum-terms:blueprint.rules.category")}}</label>
			<select class="form-select w-auto mw-100" id="category-rules-category"></select>
		</div>
		<div class="mb-3">
			<div class="form-label mb-1" id="category-rules-label">{{tx("admin/plugins/forum-terms:blueprint.rules.text")}}</div>
			<div data-texts="rules" data-rows="5"></div>
			<div class="form-text">{{tx("admin/plugins/forum-terms:blueprint.rules.text-help")}}</div>
		</div>
		<div class="mb-3 d-flex flex-wrap align-items-center gap-2 text-sm">
			<label for="category-rules-language">{{tx("admin/plugins/forum-terms:checklist.add-language")}}</label>
			<input class="form-control form-control-sm w-auto" size="6" id="category-rules-language" maxlength="35" placeholder="fr" autocomplete="off" spellcheck="false">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="add-rules-language">{{tx("admin/plugins/forum-terms:checklist.add")}}</button>
		</div>
		<div class="forum-terms-save"><button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:blueprint.rules.save")}}</button></div>
	</form>
</section>
