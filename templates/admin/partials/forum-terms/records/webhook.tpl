<section class="border-top pt-3 mt-4" data-role="webhook" aria-labelledby="webhook-title">
	<h3 class="fs-6 fw-semibold" id="webhook-title">{{tx("admin/plugins/forum-terms:webhook.title")}}</h3>
	<p class="text-muted">{{tx("admin/plugins/forum-terms:webhook.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="webhook-problem"></div>
	<p class="mb-2" role="status" data-role="webhook-state"></p>
	<div class="alert alert-warning d-none" role="status" data-role="webhook-failing"></div>
	<div class="border border-warning rounded-1 p-3 mb-3 d-none" role="status" data-role="webhook-aside">
		<p class="mb-2" data-role="webhook-aside-count"></p>
		<ul class="list-unstyled mb-2" data-role="webhook-aside-list"></ul>
		<div class="d-flex flex-wrap gap-2">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="send-aside-webhook">{{tx("admin/plugins/forum-terms:webhook.send-all")}}</button>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="skip-aside-webhook">{{tx("admin/plugins/forum-terms:webhook.skip-all")}}</button>
		</div>
	</div>
	<form>
		<div class="row g-3 mb-3">
			<div class="col-12 col-lg-6">
				<label class="form-label" for="webhook-url">{{tx("admin/plugins/forum-terms:webhook.url")}}</label>
				<input class="form-control mb-1" type="url" id="webhook-url" name="url" data-path="url" maxlength="1000" placeholder="https://" autocomplete="off" aria-describedby="webhook-url-help">
				<div class="form-text" id="webhook-url-help">{{tx("admin/plugins/forum-terms:webhook.url-help")}}</div>
			</div>
			<div class="col-12 col-lg-6">
				<label class="form-label" for="webhook-secret">{{tx("admin/plugins/forum-terms:webhook.secret")}}</label>
				<input class="form-control mb-1" type="password" id="webhook-secret" name="secret" data-path="secret" maxlength="200" autocomplete="new-password" aria-describedby="webhook-secret-since webhook-secret-help">
				<div class="form-text" id="webhook-secret-since" data-role="webhook-secret-since"></div>
				<div class="form-text" id="webhook-secret-help">{{tx("admin/plugins/forum-terms:webhook.secret-help")}}</div>
			</div>
		</div>
		<div class="d-flex flex-wrap gap-2">
			<button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:webhook.save")}}</button>
			<button class="btn btn-outline-secondary d-none" type="button" data-action="test-webhook">{{tx("admin/plugins/forum-terms:webhook.test")}}</button>
			<button class="btn btn-outline-secondary d-none" type="button" data-action="retry-webhook">{{tx("admin/plugins/forum-terms:webhook.retry")}}</button>
			<button class="btn btn-outline-danger d-none" type="button" data-action="remove-webhook">{{tx("admin/plugins/forum-terms:webhook.remove")}}</button>
		</div>
	</form>
</section>
