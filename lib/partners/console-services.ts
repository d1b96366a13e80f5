import type { PartnerAccess } from './accounts/access';
import { digests } from './desk/digest';
import { ownerActs } from './posts/owner-acts';
import type { PartnerServices } from './services';
import { staffPosts } from './posts/staff-posts';
import { staffReports } from './posts/staff-reports';
import { waitingPosts } from './posts/waiting-posts';

/** The services of the owner's console: their staff's posts, and acting on them. */
export function consoleServices(
	{ store, directory, lentEdit, strikeStore, host }: PartnerServices, { forbid }: Pick<PartnerAccess, 'forbid'>,
) {
	const parts = { store, directory, host };
	const posts = staffPosts(parts);
	const waiting = waitingPosts(parts);
	const strikesSince = async (id: string, since: number) =>
		(await strikeStore.history(id)).strikes.filter(({ at }) => at > since).length;
	return {
		posts, waiting, reports: staffReports({ ...parts, posts }), acts: ownerActs({ ...parts, lentEdit, forbid }),
		digests: digests({ ...parts, waiting, strikesSince }),
	};
}
