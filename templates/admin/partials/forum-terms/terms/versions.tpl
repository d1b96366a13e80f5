{{{ if !./versions.length }}}
<p class="text-muted">{{tx("admin/plugins/forum-terms:versions.none")}}</p>
{{{ else }}}
<ol class="list-group" data-role="versions" aria-label="{{tx("admin/plugins/forum-terms:tab.versions")}}">
	{{{ each ./versions }}}
	<li class="list-group-item">
		<div class="d-flex flex-wrap gap-2 align-items-center">
			<span class="fw-semibold">{{tx(./name)}}</span>
			{{{ if ./current }}}<span class="badge text-bg-success">{{tx("forum-terms:history.current")}}</span>{{{ end }}}
			<span class="text-sm me-auto">{{tx(concat("forum-terms:change.", ./change))}} · {{tx(concat("admin/plugins/forum-terms:draft.notice.", ./notice))}}</span>
			<a href="{config.relative_path}/forum-terms/{./version}" aria-label="{{tx("admin/plugins/forum-terms:versions.open")}}: {{tx(./name)}}">{{tx("admin/plugins/forum-terms:versions.open")}}</a>
			{{{ if ./before }}}<a href="{config.relative_path}/forum-terms/{./before}/diff/{./version}" aria-label="{{tx("admin/plugins/forum-terms:versions.compare")}}: {{tx(./name)}}">{{tx("admin/plugins/forum-terms:versions.compare")}}</a>{{{ end }}}
		</div>
		{{{ if ./changelog }}}<div class="text-break">{./changelog}</div>{{{ end }}}
		<div class="text-sm text-muted">{{tx("forum-terms:history.published")}}: <time datetime="{./publishedAtISO}" data-local>{isoTimeToLocaleString(./publishedAtISO, config.userLang)}</time> · {{tx("forum-terms:history.effective")}}: <time datetime="{./effectiveAtISO}" data-local>{isoTimeToLocaleString(./effectiveAtISO, config.userLang)}</time></div>
	</li>
	{{{ end }}}
</ol>
{{{ if ./current }}}
<form class="border rounded-1 p-3 mt-3" data-role="rollout" novalidate>
	<h3 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:rollout.title")}}: {{tx(./currentName)}}</h3>
	<p class="form-text">{{tx("admin/plugins/forum-terms:rollout.help")}}</p>
	{{{ if ./rollout.pausedAtISO }}}<p class="alert alert-warning py-2">{{tx("admin/plugins/forum-terms:rollout.is-paused")}} <time datetime="{./rollout.pausedAtISO}" data-local>{isoTimeToLocaleString(./rollout.pausedAtISO, config.userLang)}</time></p>{{{ end }}}
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="form-problem"></div>
	<div class="row g-3 align-items-end">
		<div class="col-md-2"><label class="form-label" for="rollout-percent">{{tx("admin/plugins/forum-terms:rollout.percent")}}</label><input class="form-control" id="rollout-percent" name="percent" type="number" min="0" max="100" value="{./rollout.percent}"></div>
		<div class="col-md-4"><label class="form-label" for="rollout-groups">{{tx("admin/plugins/forum-terms:rollout.groups")}}</label><input class="form-control" id="rollout-groups" name="rolloutGroups" data-list="groups" value="{./rollout.groupNames}"></div>
		<div class="col-md-3"><label class="form-label" for="rollout-limit">{{tx("admin/plugins/forum-terms:rollout.limit")}}</label><input class="form-control" id="rollout-limit" name="declineLimit" type="number" min="0" max="100" value="{./rollout.declineLimit}"></div>
		<div class="col-md-3"><div class="form-check form-switch"><input class="form-check-input" type="checkbox" id="rollout-paused" name="paused" {{{ if ./rollout.pausedAtISO }}}checked{{{ end }}}><label class="form-check-label" for="rollout-paused">{{tx("admin/plugins/forum-terms:rollout.paused")}}</label></div></div>
	</div>
	<button class="btn btn-outline-primary mt-3" type="submit">{{tx("admin/plugins/forum-terms:rollout.save")}}</button>
</form>
{{{ end }}}
{{{ end }}}
