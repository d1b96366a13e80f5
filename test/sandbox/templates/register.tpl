<h1 class="fs-3 fw-semibold">{{tx("global:register")}}</h1>
<form class="col-md-6" method="post" action="/register" data-sandbox="session">
	<div class="alert alert-danger d-none" role="alert" tabindex="-1"></div>
	<input type="hidden" name="csrf_token" value="{config.csrf_token}"><input type="hidden" name="noscript" value="true">
	<div class="mb-3"><label class="form-label" for="username">{{tx("sandbox:username")}}</label><input class="form-control" id="username" name="username" autocomplete="username" required></div>
	<div class="mb-3"><label class="form-label" for="password">{{tx("sandbox:password")}}</label><input class="form-control" id="password" name="password" type="password" autocomplete="new-password" required></div>
	<div class="mb-3"><label class="form-label" for="password-confirm">{{tx("sandbox:password-again")}}</label><input class="form-control" id="password-confirm" name="password-confirm" type="password" autocomplete="new-password" required></div>
	{{{ each regFormEntry }}}
	<div class="mb-3 {./styleName}"><label for="{./inputId}">{{tx(./label)}}</label> <div>{{./html}}</div></div>
	{{{ end }}}
	<button class="btn btn-primary" type="submit">{{tx("global:register")}}</button>
</form>
