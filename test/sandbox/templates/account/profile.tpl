<!-- IMPORT partials/account/header.tpl -->
<p>{{tx("sandbox:posts", postcount)}}</p>
<!-- IMPORT partials/account/footer.tpl -->
