<div data-role="partner-strikes">
	<p class="text-muted" role="status" data-role="strikes-state">{{tx("forum-terms:partner.strikes-loading")}}</p>
	<div data-role="strikes-body"></div>
</div>
