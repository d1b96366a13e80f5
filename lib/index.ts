import type { Router } from 'express';
import { mountApiRoutes } from './nodebb/web/api-routes';
import { mountDownloads } from './nodebb/web/downloads';
import { nodebbHost } from './nodebb/host';
import type { HostMiddleware } from './nodebb/core/modules';
import { mountGuards } from './nodebb/web/guards';
import { mountForms, mountPages } from './nodebb/web/pages';
import { createPlugin } from './plugin';

const host = nodebbHost();
const { addresses, handlers, start } = createPlugin(host);

interface Load { router: Router; middleware: HostMiddleware }

/** Pages and API of the plugin, mounted when NodeBB loads its routes. */
const web = {
	/** HOST: src/plugins/index.js fires `static:app.load` before core mounts its routes, so ours come first. */
	async load({ router, middleware }: Load): Promise<void> {
		const { pages, forms, guards } = addresses;
		mountGuards(guards, host.log);
		mountForms(router, middleware, forms);
		mountPages(router, middleware, pages, host.members, host.log);
		await start();
	},
	async api({ router }: Pick<Load, 'router'>): Promise<void> {
		mountApiRoutes(router, addresses.routes, host.members, host.log);
		mountDownloads(router, addresses.downloads, host.members, host.log);
	},
};

/** Hook handlers by slice; plugin.json says which hook calls which. */
export = { ...handlers, web };
