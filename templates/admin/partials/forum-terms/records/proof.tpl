<div data-role="proof">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:proof.lead")}}</p>
	<dl class="row row-cols-2 row-cols-md-4 g-2 mb-3">
		<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:proof.records")}}</dt><dd class="fw-semibold mb-0" data-role="ledger-records">{ledger.records}</dd></div>
		<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:proof.sealed")}}</dt><dd class="fw-semibold mb-0" data-role="ledger-sealed">{ledger.sealed}</dd></div>
		<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:proof.key")}}</dt><dd class="fw-semibold mb-0 text-break" data-role="ledger-key">{ledger.key}</dd></div>
	</dl>
	<div class="d-flex flex-wrap gap-2 mb-3">
		<button class="btn btn-primary" type="button" data-action="verify-ledger">{{tx("admin/plugins/forum-terms:proof.verify")}}</button>
		<button class="btn btn-outline-secondary" type="button" data-action="seal-ledger">{{tx("admin/plugins/forum-terms:proof.seal")}}</button>
		<button class="btn btn-outline-secondary" type="button" data-action="rotate-key">{{tx("admin/plugins/forum-terms:proof.rotate")}}</button>
		<a class="btn btn-outline-secondary" href="{config.relative_path}/forum-terms/decisions">{{tx("admin/plugins/forum-terms:proof.decisions")}}</a>
	</div>
	<div class="alert d-none" role="status" data-role="ledger-verdict"></div>
	<form class="row g-2 align-items-end mb-3" data-role="member-records-form">
		<div class="col-auto">
			<label class="form-label" for="forum-terms-uid">{{tx("admin/plugins/forum-terms:proof.uid")}}</label>
			<input class="form-control" id="forum-terms-uid" name="uid" autocomplete="off" aria-describedby="forum-terms-uid-help">
		</div>
		<div class="col-auto"><button class="btn btn-outline-secondary" type="submit">{{tx("admin/plugins/forum-terms:proof.show-records")}}</button></div>
		<div class="form-text" id="forum-terms-uid-help">{{tx("admin/plugins/forum-terms:proof.uid-help")}}</div>
	</form>
	<div class="table-responsive" data-role="member-records" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:proof.show-records")}}"></div>
</div>
