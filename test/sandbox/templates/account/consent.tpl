<!-- IMPORT partials/account/header.tpl -->
<p>{{tx("sandbox:consent-lead")}}</p>
<!-- IMPORT partials/account/footer.tpl -->
