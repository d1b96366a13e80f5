<form data-role="checklist-places" novalidate>
	<p class="form-text">{{tx("admin/plugins/forum-terms:checklist.places-help")}}</p>
	<div class="row g-2 d-none d-md-flex fw-semibold text-sm border-bottom pb-2 mb-2" aria-hidden="true">
		<div class="col-md-4">{{tx("admin/plugins/forum-terms:checklist.category")}}</div>
		<div class="col-md-4">{{tx("admin/plugins/forum-terms:checklist.topics")}}</div>
		<div class="col-md-4">{{tx("admin/plugins/forum-terms:checklist.replies")}}</div>
	</div>
	<div data-role="checklist-categories"></div>
	<div class="forum-terms-save"><button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-places")}}</button></div>
</form>
<template data-role="checklist-category">
	<div class="row g-2 align-items-center border-bottom pb-2 mb-2" role="group" aria-labelledby="@-name">
		<div class="col-12 col-md-4 align-self-start pt-md-1"><span class="d-block" id="@-name" data-role="name"></span></div>
		<div class="col-6 col-md-4"><label class="form-label text-xs mb-0 d-md-none" for="@-topics">{{tx("admin/plugins/forum-terms:checklist.topics")}}</label><select class="form-select form-select-sm" id="@-topics" data-asked="topics" aria-label="{{tx("admin/plugins/forum-terms:checklist.topics")}}" aria-describedby="@-name"></select><div class="form-check mt-1 mb-0"><input class="form-check-input" type="checkbox" id="@-record-topics" data-record="topics" aria-describedby="@-name"><label class="form-check-label text-sm" for="@-record-topics">{{tx("admin/plugins/forum-terms:checklist.record")}}</label></div></div>
		<div class="col-6 col-md-4"><label class="form-label text-xs mb-0 d-md-none" for="@-replies">{{tx("admin/plugins/forum-terms:checklist.replies")}}</label><select class="form-select form-select-sm" id="@-replies" data-asked="replies" aria-label="{{tx("admin/plugins/forum-terms:checklist.replies")}}" aria-describedby="@-name"></select><div class="form-check mt-1 mb-0"><input class="form-check-input" type="checkbox" id="@-record-replies" data-record="replies" aria-describedby="@-name"><label class="form-check-label text-sm" for="@-record-replies">{{tx("admin/plugins/forum-terms:checklist.record")}}</label></div></div>
	</div>
</template>
