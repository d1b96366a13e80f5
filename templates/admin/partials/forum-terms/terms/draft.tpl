{{{ if !./hasDraft }}}
<div class="alert alert-light border d-flex flex-wrap gap-2 align-items-center" data-role="no-draft">
	<span class="me-auto">{{tx("admin/plugins/forum-terms:draft.none")}}</span>
	<button class="btn btn-sm btn-primary" type="button" data-action="start-draft">{{tx("admin/plugins/forum-terms:draft.start")}}</button>
</div>
{{{ end }}}
<form data-role="draft" class="{{{ if !./hasDraft }}}d-none{{{ end }}}" novalidate>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="problem"></div>
	<div class="row g-3">
		<div class="col-md-8">
			<label class="form-label" for="draft-title">{{tx("admin/plugins/forum-terms:draft.title")}}</label>
			<input class="form-control" id="draft-title" name="title" value="{{{ if ./draft.title }}}{./draft.title}{{{ else }}}{./title}{{{ end }}}" maxlength="200">
		</div>
		<div class="col-md-4">
			<label class="form-label" for="draft-language">{{tx("admin/plugins/forum-terms:draft.language")}}</label>
			<div class="input-group">
				<select class="form-select" id="draft-language" data-role="language">
					{{{ each ./draft.texts }}}<option value="{./language}">{./language}</option>{{{ end }}}
				</select>
				<button class="btn btn-outline-secondary" type="button" data-action="add-language" title="{{tx("admin/plugins/forum-terms:draft.add-language")}}" aria-label="{{tx("admin/plugins/forum-terms:draft.add-language")}}"><i class="fa fa-plus"></i></button>
			</div>
			<div class="d-none mt-2" data-role="new-language">
				<label class="form-label text-sm" for="draft-new-language">{{tx("admin/plugins/forum-terms:draft.add-language-help")}}</label>
				<input class="form-control form-control-sm" id="draft-new-language" maxlength="20">
			</div>
		</div>
	</div>
	<div class="row g-3 mt-0">
		<div class="col-lg-6 d-flex flex-column">
			<label class="form-label forum-terms-pane-head" for="draft-text">{{tx("admin/plugins/forum-terms:draft.text")}}</label>
			<div data-role="texts" class="d-flex flex-column flex-grow-1">
				{{{ each ./draft.texts }}}
				<textarea class="form-control font-monospace text-sm forum-terms-editor" data-language="{./language}" aria-label="{{tx("admin/plugins/forum-terms:draft.text")}} ({./language})" aria-describedby="draft-text-help" rows="22">{./markdown}</textarea>
				{{{ end }}}
			</div>
			<div class="form-text" id="draft-text-help">{{tx("admin/plugins/forum-terms:draft.text-help")}}</div>
		</div>
		<div class="col-lg-6">
			<div class="forum-terms-pane-head gap-2 mb-2">
				<span class="me-auto fw-semibold text-sm">{{tx("admin/plugins/forum-terms:draft.preview")}}</span>
				<button class="btn btn-sm btn-outline-secondary" type="button" data-action="compare" aria-expanded="false">{{tx("admin/plugins/forum-terms:draft.compare")}}</button>
			</div>
			<div class="forum-terms-text forum-terms-preview border rounded-1 p-3" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:draft.preview")}}" data-role="preview"></div>
			<div class="text-sm mt-2" aria-live="polite" data-role="clauses"></div>
			<div class="d-none" data-role="comparison" aria-live="polite"></div>
		</div>
	</div>
	<div class="row g-3 mt-1">
		<div class="col-md-4 {{{ if !./versions.length }}}d-none{{{ end }}}">
			<label class="form-label" for="draft-change">{{tx("admin/plugins/forum-terms:draft.change")}}</label>
			<select class="form-select" id="draft-change" name="change" aria-describedby="draft-change-help">
				<option value="significant" {{{ if (./draft.change == "significant") }}}selected{{{ end }}}>{{tx("admin/plugins/forum-terms:draft.change.significant")}}</option>
				<option value="editorial" {{{ if (./draft.change == "editorial") }}}selected{{{ end }}}>{{tx("admin/plugins/forum-terms:draft.change.editorial")}}</option>
			</select>
			<div class="form-text" id="draft-change-help">{{tx("admin/plugins/forum-terms:draft.change-help")}}</div>
		</div>
		<div class="col-md-4">
			<label class="form-label" for="draft-notice">{{tx("admin/plugins/forum-terms:draft.notice")}}</label>
			<select class="form-select" id="draft-notice" name="notice" aria-describedby="draft-notice-help">
				<option value="re-accept" {{{ if (./draft.notice == "re-accept") }}}selected{{{ end }}}>{{tx("admin/plugins/forum-terms:draft.notice.re-accept")}}</option>
				<option value="banner" {{{ if (./draft.notice == "banner") }}}selected{{{ end }}}>{{tx("admin/plugins/forum-terms:draft.notice.banner")}}</option>
				<option value="silent" {{{ if (./draft.notice == "silent") }}}selected{{{ end }}}>{{tx("admin/plugins/forum-terms:draft.notice.silent")}}</option>
			</select>
			<div class="form-text" id="draft-notice-help">{{tx("admin/plugins/forum-terms:draft.notice-help")}}</div>
		</div>
		<div class="col-md-4">
			<label class="form-label" for="draft-effective">{{tx("admin/plugins/forum-terms:draft.effective")}}</label>
			<input class="form-control" type="datetime-local" id="draft-effective" name="effectiveAt" data-iso="{./draft.effectiveAtISO}" aria-describedby="draft-effective-help">
			<div class="form-text" id="draft-effective-help">{{tx("admin/plugins/forum-terms:draft.effective-help")}}</div>
		</div>
		<div class="col-md-4" data-when="asked">
			<label class="form-label" for="draft-grace">{{tx("admin/plugins/forum-terms:draft.grace")}}</label>
			<input class="form-control" type="number" id="draft-grace" name="graceDays" min="0" max="365" value="{{{ if ./draft.graceDays }}}{./draft.graceDays}{{{ else }}}0{{{ end }}}" aria-describedby="draft-grace-help">
			<div class="form-text" id="draft-grace-help">{{tx("admin/plugins/forum-terms:draft.grace-help")}}</div>
		</div>
		<div class="col-md-4 {{{ if !./versions.length }}}d-none{{{ end }}}" data-when="asked">
			<label class="form-label" for="draft-percent">{{tx("admin/plugins/forum-terms:rollout.start")}}</label>
			<input class="form-control" type="number" id="draft-percent" name="percent" min="0" max="100" value="100" aria-describedby="draft-percent-help">
			<div class="form-text" id="draft-percent-help">{{tx("admin/plugins/forum-terms:rollout.start-help")}}</div>
		</div>
		<div class="col-md-4 pt-md-4">
			<div class="form-check form-switch">
				<input class="form-check-input" type="checkbox" id="draft-notify" name="notify" {{{ if ./draft.notify }}}checked{{{ end }}} aria-describedby="draft-notify-help">
				<label class="form-check-label" for="draft-notify">{{tx("admin/plugins/forum-terms:draft.notify")}}</label>
				<div class="form-text" id="draft-notify-help">{{tx("admin/plugins/forum-terms:draft.notify-help")}}</div>
			</div>
		</div>
		<div class="col-12 {{{ if !./versions.length }}}d-none{{{ end }}}">
			<label class="form-label" for="draft-changelog">{{tx("admin/plugins/forum-terms:draft.changelog")}}</label>
			<textarea class="form-control" id="draft-changelog" name="changelog" rows="2" maxlength="5000" aria-describedby="draft-changelog-help">{./draft.changelog}</textarea>
			<div class="form-text" id="draft-changelog-help">{{tx("admin/plugins/forum-terms:draft.changelog-help")}}</div>
		</div>
	</div>
	<div class="alert alert-light border mt-3 mb-0 d-none" role="status" data-role="forecast"></div>
	<div class="d-flex flex-wrap gap-2 mt-3 align-items-center">
		<button class="btn btn-primary" type="button" data-action="publish">{{tx("admin/plugins/forum-terms:publish.button")}}</button>
		<button class="btn btn-outline-primary" type="submit" data-action="save">{{tx("admin/plugins/forum-terms:draft.save")}}</button>
		<button class="btn btn-outline-secondary" type="button" data-action="preview-page">{{tx("admin/plugins/forum-terms:draft.preview-page")}}</button>
		<button class="btn btn-outline-secondary" type="button" data-action="forecast">{{tx("admin/plugins/forum-terms:forecast.button")}}</button>
		<button class="btn btn-link text-danger" type="button" data-action="discard">{{tx("admin/plugins/forum-terms:draft.discard")}}</button>
		<span class="text-muted text-sm d-none" data-role="unsaved" role="status">{{tx("admin/plugins/forum-terms:draft.unsaved")}}</span>
	</div>
</form>
