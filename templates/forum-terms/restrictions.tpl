<div class="forum-terms-page" data-role="restrictions">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{{tx("forum-terms:restriction.page")}}</h1>
	{{{ if isList }}}<!-- IMPORT partials/forum-terms/restriction-list.tpl -->{{{ end }}}
	{{{ if isCase }}}<!-- IMPORT partials/forum-terms/restriction-case.tpl -->{{{ end }}}
	{{{ if isPlanner }}}<!-- IMPORT partials/forum-terms/restriction-planner.tpl -->{{{ end }}}
</div>
