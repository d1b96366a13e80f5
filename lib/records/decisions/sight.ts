import type { DecisionRecord, DecisionSnapshot } from '../../kernel/offers/decision-book';
import { uidOf, type Actor } from '../../kernel/host/member';
import { refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';

type Rights = Pick<Host, 'members' | 'places' | 'access' | 'care'>;

/** What a reader of decisions may do in the forum anyway. */
export interface Reader {
	uid: number;
	isAdministrator: boolean;
	isGlobalStaff: boolean;
	mayBan: boolean;
	mayMute: boolean;
	moderates: 'all' | readonly number[];
}

/** Null for somebody who is not staff anywhere. */
async function readerOf(uid: number, { members, places, access }: Rights): Promise<Reader | null> {
	if (uid <= 0) {
		return null;
	}
	const [isAdministrator, isGlobalStaff, mayBan, mayMute, moderates] = await Promise.all([
		members.isAdministrator(uid), members.isGlobalStaff(uid), access.mayBan(uid), access.mayMute(uid),
		places.moderatedBy(uid),
	]);
	const isStaff = isGlobalStaff || mayBan || mayMute || moderates === 'all' || moderates.length > 0;
	return isStaff ? { uid, isAdministrator, isGlobalStaff, mayBan, mayMute, moderates } : null;
}

/** Whether somebody may read a decision; only administrators read the record of a decision about themselves. */
export function maySee(
	{ sight: { right, cids }, affected }: Pick<DecisionRecord, 'sight' | 'affected'>, reader: Reader,
): boolean {
	if (reader.isAdministrator) {
		return true;
	}
	const { moderates } = reader;
	const hasRight = {
		administrate: false, staff: reader.isGlobalStaff, ban: reader.mayBan, mute: reader.mayMute,
		moderate: cids === 'all' || cids.length > 0,
	}[right];
	return hasRight && !affected.includes(reader.uid) &&
		(moderates === 'all' || (cids !== 'all' && cids.every(cid => moderates.includes(cid))));
}

/** Runs for staff; others are refused before anything is looked at. */
export async function forReaders<R>(
	rights: Rights, actor: Actor, work: (reader: Reader) => Promise<Outcome<R>>,
): Promise<Outcome<R>> {
	const reader = await readerOf(uidOf(actor), rights);
	return reader ? work(reader) : refused(refuse('permission-missing', [], { clause: '4.11' }));
}

/** The texts that the reader may see: of places they moderate, and of posts they can read now. */
export async function seenTexts(
	texts: readonly DecisionSnapshot[], { uid, isAdministrator, moderates }: Reader, { care }: Pick<Rights, 'care'>,
): Promise<DecisionSnapshot[]> {
	if (isAdministrator || moderates === 'all') {
		return [...texts];
	}
	const readable = await care.readable(texts.filter(text => !text.isPurged).map(({ pid }) => pid), uid);
	return texts.filter(({ pid, cid, isPurged }) => isPurged || moderates.includes(cid) || readable.includes(pid));
}
