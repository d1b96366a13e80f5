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

export function ownTexts(book: Pick<OwnDecisionBook, 'store' | 'keyOf' | 'snapshots'>): OwnTexts {
	/** Others' posts may rest in the same decision, and those of deleted accounts belong to nobody. */
	async function of(uid: number, decision: EndedDecision): Promise<OwnText[]> {
		const { id, act, clause, at, notice } = decision;
		// Nobody learns here of a decision whose notice is for later; their statement has the text then.
		const texts = notice.kind === 'sent' ? await book.snapshots(decision) : [];
		return texts.filter(text => text !== null).filter(text => uid > 0 && text.uid === uid && !text.isPurged)
			.map(({ pid, title, content, writtenAt }) =>
				({ decision: id, act, clause: clause ?? '', at, pid, title, content, writtenAt }));
	}
	async function read(uid: number, count: number, from: Position | null): Promise<Page<OwnText[]>> {
		const { rows, next } = await book.store.page({ affectedKey: await book.keyOf(uid) }, { count }, from,
			({ snapshots }) => snapshots.length > 0);
		return { rows: await Promise.all(rows.map(decision => of(uid, decision))), next };
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
