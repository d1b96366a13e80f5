<div class="mb-3 d-none" data-role="target-field">
	<label class="form-label" for="decision-target">{{tx("forum-terms:statement.target")}}</label>
	<select class="form-select" id="decision-target" name="target" data-path="target" aria-describedby="decision-target-help">
		<option value="">{{tx("forum-terms:restriction.target-none")}}</option>
		<option value="software">{{tx("forum-terms:statement.target.software")}}</option>
		<option value="services">{{tx("forum-terms:statement.target.services")}}</option>
		<option value="policies">{{tx("forum-terms:statement.target.policies")}}</option>
		<option value="team">{{tx("forum-terms:statement.target.team")}}</option>
	</select>
	<div class="form-text" id="decision-target-help">{{tx("forum-terms:restriction.target-help")}}</div>
</div>
