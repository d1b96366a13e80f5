<div class="acp-page-container forum-terms-acp">
	<!-- IMPORT admin/partials/settings/header.tpl -->

	<div class="row m-0">
		<div id="spy-container" class="col-12 px-0 mb-4" tabindex="0">
			{{{ each documents }}}
			<section class="mb-4" aria-label="{{tx(./shownTitle)}}" data-document="{./document}" data-current="{./current}" data-revision="{./draft.revision}" data-versions="{./versions.length}" data-enforcement="{./enforcement}">
				<ul class="nav nav-pills gap-1 border-bottom py-2 mb-3 forum-terms-areas" role="tablist" aria-label="{{tx("admin/plugins/forum-terms:sections")}}" data-role="sections">
					{{{ each tabs }}}
					<li class="nav-item" role="presentation"><button class="nav-link py-1 px-2 text-nowrap {{{ if ./isOpen }}}active{{{ end }}}" type="button" role="tab" id="tab-{./id}" data-bs-toggle="tab" data-bs-target="#pane-{./id}" aria-controls="pane-{./id}" aria-selected="{{{ if ./isOpen }}}true{{{ else }}}false{{{ end }}}">{{tx(./title)}}</button></li>
					{{{ end }}}
				</ul>
				<div class="tab-content">
					<div class="tab-pane {{{ if open.overview }}}active{{{ end }}}" id="pane-overview" role="tabpanel" aria-labelledby="tab-overview" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/setup/overview.tpl -->
					</div>
					<div class="tab-pane {{{ if open.terms }}}active{{{ end }}}" id="pane-terms" role="tabpanel" aria-labelledby="tab-terms" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/terms/terms.tpl -->
					</div>
					<div class="tab-pane" id="pane-checklists" role="tabpanel" aria-labelledby="tab-checklists" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/checklist/checklists.tpl -->
					</div>
					<div class="tab-pane" id="pane-categories" role="tabpanel" aria-labelledby="tab-categories" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/categories/blueprint.tpl -->
						<!-- IMPORT admin/partials/forum-terms/categories/rules.tpl -->
					</div>
					<div class="tab-pane" id="pane-partners" role="tabpanel" aria-labelledby="tab-partners" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/partners/partners.tpl -->
					</div>
					<div class="tab-pane" id="pane-customers" role="tabpanel" aria-labelledby="tab-customers" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/customers/licences.tpl -->
					</div>
					<div class="tab-pane" id="pane-records" role="tabpanel" aria-labelledby="tab-records" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/records/proof.tpl -->
						<!-- IMPORT admin/partials/forum-terms/records/webhook.tpl -->
					</div>
					<div class="tab-pane" id="pane-settings" role="tabpanel" aria-labelledby="tab-settings" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/setup/settings.tpl -->
					</div>
				</div>
			</section>
			{{{ end }}}
		</div>
	</div>
</div>
