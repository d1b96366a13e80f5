<h1 class="fs-3 fw-semibold">{{tx("register:interstitial.intro-new")}}</h1>
{{{ if errors.length }}}
<div class="alert alert-danger" role="alert">
	<p>{{tx("register:interstitial.errors-found")}}</p>
	<ul class="mb-0">{{{ each errors }}}<li>{{tx(@value)}}</li>{{{ end }}}</ul>
</div>
{{{ end }}}
<form method="post" action="/register/complete">
	<input type="hidden" name="csrf_token" value="{config.csrf_token}">
	{{{ each sections }}}<div class="card card-body mb-3">{{@value}}</div>{{{ end }}}
	<div class="d-flex gap-2">
		<button class="btn btn-primary" type="submit">{{tx("topic:composer.submit")}}</button>
		<button class="btn btn-outline-secondary" type="submit" formaction="/register/abort">{{tx("register:cancel-registration")}}</button>
	</div>
</form>
