import type { OwnRestriction } from '../kernel/own-access';
import type { Page } from '../kernel/routes';
import { iso } from './pages';
import type { TermsParts } from './parts';

// A member who was asked every month for years still sees all of it on one page.
const mostRecords = 500;
// A signature takes half a millisecond: older receipts are a press away, on a sheet of their own.
const mostReceipts = 20;

/** An end of access as a line of the page; the statement, which opens to the member alone, says all of it. */
function accessLine({ id, scopeName, from, until, clause, cause, ended, appeal, state }: OwnRestriction) {
	const standing = state === 'waiting' ? 'ahead' : 'in-force';
	return {
		scopeName, fromISO: iso(from), untilISO: until > 0 ? iso(until) : '', clause, isWithoutCause: cause === 'none',
		isOver: ended !== null, standing: ended ? 'over' : standing, mayAppeal: ended === null && appeal === null, id,
	};
}

/** A member's own agreements with their receipts; administrators may look, nobody else. */
export function accountPage(parts: Pick<TermsParts, 'overview' | 'ledger' | 'receipt' | 'members' | 'checklists' | 'restrictions'>): Page {
	const { overview, ledger, receipt, members, checklists, restrictions } = parts;
	return {
		path: '/user/:userslug/forum-terms', access: 'member', kind: 'account',
		title: '[[forum-terms:page.account.title]]',
		async render({ actor, language, accountUid = 0 }) {
			const viewer = actor.kind === 'member' ? actor.uid : 0;
			if (viewer !== accountUid && !await members.isAdministrator(viewer)) {
				return { notFound: true };
			}
			const [inForce, records, { remembered }, ended] = await Promise.all([
				overview(accountUid), ledger.recordsOf(accountUid, mostRecords), checklists.of(accountUid, language, 0),
				restrictions(accountUid),
			]);
			return {
				template: 'account/forum-terms',
				data: {
					isSelf: viewer === accountUid, remembered, restrictions: ended.map(accessLine),
					inForce: inForce.map(document => ({ ...document, atISO: iso(document.at) })),
					records: await Promise.all(records.map(async (record, index) => ({
						...record,
						atISO: iso(record.at),
						hasReceipt: record.event !== 'shown',
						receipt: record.event === 'shown' || index >= mostReceipts ? '' :
							JSON.stringify(await receipt(record), null, 2),
					}))),
				},
			};
		},
	};
}
