import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Router } from 'express';
import { mountApiRoutes } from './nodebb/web/api-routes';
import { mountDownloads } from './nodebb/web/downloads';
import { nodebbHost } from './nodebb/host';
import type { HostMiddleware } from './nodebb/core/modules';
import { mountGuards } from './nodebb/web/guards';
import { ownRouter } from './nodebb/web/own-router';
import { mountForms, mountPages } from './nodebb/web/pages';
import { mountTrims } from './nodebb/web/trims';
import { createPlugin } from './plugin';

// As many folders up from the bundle in dist/plugin as from dist/lib.
const packageRoot = join(__dirname, '..', '..');
const host = nodebbHost(packageRoot);
const { addresses, handlers, together, trims, start } = createPlugin(host);

interface Load { router: Router; middleware: HostMiddleware }

/** Pages and API of the plugin, mounted when NodeBB loads its routes. */
const web = {
	/** HOST: src/plugins/index.js fires `static:app.load` before core mounts its routes, so ours come first. */
	async load({ router, middleware }: Load): Promise<void> {
		const { pages, forms, guards } = addresses;
		mountGuards(guards, host.log);
		mountTrims(trims, host.log);
		const own = ownRouter(router, [...forms, ...pages].map(({ path }) => path));
		mountForms(own, middleware, forms);
		mountPages(own, middleware, pages, host.members, host.log);
		await start();
	},
	async api({ router, middleware }: Load): Promise<void> {
		mountApiRoutes(router, middleware, addresses.routes, host.members, host.log);
		mountDownloads(router, addresses.downloads, host.members, host.log);
	},
};

interface Row { method: string; calls?: string[] }

/**
 * The rows of plugin.json that list several handlers. HOST: src/plugins/hooks.js `fireFilterHook` makes four promises
 * per listener, so NodeBB has one of ours per hook and priority.
 */
function rowsTogether() {
	const { hooks } = JSON.parse(readFileSync(join(packageRoot, 'plugin.json'), 'utf8')) as { hooks: Row[] };
	return Object.fromEntries(hooks.flatMap(({ method, calls }) =>
		(calls ? [[method.replace('together.', ''), together(calls)]] : [])));
}

/** Hook handlers by slice; plugin.json says which hook calls which. */
export = { ...handlers, together: rowsTogether(), web };
