import { createPlugin } from '../../../lib/plugin';
import { hostInMemory } from '../../builders/host';

/** Every address of the plugin as it is built, spelt as rows spell it. */
export function livingAddresses(): string[] {
	const { routes, downloads, pages, forms, guards } = createPlugin(hostInMemory().host).addresses;
	return [
		...routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
		...downloads.map(({ path }) => `file ${path}`),
		...pages.map(({ path }) => `page ${path}`),
		...forms.map(({ path }) => `form ${path}`),
		// What NodeBB offers over sockets alone has no address.
		...guards.flatMap(({ method, path }) => (method && path ? [`guard ${method.toUpperCase()} ${path}`] : [])),
	];
}
