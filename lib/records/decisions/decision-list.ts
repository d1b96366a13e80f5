import type { DecisionSubject, EndedDecision, SubjectKind } from '../../kernel/offers/decision-book';
import type { Page, Position } from '../../platform/paged-index';
import type { OwnDecisionBook } from './book';
import { maySee, type Reader } from './sight';
import type { KeyedFilter } from './store';
import type { Wanted } from './wanted';

/** The decisions that a reader may see, newest first. */
export interface DecisionList {
	page(wanted: Wanted, reader: Reader, count: number): Promise<Page<EndedDecision>>;
	/** All of them, in batches. */
	all(wanted: Wanted, reader: Reader): AsyncGenerator<EndedDecision[]>;
	/** One, with those that answer or change it. */
	one(id: number, reader: Reader): Promise<{ decision: EndedDecision; later: EndedDecision[] } | null>;
}

const batch = 200;
const mostLater = 50;

export function decisionList({ store, keyOf }: Pick<OwnDecisionBook, 'store' | 'keyOf'>): DecisionList {
	const keyed = async ({ kind, id }: DecisionSubject) =>
		({ kind, key: kind === 'member' ? await keyOf(Number(id)) : id });

	async function filterOf({ subject, by, affected, act, clause, version, from, to }: Wanted): Promise<KeyedFilter> {
		const [, kind, id = ''] = /^(\w+):(.*)$/.exec(subject ?? '') ?? [];
		return {
			act, clause, version, from, until: to,
			subject: kind ? await keyed({ kind: kind as SubjectKind, id }) : undefined,
			byKey: by ? await keyOf(by) : undefined, affectedKey: affected ? await keyOf(affected) : undefined,
		};
	}
	return {
		async page(wanted, reader, count) {
			return store.page(await filterOf(wanted), { count }, wanted.before ?? null, one => maySee(one, reader));
		},
		async* all(wanted, reader) {
			const filter = await filterOf(wanted);
			for (let from: Position | null = null, isMore = true; isMore;) {
				const found: Page<EndedDecision> = await store.page(filter, { count: batch, window: batch + 1 }, from,
					one => maySee(one, reader));
				yield found.rows;
				[from, isMore] = [found.next, found.next !== null];
			}
		},
		async one(id, reader) {
			const [decision] = await store.read([id]);
			if (!decision || !maySee(decision, reader)) {
				return null;
			}
			const { rows } = await store.page({ about: id }, { count: mostLater }, null, one => maySee(one, reader));
			return { decision, later: rows };
		},
	};
}
