<div data-role="licences">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:licence.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="licence-problem"></div>
	<div class="mb-3">
		<label class="form-label" for="licence-state">{{tx("admin/plugins/forum-terms:licence.state")}}</label>
		<select class="form-select w-auto" id="licence-state" data-role="licence-state">
			<option value="claimed">{{tx("admin/plugins/forum-terms:licence.state.claimed")}}</option>
			<option value="verified">{{tx("admin/plugins/forum-terms:licence.state.verified")}}</option>
			<option value="refused">{{tx("admin/plugins/forum-terms:licence.state.refused")}}</option>
			<option value="withdrawn">{{tx("admin/plugins/forum-terms:licence.state.withdrawn")}}</option>
		</select>
	</div>
	<p class="text-muted" role="status" data-role="licence-total"></p>
	<ul class="list-group mb-3" data-role="licence-list"></ul>
	<button class="btn btn-outline-secondary d-none" type="button" data-action="more-licences">{{tx("admin/plugins/forum-terms:licence.more")}}</button>
	<template data-role="licence-row">
		<li class="list-group-item">
			<div class="d-flex flex-wrap gap-2 align-items-center">
				<div class="me-auto">
					<a class="fw-semibold text-break" data-field="who"></a>
					<span class="font-monospace text-nowrap" data-field="key"></span>
					<span class="badge border text-body fw-normal" data-field="state"></span>
					<div class="text-muted text-sm" data-field="when"></div>
					<div class="text-sm text-break" data-field="reason"></div>
				</div>
				<button class="btn btn-sm btn-outline-primary" type="button" data-action="decide" aria-expanded="false" aria-controls="licence-@-form">{{tx("admin/plugins/forum-terms:licence.decide")}}</button>
			</div>
			<div class="alert alert-warning d-none mt-2 mb-0 py-2" data-field="double"></div>
			<form class="d-none mt-3" id="licence-@-form" data-role="decision">
				<div class="row g-2">
					<div class="col-12 col-md-8">
						<label class="form-label" for="licence-@-reason">{{tx("admin/plugins/forum-terms:licence.reason")}}</label>
						<input class="form-control" type="text" id="licence-@-reason" name="reason" data-path="reason" maxlength="1000" autocomplete="off" aria-describedby="licence-@-reason-help">
						<div class="form-text" id="licence-@-reason-help">{{tx("admin/plugins/forum-terms:licence.reason-help")}}</div>
					</div>
					<div class="col-12 col-md-4">
						<label class="form-label" for="licence-@-until">{{tx("admin/plugins/forum-terms:licence.until")}}</label>
						<input class="form-control" type="date" id="licence-@-until" name="until" data-path="validUntil" aria-describedby="licence-@-until-help">
						<div class="form-text" id="licence-@-until-help">{{tx("admin/plugins/forum-terms:licence.until-help")}}</div>
					</div>
				</div>
				<div class="d-flex flex-wrap gap-2 mt-2">
					<button class="btn btn-sm btn-primary" type="submit" value="verify">{{tx("admin/plugins/forum-terms:licence.verify")}}</button>
					<button class="btn btn-sm btn-outline-danger" type="submit" value="refuse">{{tx("admin/plugins/forum-terms:licence.refuse")}}</button>
				</div>
			</form>
		</li>
	</template>
</div>
<section class="border-top pt-3 mt-4" data-role="licence-secret" aria-labelledby="licence-secret-title">
	<h3 class="fs-6 fw-semibold" id="licence-secret-title">{{tx("admin/plugins/forum-terms:licence.secret.title")}}</h3>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="secret-problem"></div>
	<p role="status" data-role="secret-state"></p>
	<form>
		<label class="form-label" for="licence-secret">{{tx("admin/plugins/forum-terms:licence.secret.field")}}</label>
		<input class="form-control mb-1" type="password" id="licence-secret" name="secret" data-path="secret" maxlength="200" autocomplete="new-password" aria-describedby="licence-secret-help">
		<div class="form-text mb-2" id="licence-secret-help">{{tx("admin/plugins/forum-terms:licence.secret.help")}}</div>
		<div class="d-flex flex-wrap gap-2">
			<button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:licence.secret.set")}}</button>
			<button class="btn btn-outline-danger d-none" type="button" data-action="remove-secret">{{tx("admin/plugins/forum-terms:licence.secret.remove")}}</button>
		</div>
	</form>
</section>
