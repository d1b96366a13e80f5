{{{ if ./isGroup }}}<fieldset class="mb-3" id="check-{./key}" tabindex="-1" data-item="{./key}" aria-describedby="check-{./key}-note">
	<legend class="form-label fs-6 mb-1">{{{ if ./promptHtml }}}{{./promptHtml}}{{{ else }}}{./prompt}{{{ end }}}{{{ if !./required }}} ({{tx("forum-terms:checklist.optional")}}){{{ end }}}</legend>
	{{{ if ./isMulti }}}
	{{{ each ./options }}}
	<div class="form-check"><input class="form-check-input" type="checkbox" id="check-{./key}-{./value}" name="forumTermsChoices.{./key}" value="{./value}" {{{ if ./selected }}}checked{{{ end }}}><label class="form-check-label" for="check-{./key}-{./value}">{{{ if ./labelHtml }}}{{./labelHtml}}{{{ else }}}{./label}{{{ end }}}{{{ if ./isNeeded }}} ({{tx("forum-terms:checklist.needed")}}){{{ end }}}</label></div>
	{{{ end }}}
	{{{ end }}}
	{{{ if ./isVendor }}}
	<div class="row g-2">
		<div class="col-sm-6"><label class="form-label text-sm mb-1" for="check-{./key}-vendor">{{tx("forum-terms:checklist.vendor")}}</label><input class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}-vendor" name="forumTermsAnswer.{./key}.vendor" value="{./vendor}" maxlength="200" {{{ if ./suggestions.length }}}list="check-{./key}-names"{{{ end }}} aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}></div>
		<div class="col-sm-6"><label class="form-label text-sm mb-1" for="check-{./key}-reference">{{{ if ./referencePrompt }}}{./referencePrompt}{{{ else }}}{{tx("forum-terms:checklist.reference")}}{{{ end }}}</label><input class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}-reference" name="forumTermsAnswer.{./key}.reference" value="{./reference}" maxlength="2000" aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}></div>
	</div>
	{{{ end }}}
	{{{ if ./isTrunk }}}
	<div class="row g-2">
		<div class="col-sm-6"><label class="form-label text-sm mb-1" for="check-{./key}-provider">{{tx("forum-terms:checklist.provider")}}</label><input class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}-provider" name="forumTermsAnswer.{./key}.provider" value="{./provider}" maxlength="200" {{{ if ./suggestions.length }}}list="check-{./key}-names"{{{ end }}} aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}></div>
		<div class="col-sm-6"><label class="form-label text-sm mb-1" for="check-{./key}-country">{{tx("forum-terms:checklist.country-code")}}</label><input class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}-country" name="forumTermsAnswer.{./key}.country" value="{./country}" maxlength="2" pattern="[A-Za-z][A-Za-z]" aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}></div>
	</div>
	{{{ end }}}
	{{{ if ./suggestions.length }}}<datalist id="check-{./key}-names">{{{ each ./suggestions }}}<option value="{@value}"></option>{{{ end }}}</datalist>{{{ end }}}
{{{ else }}}<div class="{{{ if ./isConfirm }}}form-check {{{ end }}}mb-3" data-item="{./key}">
	{{{ if ./isConfirm }}}
	<input class="form-check-input{{{ if ./problem }}} is-invalid{{{ end }}}" type="checkbox" id="check-{./key}" name="forumTermsConfirm.{./key}" value="1" {{{ if ./isTicked }}}checked{{{ end }}} aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}><label class="form-check-label" for="check-{./key}">{{{ if ./promptHtml }}}{{./promptHtml}}{{{ else }}}{./prompt}{{{ end }}}{{{ if !./required }}} ({{tx("forum-terms:checklist.optional")}}){{{ end }}}</label>
	{{{ else }}}
	<label class="form-label mb-1" for="check-{./key}">{{{ if ./promptHtml }}}{{./promptHtml}}{{{ else }}}{./prompt}{{{ end }}}{{{ if !./required }}} ({{tx("forum-terms:checklist.optional")}}){{{ end }}}</label>
	{{{ if ./isChoice }}}
	<select class="form-select{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}" name="forumTermsAnswer.{./key}" aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}><option value=""></option>{{{ each ./options }}}<option value="{./value}" {{{ if ./selected }}}selected{{{ end }}}>{./label}</option>{{{ end }}}</select>
	{{{ else }}}
	{{{ if ./isLong }}}
	<textarea class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}" name="forumTermsAnswer.{./key}" rows="6" placeholder="{./placeholder}" aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}>{./text}</textarea>
	{{{ else }}}
	<input class="form-control{{{ if ./problem }}} is-invalid{{{ end }}}" id="check-{./key}" name="forumTermsAnswer.{./key}" value="{./text}" placeholder="{./placeholder}" maxlength="2000" aria-describedby="check-{./key}-note" {{{ if ./problem }}}aria-invalid="true"{{{ end }}}>
	{{{ end }}}
	{{{ end }}}
	{{{ end }}}
{{{ end }}}
	<div class="form-text mt-0" id="check-{./key}-note">
		{{{ if ./problem }}}<span class="d-block text-danger-emphasis fw-semibold">{{tx(./problem)}}</span>{{{ end }}}
		{{{ if ./condition }}}<span class="d-block">{{tx(./condition)}}</span>{{{ end }}}
		{{{ if ./help }}}{{{ if ./helpHtml }}}<div>{{./helpHtml}}</div>{{{ else }}}<span class="d-block">{./help}</span>{{{ end }}}{{{ end }}}
		{{{ if ./link }}}<a class="d-block" href="{./link}" target="_blank" rel="noopener">{{{ if ./terms }}}{{tx("forum-terms:notice.terms")}}{{{ else }}}{./link}{{{ end }}}</a>{{{ end }}}
		{{{ if ./isRemembered }}}<span class="d-block">{{tx("forum-terms:checklist.remembered")}}</span>{{{ end }}}
		{{{ if ./isStaffOnly }}}<span class="d-block">{{tx("forum-terms:checklist.staff-only")}}</span>{{{ end }}}
	</div>
{{{ if ./isGroup }}}</fieldset>{{{ else }}}</div>{{{ end }}}
