import type { Download, Form, Page, Route } from '../kernel/routes';
import { partnerRoutes } from './routes';

/** Everything of clause 4.12 that has an address. */
export interface PartnerAddresses {
	routes: Route[];
	pages: Page[];
	forms: Form[];
	downloads: Download[];
}

export function partnerAddresses(parts: Parameters<typeof partnerRoutes>[0]): PartnerAddresses {
	return {
		routes: [
			...partnerRoutes(parts),
		],
		pages: [],
		forms: [],
		downloads: [],
	};
}
