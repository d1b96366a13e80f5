import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import type { Asking } from '../asking/asking';
import { dayOf, type EffectStore } from './store';
import type { ChecklistItem } from '../profiles/item';
import type { ChecklistSettings } from '../profiles/settings';
import { countsOf, type Visit } from './visit-rules';
import type { VisitAsking, VisitStore } from './visit-store';
import type { Soon } from '../../kernel/host/soon';

const dayMs = 86_400_000;
// More composers than anybody opens in a day; bounds what a program can store.
const mostOfMember = 200;

interface Parts {
	store: VisitStore;
	effects: EffectStore;
	settings: () => Soon<ChecklistSettings>;
	newId: () => string;
	host: Pick<Host, 'clock'>;
}

/** Views of a checklist, from opening to posting or leaving, and the counters they become. */
export interface Visits {
	/** The id of a visit; empty if nothing is asked or measured. */
	open(uid: number, cid: number, asking: Asking | null): Promise<string>;
	/** The similar topics opened so far; only for the visit's own member. */
	note(id: string, uid: number, opened: readonly number[]): Promise<Outcome<object>>;
	/**
	 * A topic was posted with it at a place with this checklist; it counts there, wherever the visit began. A wrong,
	 * foreign or used visit is ignored.
	 */
	posted(
		id: string, uid: number, asking: Asking, shown: readonly string[], answered: readonly string[],
	): Promise<void>;
	/** Counts visits older than a day; answers how many. */
	fold(): Promise<number>;
	forget(uid: number): Promise<void>;
}

const isConditional = ({ shownWhen }: ChecklistItem) =>
	[shownWhen?.item, shownWhen?.tags, shownWhen?.listed].some(condition => condition !== undefined);

/** What a visit is about, as known when it begins. */
function askingOf(cid: number, { profile, items, share }: Asking): VisitAsking {
	const isHere = ({ shownWhen }: ChecklistItem) => shownWhen?.categories?.includes(cid) ?? true;
	return {
		cid, profile: profile.id, version: profile.version, share,
		shown: items.filter(item => !isConditional(item) && isHere(item)).map(({ key }) => key),
	};
}

export function visits({ store, effects, settings, newId, host }: Parts): Visits {
	const { clock } = host;

	/**
	 * Counts one visit, at most once. The claim comes before the counters: a crash in between loses this visit, but
	 * never counts it twice. The next run finds the claim and cleans up.
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

	async function ownVisit(id: string, uid: number): Promise<Visit | null> {
		const visit = id === '' ? null : await store.read(id);
		return visit?.uid === uid ? visit : null;
	}

	return {
		async open(uid, cid, asking) {
			if (!asking || asking.items.length === 0 || !(await settings()).checklistMeasured ||
				await store.countOf(uid) >= mostOfMember) {
				return '';
			}
			const id = newId();
			await store.add({ id, uid, at: clock.now(), ...askingOf(cid, asking) });
			return id;
		},
		async note(id, uid, opened) {
			const visit = await ownVisit(id, uid);
			if (!visit) {
				return refused(refuse('visit-unknown', [id]));
			}
			if ((await settings()).checklistMeasured) {
				await store.note(id, [...new Set([...visit.opened, ...opened])].slice(0, 100));
			}
			return done({});
		},
		async posted(id, uid, asking, shown, answered) {
			const visit = await ownVisit(id, uid);
			if (visit && !visit.isPosted) {
				await store.markPosted(id, { ...askingOf(visit.cid, asking), shown }, answered);
			}
		},
		async fold() {
			let counted = 0;
			for await (const ids of store.olderThan(clock.now() - dayMs)) {
				for (const id of ids) {
					counted += await foldOne(id) ? 1 : 0;
				}
			}
			return counted;
		},
		forget: uid => store.forgetMember(uid),
	};
}
