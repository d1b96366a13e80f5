<div data-role="partner-people" data-partner="{id}">
	<div data-role="people-banners"></div>
	<section class="mb-4" aria-labelledby="people-list-title">
		<h2 class="fw-semibold fs-5" id="people-list-title">{{tx("forum-terms:people.list")}}</h2>
		<form class="mb-3" role="search" data-role="people-search">
			<label class="form-label" for="people-q">{{tx("forum-terms:people.search")}}</label>
			<div class="input-group">
				<input class="form-control" type="search" id="people-q" name="q" maxlength="100" autocomplete="off" aria-describedby="people-q-help">
				<button class="btn btn-outline-secondary" type="submit">{{tx("forum-terms:people.find")}}</button>
			</div>
			<div class="form-text" id="people-q-help">{{tx("forum-terms:people.search-help")}}</div>
		</form>
		<p class="text-muted text-sm mb-2" role="status" data-role="people-count"></p>
		<ul class="list-group" data-role="people-list"></ul>
		<button class="btn btn-outline-secondary btn-sm mt-2 d-none" type="button" data-role="people-more">{{tx("forum-terms:people.more")}}</button>
	</section>
	<section class="mb-4" aria-labelledby="people-open-title">
		<h2 class="fw-semibold fs-5" id="people-open-title">{{tx("forum-terms:people.open")}}</h2>
		<p class="text-muted d-none" data-role="people-open-none">{{tx("forum-terms:people.open-none")}}</p>
		<ul class="list-group" data-role="people-open"></ul>
	</section>
	<section class="mb-4 d-none" aria-labelledby="people-invite-title" data-role="people-invite">
		<h2 class="fw-semibold fs-5" id="people-invite-title">{{tx("forum-terms:people.invite")}}</h2>
		<p>{{tx("forum-terms:people.invite-lead")}}</p>
		<form class="row g-2 align-items-end">
			<div class="col-12 col-md-6">
				<label class="form-label" for="people-whom">{{tx("forum-terms:people.whom")}}</label>
				<input class="form-control" type="text" id="people-whom" name="whom" required maxlength="254" autocomplete="off">
			</div>
			<div class="col-12 col-md-3">
				<label class="form-label" for="people-role">{{tx("forum-terms:people.role")}}</label>
				<select class="form-select" id="people-role" name="role">
					<option value="support">{{tx("forum-terms:partner.role.support")}}</option>
					<option value="sales">{{tx("forum-terms:partner.role.sales")}}</option>
					<option value="purchase">{{tx("forum-terms:partner.role.purchase")}}</option>
				</select>
			</div>
			<div class="col-12 col-md-3"><button class="btn btn-primary w-100" type="submit">{{tx("forum-terms:people.send")}}</button></div>
		</form>
	</section>
</div>
