<a class="text-decoration-underline fw-semibold" href="{config.relative_path}/category/{./cid}">{./name}</a>{{{ if ./description }}} <span class="text-muted">{./description}</span>{{{ end }}}
{{{ if ./rules }}}<p class="forum-terms-words text-sm mb-1 ms-3">{./rules}</p>{{{ end }}}
