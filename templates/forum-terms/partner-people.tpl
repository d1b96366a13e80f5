<div class="forum-terms-page">
	<h1 class="tracking-tight fw-semibold fs-3 mb-2">{company}</h1>
	<!-- IMPORT partials/forum-terms/partner-people.tpl -->
</div>
