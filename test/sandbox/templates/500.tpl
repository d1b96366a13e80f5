<div class="alert alert-danger" role="alert">
	<h1 class="fs-4">{{tx("global:500.title")}}</h1>
	{{{ if error }}}<p class="mb-0">{{tx(error)}}</p>{{{ else }}}<p class="mb-0">{{tx("global:500.message")}}</p>{{{ end }}}
</div>
