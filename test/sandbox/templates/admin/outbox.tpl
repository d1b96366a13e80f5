<h1 class="fs-3 fw-semibold">{{tx("sandbox:outbox.title")}}</h1>
<p>{{tx("sandbox:outbox.lead")}}</p>
{{{ if !mails.length }}}<p>{{tx("sandbox:outbox.none")}}</p>{{{ end }}}
<ul class="list-group">{{{ each mails }}}<li class="list-group-item">{./to}: {./subject} <time class="timeago" datetime="{./atISO}">{./atISO}</time></li>{{{ end }}}</ul>
