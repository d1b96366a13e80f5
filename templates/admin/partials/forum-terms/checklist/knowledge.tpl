<form data-role="checklist-knowledge" novalidate>
	<p class="form-text">{{tx("admin/plugins/forum-terms:checklist.unknown-rule")}}</p>
	<section class="mb-4" data-list="releases" aria-labelledby="checklist-releases-heading">
		<h3 class="fs-6 fw-semibold" id="checklist-releases-heading">{{tx("admin/plugins/forum-terms:checklist.releases")}}</h3>
		<p class="form-text">{{tx("admin/plugins/forum-terms:checklist.releases-help")}}</p>
		<div data-role="rows"></div>
		<button class="btn btn-sm btn-outline-primary" type="button" data-action="add-row">{{tx("admin/plugins/forum-terms:checklist.add-release")}}</button>
		<div class="row g-3 mt-1">
			<div class="col-sm-6 col-md-4"><label class="form-label" for="checklist-grace">{{tx("admin/plugins/forum-terms:checklist.grace")}}</label><input class="form-control form-control-sm" type="number" min="0" max="3650" id="checklist-grace" data-path="graceDays" data-part="graceDays" aria-describedby="checklist-grace-help"><div class="form-text" id="checklist-grace-help">{{tx("admin/plugins/forum-terms:checklist.grace-help")}}</div></div>
			<div class="col-sm-6 col-md-4"><label class="form-label" for="checklist-stale">{{tx("admin/plugins/forum-terms:checklist.stale")}}</label><input class="form-control form-control-sm" type="number" min="0" max="3650" id="checklist-stale" data-path="staleDays" data-part="staleDays" aria-describedby="checklist-stale-help"><div class="form-text" id="checklist-stale-help">{{tx("admin/plugins/forum-terms:checklist.stale-help")}}</div></div>
			<div class="col-md-4"><div class="text-sm mb-2" data-role="checklist-reviewed" role="status"></div><button class="btn btn-sm btn-outline-primary" type="button" data-action="still-right">{{tx("admin/plugins/forum-terms:checklist.still-right")}}</button></div>
		</div>
	</section>
	<section class="mb-4" data-list="trunks" aria-labelledby="checklist-trunks-heading">
		<h3 class="fs-6 fw-semibold" id="checklist-trunks-heading">{{tx("admin/plugins/forum-terms:checklist.trunks")}}</h3>
		<div class="d-flex flex-wrap align-items-end gap-2 mb-2">
			<div><label class="form-label text-sm mb-1" for="checklist-trunks-filter">{{tx("admin/plugins/forum-terms:checklist.filter")}}</label><input class="form-control form-control-sm" type="search" id="checklist-trunks-filter" data-role="filter" autocomplete="off"></div>
			<button class="btn btn-sm btn-outline-primary" type="button" data-action="add-row">{{tx("admin/plugins/forum-terms:checklist.add-row")}}</button>
			<span class="text-sm text-muted ms-auto" role="status" data-role="count"></span>
		</div>
		<div class="forum-terms-rows">
			<div class="row g-2 d-none d-md-flex fw-semibold text-sm border-bottom pb-1 mb-2" aria-hidden="true"><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.provider")}}</div><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.country")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.status")}}</div><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.note")}}</div></div>
			<div data-role="rows"></div>
		</div>
		<div class="d-flex align-items-center gap-2 mb-2 d-none" data-role="pages">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="previous-page">{{tx("admin/plugins/forum-terms:checklist.previous")}}</button>
			<span class="text-sm" data-role="page"></span>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="next-page">{{tx("admin/plugins/forum-terms:checklist.next")}}</button>
		</div>
		<details>
			<summary class="text-sm">{{tx("admin/plugins/forum-terms:checklist.paste")}}</summary>
			<label class="form-label text-sm mt-2 mb-1" for="checklist-trunks-paste">{{tx("admin/plugins/forum-terms:checklist.paste-trunks")}}</label>
			<textarea class="form-control font-monospace text-sm mb-2" id="checklist-trunks-paste" rows="5" spellcheck="false" data-role="paste" aria-describedby="checklist-trunks-pasted"></textarea>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="paste-rows">{{tx("admin/plugins/forum-terms:checklist.paste-add")}}</button>
			<p class="text-sm mt-2 mb-0" role="status" id="checklist-trunks-pasted" data-role="pasted"></p>
		</details>
	</section>
	<section class="mb-4" data-list="phones" aria-labelledby="checklist-phones-heading">
		<h3 class="fs-6 fw-semibold" id="checklist-phones-heading">{{tx("admin/plugins/forum-terms:checklist.phones")}}</h3>
		<div class="d-flex flex-wrap align-items-end gap-2 mb-2">
			<div><label class="form-label text-sm mb-1" for="checklist-phones-filter">{{tx("admin/plugins/forum-terms:checklist.filter")}}</label><input class="form-control form-control-sm" type="search" id="checklist-phones-filter" data-role="filter" autocomplete="off"></div>
			<button class="btn btn-sm btn-outline-primary" type="button" data-action="add-row">{{tx("admin/plugins/forum-terms:checklist.add-row")}}</button>
			<span class="text-sm text-muted ms-auto" role="status" data-role="count"></span>
		</div>
		<div class="forum-terms-rows">
			<div class="row g-2 d-none d-md-flex fw-semibold text-sm border-bottom pb-1 mb-2" aria-hidden="true"><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.vendor")}}</div><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.model")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.status")}}</div><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.note")}}</div></div>
			<div data-role="rows"></div>
		</div>
		<div class="d-flex align-items-center gap-2 mb-2 d-none" data-role="pages">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="previous-page">{{tx("admin/plugins/forum-terms:checklist.previous")}}</button>
			<span class="text-sm" data-role="page"></span>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="next-page">{{tx("admin/plugins/forum-terms:checklist.next")}}</button>
		</div>
		<details>
			<summary class="text-sm">{{tx("admin/plugins/forum-terms:checklist.paste")}}</summary>
			<label class="form-label text-sm mt-2 mb-1" for="checklist-phones-paste">{{tx("admin/plugins/forum-terms:checklist.paste-phones")}}</label>
			<textarea class="form-control font-monospace text-sm mb-2" id="checklist-phones-paste" rows="5" spellcheck="false" data-role="paste" aria-describedby="checklist-phones-pasted"></textarea>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="paste-rows">{{tx("admin/plugins/forum-terms:checklist.paste-add")}}</button>
			<p class="text-sm mt-2 mb-0" role="status" id="checklist-phones-pasted" data-role="pasted"></p>
		</details>
	</section>
	<section class="mb-4" data-list="platforms" aria-labelledby="checklist-platforms-heading">
		<h3 class="fs-6 fw-semibold" id="checklist-platforms-heading">{{tx("admin/plugins/forum-terms:checklist.platforms")}}</h3>
		<p class="form-text">{{tx("admin/plugins/forum-terms:checklist.platforms-help")}}</p>
		<div class="d-flex flex-wrap align-items-end gap-2 mb-2">
			<div><label class="form-label text-sm mb-1" for="checklist-platforms-filter">{{tx("admin/plugins/forum-terms:checklist.filter")}}</label><input class="form-control form-control-sm" type="search" id="checklist-platforms-filter" data-role="filter" autocomplete="off"></div>
			<button class="btn btn-sm btn-outline-primary" type="button" data-action="add-row">{{tx("admin/plugins/forum-terms:checklist.add-row")}}</button>
			<span class="text-sm text-muted ms-auto" role="status" data-role="count"></span>
		</div>
		<div class="forum-terms-rows">
			<div class="row g-2 d-none d-md-flex fw-semibold text-sm border-bottom pb-1 mb-2" aria-hidden="true"><div class="col-md-3">{{tx("admin/plugins/forum-terms:checklist.platform")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.part")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.status")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.as-of")}}</div><div class="col-md-2">{{tx("admin/plugins/forum-terms:checklist.note")}}</div></div>
			<div data-role="rows"></div>
		</div>
		<div class="d-flex align-items-center gap-2 mb-2 d-none" data-role="pages">
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="previous-page">{{tx("admin/plugins/forum-terms:checklist.previous")}}</button>
			<span class="text-sm" data-role="page"></span>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="next-page">{{tx("admin/plugins/forum-terms:checklist.next")}}</button>
		</div>
		<details>
			<summary class="text-sm">{{tx("admin/plugins/forum-terms:checklist.paste")}}</summary>
			<label class="form-label text-sm mt-2 mb-1" for="checklist-platforms-paste">{{tx("admin/plugins/forum-terms:checklist.paste-platforms")}}</label>
			<textarea class="form-control font-monospace text-sm mb-2" id="checklist-platforms-paste" rows="5" spellcheck="false" data-role="paste" aria-describedby="checklist-platforms-pasted"></textarea>
			<button class="btn btn-sm btn-outline-secondary" type="button" data-action="paste-rows">{{tx("admin/plugins/forum-terms:checklist.paste-add")}}</button>
			<p class="text-sm mt-2 mb-0" role="status" id="checklist-platforms-pasted" data-role="pasted"></p>
		</details>
	</section>
	<section class="mb-4">
		<label class="form-label fs-6 fw-semibold" for="checklist-guide-hosts">{{tx("admin/plugins/forum-terms:checklist.guide-hosts")}}</label>
		<input class="form-control form-control-sm" id="checklist-guide-hosts" spellcheck="false" autocomplete="off" data-path="guideHosts" data-part="guideHosts" data-as="list" aria-describedby="checklist-guide-hosts-help">
		<div class="form-text" id="checklist-guide-hosts-help">{{tx("admin/plugins/forum-terms:checklist.guide-hosts-help")}}</div>
	</section>
	<section class="mb-4">
		<label class="form-label fs-6 fw-semibold" for="checklist-vague-words">{{tx("admin/plugins/forum-terms:checklist.vague-words")}}</label>
		<textarea class="form-control text-sm" id="checklist-vague-words" rows="4" spellcheck="false" data-path="vagueWords" data-part="vagueWords" data-as="list" aria-describedby="checklist-vague-words-help"></textarea>
		<div class="form-text" id="checklist-vague-words-help">{{tx("admin/plugins/forum-terms:checklist.vague-words-help")}}</div>
	</section>
	<div class="forum-terms-save d-flex flex-wrap align-items-center gap-2">
		<button class="btn btn-primary" type="submit">{{tx("admin/plugins/forum-terms:checklist.save-knowledge")}}</button>
		<span class="text-sm text-muted" data-role="knowledge-unsaved" role="status"></span>
	</div>
</form>
<template data-role="checklist-releases-row">
	<div class="row g-2 align-items-end mb-2">
		<div class="col col-md-4"><label class="form-label text-sm mb-1" for="@-version">{{tx("admin/plugins/forum-terms:checklist.release")}}</label><input class="form-control form-control-sm" id="@-version" data-part="version" data-path="version" maxlength="100" placeholder="V20 Update 9" autocomplete="off"></div>
		<div class="col-5 col-md-3"><label class="form-label text-sm mb-1" for="@-since">{{tx("admin/plugins/forum-terms:checklist.since")}}</label><input class="form-control form-control-sm" type="date" id="@-since" data-path="since" data-role="since"></div>
		<div class="col-auto"><button class="btn btn-sm btn-outline-danger" type="button" data-action="remove-row" aria-label="{{tx("admin/plugins/forum-terms:checklist.remove")}}" aria-describedby="@-version">&times;</button></div>
	</div>
</template>
<template data-role="checklist-trunks-row">
	<div class="row g-2 align-items-end border-bottom pb-2 mb-2">
		<div class="col-6 col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-provider">{{tx("admin/plugins/forum-terms:checklist.provider")}}</label><input class="form-control form-control-sm" id="@-provider" data-part="provider" data-path="provider" maxlength="120" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.provider")}}"></div>
		<div class="col-6 col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-country">{{tx("admin/plugins/forum-terms:checklist.country")}}</label><select class="form-select form-select-sm" id="@-country" data-part="country" data-path="country" aria-label="{{tx("admin/plugins/forum-terms:checklist.country")}}"><option value="*">{{tx("admin/plugins/forum-terms:checklist.everywhere")}}</option></select></div>
		<div class="col-6 col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-status">{{tx("admin/plugins/forum-terms:checklist.status")}}</label><select class="form-select form-select-sm" id="@-status" data-part="status" data-path="status" aria-label="{{tx("admin/plugins/forum-terms:checklist.status")}}"><option value="preferred">{{tx("admin/plugins/forum-terms:checklist.status.preferred")}}</option><option value="supported">{{tx("admin/plugins/forum-terms:checklist.status.supported")}}</option><option value="legacy">{{tx("admin/plugins/forum-terms:checklist.status.legacy")}}</option><option value="unsupported">{{tx("admin/plugins/forum-terms:checklist.status.unsupported")}}</option><option value="unknown">{{tx("admin/plugins/forum-terms:checklist.status.unknown")}}</option></select></div>
		<div class="col col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-note">{{tx("admin/plugins/forum-terms:checklist.note")}}</label><input class="form-control form-control-sm" id="@-note" data-part="note" data-path="note" maxlength="300" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.note")}}"></div>
		<div class="col-auto ms-auto"><button class="btn btn-sm btn-outline-danger" type="button" data-action="remove-row" aria-label="{{tx("admin/plugins/forum-terms:checklist.remove")}}" aria-describedby="@-provider">&times;</button></div>
	</div>
</template>
<template data-role="checklist-phones-row">
	<div class="row g-2 align-items-end border-bottom pb-2 mb-2">
		<div class="col-6 col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-vendor">{{tx("admin/plugins/forum-terms:checklist.vendor")}}</label><input class="form-control form-control-sm" id="@-vendor" data-part="vendor" data-path="vendor" maxlength="120" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.vendor")}}"></div>
		<div class="col-6 col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-model">{{tx("admin/plugins/forum-terms:checklist.model")}}</label><input class="form-control form-control-sm" id="@-model" data-part="model" data-path="model" maxlength="120" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.model")}}"></div>
		<div class="col-6 col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-status">{{tx("admin/plugins/forum-terms:checklist.status")}}</label><select class="form-select form-select-sm" id="@-status" data-part="status" data-path="status" aria-label="{{tx("admin/plugins/forum-terms:checklist.status")}}"><option value="preferred">{{tx("admin/plugins/forum-terms:checklist.status.preferred")}}</option><option value="supported">{{tx("admin/plugins/forum-terms:checklist.status.supported")}}</option><option value="legacy">{{tx("admin/plugins/forum-terms:checklist.status.legacy")}}</option><option value="unsupported">{{tx("admin/plugins/forum-terms:checklist.status.unsupported")}}</option><option value="unknown">{{tx("admin/plugins/forum-terms:checklist.status.unknown")}}</option></select></div>
		<div class="col col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-note">{{tx("admin/plugins/forum-terms:checklist.note")}}</label><input class="form-control form-control-sm" id="@-note" data-part="note" data-path="note" maxlength="300" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.note")}}"></div>
		<div class="col-auto ms-auto"><button class="btn btn-sm btn-outline-danger" type="button" data-action="remove-row" aria-label="{{tx("admin/plugins/forum-terms:checklist.remove")}}" aria-describedby="@-vendor">&times;</button></div>
	</div>
</template>
<template data-role="checklist-platforms-row">
	<div class="row g-2 align-items-end border-bottom pb-2 mb-2">
		<div class="col-6 col-md-3"><label class="form-label text-xs mb-0 d-md-none" for="@-name">{{tx("admin/plugins/forum-terms:checklist.platform")}}</label><input class="form-control form-control-sm" id="@-name" data-part="name" data-path="name" maxlength="120" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.platform")}}"></div>
		<div class="col-6 col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-part">{{tx("admin/plugins/forum-terms:checklist.part")}}</label><select class="form-select form-select-sm" id="@-part" data-part="part" data-path="part" aria-label="{{tx("admin/plugins/forum-terms:checklist.part")}}"><option value="system">{{tx("admin/plugins/forum-terms:checklist.part.system")}}</option><option value="hypervisor">{{tx("admin/plugins/forum-terms:checklist.part.hypervisor")}}</option><option value="cloud">{{tx("admin/plugins/forum-terms:checklist.part.cloud")}}</option><option value="container">{{tx("admin/plugins/forum-terms:checklist.part.container")}}</option><option value="software">{{tx("admin/plugins/forum-terms:checklist.part.software")}}</option></select></div>
		<div class="col-6 col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-status">{{tx("admin/plugins/forum-terms:checklist.status")}}</label><select class="form-select form-select-sm" id="@-status" data-part="status" data-path="status" aria-label="{{tx("admin/plugins/forum-terms:checklist.status")}}"><option value="preferred">{{tx("admin/plugins/forum-terms:checklist.status.preferred")}}</option><option value="supported">{{tx("admin/plugins/forum-terms:checklist.status.supported")}}</option><option value="legacy">{{tx("admin/plugins/forum-terms:checklist.status.legacy")}}</option><option value="unsupported">{{tx("admin/plugins/forum-terms:checklist.status.unsupported")}}</option><option value="unknown">{{tx("admin/plugins/forum-terms:checklist.status.unknown")}}</option></select></div>
		<div class="col-6 col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-asOf">{{tx("admin/plugins/forum-terms:checklist.as-of")}}</label><input class="form-control form-control-sm" type="date" id="@-asOf" data-part="asOf" data-path="asOf" aria-label="{{tx("admin/plugins/forum-terms:checklist.as-of")}}"></div>
		<div class="col col-md-2"><label class="form-label text-xs mb-0 d-md-none" for="@-note">{{tx("admin/plugins/forum-terms:checklist.note")}}</label><input class="form-control form-control-sm" id="@-note" data-part="note" data-path="note" maxlength="300" autocomplete="off" aria-label="{{tx("admin/plugins/forum-terms:checklist.note")}}"></div>
		<div class="col-auto ms-auto"><button class="btn btn-sm btn-outline-danger" type="button" data-action="remove-row" aria-label="{{tx("admin/plugins/forum-terms:checklist.remove")}}" aria-describedby="@-name">&times;</button></div>
	</div>
</template>
