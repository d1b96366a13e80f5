import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { PartnerAccess } from './accounts/access';
import { digests } from './desk/digest';
import { ownerActs } from './posts/owner-acts';
import { postRecord } from './posts/post-record';
import type { PartnerServices } from './services';
import { staffPosts } from './posts/staff-posts';
import { staffReports } from './posts/staff-reports';
import { waitingPosts } from './posts/waiting-posts';

/** The services of the owner's console: their staff's posts, and acting on them. */
export function consoleServices(
	{ store, directory, lentEdit, strikeStore, book, evidence, host }: PartnerServices,
	{ forbid, isSecurityPlace }: Pick<PartnerAccess, 'forbid'> & { isSecurityPlace: SecurityPlaceLookup },
) {
	const parts = { store, directory, host };
	const posts = staffPosts(parts);
	const waiting = waitingPosts(parts);
	const strikesSince = async (id: string, since: number) =>
		(await strikeStore.history(id)).strikes.filter(({ at }) => at > since).length;
	return {
		posts, waiting, reports: staffReports({ ...parts, posts }),
		acts: ownerActs({
			...parts, record: postRecord({ ...parts, book, evidence }), lentEdit, forbid, isSecurityPlace,
		}),
		digests: digests({ ...parts, waiting, strikesSince }),
	};
}
