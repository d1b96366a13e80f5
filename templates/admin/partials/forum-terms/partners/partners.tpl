<div data-role="partners">
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="partner-problem"></div>
	<div data-role="partner-list">
		<p class="text-muted">{{tx("admin/plugins/forum-terms:partner.lead")}}</p>
		<form class="row g-2 align-items-end mb-3" data-role="partner-search" role="search">
			<div class="col-md-7"><label class="form-label" for="partner-q">{{tx("admin/plugins/forum-terms:partner.search")}}</label><input class="form-control" type="search" id="partner-q" name="q" maxlength="200" autocomplete="off" aria-describedby="partner-q-help"><div class="form-text" id="partner-q-help">{{tx("admin/plugins/forum-terms:partner.search-help")}}</div></div>
			<div class="col-md-5 align-self-start"><label class="form-label" for="partner-state">{{tx("admin/plugins/forum-terms:partner.state")}}</label>
				<select class="form-select" id="partner-state" name="state">
					<option value="">{{tx("admin/plugins/forum-terms:partner.state.all")}}</option>
					<option value="suspended">{{tx("admin/plugins/forum-terms:partner.state.suspended")}}</option>
					<option value="ownerless">{{tx("admin/plugins/forum-terms:partner.state.ownerless")}}</option>
					<option value="no-level">{{tx("admin/plugins/forum-terms:partner.state.no-level")}}</option>
					<option value="unknown-level">{{tx("admin/plugins/forum-terms:partner.state.unknown-level")}}</option>
				</select></div>
			<div class="col-12 d-flex flex-wrap gap-2">
				<button class="btn btn-outline-primary me-md-auto" type="submit">{{tx("admin/plugins/forum-terms:partner.find")}}</button>
				<button class="btn btn-primary" type="button" data-action="new-partner">{{tx("admin/plugins/forum-terms:partner.new")}}</button>
				<button class="btn btn-outline-secondary" type="button" data-action="import-partners">{{tx("admin/plugins/forum-terms:partner.import")}}</button>
			</div>
		</form>
		<p class="text-muted text-sm" data-role="partner-total" role="status"></p>
		<p class="d-none" data-role="partner-none">{{tx("admin/plugins/forum-terms:partner.none")}}</p>
		<ul class="list-group mb-3" data-role="partner-rows" aria-label="{{tx("admin/plugins/forum-terms:tab.partners")}}"></ul>
		<nav class="d-flex gap-2 align-items-center" aria-label="{{tx("admin/plugins/forum-terms:partner.pages")}}" data-role="partner-pages">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="partner-before">{{tx("admin/plugins/forum-terms:partner.before")}}</button>
			<span class="text-sm" data-role="partner-page"></span>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="partner-after">{{tx("admin/plugins/forum-terms:partner.after")}}</button>
		</nav>
	</div>
	<!-- IMPORT admin/partials/forum-terms/partners/account.tpl -->
	<!-- IMPORT admin/partials/forum-terms/partners/import.tpl -->
</div>
<template data-role="partner-row">
	<li class="list-group-item d-flex align-items-center gap-2">
		<div class="me-auto">
			<button class="btn btn-link p-0 fw-semibold text-start" type="button" data-action="open-partner" data-role="company"></button>
			<span data-role="states"></span>
			<div class="text-sm text-muted text-break" data-role="facts"></div>
		</div>
		<button class="btn btn-sm btn-outline-primary" type="button" data-action="open-partner">{{tx("admin/plugins/forum-terms:partner.edit")}}</button>
	</li>
</template>
<template data-role="partner-person">
	<li class="list-group-item d-flex flex-wrap align-items-center gap-2 py-1">
		<span class="me-auto text-break" data-role="name"></span>
		<select class="form-select form-select-sm w-auto" data-role="role">
			<option value="sales">{{tx("admin/plugins/forum-terms:partner.role.sales")}}</option>
			<option value="support">{{tx("admin/plugins/forum-terms:partner.role.support")}}</option>
			<option value="purchase">{{tx("admin/plugins/forum-terms:partner.role.purchase")}}</option>
		</select>
		<button class="btn btn-sm btn-outline-danger" type="button" data-action="remove-person">{{tx("admin/plugins/forum-terms:partner.remove")}}</button>
	</li>
</template>
