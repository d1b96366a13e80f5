<!doctype html>
<html lang="{language}">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>{title} | {siteTitle}</title>
	<link rel="icon" href="data:,">
	<script src="/sandbox/theme.js"></script>
	{{{ each styles }}}<link rel="stylesheet" href="{@value}">
	{{{ end }}}
	<script type="importmap">{{importMap}}</script>
</head>
<body>
	<a class="visually-hidden-focusable" href="#content">{{tx("sandbox:skip")}}</a>
	<div class="text-bg-warning small px-3 py-1" role="note">{{tx("sandbox:stand-in")}}</div>
	<nav class="navbar navbar-expand sandbox-header border-bottom {{{ if !guide.walk }}}mb-4{{{ end }}}" aria-label="{{tx("sandbox:navigation")}}">
		<div class="container flex-wrap gap-2">
			<a class="navbar-brand fw-bold d-flex align-items-center gap-2" href="/"><svg class="sandbox-logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 4h16v12h-9l-4 4v-4H4z"/></svg>{siteTitle}</a>
			<ul class="navbar-nav me-auto flex-wrap">
				<li class="nav-item"><a class="nav-link" href="/categories">{{tx("pages:categories")}}</a></li>
				<li class="nav-item"><a class="nav-link" href="/forum-terms">{{tx("sandbox:terms")}}</a></li>
				{{{ if loggedIn }}}<li class="nav-item"><a class="nav-link" href="/post-queue">{{tx("pages:post-queue")}}</a></li>{{{ end }}}
				{{{ if loggedInUser.isAdmin }}}<li class="nav-item"><a class="nav-link" href="/admin">{{tx("sandbox:admin.title")}}</a></li>{{{ end }}}
			</ul>
			<div class="d-flex flex-wrap gap-2 align-items-center">
				<button class="btn btn-sm btn-outline-secondary" type="button" data-theme-switch aria-label="{{tx("sandbox:theme")}}"><svg class="sandbox-logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z"/></svg></button>
				{{{ if guide }}}
				<form class="dropdown" method="post" action="/sandbox/log-in">
					<input type="hidden" name="csrf_token" value="{csrf}">
					<button class="btn btn-sm btn-outline-secondary dropdown-toggle" type="button" data-bs-toggle="dropdown" aria-expanded="false">{{tx("sandbox:log-in-as")}}</button>
					<ul class="dropdown-menu dropdown-menu-end">{{{ each guide.people }}}<li><button class="dropdown-item" type="submit" name="as" value="{./username}">{./username}</button></li>{{{ end }}}</ul>
				</form>
				{{{ end }}}
				{{{ if loggedIn }}}
				<a class="btn btn-sm btn-outline-secondary" href="/notifications">{{tx("pages:notifications")}}</a>
				<div class="dropdown">
					<a href="#" class="d-flex gap-2 align-items-center link-body-emphasis text-decoration-none fw-semibold" role="button" component="header/avatar" data-bs-toggle="dropdown" aria-haspopup="true" aria-expanded="false"><span class="sandbox-avatar" style="background: {loggedInUser.icon:bgColor}" aria-hidden="true">{loggedInUser.icon:text}</span>{loggedInUser.username}</a>
					<ul class="dropdown-menu dropdown-menu-end" component="header/usercontrol" role="menu">
						<li role="none"><a class="dropdown-item" component="header/profilelink" href="/user/{loggedInUser.userslug}" role="menuitem">{loggedInUser.username}</a></li>
						<li role="presentation" class="dropdown-divider"></li>
						<li role="none" component="user/logout"><form method="post" action="/logout" role="none">
							<input type="hidden" name="csrf_token" value="{csrf}"><input type="hidden" name="noscript" value="true">
							<button class="dropdown-item" type="submit" role="menuitem">{{tx("global:logout")}}</button>
						</form></li>
					</ul>
				</div>
				{{{ else }}}
				<a class="btn btn-sm btn-outline-secondary" href="/login">{{tx("global:login")}}</a>
				<a class="btn btn-sm btn-primary" href="/register">{{tx("global:register")}}</a>
				{{{ end }}}
			</div>
		</div>
	</nav>
	{{{ if guide.walk }}}<!-- IMPORT partials/sandbox/guide-bar.tpl -->{{{ end }}}
	<main class="container pb-5" id="panel" tabindex="-1">
		<div id="content">{{content}}</div>
	</main>
	<div id="alerts" class="toast-container position-fixed top-0 end-0 p-3" role="status" aria-live="polite"></div>
	<script id="ajaxify-data" type="application/json">{{data}}</script>
	<script id="sandbox-globals" type="application/json">{{globals}}</script>
	{{{ if lent }}}<script id="sandbox-lent" type="application/json">{{lent}}</script>{{{ end }}}
	{{{ each pluginScripts }}}<script src="{@value}"></script>
	{{{ end }}}
	<script type="module" src="{pageScript}"></script>
</body>
</html>
