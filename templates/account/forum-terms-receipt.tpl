<!-- IMPORT partials/account/header.tpl -->
<div class="forum-terms-page">
<h3 class="fw-semibold fs-5">{{tx("forum-terms:page.receipt.title")}}</h3>
<dl class="row">
	<dt class="col-sm-4">{{tx("forum-terms:account.event")}}</dt><dd class="col-sm-8">{{tx(concat("forum-terms:event.", record.event))}}</dd>
	<dt class="col-sm-4">{{tx("forum-terms:history.version")}}</dt><dd class="col-sm-8"><a class="text-decoration-underline" href="{config.relative_path}/forum-terms/{record.version}">{{tx(name)}}</a></dd>
	<dt class="col-sm-4">{{tx("forum-terms:account.when")}}</dt><dd class="col-sm-8"><time datetime="{atISO}">{{tx(moment)}} UTC</time></dd>
	<dt class="col-sm-4">{{tx("forum-terms:account.method")}}</dt><dd class="col-sm-8">{{tx(concat("forum-terms:method.", record.method))}}{{{ if record.reason }}}: {record.reason}{{{ end }}}</dd>
	<dt class="col-sm-4">{{tx("forum-terms:account.language")}}</dt><dd class="col-sm-8">{languageName}</dd>
	<dt class="col-sm-4">{{tx("forum-terms:version.hash")}}</dt><dd class="col-sm-8 text-break"><code>{record.hash}</code></dd>
	<dt class="col-sm-4">{{tx("forum-terms:receipt.number")}}</dt><dd class="col-sm-8">{record.id}</dd>
	<dt class="col-sm-4">{{tx("forum-terms:receipt.key")}}</dt><dd class="col-sm-8"><code>{key}</code></dd>
	<dt class="col-sm-4">{{tx("forum-terms:receipt.seal")}}</dt><dd class="col-sm-8">{{{ if isSealed }}}{{tx("forum-terms:receipt.sealed")}}{{{ else }}}{{tx("forum-terms:receipt.unsealed")}}{{{ end }}}</dd>
</dl>
<p class="d-flex flex-wrap gap-3">
	<a class="btn btn-sm btn-outline-secondary" href="{dataURL}" download="forum-terms-receipt-{record.id}.json">{{tx("forum-terms:account.receipt-download")}}</a>
	<a class="text-decoration-underline align-self-center" href="{config.relative_path}/forum-terms/check">{{tx("forum-terms:account.check")}}</a>
</p>
<pre class="forum-terms-receipt text-xs border rounded-1 p-3" tabindex="0">{json}</pre>
</div>
<!-- IMPORT partials/account/footer.tpl -->
