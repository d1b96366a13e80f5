<h1 class="fs-3 fw-semibold">{{tx("sandbox:navigation.title")}}</h1>
<ul class="list-group">{{{ each available }}}<li class="list-group-item"><a href="{./route}">{./route}</a></li>{{{ end }}}</ul>
