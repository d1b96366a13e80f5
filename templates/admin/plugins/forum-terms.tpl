<div class="acp-page-container forum-terms-acp">
	<!-- IMPORT admin/partials/settings/header.tpl -->

	<div class="row m-0">
		<div id="spy-container" class="col-12 px-0 mb-4" tabindex="0">
			{{{ if nothingPublished }}}
			<div class="alert alert-warning" role="status">
				<h2 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:nothing-published")}}</h2>
				<p class="mb-0">{{tx("admin/plugins/forum-terms:nothing-published-help")}}</p>
			</div>
			{{{ end }}}

			{{{ if guestCategories.length }}}
			<div class="alert alert-info" role="status">
				<h2 class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:guests")}}</h2>
				<p>{{tx("admin/plugins/forum-terms:guests-help")}}</p>
				<ul class="mb-0" data-role="guest-categories">
					{{{ each guestCategories }}}<li><a href="{config.relative_path}/category/{./cid}">{./name}</a></li>{{{ end }}}
				</ul>
			</div>
			{{{ end }}}

			<!-- IMPORT admin/partials/forum-terms/documents.tpl -->
			{{{ each documents }}}
			<section class="mb-4" data-document="{./document}" data-current="{./current}" data-revision="{./draft.revision}">
				<h2 class="fw-semibold fs-5">{./title}</h2>
				<dl class="row row-cols-2 row-cols-md-5 g-2 mb-3">
					<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.in-force")}}</dt><dd class="fw-semibold mb-0">{{{ if ./current }}}<a href="{config.relative_path}/forum-terms/{./current}">{./current}</a>{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
					<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.upcoming")}}</dt><dd class="fw-semibold mb-0">{{{ if ./upcoming }}}{./upcoming}{{{ else }}}{{tx("admin/plugins/forum-terms:summary.none")}}{{{ end }}}</dd></div>
					<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.accepted")}}</dt><dd class="fw-semibold mb-0">{./counts.accepted}</dd></div>
					<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.declined")}}</dt><dd class="fw-semibold mb-0">{./counts.declined}</dd></div>
					<div class="col"><dt class="text-xs text-muted">{{tx("admin/plugins/forum-terms:summary.members")}}</dt><dd class="fw-semibold mb-0">{./counts.members}</dd></div>
				</dl>
				<ul class="nav nav-pills gap-1 border-bottom pb-2 mb-3" role="tablist" aria-label="{{tx("admin/plugins/forum-terms:sections")}}" data-role="sections">
					{{{ each tabs }}}
					<li class="nav-item" role="presentation"><button class="nav-link py-1 px-2 {{{ if ./isFirst }}}active{{{ end }}}" type="button" role="tab" id="tab-{./id}" data-bs-toggle="tab" data-bs-target="#pane-{./id}" aria-controls="pane-{./id}" aria-selected="{{{ if ./isFirst }}}true{{{ else }}}false{{{ end }}}">{{tx(./title)}}</button></li>
					{{{ end }}}
				</ul>
				<div class="tab-content">
					<div class="tab-pane active" id="pane-draft" role="tabpanel" aria-labelledby="tab-draft" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/draft.tpl -->
					</div>
					<div class="tab-pane" id="pane-versions" role="tabpanel" aria-labelledby="tab-versions" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/versions.tpl -->
					</div>
					<div class="tab-pane" id="pane-members" role="tabpanel" aria-labelledby="tab-members" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/members.tpl -->
					</div>
					<div class="tab-pane" id="pane-document" role="tabpanel" aria-labelledby="tab-document" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/document.tpl -->
					</div>
					<div class="tab-pane" id="pane-checklists" role="tabpanel" aria-labelledby="tab-checklists" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/checklists.tpl -->
					</div>
					<div class="tab-pane" id="pane-effect" role="tabpanel" aria-labelledby="tab-effect" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/checklist-effect.tpl -->
					</div>
					<div class="tab-pane" id="pane-categories" role="tabpanel" aria-labelledby="tab-categories" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/blueprint.tpl -->
					</div>
					<div class="tab-pane" id="pane-partners" role="tabpanel" aria-labelledby="tab-partners" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/partners.tpl -->
					</div>
					<div class="tab-pane" id="pane-customers" role="tabpanel" aria-labelledby="tab-customers" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/licences.tpl -->
					</div>
					<div class="tab-pane" id="pane-proof" role="tabpanel" aria-labelledby="tab-proof" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/proof.tpl -->
					</div>
					<div class="tab-pane" id="pane-settings" role="tabpanel" aria-labelledby="tab-settings" tabindex="0">
						<!-- IMPORT admin/partials/forum-terms/settings.tpl -->
					</div>
				</div>
			</section>
			{{{ end }}}
		</div>
	</div>
</div>
