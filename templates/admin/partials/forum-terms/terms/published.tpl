{{{ if published }}}
<div class="alert alert-success" role="status" tabindex="-1" data-role="published">
	<p class="fw-semibold mb-1">{{tx("admin/plugins/forum-terms:publish.done")}}: {{tx(published.name)}}</p>
	<p class="mb-2">{{{ if (./enforcement == "record") }}}{{tx("admin/plugins/forum-terms:publish.next-record")}}{{{ else }}}{{tx("admin/plugins/forum-terms:publish.next")}}{{{ end }}}</p>
	<div class="d-flex flex-wrap gap-2">
		<button class="btn btn-sm btn-success" type="button" data-opens="overview">{{tx("admin/plugins/forum-terms:publish.next-setup")}}</button>
		<button class="btn btn-sm btn-light border" type="button" data-opens="members">{{tx("admin/plugins/forum-terms:publish.next-members")}}</button>
		{{{ if (./enforcement == "record") }}}<button class="btn btn-sm btn-light border" type="button" data-opens="setting-enforcement">{{tx("admin/plugins/forum-terms:publish.next-enforce")}}</button>{{{ end }}}
	</div>
</div>
{{{ end }}}
