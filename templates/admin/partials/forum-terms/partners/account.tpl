<div class="d-none" data-role="partner-account">
	<button class="btn btn-link p-0 mb-2" type="button" data-action="partner-back">{{tx("admin/plugins/forum-terms:partner.back")}}</button>
	<h3 class="fs-5 fw-semibold" data-role="partner-heading" tabindex="-1"></h3>
	<p class="d-flex flex-wrap gap-2 align-items-center"><span data-role="partner-states"></span><a class="d-none" data-role="partner-console">{{tx("admin/plugins/forum-terms:partner.page")}}</a></p>
	<div class="alert alert-warning d-none" role="alert" tabindex="-1" data-role="partner-conflict">
		<p class="fw-semibold mb-1">{{tx("admin/plugins/forum-terms:partner.conflict")}}</p>
		<ul class="mb-2" data-role="partner-differences"></ul>
		<div class="d-flex flex-wrap gap-2">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="take-theirs">{{tx("admin/plugins/forum-terms:partner.conflict.theirs")}}</button>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="keep-mine">{{tx("admin/plugins/forum-terms:partner.conflict.mine")}}</button>
		</div>
	</div>
	<form class="mb-4" data-role="partner-form" novalidate>
		<div class="row g-3">
			<div class="col-md-4"><label class="form-label" for="partner-id">{{tx("admin/plugins/forum-terms:partner.id")}}</label><input class="form-control" id="partner-id" data-path="id" maxlength="60" autocomplete="off" spellcheck="false" aria-describedby="partner-id-help"><div class="form-text" id="partner-id-help">{{tx("admin/plugins/forum-terms:partner.id-help")}}</div></div>
			<div class="col-md-8"><label class="form-label" for="partner-company">{{tx("admin/plugins/forum-terms:partner.company")}}</label><input class="form-control" id="partner-company" data-path="company" maxlength="200" autocomplete="off"></div>
			<div class="col-md-4"><label class="form-label" for="partner-level">{{tx("admin/plugins/forum-terms:partner.level")}}</label><select class="form-select" id="partner-level" data-path="level" aria-describedby="partner-level-help"></select><div class="form-text" id="partner-level-help">{{tx("admin/plugins/forum-terms:partner.level-help")}}</div></div>
			<div class="col-md-4"><label class="form-label" for="partner-until">{{tx("admin/plugins/forum-terms:partner.until")}}</label><input class="form-control" type="date" id="partner-until" data-path="levelValidUntil" aria-describedby="partner-until-help"><div class="form-text" id="partner-until-help">{{tx("admin/plugins/forum-terms:partner.until-help")}}</div></div>
			<div class="col-md-4"><label class="form-label" for="partner-domains">{{tx("admin/plugins/forum-terms:partner.domains")}}</label><input class="form-control" id="partner-domains" data-path="domains" autocomplete="off" spellcheck="false" aria-describedby="partner-domains-help"><div class="form-text" id="partner-domains-help">{{tx("admin/plugins/forum-terms:partner.domains-help")}}</div></div>
			<div class="col-md-6"><label class="form-label" for="partner-contact">{{tx("admin/plugins/forum-terms:partner.contact")}}</label><input class="form-control" id="partner-contact" data-path="contact" maxlength="200" autocomplete="off"></div>
			<div class="col-md-6"><label class="form-label" for="partner-email">{{tx("admin/plugins/forum-terms:partner.email")}}</label><input class="form-control" type="email" id="partner-email" data-path="email" maxlength="254" autocomplete="off"></div>
			<fieldset class="col-md-6"><legend class="fs-6">{{tx("admin/plugins/forum-terms:partner.owners")}}</legend>
				<ul class="list-group mb-2" data-role="partner-owners"></ul>
				<label class="form-label" for="partner-owner-name">{{tx("admin/plugins/forum-terms:partner.add-owner")}}</label>
				<div class="input-group"><input class="form-control" id="partner-owner-name" data-path="owners" autocomplete="off"><button class="btn btn-outline-secondary" type="button" data-action="add-owner">{{tx("admin/plugins/forum-terms:partner.add")}}</button></div></fieldset>
			<fieldset class="col-md-6"><legend class="fs-6">{{tx("admin/plugins/forum-terms:partner.staff")}}</legend>
				<ul class="list-group mb-2" data-role="partner-staff"></ul>
				<button class="btn btn-sm btn-outline-secondary mb-2 d-none" type="button" data-action="more-staff"></button>
				<label class="form-label d-block" for="partner-staff-name">{{tx("admin/plugins/forum-terms:partner.add-staff")}}</label>
				<div class="input-group"><input class="form-control" id="partner-staff-name" data-path="staff" autocomplete="off"><button class="btn btn-outline-secondary" type="button" data-action="add-staff">{{tx("admin/plugins/forum-terms:partner.add")}}</button></div></fieldset>
		</div>
		<button class="btn btn-primary mt-3" type="submit">{{tx("admin/plugins/forum-terms:partner.save")}}</button>
	</form>
	<section class="mb-4" data-role="partner-suspension">
		<h4 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:partner.suspension")}}</h4>
		<p data-role="partner-suspended"></p>
		<form data-role="partner-suspend" novalidate>
			<div class="row g-2">
				<div class="col-md-3" data-role="suspend-only"><label class="form-label" for="partner-clause">{{tx("admin/plugins/forum-terms:partner.clause")}}</label><select class="form-select" id="partner-clause" data-path="clause"></select></div>
				<div class="col-md-9"><label class="form-label" for="partner-reason">{{tx("admin/plugins/forum-terms:partner.reason")}}</label><input class="form-control" id="partner-reason" data-path="reason" maxlength="1000" autocomplete="off"></div>
			</div>
			<div class="mt-3" data-role="suspend-only">
				<!-- IMPORT partials/forum-terms/decision-target.tpl -->
				<!-- IMPORT partials/forum-terms/decision-notice.tpl -->
				<div data-role="statement-preview"></div>
			</div>
			<button class="btn btn-outline-danger mt-2" type="submit" data-role="suspend-button">{{tx("admin/plugins/forum-terms:partner.suspend")}}</button>
			<button class="btn btn-outline-primary mt-2" type="submit" data-role="lift-button">{{tx("admin/plugins/forum-terms:partner.lift")}}</button>
		</form>
	</section>
	<section data-role="partner-history-area">
		<h4 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:partner.history")}}</h4>
		<ol class="list-unstyled text-sm" data-role="partner-history"></ol>
	</section>
</div>
