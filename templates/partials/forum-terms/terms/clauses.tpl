{{{ each clauses }}}
{{{ if (./state != "same") }}}
<section class="border rounded-1 p-3 mb-3" id="clause-{./clause}">
	<h2 class="fs-6 fw-semibold d-flex flex-wrap gap-2 align-items-center">
		<span>{{{ if ./heading }}}{{{ each ./headingParts }}}{{{ if (./state == "added") }}}<ins>{./text}</ins>{{{ else }}}{{{ if (./state == "removed") }}}<del>{./text}</del>{{{ else }}}<span>{./text}</span>{{{ end }}}{{{ end }}}{{{ end }}}{{{ else }}}{{tx("forum-terms:diff.clause", ./clause)}}{{{ end }}}</span>
		<span class="badge text-bg-secondary">{{tx(concat("forum-terms:diff.state.", ./state))}}</span>
	</h2>
	<p class="forum-terms-diff mb-0">{{{ each ./parts }}}{{{ if (./state == "added") }}}<ins>{./text}</ins>{{{ else }}}{{{ if (./state == "removed") }}}<del>{./text}</del>{{{ else }}}<span>{./text}</span>{{{ end }}}{{{ end }}}{{{ end }}}</p>
</section>
{{{ end }}}
{{{ end }}}
