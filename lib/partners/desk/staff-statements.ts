import type { Clock } from '../../kernel/host/ports';
import type { StatementLine } from '../../platform/decisions/statement';
import type { PartnerAccount } from '../company/account';
import { isAnnounced } from '../company/suspension';
import { isAnswerable } from '../strikes/strike';
import type { StrikeStore } from '../strikes/store';
import type { PartnerStatements } from '../timeline/statements';

/** A statement of reasons with its kind; `pid`: the post that a strike is for. */
export interface StaffStatement { kind: 'suspension' | 'strike'; pid: string; lines: StatementLine[] }

/** What somebody who speaks for a company reads: why it is suspended, and strikes for their own posts, newest first. */
export type StaffStatements = (account: PartnerAccount, uid: number, language: string) => Promise<StaffStatement[]>;

export function staffStatements({ statements, strikeStore, host: { clock } }: {
	statements: Pick<PartnerStatements, 'strikes' | 'suspension'>; strikeStore: Pick<StrikeStore, 'history'>;
	host: { clock: Clock };
}): StaffStatements {
	return async (account, uid, language) => {
		const own = (await strikeStore.history(account.id)).strikes.filter(strike => strike.uid === uid).reverse();
		const linesOf = await statements.strikes(
			account, own.map(strike => ({ ...strike, isOpen: isAnswerable(strike, clock.now()) })), language);
		const { suspension } = account;
		const ofAccount = suspension && isAnnounced(suspension, clock.now()) ? await statements.suspension(
			account, { decision: suspension.decision, isOpen: suspension.answer === null }, language) : [];
		return [
			{ kind: 'suspension' as const, pid: '', lines: ofAccount }, ...own.map(({ pid, decision }) => ({ kind: 'strike' as const, pid, lines: linesOf(decision) })),
		].filter(({ lines }) => lines.length > 0);
	};
}
