import { textOf } from '../../kernel/formats/text';
import type { Citations } from '../../platform/decisions/citations';
import type { PartnerAccount } from '../company/account';
import { isAnnounced, type Suspension } from '../company/suspension';
import type { Suspensions } from '../accounts/suspensions';
import type { PartnerStatements } from '../timeline/statements';
import type { StrikeRights } from './visible-strikes';

/** Whether a reader may know why: those who speak for the account once they are told. */
const isReadable = (suspension: Suspension, { isAffected, now }: { isAffected: boolean; now: number }) =>
	!isAffected || isAnnounced(suspension, now);

/**
 * A suspension with its clause as it stood, its answer, and what a reader may do about it; null: there is none that the
 * reader is told of.
 */
export async function suspensionView(
	{ suspensions, citations, statements }: {
		suspensions: Pick<Suspensions, 'mayUphold'>; citations: Citations; statements: Pick<PartnerStatements, 'suspension'>;
	},
	account: PartnerAccount,
	reader: { uid: number; may: StrikeRights; language: string; isAffected: boolean; now: number },
) {
	const { id, suspension } = account;
	if (!suspension || !isReadable(suspension, reader)) {
		return null;
	}
	const { clause, reason, at, decision, answer, upheld } = suspension;
	const waits = reader.may.refer && answer !== null && upheld === null;
	const say = waits ? await suspensions.mayUphold(id, suspension, reader.uid) : null;
	return {
		clause, reason, at, record: decision, ...(await citations([decision], reader.language))(decision),
		statement: await statements.suspension(account, { decision, isOpen: answer === null }, reader.language),
		answer: answer && { text: answer.text, at: answer.at },
		upheld: upheld && { reason: upheld.reason, at: upheld.at, isAlone: upheld.isAlone },
		otherDeciders: say && !say.ok ? textOf(say.refusal.facts[0]) : '',
		may: { answer: reader.may.answer && answer === null, uphold: say?.ok === true },
	};
}
