import type { CustomerParts } from './customer-slice';
import { licenceForm, licencePage } from './licence-page';
import { licenceRoutes } from './licence-routes';
import { licenceSecretRoutes } from './licence-secret-routes';
import { licenceWebhook } from './licence-webhook';

/** Everything around licences that has an address. */
export function licenceAddresses(parts: CustomerParts) {
	return {
		// The path of the secret stands before `/admin/licences/:id`.
		routes: [...licenceSecretRoutes(parts), ...licenceRoutes(parts), ...licenceWebhook(parts)],
		pages: [licencePage(parts)],
		forms: [licenceForm(parts)],
	};
}
