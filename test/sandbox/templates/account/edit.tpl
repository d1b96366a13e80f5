<!-- IMPORT partials/account/header.tpl -->
<form data-sandbox="language" data-uid="{uid}" class="col-md-6">
	<label class="form-label" for="userLang">{{tx("sandbox:language")}}</label>
	<select class="form-select mb-2" id="userLang" name="userLang">{{{ each languages }}}<option value="{./code}"{{{ if ./selected }}} selected{{{ end }}}>{./code}</option>{{{ end }}}</select>
	<button class="btn btn-primary" type="submit">{{tx("sandbox:save")}}</button>
</form>
<!-- IMPORT partials/account/footer.tpl -->
