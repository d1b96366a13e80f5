import type { OwnPage } from '../kernel/host/navigation';
import { uidOf } from '../kernel/host/member';
import type { Host } from '../kernel/host/ports';
import type { WaitingLookup, WaitingMatter } from '../kernel/offers/waiting';
import { done, refused } from '../kernel/refusals/outcome';
import { languageToken } from '../kernel/refusals/message';
import { refuse } from '../kernel/refusals/refusal';
import { emptyBody } from '../kernel/slice/body';
import { route } from '../kernel/slice/routes';
import type { Slice } from '../kernel/slice/slice';

const page: OwnPage = { route: '/forum-terms/waiting', title: 'forum-terms:waiting.page', iconClass: 'fa-inbox' };
const title = '[[forum-terms:waiting.page]]';

/** One list of what waits for a decision of the forum's staff: appeals and answers (clauses 4.12, 6). */
export function moderationSlice(host: Pick<Host, 'places'>, lookups: readonly WaitingLookup[]): Slice {
	/** Oldest first; null for somebody who decides about none of it. */
	async function waitingFor(uid: number): Promise<WaitingMatter[] | null> {
		const lists = uid > 0 ? await Promise.all(lookups.map(lookup => lookup(uid))) : [];
		const found = lists.filter(list => list !== null);
		return found.length === 0 ? null : found.flat().sort((a, b) => a.since - b.since);
	}
	return {
		name: 'moderation', clause: '4.10',
		routes: [route({
			method: 'get', path: '/admin/waiting', access: 'member', body: emptyBody,
			async handle({ actor }) {
				const waiting = await waitingFor(uidOf(actor));
				return waiting ? done({ waiting }) : refused(refuse('permission-missing', [], { clause: '4.10' }));
			},
		})],
		pages: [{
			path: page.route, access: 'member', kind: 'public', title,
			async render({ actor }) {
				const waiting = await waitingFor(uidOf(actor));
				return waiting ? {
					template: 'forum-terms/waiting', data: {
						title, waiting: waiting.map(one => ({
							...one, sinceISO: new Date(one.since).toISOString(),
							says: languageToken(`forum-terms:waiting.kind.${one.kind}`, [one.about]),
							others: one.otherDeciders && languageToken('forum-terms:waiting.others', [one.otherDeciders]),
						})),
					},
				} : { notAllowed: true };
			},
		}],
		ownPages: async uid => ((await host.places.moderatedBy(uid)).length > 0 ? [page] : []),
	};
}
