{{{ if config.theme }}}
{{{ if config.theme.enableBreadcrumbs }}}
<!-- IMPORT partials/breadcrumbs.tpl -->
{{{ end }}}
{{{ else }}}
<!-- IMPORT partials/breadcrumbs.tpl -->
{{{ end }}}
