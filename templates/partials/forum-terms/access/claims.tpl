{{{ if toConfirm.length }}}
<fieldset class="mb-3">
	<legend class="form-label fs-6">{{tx("forum-terms:restriction.give-back")}}</legend>
	<p class="form-text mt-0">{{tx("forum-terms:restriction.give-back-help")}}</p>
	{{{ each toConfirm }}}
	<label class="form-check d-block"><input class="form-check-input" type="checkbox" name="giveBack" value="{./key}"> <span class="form-check-label text-break">{{tx(./says)}}</span></label>
	{{{ end }}}
</fieldset>
{{{ end }}}
