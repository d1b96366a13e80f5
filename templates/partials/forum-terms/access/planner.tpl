<p><a href="{config.relative_path}/forum-terms/restrictions">{{tx("forum-terms:restriction.back")}}</a></p>
<h2 class="fs-4 fw-semibold">{{tx("forum-terms:restriction.plan")}}</h2>
<p>{{tx("forum-terms:restriction.plan-lead")}}</p>
{{{ if lines.length }}}
<section class="mb-4" aria-labelledby="restriction-known">
	<h3 class="fs-6 fw-semibold" id="restriction-known">{{tx("forum-terms:restriction.known")}}</h3>
	<!-- IMPORT partials/forum-terms/access/lines.tpl -->
</section>
{{{ end }}}
<form data-role="planner" novalidate autocomplete="off">
	<div class="mb-4 position-relative">
		<label class="form-label fw-semibold" for="restriction-member">{{tx("forum-terms:restriction.member")}}</label>
		<input class="form-control" type="text" id="restriction-member" name="member" value="{memberName}" data-uid="{memberUid}" data-path="uid" maxlength="200" autocomplete="off" aria-describedby="restriction-member-help">
		<div class="form-text" id="restriction-member-help">{{tx("forum-terms:restriction.member-help")}}</div>
	</div>

	<fieldset class="mb-4" id="restriction-scope" data-path="scope" tabindex="-1">
		<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.scope")}}</legend>
		{{{ if mayCloseAll }}}<p class="form-text mt-0" data-role="security-contact">{{tx("forum-terms:restriction.security")}} {{{ if contact }}}{{tx(contact)}}{{{ else }}}{{tx("forum-terms:restriction.security-no-contact")}}{{{ end }}}</p>{{{ end }}}
		{{{ each scopes }}}
		<div class="form-check mb-1">
			<input class="form-check-input" type="radio" name="scope" id="restriction-scope-{./name}" value="{./name}" aria-describedby="restriction-scope-{./name}-help" {{{ if ./isOnly }}}checked{{{ end }}}>
			<label class="form-check-label" for="restriction-scope-{./name}">{{tx(concat("forum-terms:restriction.choice.", ./name))}}</label>
			<div class="form-text mt-0" id="restriction-scope-{./name}-help">{{tx(concat("forum-terms:restriction.choice-help.", ./name))}}</div>
		</div>
		{{{ end }}}
	</fieldset>
	<fieldset class="mb-4 ms-4 d-none" data-when="categories" aria-describedby="restriction-places-help">
		<legend class="form-label fs-6">{{tx("forum-terms:restriction.categories")}}</legend>
		<div class="form-text mt-0 mb-2" id="restriction-places-help">{{tx("forum-terms:restriction.categories-help")}}</div>
		<div class="forum-terms-places border rounded-1 p-2" id="restriction-places" data-path="scope.categories" role="group" tabindex="0" aria-label="{{tx("forum-terms:restriction.categories")}}">
			{{{ each cids }}}
			<div class="form-check forum-terms-indent-{./indent}"><input class="form-check-input" type="checkbox" name="category" id="restriction-category-{./cid}" value="{./cid}"><label class="form-check-label text-break" for="restriction-category-{./cid}">{./name}</label></div>
			{{{ end }}}
		</div>
	</fieldset>

	<div class="row">
		<fieldset class="col-md-6 mb-4">
			<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.begins")}}</legend>
			<div class="form-check"><input class="form-check-input" type="radio" name="begins" id="restriction-begins-now" value="now" {{{ if !isCooling }}}checked{{{ end }}}><label class="form-check-label" for="restriction-begins-now">{{tx("forum-terms:restriction.at-once")}}</label></div>
			<div class="form-check"><input class="form-check-input" type="radio" name="begins" id="restriction-begins-later" value="later" {{{ if isCooling }}}checked{{{ end }}}><label class="form-check-label" for="restriction-begins-later">{{tx("forum-terms:restriction.later")}}</label></div>
			<div class="ms-4 mt-1 d-none" data-when="later">
				<label class="form-label text-sm mb-1" for="restriction-hours">{{tx("forum-terms:restriction.hours")}}</label>
				<input class="form-control" type="number" id="restriction-hours" name="hours" value="{hours}" min="1" max="8760" step="1" data-path="from" aria-describedby="restriction-hours-help">
				<div class="form-text" id="restriction-hours-help">{{{ if isCooling }}}{{tx("forum-terms:restriction.cooling-help", coolingHours)}}{{{ else }}}{{tx("forum-terms:restriction.hours-help")}}{{{ end }}}</div>
			</div>
		</fieldset>
		<fieldset class="col-md-6 mb-4">
			<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.ends")}}</legend>
			<div class="form-check"><input class="form-check-input" type="radio" name="ends" id="restriction-ends-until" value="until" checked><label class="form-check-label" for="restriction-ends-until">{{tx("forum-terms:restriction.until")}}</label></div>
			<div class="ms-4 my-1" data-when="until">
				<label class="form-label text-sm mb-1" for="restriction-until">{{tx("forum-terms:restriction.until-when")}}</label>
				<input class="form-control" type="datetime-local" id="restriction-until" name="until" data-iso="{untilISO}" data-path="until">
			</div>
			<div class="form-check"><input class="form-check-input" type="radio" name="ends" id="restriction-ends-never" value="never"><label class="form-check-label" for="restriction-ends-never">{{tx("forum-terms:restriction.never")}}</label></div>
		</fieldset>
	</div>

	<!-- IMPORT partials/forum-terms/access/cause.tpl -->
	<div class="mb-4">
		<label class="form-label" for="restriction-note">{{tx("forum-terms:restriction.note")}}</label>
		<textarea class="form-control" id="restriction-note" name="note" rows="2" maxlength="2000" data-path="note" aria-describedby="restriction-note-help"></textarea>
		<div class="form-text" id="restriction-note-help">{{tx("forum-terms:restriction.note-help")}}</div>
	</div>

	<!-- IMPORT partials/forum-terms/decision-notice.tpl -->

	<fieldset class="mb-4">
		<legend class="form-label fs-6 fw-semibold">{{tx("forum-terms:restriction.content")}}</legend>
		<label class="form-label text-sm mb-1" for="restriction-posts">{{tx("forum-terms:restriction.posts")}}</label>
		<select class="form-select mb-2" id="restriction-posts" name="posts" data-path="content.posts">
			<option value="keep">{{tx("forum-terms:restriction.posts.keep")}}</option>
			<option value="evidence">{{tx("forum-terms:restriction.posts.evidence")}}</option>
			<option value="since">{{tx("forum-terms:restriction.posts.since")}}</option>
			<option value="all">{{tx("forum-terms:restriction.posts.all")}}</option>
		</select>
		<div class="ms-4 mb-2 d-none" data-when="since">
			<label class="form-label text-sm mb-1" for="restriction-since">{{tx("forum-terms:restriction.since")}}</label>
			<input class="form-control" type="datetime-local" id="restriction-since" name="since" data-path="content.since">
		</div>
		<div class="form-check" data-when="writes"><input class="form-check-input" type="checkbox" name="queued" id="restriction-queued"><label class="form-check-label" for="restriction-queued">{{tx("forum-terms:restriction.queued")}}</label></div>
		<div class="form-check" data-when="writes"><input class="form-check-input" type="checkbox" name="scheduled" id="restriction-scheduled"><label class="form-check-label" for="restriction-scheduled">{{tx("forum-terms:restriction.scheduled")}}</label></div>
		<div class="form-check" data-when="forum"><input class="form-check-input" type="checkbox" name="blockReturn" id="restriction-return" aria-describedby="restriction-return-help"><label class="form-check-label" for="restriction-return">{{tx("forum-terms:restriction.block-return")}}</label><div class="form-text mt-0" id="restriction-return-help">{{tx("forum-terms:restriction.block-return-help")}}</div></div>
	</fieldset>

	<div class="alert alert-danger d-none" role="alert" data-role="problem"></div>
	<button class="btn btn-primary" type="submit">{{tx("forum-terms:restriction.show")}}</button>
</form>
<section class="card mt-4 d-none" data-role="effects" aria-labelledby="restriction-effects">
	<div class="card-body">
		<h3 class="fs-5 fw-semibold" id="restriction-effects" tabindex="-1">{{tx("forum-terms:restriction.happens")}}</h3>
		<div class="alert alert-warning d-none" role="status" data-role="moved"></div>
		<div data-role="effect-groups"></div>
		<div class="my-3" data-role="preview"></div>
		<div class="alert alert-danger d-none" role="alert" data-role="end-problem"></div>
		<button class="btn btn-outline-danger" type="button" data-action="end">{{tx("forum-terms:restriction.end")}}</button>
	</div>
</section>
