<div class="account">
<h1 class="fs-3 fw-semibold">{username}</h1>
<ul class="nav nav-tabs mb-3">
	<li class="nav-item"><a class="nav-link" href="/user/{userslug}">{{tx("sandbox:profile")}}</a></li>
	{{{ if isSelf }}}
	<li class="nav-item"><a class="nav-link" href="/user/{userslug}/edit">{{tx("sandbox:settings")}}</a></li>
	<li class="nav-item"><a class="nav-link" href="/user/{userslug}/consent">{{tx("sandbox:consent")}}</a></li>
	{{{ end }}}
	{{{ each profile_links }}}<li class="nav-item"><a class="nav-link" href="/user/{userslug}/{./route}">{{tx(./name)}}</a></li>{{{ end }}}
</ul>
