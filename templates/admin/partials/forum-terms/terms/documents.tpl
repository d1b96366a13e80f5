<div class="d-flex flex-wrap gap-2 align-items-center mb-3">
	{{{ if hasSeveral }}}
	<nav aria-label="{{tx("admin/plugins/forum-terms:document.pick")}}">
		<ul class="nav nav-pills">
			{{{ each allDocuments }}}
			<li class="nav-item"><a class="nav-link py-1{{{ if ./active }}} active{{{ end }}}" {{{ if ./active }}}aria-current="page"{{{ end }}} href="{config.relative_path}/admin/plugins/forum-terms?document={./document}">{{tx(./title)}}</a></li>
			{{{ end }}}
		</ul>
	</nav>
	{{{ end }}}
	<details class="ms-auto" data-role="new-document">
		<summary>{{tx("admin/plugins/forum-terms:document.new")}}</summary>
		<form class="row g-2 align-items-end mt-1" novalidate>
			<div class="col-12"><div class="alert alert-danger d-none mb-0" role="alert" tabindex="-1" data-role="new-document-problem"></div></div>
			<div class="col-auto">
				<label class="form-label" for="new-document-id">{{tx("admin/plugins/forum-terms:document.new-id")}}</label>
				<input class="form-control" id="new-document-id" name="document" maxlength="60" aria-describedby="new-document-help">
			</div>
			<div class="col-auto">
				<label class="form-label" for="new-document-title">{{tx("admin/plugins/forum-terms:draft.title")}}</label>
				<input class="form-control" id="new-document-title" name="title" maxlength="200">
			</div>
			<div class="col-auto"><button class="btn btn-outline-primary" type="submit">{{tx("admin/plugins/forum-terms:document.create")}}</button></div>
			<div class="form-text" id="new-document-help">{{tx("admin/plugins/forum-terms:document.new-id-help")}}</div>
		</form>
	</details>
</div>
