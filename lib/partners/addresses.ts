import type { Page, Route } from '../kernel/slice/routes';
import type { Addresses } from '../kernel/slice/slice';
import { accountAdminRoutes } from './desk/admin-routes';
import { companyPage } from './desk/company-page';
import { consoleLink, consolePage } from './desk/console-page';
import { consoleRoutes } from './desk/console-routes';
import { partnerImportRoutes } from './imports/routes';
import { joiningRoutes } from './people/joining-routes';
import { peopleAccess } from './people/access';
import { peoplePages } from './people/pages';
import { peopleRoutes } from './people/routes';
import { staffStatements } from './desk/staff-statements';
import { partnerRoutes } from './desk/account-routes';
import { strikeDownloads } from './desk/strike-download';
import { strikeRoutes } from './strikes/routes';
import { visibleStrikes } from './strikes/visible-strikes';

type Parts = Parameters<typeof partnerRoutes>[0] & Parameters<typeof accountAdminRoutes>[0] &
	Parameters<typeof partnerImportRoutes>[0] & Parameters<typeof strikeRoutes>[0] &
	Parameters<typeof joiningRoutes>[0] & Parameters<typeof peopleRoutes>[0] & Parameters<typeof peoplePages>[0] &
	Parameters<typeof consoleRoutes>[0] & Parameters<typeof companyPage>[0] &
	Omit<Parameters<typeof consolePage>[0], 'visibleTo' | 'stageOf' | 'ownStatements'> &
	Parameters<typeof staffStatements>[0];

/** All addresses of clause 4.12. */
export function partnerAddresses(parts: Parts, more: readonly Route[]): Pick<Addresses, 'routes' | 'pages' | 'downloads'> {
	const { access, standings } = parts;
	const visibleTo = visibleStrikes(parts);
	const accountFor = peopleAccess(parts, access);
	const pages: Page[] = [
		...peoplePages(parts), consoleLink, companyPage(parts),
		consolePage({
			...parts, stageOf: async id => standings.stage(id), visibleTo, ownStatements: staffStatements(parts),
		}),
	];
	return {
		routes: [
			...joiningRoutes(parts, accountFor), ...peopleRoutes(parts, accountFor), ...partnerRoutes(parts),
			...accountAdminRoutes(parts), ...partnerImportRoutes(parts), ...strikeRoutes(parts),
			...consoleRoutes(parts, access), ...more,
		],
		pages, downloads: strikeDownloads({ ...parts, visibleTo }),
	};
}
