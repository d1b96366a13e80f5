<!-- IMPORT partials/forum-terms/breadcrumbs.tpl -->
<div class="forum-terms-page" data-role="restrictions">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:restriction.page")}}</h1>
	{{{ if isList }}}<!-- IMPORT partials/forum-terms/access/list.tpl -->{{{ end }}}
	{{{ if isCase }}}<!-- IMPORT partials/forum-terms/access/case.tpl -->{{{ end }}}
	{{{ if isPlanner }}}<!-- IMPORT partials/forum-terms/access/planner.tpl -->{{{ end }}}
</div>
