import type { WaitingLookup, WaitingMatter } from '../../kernel/offers/waiting';
import type { Host } from '../../kernel/host/ports';
import type { Outcome } from '../../kernel/refusals/outcome';
import { textOf } from '../../kernel/formats/text';
import type { PartnerAccount } from '../company/account';
import { firstOf, walk } from '../../platform/paged-index';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerStore } from '../accounts/store';
import type { Suspensions } from '../accounts/suspensions';
import { strikesPathOf } from '../company/paths';
import { strikeState } from '../strikes/standing-rules';
import type { Strikes } from '../strikes/strikes';
import type { StrikeStore } from '../strikes/store';
import type { VisibleStrikesLookup } from '../strikes/visible-strikes';

interface Parts {
	store: Pick<PartnerStore, 'answered' | 'accounts'>;
	strikeStore: Pick<StrikeStore, 'answered' | 'history'>;
	directory: Pick<PartnerDirectory, 'account' | 'membership'>;
	strikes: Pick<Strikes, 'mayJudge'>;
	suspensions: Pick<Suspensions, 'mayUphold'>;
	visibleTo: VisibleStrikesLookup;
	host: Pick<Host, 'clock' | 'members' | 'places'>;
}

const most = 100;

/** Owners' answers to strikes and suspensions that nobody has decided about (clause 4.12); costs what waits. */
export function waitingAnswers(parts: Parts): WaitingLookup {
	const { store, strikeStore, directory, strikes, suspensions, visibleTo, host } = parts;

	const matter = (
		kind: WaitingMatter['kind'], { id, company }: PartnerAccount, since: number, say: Outcome<unknown>,
	): WaitingMatter => ({
		kind, about: company, since, path: strikesPathOf(id), otherDeciders: say.ok ? '' : textOf(say.refusal.facts[0]),
	});
	async function ofStrikes(id: string, uid: number): Promise<WaitingMatter[]> {
		const isAnswered = (strike: Parameters<typeof strikeState>[0]) =>
			strikeState(strike, host.clock.now()) === 'answered';
		const account = (await strikeStore.history(id)).strikes.some(isAnswered) ? await directory.account(id) : null;
		const visible = account && await visibleTo(account, uid);
		return account && visible?.may.decide ? Promise.all(visible.strikes.filter(isAnswered).map(async strike =>
			matter('strike-answer', account, strike.answer?.at ?? 0, await strikes.mayJudge(strike, uid)))) : [];
	}
	async function ofSuspensions(uid: number): Promise<WaitingMatter[]> {
		const own = (await directory.membership(uid))?.partner;
		const found: WaitingMatter[] = [];
		for (const account of await store.accounts(await firstOf(store.answered(), most))) {
			const { suspension = null, id = '' } = account ?? {};
			if (account && suspension?.answer && !suspension.upheld && id !== own) {
				const say = await suspensions.mayUphold(id, suspension, uid);
				found.push(matter('suspension-answer', account, suspension.answer.at, say));
			}
		}
		return found;
	}

	return async (uid) => {
		if ((await host.places.moderatedBy(uid)).length === 0) {
			return null;
		}
		const found = await host.members.isAdministrator(uid) ? await ofSuspensions(uid) : [];
		for await (const ids of walk(strikeStore.answered(), most)) {
			for (const id of ids) {
				found.push(...found.length < most ? await ofStrikes(id, uid) : []);
			}
		}
		return found.slice(0, most);
	};
}
