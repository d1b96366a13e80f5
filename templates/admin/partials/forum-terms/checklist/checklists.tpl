<div data-role="checklists">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:checklist.lead")}} <a href="{config.relative_path}/forum-terms/checklists">{{tx("admin/plugins/forum-terms:checklist.staff-page")}}</a></p>
	<ul class="nav nav-underline gap-3 mb-3 text-nowrap forum-terms-areas" role="tablist" aria-label="{{tx("admin/plugins/forum-terms:tab.checklists")}}">
		<li class="nav-item" role="presentation"><button class="nav-link py-1 active" type="button" role="tab" id="checklist-tab-places" data-bs-toggle="tab" data-bs-target="#checklist-pane-places" aria-controls="checklist-pane-places" aria-selected="true">{{tx("admin/plugins/forum-terms:checklist.places")}}</button></li>
		<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="checklist-tab-profiles" data-bs-toggle="tab" data-bs-target="#checklist-pane-profiles" aria-controls="checklist-pane-profiles" aria-selected="false">{{tx("admin/plugins/forum-terms:checklist.profiles")}}</button></li>
		<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="checklist-tab-knowledge" data-bs-toggle="tab" data-bs-target="#checklist-pane-knowledge" aria-controls="checklist-pane-knowledge" aria-selected="false">{{tx("admin/plugins/forum-terms:checklist.knowledge")}}</button></li>
		<li class="nav-item" role="presentation"><button class="nav-link py-1" type="button" role="tab" id="tab-effect" data-bs-toggle="tab" data-bs-target="#pane-effect" aria-controls="pane-effect" aria-selected="false">{{tx("admin/plugins/forum-terms:tab.effect")}}</button></li>
	</ul>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="checklist-problem"></div>
	<div class="tab-content">
		<div class="tab-pane active" id="checklist-pane-places" role="tabpanel" aria-labelledby="checklist-tab-places">
			<!-- IMPORT admin/partials/forum-terms/checklist/places.tpl -->
		</div>
		<div class="tab-pane" id="checklist-pane-profiles" role="tabpanel" aria-labelledby="checklist-tab-profiles">
			<!-- IMPORT admin/partials/forum-terms/checklist/profiles.tpl -->
			<!-- IMPORT admin/partials/forum-terms/checklist/editor.tpl -->
		</div>
		<div class="tab-pane" id="checklist-pane-knowledge" role="tabpanel" aria-labelledby="checklist-tab-knowledge">
			<!-- IMPORT admin/partials/forum-terms/checklist/knowledge.tpl -->
		</div>
		<div class="tab-pane" id="pane-effect" role="tabpanel" aria-labelledby="tab-effect">
			<!-- IMPORT admin/partials/forum-terms/checklist/effect.tpl -->
		</div>
	</div>
	<!-- IMPORT admin/partials/forum-terms/checklist/item.tpl -->
</div>
