<fieldset class="mb-4" data-role="notice-fields">
	<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.notice")}}</legend>
	<div class="form-check"><input class="form-check-input" type="radio" name="notice" id="decision-notice-sent" value="sent" checked data-path="notice"><label class="form-check-label" for="decision-notice-sent">{{tx("forum-terms:restriction.notice-now")}}</label></div>
	<div class="form-check"><input class="form-check-input" type="radio" name="notice" id="decision-notice-later" value="later"><label class="form-check-label" for="decision-notice-later">{{tx("forum-terms:restriction.notice-later")}}</label></div>
	<div class="form-check"><input class="form-check-input" type="radio" name="notice" id="decision-notice-none" value="none"><label class="form-check-label" for="decision-notice-none">{{tx("forum-terms:restriction.notice-none")}}</label></div>
	<div class="ms-4 mt-2 d-none" data-notice="none">
		<label class="form-label text-sm mb-1" for="decision-notice-reason">{{tx("forum-terms:restriction.silence")}}</label>
		<select class="form-select" id="decision-notice-reason" name="noticeReason" data-path="noticeReason" aria-describedby="decision-notice-reason-help">
			<option value="">{{tx("forum-terms:restriction.choose")}}</option>
			<option value="legal-hold">{{tx("forum-terms:decision.why.legal-hold")}}</option>
			<option value="safety">{{tx("forum-terms:decision.why.safety")}}</option>
			<option value="spam-account">{{tx("forum-terms:decision.why.spam-account")}}</option>
			<option value="duplicate">{{tx("forum-terms:decision.why.duplicate")}}</option>
		</select>
		<div class="form-text" id="decision-notice-reason-help">{{tx("forum-terms:restriction.silence-help")}}</div>
	</div>
	<div class="ms-4 mt-2 d-none" data-notice="later">
		<label class="form-label text-sm mb-1" for="decision-notice-at">{{tx("forum-terms:restriction.notice-at")}}</label>
		<input class="form-control" type="datetime-local" id="decision-notice-at" name="noticeAt" data-iso="{noticeISO}" data-path="noticeAt" aria-describedby="decision-notice-help">
		<div class="form-text" id="decision-notice-help">{{tx("forum-terms:restriction.notice-help")}}</div>
	</div>
</fieldset>
