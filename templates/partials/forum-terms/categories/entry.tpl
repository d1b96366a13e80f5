<a class="text-decoration-underline fw-semibold" href="{config.relative_path}/category/{./cid}">{./name}</a>{{{ if ./description }}} <span class="text-muted">{./description}</span>{{{ end }}}
{{{ if ./rulesHtml }}}<div class="forum-terms-rules text-sm mb-1 ms-3">{{./rulesHtml}}</div>{{{ end }}}
