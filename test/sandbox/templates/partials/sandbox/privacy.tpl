<fieldset>
	<legend class="fs-6 fw-semibold">{{tx("sandbox:privacy")}}</legend>
	<div class="form-check"><input class="form-check-input" type="checkbox" id="gdpr_agree_data" name="gdpr_agree_data"><label class="form-check-label" for="gdpr_agree_data">{{tx("sandbox:privacy-data")}}</label></div>
	<div class="form-check"><input class="form-check-input" type="checkbox" id="gdpr_agree_email" name="gdpr_agree_email"><label class="form-check-label" for="gdpr_agree_email">{{tx("sandbox:privacy-email")}}</label></div>
</fieldset>
