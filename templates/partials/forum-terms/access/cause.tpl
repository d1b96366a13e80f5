<fieldset class="mb-3">
	<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.cause")}}</legend>
	<div class="form-check">
		<input class="form-check-input" type="radio" name="cause" id="restriction-cause-clause" value="clause" checked>
		<label class="form-check-label" for="restriction-cause-clause">{{tx("forum-terms:restriction.cause-clause")}}</label>
	</div>
	<div class="ms-4 my-2" data-when="clause">
		<label class="visually-hidden" for="restriction-clause">{{tx("forum-terms:strike.clause")}}</label>
		<select class="form-select" id="restriction-clause" name="clause" data-path="clause"><!-- IMPORT partials/forum-terms/access/clauses.tpl --></select>
	</div>
	<div class="form-check">
		<input class="form-check-input" type="radio" name="cause" id="restriction-cause-none" value="none" aria-describedby="restriction-cause-none-help">
		<label class="form-check-label" for="restriction-cause-none">{{tx("forum-terms:restriction.cause-none")}}</label>
		<div class="form-text mt-0" id="restriction-cause-none-help">{{tx("forum-terms:restriction.without-cause-help")}}</div>
	</div>
</fieldset>
<!-- IMPORT partials/forum-terms/decision-target.tpl -->
<div class="mb-3">
	<label class="form-label" for="restriction-reason">{{tx("forum-terms:restriction.reason")}}</label>
	<textarea class="form-control" id="restriction-reason" name="reason" rows="3" maxlength="2000" data-path="reason" aria-describedby="restriction-reason-help"></textarea>
	<div class="form-text" id="restriction-reason-help">{{tx("forum-terms:restriction.reason-help")}}</div>
</div>
<div class="mb-3">
	<label class="form-label" for="restriction-evidence">{{tx("forum-terms:restriction.evidence")}}</label>
	<input class="form-control" type="text" id="restriction-evidence" name="evidence" value="{pid}" autocomplete="off" data-path="evidence" aria-describedby="restriction-evidence-help">
	<div class="form-text" id="restriction-evidence-help">{{tx("forum-terms:restriction.evidence-help")}}</div>
</div>
