<div class="alert alert-danger" role="alert">
	<h1 class="fs-4">{{tx("global:404.title")}}</h1>
	{{{ if error }}}<p class="mb-0">{{tx(error)}}</p>{{{ else }}}<p class="mb-0">{{tx("global:404.message")}}</p>{{{ end }}}
</div>
