<div data-role="checklist-effect">
	<p class="text-muted">{{tx("admin/plugins/forum-terms:effect.lead")}}</p>
	<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="effect-problem"></div>
	<form data-role="effect-choice" class="row g-2 mb-3" novalidate>
		<div class="col-sm-6 col-md-4">
			<label class="form-label" for="effect-profile">{{tx("admin/plugins/forum-terms:effect.profile")}}</label>
			<select class="form-select" id="effect-profile" name="profile"></select>
		</div>
		<div class="col-sm-6 col-md-3">
			<label class="form-label" for="effect-days">{{tx("admin/plugins/forum-terms:effect.days")}}</label>
			<select class="form-select" id="effect-days" name="days">
				<option value="30">30</option>
				<option value="90" selected>90</option>
				<option value="366">366</option>
			</select>
		</div>
	</form>
	<div class="d-none" data-role="effect-result">
		<dl class="row row-cols-2 row-cols-md-4 g-2 mb-3" data-role="effect-sums" aria-live="polite"></dl>
		<div class="forum-terms-chart mb-3"><canvas data-role="effect-chart" role="img" aria-label="{{tx("admin/plugins/forum-terms:effect.chart")}}"></canvas></div>
		<div class="table-responsive" tabindex="0" role="region" aria-label="{{tx("admin/plugins/forum-terms:effect.items")}}">
			<table class="table table-sm align-middle forum-terms-effect">
				<caption class="caption-top fw-semibold text-body">{{tx("admin/plugins/forum-terms:effect.items")}}</caption>
				<thead>
					<tr>
						<th scope="col">{{tx("admin/plugins/forum-terms:effect.item")}}</th>
						<th scope="col" class="text-end">{{tx("admin/plugins/forum-terms:effect.shown")}}</th>
						<th scope="col" class="text-end">{{tx("admin/plugins/forum-terms:effect.skipped")}}</th>
						<th scope="col" class="text-end">{{tx("admin/plugins/forum-terms:effect.warned")}}</th>
						<th scope="col" class="text-end">{{tx("admin/plugins/forum-terms:effect.questions-with")}}</th>
						<th scope="col" class="text-end">{{tx("admin/plugins/forum-terms:effect.questions-without")}}</th>
					</tr>
				</thead>
				<tbody data-role="effect-rows"></tbody>
			</table>
		</div>
		<p class="form-text">{{tx("admin/plugins/forum-terms:effect.explained")}}</p>
	</div>
</div>
