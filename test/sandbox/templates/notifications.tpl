<h1 class="fs-3 fw-semibold">{{tx("pages:notifications")}}</h1>
<ul class="list-group">{{{ each notifications }}}<li class="list-group-item"><a href="{./path}">{{tx(./bodyShort)}}</a></li>{{{ end }}}</ul>
