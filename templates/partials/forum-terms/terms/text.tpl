<div class="forum-terms-text border rounded-1 p-3 mb-3" tabindex="0" role="region" aria-label="{./title}" lang="{./language}" dir="auto" data-version="{./version}">
	{{./html}}
</div>
