import { uniq } from 'lodash';
import type { OwnData } from '../kernel/slice/own-data';
import type { DecisionBook } from '../kernel/offers/decision-book';
import type { Clock } from '../kernel/host/ports';
import { all } from '../kernel/host/soon';
import type { Citations } from '../platform/decisions/citations';
import { isPartner } from './company/account';
import type { PartnerDirectory } from './accounts/directory';
import type { PartnerStore } from './accounts/store';
import { strikeState } from './strikes/standing-rules';
import type { StrikeStore } from './strikes/store';

interface Parts {
	store: Pick<PartnerStore, 'changes'>;
	strikeStore: Pick<StrikeStore, 'history'>;
	directory: PartnerDirectory;
	book: Pick<DecisionBook, 'read' | 'snapshots'>;
	citations: Citations;
	host: { clock: Clock };
}

const iso = (time: number) => new Date(time).toISOString();

/** The partner a member speaks for, and earlier ones with dates; in the export also strikes for their posts. */
export function ownPartner({ store, strikeStore, directory, book, citations, host }: Parts): OwnData {
	async function spokenFor(uid: number) {
		const membership = await directory.membership(uid);
		const account = membership && await directory.account(membership.partner);
		return membership && account ? {
			id: account.id, company: account.company, role: membership.role,
			level: isPartner(account, host.clock.now()) ? account.level : '',
		} : null;
	}
	/** Oldest first. */
	const changesOf = async (uid: number) => (await store.changes(uid)).flatMap(event =>
		(event.kind === 'joined' || event.kind === 'left' ? [{
			partner: event.partner, change: event.kind, role: event.role, at: iso(event.at),
		}] : []));
	/** Each with the clause and the post as they stood. */
	async function strikesOf(uid: number, language: string, partners: readonly string[]) {
		const histories = await all(partners.map(id => strikeStore.history(id)));
		const strikes = histories.flatMap(history => history.strikes.filter(strike => strike.uid === uid));
		const citationOf = await citations(strikes.map(({ decision }) => decision), language);
		const records = await book.read(strikes.map(({ decision }) => decision));
		return Promise.all(strikes.map(async (strike, index) => {
			const { id, partner, pid, clause, points, reason, at, decision } = strike;
			const { termsVersion, heading, sentence } = citationOf(decision);
			const record = records[index];
			const [text] = record ? await book.snapshots(record) : [];
			return {
				id, partner, pid, clause, points, reason, at: iso(at), termsVersion, heading, sentence,
				state: strikeState(strike, host.clock.now()), title: text?.title ?? '', content: text?.content ?? '',
			};
		}));
	}

	return async (uid, language, { kind }) => {
		switch (kind) {
			case 'page': return {};
			case 'summary': return { partner: await spokenFor(uid) };
			case 'export': {
				const [now, changes] = await Promise.all([spokenFor(uid), changesOf(uid)]);
				const partners = uniq([...changes.map(({ partner }) => partner), ...now ? [now.id] : []]);
				return { partner: { now, changes, strikes: await strikesOf(uid, language, partners) } };
			}
		}
	};
}
