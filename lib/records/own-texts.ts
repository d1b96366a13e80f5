import type { DecisionSnapshot, EndedDecision } from '../kernel/offers/decision-book';
import type { Page, Position } from '../platform/paged-index';
import type { OwnDecisionBook } from './decisions/book';

/** A post of a member as it stood when it was decided about, with what it was about; for them alone. */
export interface OwnText extends Pick<DecisionSnapshot, 'pid' | 'title' | 'content' | 'writtenAt'> {
	decision: number; act: EndedDecision['act']; clause: string; at: number;
}

/** What was decided about a member, without who decided and what staff noted; times in milliseconds since 1970. */
export interface OwnDecision extends Pick<EndedDecision, 'id' | 'act' | 'about' | 'scope' | 'at' | 'until' | 'termsVersion'> {
	clause: string; reason: string;
}

/** What a member wrote and staff or an owner decided about, also after it was removed or purged (clause 4.11). */
export interface OwnTexts {
	/** Newest first; a page may be short. */
	page(uid: number, count: number): Promise<OwnText[]>;
	/** All of them, in batches. */
	all(uid: number): AsyncGenerator<OwnText[]>;
	/** All decisions that affect a member and that they were told of, newest first, in batches. */
	decisions(uid: number): AsyncGenerator<OwnDecision[]>;
}

const batch = 100;

export function ownTexts(book: Pick<OwnDecisionBook, 'store' | 'keyOf' | 'snapshotsOf'>): OwnTexts {
	/** Others' posts may rest in the same decision, and those of deleted accounts belong to nobody. */
	type Texts = readonly (DecisionSnapshot | null)[];
	const ownIn = (uid: number, { id, act, clause, at }: EndedDecision, texts: Texts): OwnText[] =>
		texts.filter(text => text !== null).filter(text => uid > 0 && text.uid === uid && !text.isPurged)
			.map(({ pid, title, content, writtenAt }) =>
				({ decision: id, act, clause: clause ?? '', at, pid, title, content, writtenAt }));
	/** Nobody learns here of a decision whose notice is for later; their statement has the text then. */
	const told = async (uid: number, count: number, from: Position | null, hasText: boolean) => book.store.page(
		{ affectedKey: await book.keyOf(uid) }, { count }, from,
		({ snapshots, notice }) => (!hasText || snapshots.length > 0) && notice.kind === 'sent');
	async function read(uid: number, count: number, from: Position | null): Promise<Page<OwnText[]>> {
		const { rows, next } = await told(uid, count, from, true);
		const texts = await book.snapshotsOf(rows);
		return { rows: rows.map((decision, index) => ownIn(uid, decision, texts[index] ?? [])), next };
	}
	async function* walked<T>(pageAt: (from: Position | null) => Promise<Page<T>>): AsyncGenerator<T[]> {
		for (let from: Position | null = null, isMore = true; isMore;) {
			const found: Page<T> = await pageAt(from);
			yield found.rows;
			[from, isMore] = [found.next, found.next !== null];
		}
	}
	return {
		page: async (uid, count) => (await read(uid, count, null)).rows.flat().slice(0, count),
		async* all(uid) {
			for await (const found of walked(from => read(uid, batch, from))) {
				yield found.flat();
			}
		},
		async* decisions(uid) {
			for await (const found of walked(from => told(uid, batch, from, false))) {
				yield found.map(({ id, act, about, scope, at, until, clause, termsVersion, facts }) =>
					({ id, act, about, scope, at, until, clause: clause ?? '', termsVersion, reason: facts }));
			}
		},
	};
}
