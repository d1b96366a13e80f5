<h1 class="fs-3 fw-semibold">{{tx("sandbox:navigation.title")}}</h1>
<ol class="list-group mb-3">{{{ each enabled }}}<li class="list-group-item"><a href="{./route}">{{tx(./title)}}</a></li>{{{ end }}}</ol>
<ul class="list-group">{{{ each available }}}<li class="list-group-item"><a href="{./route}">{./route}</a></li>{{{ end }}}</ul>
