<form data-role="document-settings" class="row g-3" novalidate>
	<div class="col-12"><div class="alert alert-danger d-none mb-0" role="alert" tabindex="-1" data-role="document-problem"></div></div>
	<div class="col-md-6">
		<label class="form-label" for="document-groups">{{tx("admin/plugins/forum-terms:document.groups")}}</label>
		<input class="form-control" id="document-groups" name="groups" data-list="groups" value="{./groupNames}" aria-describedby="document-groups-help">
		<div class="form-text" id="document-groups-help">{{tx("admin/plugins/forum-terms:document.groups-help")}}</div>
	</div>
	<div class="col-md-6">
		<label class="form-label" for="document-cids">{{tx("admin/plugins/forum-terms:document.cids")}}</label>
		<input class="form-control" id="document-cids" name="cids" data-list="categories" value="{./categoryIds}" aria-describedby="document-cids-help">
		<div class="form-text" id="document-cids-help">{{tx("admin/plugins/forum-terms:document.cids-help")}}</div>
	</div>
	<div class="col-md-3">
		<label class="form-label" for="document-renewal">{{tx("admin/plugins/forum-terms:document.renewal")}}</label>
		<select class="form-select" id="document-renewal" name="renewal" aria-describedby="document-renewal-help">
			{{{ each ./renewals }}}<option value="{./value}" {{{ if ./selected }}}selected{{{ end }}}>{{{ if ./days }}}{{tx("admin/plugins/forum-terms:document.renewal.days", ./days)}}{{{ else }}}{{tx(concat("admin/plugins/forum-terms:document.renewal.", ./value))}}{{{ end }}}</option>{{{ end }}}
		</select>
		<div class="form-text" id="document-renewal-help">{{tx("admin/plugins/forum-terms:document.renewal-help")}}</div>
	</div>
	<div class="col-md-3">
		<label class="form-label" for="document-reminderDays">{{tx("admin/plugins/forum-terms:document.reminderDays")}}</label>
		<input class="form-control" id="document-reminderDays" name="reminderDays" type="number" min="0" max="365" value="{./settings.reminderDays}" aria-describedby="document-reminderDays-help">
		<div class="form-text" id="document-reminderDays-help">{{tx("admin/plugins/forum-terms:document.reminderDays-help")}}</div>
	</div>
	<div class="col-md-3">
		<label class="form-label" for="document-mostReminders">{{tx("admin/plugins/forum-terms:document.mostReminders")}}</label>
		<input class="form-control" id="document-mostReminders" name="mostReminders" type="number" min="0" max="50" value="{./settings.mostReminders}" aria-describedby="document-mostReminders-help">
		<div class="form-text" id="document-mostReminders-help">{{tx("admin/plugins/forum-terms:document.mostReminders-help")}}</div>
	</div>
	<div class="col-md-3">
		<label class="form-label" for="document-readingSeconds">{{tx("admin/plugins/forum-terms:document.readingSeconds")}}</label>
		<input class="form-control" id="document-readingSeconds" name="readingSeconds" type="number" min="0" max="3600" value="{./settings.readingSeconds}" aria-describedby="document-readingSeconds-help">
		<div class="form-text" id="document-readingSeconds-help">{{tx("admin/plugins/forum-terms:document.readingSeconds-help")}}</div>
	</div>
	<div class="col-12">
		<div class="form-check form-switch">
			<input class="form-check-input" type="checkbox" id="document-archived" name="archived" {{{ if ./settings.archived }}}checked{{{ end }}} aria-describedby="document-archived-help">
			<label class="form-check-label" for="document-archived">{{tx("admin/plugins/forum-terms:document.archived")}}</label>
			<div class="form-text" id="document-archived-help">{{tx("admin/plugins/forum-terms:document.archived-help")}}</div>
		</div>
	</div>
	<div class="col-12"><button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:document.save")}}</button></div>
</form>
