{{{ if breadcrumbs.length }}}
<ol class="breadcrumb">
	{{{ each breadcrumbs }}}
	<li class="breadcrumb-item{{{ if @last }}} active{{{ end }}}">{{{ if ./url }}}<a href="{./url}">{{tx(./text)}}</a>{{{ else }}}{{tx(./text)}}{{{ end }}}</li>
	{{{ end }}}
</ol>
{{{ end }}}
