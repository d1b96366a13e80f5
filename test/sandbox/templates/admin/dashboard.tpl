<h1 class="fs-3 fw-semibold">{{tx("sandbox:admin.title")}}</h1>
<div class="row g-4">
	<section class="col-md-6">
		<h2 class="fs-5">{{tx("sandbox:admin.plugins")}}</h2>
		<ul>{{{ each plugins }}}<li><a href="/admin{./route}">{{tx(./name)}}</a></li>{{{ end }}}</ul>
		<p><a href="/admin/sandbox/outbox">{{tx("sandbox:outbox.title")}}</a></p>
		<h2 class="fs-5">{{tx("sandbox:admin.waiting")}}</h2>
		{{{ if !waiting.length }}}<p>{{tx("sandbox:admin.nobody")}}</p>{{{ end }}}
		<ul class="list-unstyled">{{{ each waiting }}}<li class="mb-2" data-username="{./username}">{./username}
			<button class="btn btn-sm btn-success" type="button" data-registration="user.acceptRegistration">{{tx("post-queue:accept")}}</button>
			<button class="btn btn-sm btn-danger" type="button" data-registration="user.rejectRegistration">{{tx("post-queue:reject")}}</button></li>{{{ end }}}</ul>
	</section>
	<section class="col-md-6">
		<h2 class="fs-5">{{tx("sandbox:admin.settings")}}</h2>
		<form data-sandbox="settings">
			<div class="form-check mb-2"><input class="form-check-input" type="checkbox" id="approving"{{{ if isApproving }}} checked{{{ end }}}><label class="form-check-label" for="approving">{{tx("sandbox:admin.approving")}}</label></div>
			{{{ each settings }}}<div class="mb-2 row"><label class="col-7 col-form-label" for="setting-{./name}">{./name}</label><div class="col-5"><input class="form-control" type="number" id="setting-{./name}" name="{./name}" value="{./value}"></div></div>{{{ end }}}
			<button class="btn btn-primary" type="submit">{{tx("sandbox:save")}}</button>
		</form>
		<h2 class="fs-5 mt-4">{{tx("sandbox:admin.jobs")}}</h2>
		<ul class="list-unstyled">{{{ each jobs }}}<li class="mb-2">{./name} <button class="btn btn-sm btn-outline-secondary" type="button" data-job="{./name}" aria-label="{{tx("sandbox:admin.run-job", ./name)}}">{{tx("sandbox:admin.run")}}</button></li>{{{ end }}}</ul>
		<h2 class="fs-5 mt-4">{{tx("sandbox:admin.log")}}</h2>
		<pre class="small border rounded p-2" tabindex="0">{{{ each log }}}{@value}
{{{ end }}}</pre>
	</section>
</div>
