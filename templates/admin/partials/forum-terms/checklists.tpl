<div data-role="checklists">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:checklist.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="checklist-problem"></div>
	<form data-role="checklist-places" class="mb-4" novalidate>
		<h3 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:checklist.places")}}</h3>
		<div class="table-responsive" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:checklist.places")}}">
			<table class="table table-sm align-middle mb-0">
				<thead><tr><th scope="col">{{tx("admin/plugins/forum-terms:checklist.category")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:checklist.topics")}}</th><th scope="col">{{tx("admin/plugins/forum-terms:checklist.replies")}}</th></tr></thead>
				<tbody data-role="checklist-categories"></tbody>
			</table>
		</div>
		<button class="btn btn-primary mt-3" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-places")}}</button>
	</form>
	<form data-role="checklist-knowledge" class="mb-4" novalidate>
		<h3 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:checklist.knowledge")}}</h3>
		<div class="row g-3">
			<div class="col-md-6">
				<label class="form-label" for="checklist-latest">{{tx("admin/plugins/forum-terms:checklist.latest")}}</label>
				<input class="form-control" id="checklist-latest" name="latest" maxlength="100" aria-describedby="checklist-latest-help">
				<div class="form-text" id="checklist-latest-help">{{tx("admin/plugins/forum-terms:checklist.latest-help")}}</div>
			</div>
			<div class="col-6 col-md-3">
				<label class="form-label" for="checklist-grace">{{tx("admin/plugins/forum-terms:checklist.grace")}}</label>
				<input class="form-control" id="checklist-grace" name="graceDays" type="number" min="0" max="3650">
			</div>
			<div class="col-6 col-md-3">
				<label class="form-label" for="checklist-stale">{{tx("admin/plugins/forum-terms:checklist.stale")}}</label>
				<input class="form-control" id="checklist-stale" name="staleDays" type="number" min="0" max="3650">
			</div>
		</div>
		<label class="form-label mt-3" for="checklist-lists">{{tx("admin/plugins/forum-terms:checklist.lists")}}</label>
		<textarea class="form-control font-monospace text-sm" id="checklist-lists" name="lists" rows="10" spellcheck="false" aria-describedby="checklist-lists-help"></textarea>
		<div class="form-text" id="checklist-lists-help">{{tx("admin/plugins/forum-terms:checklist.lists-help")}}</div>
		<button class="btn btn-primary mt-2" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-knowledge")}}</button>
	</form>
	<form data-role="checklist-profile" novalidate>
		<h3 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:checklist.profile")}}</h3>
		<div class="row g-2 mb-2">
			<div class="col-md-4"><label class="visually-hidden" for="checklist-profile">{{tx("admin/plugins/forum-terms:checklist.profile")}}</label><input class="form-control" id="checklist-profile" name="profile" list="checklist-profiles" maxlength="60"><datalist id="checklist-profiles" data-role="checklist-names"></datalist></div>
		</div>
		<label class="form-label" for="checklist-items">{{tx("admin/plugins/forum-terms:checklist.items")}}</label>
		<textarea class="form-control font-monospace text-sm" id="checklist-items" name="items" rows="18" spellcheck="false" aria-describedby="checklist-items-help"></textarea>
		<div class="form-text" id="checklist-items-help">{{tx("admin/plugins/forum-terms:checklist.items-help")}}</div>
		<button class="btn btn-primary mt-2" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-profile")}}</button>
	</form>
</div>
