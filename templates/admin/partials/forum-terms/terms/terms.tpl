<!-- IMPORT admin/partials/forum-terms/terms/published.tpl -->
<!-- IMPORT admin/partials/forum-terms/terms/documents.tpl -->
<ul class="nav nav-underline gap-3 mb-3 text-nowrap forum-terms-areas" role="tablist" aria-label="{{tx("admin/plugins/forum-terms:tab.terms")}}">
	<li class="nav-item" role="presentation"><button class="nav-link py-1 active" type="button" role="tab" id="tab-draft" data-bs-toggle="tab" data-bs-target="#pane-draft" aria-controls="pane-draft" aria-selected="true">{{tx("admin/plugins/forum-terms:tab.draft")}}</button></li>
	<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="tab-versions" data-bs-toggle="tab" data-bs-target="#pane-versions" aria-controls="pane-versions" aria-selected="false">{{tx("admin/plugins/forum-terms:tab.versions")}}</button></li>
	<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="tab-members" data-bs-toggle="tab" data-bs-target="#pane-members" aria-controls="pane-members" aria-selected="false">{{tx("admin/plugins/forum-terms:tab.members")}}</button></li>
	<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="tab-document" data-bs-toggle="tab" data-bs-target="#pane-document" aria-controls="pane-document" aria-selected="false">{{tx("admin/plugins/forum-terms:tab.audience")}}</button></li>
</ul>
<div class="tab-content">
	<div class="tab-pane active" id="pane-draft" role="tabpanel" aria-labelledby="tab-draft" tabindex="0">
		<!-- IMPORT admin/partials/forum-terms/terms/draft.tpl -->
	</div>
	<div class="tab-pane" id="pane-versions" role="tabpanel" aria-labelledby="tab-versions" tabindex="0">
		<!-- IMPORT admin/partials/forum-terms/terms/versions.tpl -->
	</div>
	<div class="tab-pane" id="pane-members" role="tabpanel" aria-labelledby="tab-members" tabindex="0">
		<!-- IMPORT admin/partials/forum-terms/terms/members.tpl -->
	</div>
	<div class="tab-pane" id="pane-document" role="tabpanel" aria-labelledby="tab-document" tabindex="0">
		<!-- IMPORT admin/partials/forum-terms/terms/document.tpl -->
	</div>
</div>
