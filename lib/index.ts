import type { Router } from 'express';
import { mountApiRoutes } from './nodebb/api-routes';
import { mountDownloads } from './nodebb/downloads';
import { nodebbHost } from './nodebb/host';
import type { HostMiddleware } from './nodebb/modules';
import { mountGuards } from './nodebb/guards';
import { mountForms, mountPages } from './nodebb/pages';
import { spoken } from './nodebb/spoken';
import { createPlugin } from './plugin';

const host = nodebbHost();
const plugin = createPlugin(host);

interface Load { router: Router; middleware: HostMiddleware }

/** Hook handlers by slice; plugin.json says which hook calls which. */
export const posting = spoken(plugin.posting);
export const access = spoken(plugin.access);
export const checklist = spoken(plugin.checklist);
export const partners = spoken(plugin.partners);
export const customers = spoken(plugin.customers);
export const categories = spoken(plugin.categories);
export const terms = spoken(plugin.terms);
export const stamp = spoken(plugin.stamp);

/** Pages and API of the plugin, mounted when NodeBB loads its routes. */
export const web = {
	/** HOST: src/plugins/index.js fires `static:app.load` before core mounts its routes: what is ours comes first. */
	async load({ router, middleware }: Load): Promise<void> {
		const { pages, forms, guards } = plugin.addresses;
		mountGuards(guards, host.log);
		mountForms(router, middleware, forms);
		mountPages(router, middleware, pages, host.members, host.log);
		await plugin.start();
	},
	async api({ router }: Pick<Load, 'router'>): Promise<void> {
		mountApiRoutes(router, plugin.addresses.routes, host.members, host.log);
		mountDownloads(router, plugin.addresses.downloads, host.members, host.log);
	},
};
