<div class="row g-3 mt-2">
	<form class="col-lg-6" data-role="behalf" novalidate>
		<fieldset class="border rounded-1 p-3">
			<legend class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:members.behalf")}}</legend>
			<p class="form-text">{{tx("admin/plugins/forum-terms:members.behalf-help")}}</p>
			<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="form-problem"></div>
			<label class="form-label" for="behalf-uid">{{tx("admin/plugins/forum-terms:members.uid")}}</label>
			<input class="form-control mb-2" id="behalf-uid" name="uid" autocomplete="off">
			<label class="form-label" for="behalf-language">{{tx("admin/plugins/forum-terms:members.language")}}</label>
			<select class="form-select mb-2" id="behalf-language" name="language">{{{ each ./languages }}}<option value="{@value}">{@value}</option>{{{ end }}}</select>
			<label class="form-label" for="behalf-reason">{{tx("admin/plugins/forum-terms:members.reason")}}</label>
			<input class="form-control mb-2" id="behalf-reason" name="reason" maxlength="1000">
			<button class="btn btn-outline-primary" type="submit">{{tx("admin/plugins/forum-terms:members.behalf-button")}}</button>
		</fieldset>
	</form>
	<form class="col-lg-6" data-role="recall" novalidate>
		<fieldset class="border rounded-1 p-3">
			<legend class="fs-6 fw-semibold">{{tx("admin/plugins/forum-terms:members.recall")}}</legend>
			<p class="form-text">{{tx("admin/plugins/forum-terms:members.recall-help")}}</p>
			<div class="alert alert-danger d-none" role="alert" tabindex="-1" data-role="form-problem"></div>
			<label class="form-label" for="recall-uid">{{tx("admin/plugins/forum-terms:members.uid")}}</label>
			<input class="form-control mb-2" id="recall-uid" name="uid" autocomplete="off">
			<label class="form-label" for="recall-reason">{{tx("admin/plugins/forum-terms:members.reason")}}</label>
			<input class="form-control mb-2" id="recall-reason" name="reason" maxlength="1000">
			<button class="btn btn-outline-primary" type="submit">{{tx("admin/plugins/forum-terms:members.recall-button")}}</button>
		</fieldset>
	</form>
</div>
