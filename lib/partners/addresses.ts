import type { Download, Form, Page, Route } from '../kernel/routes';
import { accountAdminRoutes } from './account-admin';
import { partnerImportRoutes } from './import-routes';
import type { CustomerParts } from './customer-slice';
import { licenceAddresses } from './licence-addresses';
import type { PartnerAccess } from './access';
import { companyPage } from './company-page';
import { consoleLink, consolePage } from './console-page';
import type { ConsoleParts } from './console-parts';
import { consoleRoutes } from './console-routes';
import { joiningRoutes } from './joining-routes';
import { peopleAccess } from './people-access';
import { peoplePages } from './people-pages';
import { peopleRoutes } from './people-routes';
import type { People } from './people-slice';
import { partnerRoutes } from './routes';
import { strikeForm } from './strike-form';
import { strikeRoutes } from './strike-routes';
import { strikeSights } from './strike-sight';
import type { AcceptedLookup } from './timeline';

/** Everything of clause 4.12 that has an address. */
export interface PartnerAddresses {
	routes: Route[];
	pages: Page[];
	forms: Form[];
	downloads: Download[];
}

type Parts = ConsoleParts & { accepted: AcceptedLookup; access: PartnerAccess; people: People };

export function partnerAddresses(parts: Parts, customers: CustomerParts): PartnerAddresses {
	const ofLicences = licenceAddresses(customers);
	const { people } = parts;
	const accountFor = peopleAccess(people, parts.access);
	return {
		routes: [
			...joiningRoutes(people, accountFor),
			...peopleRoutes(people, accountFor),
			...partnerRoutes(parts),
			...accountAdminRoutes(parts),
			...partnerImportRoutes(parts),
			...ofLicences.routes,
			...strikeRoutes(parts),
			...strikeForm(parts).routes,
			...consoleRoutes(parts, parts.access),
		],
		pages: [
			...ofLicences.pages,
			...peoplePages(people),
			consolePage({ ...parts, stageOf: id => parts.standings.stage(id), sightOf: strikeSights(parts) }),
			consoleLink,
			// Behind every page with a word in the same place, which it would take for a partner's id.
			companyPage(parts),
		],
		forms: [...ofLicences.forms],
		downloads: [],
	};
}
