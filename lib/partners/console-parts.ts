import type { Host } from '../kernel/ports';
import type { PartnerAccess } from './access';
import { digests, type Digests } from './digest';
import { ownerActs, type OwnerActs } from './owner-acts';
import type { PartnerParts } from './parts';
import { staffPosts, type StaffPosts } from './staff-posts';
import { staffReports, type StaffReports } from './staff-reports';
import { waitingPosts, type WaitingPosts } from './waiting-posts';

/** The finished pieces of the owner's console that its routes, pages and jobs share. */
export interface ConsoleParts extends PartnerParts {
	posts: StaffPosts;
	waiting: WaitingPosts;
	reports: StaffReports;
	acts: OwnerActs;
	digests: Digests;
	host: Host;
}

export function consoleParts(
	parts: PartnerParts & { host: Host }, access: Pick<PartnerAccess, 'forbid'>,
): ConsoleParts {
	const posts = staffPosts(parts);
	const waiting = waitingPosts(parts);
	const strikesSince = async (id: string, since: number) =>
		(await parts.strikeStore.history(id)).strikes.filter(({ at }) => at > since).length;
	return {
		...parts, posts, waiting, reports: staffReports({ ...parts, posts }),
		acts: ownerActs({ ...parts, forbid: access.forbid }), digests: digests({ ...parts, waiting, strikesSince }),
	};
}
