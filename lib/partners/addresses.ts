import type { Download, Form, Page, Route } from '../kernel/routes';
import { accountAdminRoutes } from './account-admin';
import { partnerImportRoutes } from './import-routes';
import type { CustomerParts } from './customer-slice';
import { licenceAddresses } from './licence-addresses';
import { partnerRoutes } from './routes';
import { strikeForm } from './strike-form';
import { strikeRoutes } from './strike-routes';

/** Everything of clause 4.12 that has an address. */
export interface PartnerAddresses {
	routes: Route[];
	pages: Page[];
	forms: Form[];
	downloads: Download[];
}

type Parts = Parameters<typeof partnerRoutes>[0] & Parameters<typeof partnerImportRoutes>[0] &
	Parameters<typeof strikeForm>[0];

export function partnerAddresses(parts: Parts, customers: CustomerParts): PartnerAddresses {
	const ofLicences = licenceAddresses(customers);
	return {
		routes: [
			...partnerRoutes(parts),
			...accountAdminRoutes(parts),
			...partnerImportRoutes(parts),
			...ofLicences.routes,
			...strikeRoutes(parts),
			...strikeForm(parts).routes,
		],
		pages: [...ofLicences.pages],
		forms: [...ofLicences.forms],
		downloads: [],
	};
}
