import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { textOf } from '../../kernel/formats/text';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import type { PartnerAccess } from '../accounts/access';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { Referrals } from './referrals';
import type { Standings } from './standings';
import { strikeInputSchema, wordsSchema, type StrikeCase } from './strike';
import { strikeState } from './standing-rules';
import { visibleStrikes } from './visible-strikes';
import type { StrikeStore } from './store';
import { strikeViews } from './view';
import type { Strikes } from './strikes';

interface Parts {
	strikes: Strikes;
	standings: Standings;
	referrals: Referrals;
	directory: PartnerDirectory;
	strikeStore: StrikeStore;
	access: PartnerAccess;
	host: Pick<Host, 'clock' | 'members' | 'places'>;
}

/** Strikes, answers and decisions, the resulting standing, and the referral (clauses 1 and 4.12). */
export function strikeRoutes(parts: Parts): Route[] {
	const { strikes, standings, referrals, directory, host } = parts;
	const { standing, forbid } = parts.access;
	const views = strikeViews(host);
	const visibleTo = visibleStrikes(parts);

	async function accountOf({ params }: RouteCall<unknown>): Promise<Outcome<PartnerAccount>> {
		const account = await directory.account(params.id ?? '');
		return account ? done(account) : refused(refuse('partner-unknown', [params.id ?? ''], { field: 'id' }));
	}
	/** An act of staff; attempts by others are recorded, as for everything of another company. */
	async function byStaff(
		call: RouteCall<unknown>, path: string,
		act: (account: PartnerAccount, by: number) => Promise<Outcome<StrikeCase>>,
	): Promise<Outcome<unknown>> {
		const [account, by] = [await accountOf(call), uidOf(call.actor)];
		const result = account.ok ? await act(account.value, by) : account;
		if (!result.ok) {
			return account.ok && result.refusal.code === 'permission-missing' ? forbid(account.value.id, by, path) : result;
		}
		return answerWith(result.value);
	}
	/** Names of those who decide about an answer instead of the person who gave the strike. */
	async function otherDeciders(strike: StrikeCase, uid: number): Promise<string> {
		const isTheirs = strike.by === uid && strikeState(strike, host.clock.now()) === 'answered';
		const say = isTheirs ? await strikes.mayJudge(strike, uid) : null;
		return say && !say.ok ? textOf(say.refusal.facts[0]) : '';
	}
	async function answerWith(strike: StrikeCase): Promise<Outcome<unknown>> {
		const [view] = await views.strikes([strike]);
		return done({ strike: view, standing: await standings.of(strike.partner) });
	}
	const numberIn = (call: RouteCall<unknown>) => Number(call.params.strike);

	return [
		route({
			method: 'post', path: '/partners/:id/strikes', access: 'member', body: strikeInputSchema,
			handle: call => byStaff(call, 'strikes', (account, by) => strikes.give(account, call.body, by)),
		}),
		route({
			method: 'get', path: '/partners/:id/strikes', access: 'member', body: emptyBody,
			async handle(call) {
				const [account, uid] = [await accountOf(call), uidOf(call.actor)];
				const visible = account.ok ? await visibleTo(account.value, uid) : null;
				if (!account.ok || !visible) {
					return account.ok ? forbid(account.value.id, uid, 'strikes') : account;
				}
				return done({
					strikes: await views.strikes(visible.strikes, one => otherDeciders(one, uid)),
					standing: await standings.of(account.value.id),
					referrals: await views.referrals(visible.referrals), may: visible.may,
				});
			},
		}),
		route({
			method: 'post', path: '/partners/:id/strikes/:strike/answer', access: 'member',
			body: v.strictObject({ text: wordsSchema }),
			async handle(call) {
				const [account, by] = [await accountOf(call), uidOf(call.actor)];
				if (!account.ok) {
					return account;
				}
				// Staff decide about answers; only an owner gives one.
				const membership = await directory.membership(by);
				if (membership?.partner !== account.value.id || membership.role !== 'owner') {
					return await standing(account.value.id, by) === 'forum' ?
						refused(refuse('permission-missing', [], { clause: '4.12' })) : forbid(account.value.id, by, 'answer');
				}
				const result = await strikes.answer(account.value, numberIn(call), call.body.text, by);
				return result.ok ? answerWith(result.value) : result;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/strikes/:strike/decision', access: 'member',
			body: v.strictObject({ counts: v.boolean(), reason: wordsSchema }),
			handle: call => byStaff(call, 'decision', (account, by) =>
				strikes.decide(account, numberIn(call), call.body.counts, call.body.reason, by)),
		}),
		route({
			method: 'post', path: '/partners/:id/referrals', access: 'administrator',
			body: v.strictObject({ reason: wordsSchema }),
			async handle(call) {
				const account = await accountOf(call);
				const result = account.ok ?
					await referrals.refer(account.value, call.body.reason, uidOf(call.actor)) : account;
				return result.ok ? done((await views.referrals([result.value]))[0]) : result;
			},
		}),
	];
}
