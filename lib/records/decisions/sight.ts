import type { DecisionRecord, DecisionSnapshot } from '../../kernel/offers/decision-book';
import { uidOf, type Actor } from '../../kernel/host/member';
import { refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';

type Rights = Pick<Host, 'members' | 'places' | 'access' | 'care'>;
/** The partner account that somebody speaks for now; empty: none. */
export type PartnerLookup = (uid: number) => Promise<string>;
/** What tells who reads. */
export interface Readers { host: Rights; partnerOf: PartnerLookup }

/** What a reader of decisions may do in the forum anyway. */
export interface Reader {
	uid: number;
	isAdministrator: boolean;
	isGlobalStaff: boolean;
	mayBan: boolean;
	mayMute: boolean;
	moderates: 'all' | readonly number[];
	/** The partner account they speak for; empty: none. */
	partner: string;
}

/** Null for somebody who is not staff anywhere. */
async function readerOf(
	uid: number, { host: { members, places, access }, partnerOf }: Readers,
): Promise<Reader | null> {
	if (uid <= 0) {
		return null;
	}
	const [isAdministrator, isGlobalStaff, mayBan, mayMute, moderates, partner] = await Promise.all([
		members.isAdministrator(uid), members.isGlobalStaff(uid), access.mayBan(uid), access.mayMute(uid),
		places.moderatedBy(uid), partnerOf(uid),
	]);
	const isStaff = isGlobalStaff || mayBan || mayMute || moderates === 'all' || moderates.length > 0;
	return isStaff ? { uid, isAdministrator, isGlobalStaff, mayBan, mayMute, moderates, partner } : null;
}

/** A decision about the company that somebody speaks for now, even if others spoke for it then. */
const isOwn = ({ account, subject, affected }: Pick<DecisionRecord, 'account' | 'subject' | 'affected'>, reader: Reader) =>
	affected.includes(reader.uid) || (reader.partner !== '' &&
		(account === reader.partner || (subject.kind === 'partner' && subject.id === reader.partner)));

/** Whether somebody may read a decision; only administrators read the record of a decision about themselves. */
export function maySee(
	decision: Pick<DecisionRecord, 'sight' | 'affected' | 'account' | 'subject'>, reader: Reader,
): boolean {
	const { sight: { right, cids } } = decision;
	if (reader.isAdministrator) {
		return true;
	}
	const { moderates } = reader;
	const hasRight = {
		administrate: false, staff: reader.isGlobalStaff, ban: reader.mayBan, mute: reader.mayMute,
		moderate: cids === 'all' || cids.length > 0,
	}[right];
	return hasRight && !isOwn(decision, reader) &&
		(moderates === 'all' || (cids !== 'all' && cids.every(cid => moderates.includes(cid))));
}

/** Runs for staff; others are refused before anything is looked at. */
export async function forReaders<R>(
	readers: Readers, actor: Actor, work: (reader: Reader) => Promise<Outcome<R>>,
): Promise<Outcome<R>> {
	const reader = await readerOf(uidOf(actor), readers);
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
