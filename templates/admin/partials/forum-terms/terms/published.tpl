{{{ if published }}}
<div class="alert alert-success" role="status" tabindex="-1" data-role="published">
	<p class="fw-semibold mb-1">{{tx("admin/plugins/forum-terms:publish.done")}}: {{tx(published.name)}}</p>
	<p class="mb-2">{{{ if (./enforcement == "record") }}}{{tx("admin/plugins/forum-terms:publish.next-record")}}{{{ else }}}{{tx("admin/plugins/forum-terms:publish.next")}}{{{ end }}}</p>
	<div class="d-flex flex-wrap gap-2">
		{{{ if setup.next.opens }}}<button class="btn btn-sm btn-success" type="button" data-opens="{setup.next.opens}" data-presses="{setup.next.presses}">{{tx(concat("admin/plugins/forum-terms:setup.step.", setup.next.name))}}</button>{{{ end }}}
		<button class="btn btn-sm {{{ if setup.next.opens }}}btn-light border{{{ else }}}btn-success{{{ end }}}" type="button" data-opens="overview">{{tx("admin/plugins/forum-terms:publish.next-setup")}}</button>
		<button class="btn btn-sm btn-light border" type="button" data-opens="members">{{tx("admin/plugins/forum-terms:publish.next-members")}}</button>
		{{{ if (./enforcement == "record") }}}<button class="btn btn-sm btn-light border" type="button" data-opens="setting-enforcement">{{tx("admin/plugins/forum-terms:publish.next-enforce")}}</button>{{{ end }}}
	</div>
</div>
{{{ end }}}
