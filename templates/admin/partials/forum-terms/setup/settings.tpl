<p class="text-muted">{{tx("admin/plugins/forum-terms:settings.lead")}}</p>
<form class="forum-terms-settings">
	{{{ each settings }}}
	<div class="mb-3">
		{{{ if (./kind == "boolean") }}}
		<div class="form-check form-switch">
			<input class="form-check-input" type="checkbox" id="setting-{./key}" name="{./key}" {{{ if ./value }}}checked{{{ end }}} aria-describedby="setting-{./key}-help">
			<label class="form-check-label" for="setting-{./key}">{{tx(concat("admin/plugins/forum-terms:settings.", ./key))}}</label>
		</div>
		{{{ else }}}
		<label class="form-label" for="setting-{./key}">{{tx(concat("admin/plugins/forum-terms:settings.", ./key))}}</label>
		{{{ if (./kind == "choice") }}}
		<select class="form-select" id="setting-{./key}" name="{./key}" aria-describedby="setting-{./key}-help">
			{{{ each ./options }}}<option value="{./value}" {{{ if ./selected }}}selected{{{ end }}}>{{tx(./label)}}</option>{{{ end }}}
		</select>
		{{{ end }}}
		{{{ if (./kind == "integer") }}}
		<input class="form-control" type="number" id="setting-{./key}" name="{./key}" value="{./value}" min="{./min}" max="{./max}" aria-describedby="setting-{./key}-help">
		{{{ end }}}
		{{{ if (./kind == "text") }}}
		<textarea class="form-control" id="setting-{./key}" name="{./key}" rows="2" maxlength="{./maxLength}" aria-describedby="setting-{./key}-help">{./value}</textarea>
		{{{ end }}}
		{{{ end }}}
		<div class="form-text" id="setting-{./key}-help">{{tx(concat(concat("admin/plugins/forum-terms:settings.", ./key), "-help"))}} ({{tx("admin/plugins/forum-terms:settings.clause", ./clause)}})</div>
	</div>
	{{{ end }}}
	<button class="btn btn-primary" type="button" data-action="save-settings">{{tx("admin/plugins/forum-terms:settings.save")}}</button>
</form>
