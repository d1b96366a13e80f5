<h1 class="fs-3 fw-semibold">{{tx("topic:composer.compose")}}</h1>
<form method="post" action="/compose">
	<input type="hidden" name="csrf_token" value="{config.csrf_token}">
	{{{ if tid }}}<input type="hidden" name="tid" value="{tid}"><p class="fw-semibold">{topicTitle}</p>{{{ else }}}<input type="hidden" name="cid" value="{cid}">
	<div class="mb-3"><label class="form-label" for="compose-title">{{tx("sandbox:title")}}</label><input class="form-control" id="compose-title" name="title" required></div>{{{ end }}}
	<div class="mb-3"><label class="form-label" for="compose-content">{{tx("sandbox:text")}}</label><textarea class="form-control" id="compose-content" name="content" rows="8" required>{body}</textarea></div>
	<button class="btn btn-primary" type="submit">{{tx("topic:composer.submit")}}</button>
</form>
