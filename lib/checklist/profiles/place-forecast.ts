import { uniq } from 'lodash';
import { pathOf } from '../../kernel/host/category-tree';
import type { Host } from '../../kernel/host/ports';
import { placedIn, type Asked, type PlaceMap } from './place-map';
import type { ChecklistStore } from './store';

/** The effect of a map of places, based on the last 30 days. */
export interface PlaceForecast {
	/** Number of categories that would newly stop posts. */
	topics: number;
	replies: number;
	/** New topics in those categories in the last 30 days. */
	started: number;
	/** Their authors. */
	members: number;
	/** Of those authors, exempt by setting. */
	exempt: number;
	/** Categories among them with an own choice, which can start with recording only. */
	chosen: Record<Asked, number[]>;
}

const dayMs = 86_400_000;
const days = 30;
/** Counts at most this many. */
const most = 5000;

interface Parts {
	store: Pick<ChecklistStore, 'places'>;
	/** Groups whose members are not asked. */
	exemptGroups: () => Promise<string[]>;
	host: Pick<Host, 'categories' | 'topics' | 'members' | 'clock'>;
}

/** Predicts whom a map of places will ask and stop, before it is saved (clause 3). */
export function placeForecasts({ store, exemptGroups, host }: Parts) {
	return async (wanted: PlaceMap): Promise<PlaceForecast> => {
		const [now, all, groups] = await Promise.all([store.places(), host.categories.all(), exemptGroups()]);
		const parents = new Map(all.map(({ cid, parentCid }) => [cid, parentCid]));
		const stricter = (asked: Asked) => [...parents.keys()].filter((cid) => {
			const path = pathOf(cid, parents);
			const [before, after] = [now, wanted].map(map => placedIn(map, asked, path));
			return after?.stops === true && (before?.stops !== true || before.profile !== after.profile);
		});
		const [topics, replies] = [stricter('topics'), stricter('replies')];
		const authors = await host.topics.startersSince(topics, host.clock.now() - (days * dayMs), most);
		const members = uniq(authors);
		const exempt = groups.length > 0 ? await host.members.areInGroups(members, groups) : [];
		return {
			topics: topics.length, replies: replies.length, started: authors.length, members: members.length,
			exempt: exempt.filter(Boolean).length,
			chosen: {
				topics: topics.filter(cid => wanted.topics[cid] !== undefined),
				replies: replies.filter(cid => wanted.replies[cid] !== undefined),
			},
		};
	};
}
