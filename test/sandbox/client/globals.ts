// A classic script, so that plugins' own classic scripts find the same globals as in NodeBB.
(() => {
	const read = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? '{}');
	const { config, user, pageModules } = read('sandbox-globals') as SandboxGlobals;
	window.config = config;
	window.app = { user };
	window.sandboxPageModules = pageModules;
	window.ajaxify = {
		data: read('ajaxify-data') as Record<string, unknown>,
		go: url => window.location.assign(url.startsWith('/') ? url : `/${url}`),
		refresh: () => window.location.reload(),
	};
})();
