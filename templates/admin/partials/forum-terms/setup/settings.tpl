<form class="forum-terms-settings" novalidate>
	{{{ each settingGroups }}}
	<fieldset class="mb-4">
	<legend class="fs-5 fw-semibold border-bottom pb-1">{{tx(concat("admin/plugins/forum-terms:settings.group.", ./name))}}</legend>
	{{{ each ./settings }}}
	<div class="mb-3">
		{{{ if (./kind == "boolean") }}}
		<div class="form-check form-switch">
			<input class="form-check-input" type="checkbox" id="setting-{./key}" name="{./key}" {{{ if ./value }}}checked{{{ end }}} aria-describedby="setting-{./key}-help">
			<label class="form-check-label" for="setting-{./key}">{{tx(concat("admin/plugins/forum-terms:settings.", ./key))}}</label>
		</div>
		{{{ else }}}
		<label class="form-label" for="setting-{./key}">{{tx(concat("admin/plugins/forum-terms:settings.", ./key))}}</label>
		{{{ if (./kind == "choice") }}}
		<select class="form-select w-auto mw-100" id="setting-{./key}" name="{./key}" aria-describedby="setting-{./key}-help">
			{{{ each ./options }}}<option value="{./value}" {{{ if ./selected }}}selected{{{ end }}}>{{tx(./label)}}</option>{{{ end }}}
		</select>
		{{{ end }}}
		{{{ if (./kind == "integer") }}}
		<input class="form-control forum-terms-number-field" type="number" id="setting-{./key}" name="{./key}" value="{./value}" min="{./min}" max="{./max}" aria-describedby="setting-{./key}-help">
		{{{ end }}}
		{{{ if (./kind == "text") }}}
		{{{ if ./isLong }}}
		<textarea class="form-control" id="setting-{./key}" name="{./key}" rows="3" maxlength="{./maxLength}" aria-describedby="setting-{./key}-help">{./value}</textarea>
		{{{ else }}}
		<input class="form-control" type="text" id="setting-{./key}" name="{./key}" value="{./value}" maxlength="{./maxLength}" autocomplete="off" {{{ if ./picks }}}data-list="{./picks}"{{{ end }}} aria-describedby="setting-{./key}-help">
		{{{ end }}}
		{{{ end }}}
		{{{ end }}}
		<div class="form-text" id="setting-{./key}-help">{{tx(concat(concat("admin/plugins/forum-terms:settings.", ./key), "-help"))}}</div>
	</div>
	{{{ end }}}
	</fieldset>
	{{{ end }}}
	<div class="forum-terms-save"><button class="btn btn-primary" type="submit" data-action="save-settings">{{tx("admin/plugins/forum-terms:settings.save")}}</button></div>
</form>
