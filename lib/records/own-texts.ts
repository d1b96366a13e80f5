import type { DecisionSnapshot, EndedDecision } from '../kernel/offers/decision-book';
import type { Page, Position } from '../platform/paged-index';
import type { OwnDecisionBook } from './decisions/book';

/** A post of a member as it stood when it was decided about, with what it was about; for them alone. */
export interface OwnText extends Pick<DecisionSnapshot, 'pid' | 'title' | 'content' | 'writtenAt'> {
	decision: number; act: EndedDecision['act']; clause: string; at: number;
}

/** What a member wrote and staff or an owner decided about, also after it was removed or purged (clause 4.11). */
export interface OwnTexts {
	/** Newest first; a page may be short. */
	page(uid: number, count: number): Promise<OwnText[]>;
	/** All of them, in batches. */
	all(uid: number): AsyncGenerator<OwnText[]>;
}

const batch = 100;

export function ownTexts(book: Pick<OwnDecisionBook, 'store' | 'keyOf' | 'snapshotsOf'>): OwnTexts {
	/** Others' posts may rest in the same decision, and those of deleted accounts belong to nobody. */
	type Texts = readonly (DecisionSnapshot | null)[];
	const ownIn = (uid: number, { id, act, clause, at }: EndedDecision, texts: Texts): OwnText[] =>
		texts.filter(text => text !== null).filter(text => uid > 0 && text.uid === uid && !text.isPurged)
			.map(({ pid, title, content, writtenAt }) =>
				({ decision: id, act, clause: clause ?? '', at, pid, title, content, writtenAt }));
	async function read(uid: number, count: number, from: Position | null): Promise<Page<OwnText[]>> {
		const { rows, next } = await book.store.page({ affectedKey: await book.keyOf(uid) }, { count }, from,
			// Nobody learns here of a decision whose notice is for later; their statement has the text then.
			({ snapshots, notice }) => snapshots.length > 0 && notice.kind === 'sent');
		const texts = await book.snapshotsOf(rows);
		return { rows: rows.map((decision, index) => ownIn(uid, decision, texts[index] ?? [])), next };
	}
	return {
		page: async (uid, count) => (await read(uid, count, null)).rows.flat().slice(0, count),
		async* all(uid) {
			for (let from: Position | null = null, isMore = true; isMore;) {
				const found: Page<OwnText[]> = await read(uid, batch, from);
				yield found.rows.flat();
				[from, isMore] = [found.next, found.next !== null];
			}
		},
	};
}
