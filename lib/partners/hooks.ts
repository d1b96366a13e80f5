import type { Hooks } from '../kernel/slice/slice';
import { attributionHooks } from './posts/attribution';
import { groupHooks } from './accounts/group-hooks';
import { peopleHooks } from './people/hooks';
import type { Requests } from './people/requests';
import type { PartnerServices } from './services';
import { watchHooks } from './strikes/watch-hooks';

/** The forum's events about posts, groups and people of partners. */
export function partnerHooks(services: PartnerServices, requests: Pick<Requests, 'recognise'>): Hooks {
	return {
		...attributionHooks(services), ...groupHooks(services), ...peopleHooks({ requests }),
		...watchHooks(services),
	};
}
