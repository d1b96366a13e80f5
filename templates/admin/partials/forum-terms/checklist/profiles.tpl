<div data-role="checklist-list">
	<div class="d-flex flex-wrap gap-2 mb-3">
		<button class="btn btn-primary" type="button" data-action="new-checklist" aria-expanded="false" aria-controls="checklist-new">{{tx("admin/plugins/forum-terms:checklist.new")}}</button>
		<button class="btn btn-outline-secondary" type="button" data-action="import-checklist" aria-expanded="false" aria-controls="checklist-import">{{tx("admin/plugins/forum-terms:checklist.import")}}</button>
	</div>
	<form class="card card-body mb-3 d-none" id="checklist-new" data-role="checklist-new" novalidate>
		<h3 class="fs-6 fw-semibold" data-role="checklist-new-heading">{{tx("admin/plugins/forum-terms:checklist.new")}}</h3>
		<div class="row g-2 align-items-start">
			<div class="col-md-5"><label class="form-label" for="checklist-new-title">{{tx("admin/plugins/forum-terms:checklist.title")}}</label><input class="form-control" id="checklist-new-title" name="title" maxlength="1000" autocomplete="off"></div>
			<div class="col-md-4"><label class="form-label" for="checklist-new-id">{{tx("admin/plugins/forum-terms:checklist.id")}}</label><input class="form-control" id="checklist-new-id" name="id" maxlength="60" autocomplete="off" spellcheck="false" aria-describedby="checklist-new-id-help"><div class="form-text" id="checklist-new-id-help">{{tx("admin/plugins/forum-terms:checklist.id-help")}}</div></div>
			<div class="col-md-3"><span class="form-label d-none d-md-block" aria-hidden="true">&nbsp;</span><button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:checklist.begin")}}</button></div>
		</div>
	</form>
	<form class="card card-body mb-3 d-none" id="checklist-import" data-role="checklist-import" novalidate>
		<h3 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:checklist.import")}}</h3>
		<p class="form-text mt-0">{{tx("admin/plugins/forum-terms:checklist.import-help")}}</p>
		<div class="row g-2 mb-2">
			<div class="col-md-6"><label class="form-label" for="checklist-import-file">{{tx("admin/plugins/forum-terms:checklist.import-file")}}</label><input class="form-control" type="file" id="checklist-import-file" accept=".yaml,.yml,.json,.txt"></div>
		</div>
		<label class="form-label" for="checklist-import-text">{{tx("admin/plugins/forum-terms:checklist.import-text")}}</label>
		<textarea class="form-control font-monospace text-sm mb-2" id="checklist-import-text" rows="8" spellcheck="false"></textarea>
		<div><button class="btn btn-outline-primary" type="submit">{{tx("admin/plugins/forum-terms:checklist.import-read")}}</button></div>
		<div class="d-none mt-3" data-role="checklist-imported" role="status" tabindex="-1">
			<p class="fw-semibold mb-1" data-role="checklist-imported-what"></p>
			<ul class="mb-2" data-role="checklist-imported-notes"></ul>
			<div class="row g-2 align-items-start">
				<div class="col-md-4"><label class="form-label" for="checklist-import-id">{{tx("admin/plugins/forum-terms:checklist.import-id")}}</label><input class="form-control" id="checklist-import-id" maxlength="60" autocomplete="off" spellcheck="false" aria-describedby="checklist-import-id-help"><div class="form-text" id="checklist-import-id-help">{{tx("admin/plugins/forum-terms:checklist.import-id-help")}}</div></div>
				<div class="col-md-4"><span class="form-label d-none d-md-block" aria-hidden="true">&nbsp;</span><button class="btn btn-primary" type="button" data-action="take-import">{{tx("admin/plugins/forum-terms:checklist.import-take")}}</button></div>
			</div>
		</div>
	</form>
	<ul class="list-group" data-role="checklist-profiles" aria-label="{{tx("admin/plugins/forum-terms:checklist.profiles")}}"></ul>
	<p class="text-muted d-none" data-role="checklist-none">{{tx("admin/plugins/forum-terms:checklist.none")}}</p>
</div>
<template data-role="checklist-profile">
	<li class="list-group-item d-flex flex-wrap align-items-center gap-2">
		<div class="me-auto">
			<button class="btn btn-link p-0 fw-semibold text-start" type="button" data-action="edit" data-role="title"></button>
			<span class="badge text-bg-warning d-none" data-role="security">{{tx("admin/plugins/forum-terms:checklist.security")}}</span>
			<div class="text-xs text-muted" data-role="facts"></div>
		</div>
		<div class="d-flex flex-wrap gap-1" role="group" data-role="actions">
			<button class="btn btn-sm btn-outline-primary" type="button" data-action="edit">{{tx("admin/plugins/forum-terms:checklist.edit")}}</button>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="duplicate">{{tx("admin/plugins/forum-terms:checklist.duplicate")}}</button>
			<a class="btn btn-sm btn-outline-secondary" data-file="yaml" download>YAML</a>
			<a class="btn btn-sm btn-outline-secondary" data-file="json" download>JSON</a>
			<button class="btn btn-sm btn-outline-danger" type="button" data-action="remove">{{tx("admin/plugins/forum-terms:checklist.remove")}}</button>
		</div>
	</li>
</template>
