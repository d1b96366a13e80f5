<h1 class="fs-3 fw-semibold">{{tx("pages:categories")}}</h1>
{{{ if register }}}<div class="alert alert-info" role="status">{{tx(register)}}</div>{{{ end }}}
<!-- IMPORT partials/sandbox/category-list.tpl -->
