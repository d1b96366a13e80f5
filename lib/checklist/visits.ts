import type { Host } from '../kernel/ports';
import { done, refused, type Outcome } from '../kernel/outcome';
import { refuse } from '../kernel/refusal';
import type { Asking } from './asking';
import { dayOf, type EffectStore } from './effect-store';
import type { ChecklistSettings } from './settings';
import { countsOf, longestItemMs } from './visit-rules';
import type { VisitStore } from './visit-store';

const dayMs = 86_400_000;
// More composers than anybody opens in a day; a program that opens them for fun fills no database.
const mostOfMember = 200;
const batch = 200;

interface Parts {
	store: VisitStore;
	effects: EffectStore;
	settings: () => Promise<ChecklistSettings>;
	newId: () => string;
	host: Pick<Host, 'clock' | 'locks'>;
}

/** Looks at a checklist, from opening to posting or leaving, and the counters that are left of them. */
export interface Visits {
	/** The id of a new visit; empty when nothing is measured. */
	open(uid: number, cid: number, asking: Asking): Promise<string>;
	/** Times and opened topics so far; only the visit's own member may say so. */
	note(
		id: string, uid: number, itemMs: Readonly<Record<string, number>>, opened: readonly number[],
	): Promise<Outcome<object>>;
	/** A topic was posted with it. One that is wrong, somebody else's or used is passed over. */
	posted(id: string, uid: number, shown: readonly string[], answered: readonly string[]): Promise<void>;
	/** Counts what is older than a day; answers how many. */
	fold(): Promise<number>;
	forget(uid: number): Promise<void>;
}

export function visits({ store, effects, settings, newId, host }: Parts): Visits {
	const { clock, locks } = host;

	/**
	 * Counts one visit, at most once. The claim comes first and the counters after it: a process that dies in between
	 * loses this one visit, wholly or in part, and never counts it twice. The next run finds the claim and clears up.
	 */
	async function foldOne(id: string): Promise<boolean> {
		const isOurs = await store.claim(id);
		const visit = await store.read(id);
		if (isOurs && visit) {
			await effects.add(visit.profile, dayOf(visit.at), countsOf(visit));
		}
		await store.remove(id, visit?.uid ?? 0);
		return isOurs && visit !== null;
	}

	return {
		async open(uid, cid, { profile, items, share }) {
			if (!(await settings()).checklistMeasured || await store.countOf(uid) >= mostOfMember) {
				return '';
			}
			const id = newId();
			const isConditional = ({ shownWhen }: typeof items[number]) =>
				shownWhen?.item !== undefined || shownWhen?.tags !== undefined;
			const isHere = ({ shownWhen }: typeof items[number]) => shownWhen?.categories?.includes(cid) ?? true;
			await store.add({
				id, uid, cid, profile: profile.id, version: profile.version, share, at: clock.now(),
				asked: items.map(({ key }) => key),
				shown: items.filter(item => !isConditional(item) && isHere(item)).map(({ key }) => key),
			});
			return id;
		},
		async note(id, uid, itemMs, opened) {
			const visit = await store.read(id);
			if (!visit || visit.uid !== uid) {
				return refused(refuse('visit-unknown', [id]));
			}
			if ((await settings()).checklistMeasured) {
				// Totals come again and again while somebody writes, and may overtake each other.
				const longer = Object.entries(itemMs).filter(([key]) => visit.asked.includes(key)).map(([key, ms]) =>
					[key, Math.min(longestItemMs, Math.max(ms, visit.itemMs[key] ?? 0))] as const);
				await store.note(id, { ...visit.itemMs, ...Object.fromEntries(longer) },
					[...new Set([...visit.opened, ...opened])].slice(0, 100));
			}
			return done({});
		},
		async posted(id, uid, shown, answered) {
			const visit = await store.read(id);
			if (visit?.uid === uid && !visit.isPosted) {
				await store.markPosted(id, shown, answered);
			}
		},
		async fold() {
			let counted = 0;
			await locks.exclusively('forum-terms:checklist-fold', async () => {
				for (let ids = await store.olderThan(clock.now() - dayMs, batch); ids.length > 0;
					ids = await store.olderThan(clock.now() - dayMs, batch)) {
					for (const id of ids) {
						counted += await foldOne(id) ? 1 : 0;
					}
				}
			});
			return counted;
		},
		forget: uid => store.forgetMember(uid),
	};
}
