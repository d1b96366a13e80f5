<aside class="sandbox-walk border-bottom mb-4" aria-label="{{tx("sandbox:walk.label")}}" data-walk="{guide.walk.id}" data-step="{guide.walk.number}">
	<div class="container py-2 d-md-flex gap-3 align-items-center">
		<div class="flex-grow-1 sandbox-narrow mb-2 mb-md-0">
			<p class="small mb-0"><strong>{guide.walk.title}</strong> · {{tx("sandbox:walk.step", guide.walk.number, guide.walk.count)}} · {{tx("sandbox:walk.as", guide.walk.current.as)}}</p>
			<p class="mb-0">{guide.walk.current.sees}{{{ if guide.walk.current.press }}} <strong>{guide.walk.current.press}</strong>{{{ end }}}</p>
		</div>
		<div class="d-flex flex-wrap flex-md-nowrap gap-2 flex-shrink-0">
			{{{ if guide.walk.next }}}
			<form method="post" action="/sandbox/walks/{guide.walk.id}/{guide.walk.next.number}"><input type="hidden" name="csrf_token" value="{csrf}">
				<button class="btn btn-primary" type="submit" data-guide="next">{{tx("sandbox:walk.next", guide.walk.next.button)}}</button></form>
			{{{ else }}}
			<form method="post" action="/sandbox/walks/{guide.walk.id}/1"><input type="hidden" name="csrf_token" value="{csrf}">
				<button class="btn btn-outline-secondary" type="submit" data-guide="again">{{tx("sandbox:walk.again")}}</button></form>
			{{{ end }}}
			<form method="post" action="/sandbox/leave"><input type="hidden" name="csrf_token" value="{csrf}">
				<button class="btn {{{ if guide.walk.next }}}btn-outline-secondary{{{ else }}}btn-primary{{{ end }}}" type="submit" data-guide="leave">{{{ if guide.walk.next }}}{{tx("sandbox:walk.leave")}}{{{ else }}}{{tx("sandbox:walk.others")}}{{{ end }}}</button></form>
		</div>
	</div>
</aside>
