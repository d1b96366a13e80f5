import { isEqual, pick } from 'lodash';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { decisionBy } from '../../platform/decisions/draft';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import { attributionFields } from '../posts/post-attribution';
import type { PartnerStore } from '../accounts/store';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerSettings } from '../company/settings';
import type { Standings } from './standings';
import type { Referral, ReferralInput } from './strike';
import { strikesPathOf } from '../company/paths';
import type { StrikeStore } from './store';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: StrikeStore;
	events: Pick<PartnerStore, 'lastEvents'>;
	book: Pick<DecisionBook, 'during' | 'resumes'>;
	evidence: Pick<PostEvidence, 'snapshots'>;
	directory: PartnerDirectory;
	standings: Standings;
	settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'care' | 'clock' | 'leases' | 'messenger'>;
}

/** Somebody of an account whose access a restriction ended. */
export interface Ending { restriction: number; uid: number; at: number }

const mostEvents = 500;

/**
 * An administrator refers an account to the partner team (clause 1, R1.6): a record, an e-mail to the configured
 * address, and a notice to the owners. What happens to the account at 3CX is neither decided nor announced by the
 * forum.
 */
export interface Referrals {
	refer(account: PartnerAccount, input: ReferralInput, by: number): Promise<Outcome<Referral>>;
	/** Whose access ended while they spoke for it, by restrictions that last and are not yet referred; newest first. */
	endings(account: PartnerAccount): Promise<Ending[]>;
	/** Sends the notices that an interrupted process did not. */
	tell(account: PartnerAccount): Promise<void>;
}

export function partnerReferrals(
	{ store, events, book, evidence, directory, standings, settings, host }: Parts,
): Referrals {
	const { clock, messenger } = host;

	async function last(partner: string): Promise<Referral | undefined> {
		return (await store.history(partner)).referrals.at(-1);
	}
	async function mail({ id, company }: PartnerAccount, referral: Referral): Promise<void> {
		const { partnerTeamEmail } = await settings();
		if (partnerTeamEmail === '' || referral.mailedAt > 0) {
			return;
		}
		const { points } = await standings.of(id);
		const isSent = await messenger.write(partnerTeamEmail, {
			kind: 'partner-referred', greeted: 'team', path: strikesPathOf(id),
			facts: [company, id, referral.reason, String(points)],
		});
		if (isSent) {
			await store.append({
				kind: 'mailed', partner: id, at: clock.now(), by: 0, referral: referral.id, to: partnerTeamEmail,
			});
		}
	}

	async function finish(account: PartnerAccount): Promise<void> {
		const { unnotified, referrals } = await store.history(account.id);
		for (const { id, reason } of unnotified.filter(event => event.kind === 'referred')) {
			await messenger.send(account.owners, {
				kind: 'partner-told-referred', about: id, facts: [account.company, reason],
			});
			const referral = referrals.find(one => one.id === id);
			await (referral ? mail(account, referral) : undefined);
			await store.append({ kind: 'told', partner: account.id, at: clock.now(), by: 0, strike: 0, about: id });
		}
	}

	async function allEndings({ id }: PartnerAccount): Promise<(Ending & { isOver: boolean })[]> {
		const acts = (await events.lastEvents(id, mostEvents)).reverse();
		const over = new Set(acts.flatMap(event => (event.kind === 'access-restored' ? [event.restriction] : [])));
		return acts.flatMap((event) => {
			const { uid, at, restriction } = event.kind === 'owner-ended' || event.kind === 'staff-ended' ? event :
				{ uid: 0, at: 0, restriction: 0 };
			return restriction > 0 ? [{ restriction, uid, at, isOver: over.has(restriction) }] : [];
		});
	}
	/** Why it cannot be about these: a post is not the account's, or the restriction ended nobody of its people. */
	async function foreign(account: PartnerAccount, { posts, restriction }: ReferralInput): Promise<Outcome<null>> {
		const [{ strikes }, stored, endings] = await Promise.all([
			store.history(account.id), host.care.read(posts, [attributionFields.partner]), allEndings(account),
		]);
		const index = posts.findIndex((pid, at) =>
			stored[at]?.fields[0] !== account.id && !strikes.some(strike => strike.pid === pid));
		if (index >= 0) {
			return refused(refuse('partner-strike-other', [posts[index] ?? '', account.company], { field: `posts.${index}` }));
		}
		return restriction === 0 || endings.some(ending => ending.restriction === restriction) ? done(null) :
			refused(refuse('restriction-unknown', [restriction], { field: 'restriction' }));
	}
	async function write(account: PartnerAccount, input: ReferralInput, by: number): Promise<Outcome<unknown>> {
		const { id: partner, owners } = account;
		const at = clock.now();
		return book.during(decisionBy({
			act: 'refer', subject: { kind: 'partner', id: partner }, affected: owners, by, facts: input.reason, scope: 'account',
			from: at, sight: { right: 'administrate', cids: 'all' },
			note: input.restriction > 0 ? `restriction ${input.restriction}` : '',
		}), async ({ id: decision }) =>
			done(await store.append({ kind: 'referred', partner, at, by, ...input, decision })),
		{ snapshots: await evidence.snapshots(input.posts) });
	}
	book.resumes({
		acts: ['refer'], lease: ({ subject }) => `partner:${subject.id}`,
		finish: async ({ id, subject }) =>
			((await store.history(subject.id)).referrals.some(({ decision }) => decision === id) ?
				{ kind: 'done' } : { kind: 'failed', code: 'interrupted' }),
		expire: async ({ id, subject }, what) => (what === 'all' ? store.dropWords(subject.id, row =>
			'kind' in row && row.kind === 'referred' && row.decision === id) : undefined),
	});

	return {
		async endings(account) {
			const { referrals } = await store.history(account.id);
			return (await allEndings(account)).filter(({ restriction, isOver }) =>
				!isOver && !referrals.some(referral => referral.restriction === restriction))
				.map(({ restriction, uid, at }) => ({ restriction, uid, at }));
		},
		tell: account => host.leases.withLease(`partner:${account.id}`, () => finish(account), () => undefined),
		refer: (account, input, by) => host.leases.withLease<Outcome<Referral>>(`partner:${account.id}`, async () => {
			if ((await directory.membership(by))?.partner === account.id) {
				return refused(refuse('partner-strike-own'));
			}
			const before = await last(account.id);
			if (before?.by !== by || !isEqual(input, pick(before, Object.keys(input)))) {
				const isOurs = await foreign(account, input);
				const written = isOurs.ok ? await write(account, input, by) : isOurs;
				if (!written.ok) {
					return written;
				}
			}
			await finish(account);
			// Repeating the same text only retries an e-mail that was not sent.
			const referral = await last(account.id);
			if (!referral) {
				return refused(refuse('store-unavailable'));
			}
			await mail(account, referral);
			return done(await last(account.id) ?? referral);
		}, () => refused(refuse('partner-busy'))),
	};
}
