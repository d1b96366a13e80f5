import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { textOf } from '../../kernel/formats/text';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import type { PartnerAccess } from '../accounts/access';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { Referrals } from './referrals';
import type { Standings } from './standings';
import { referralInputSchema, strikeInputSchema, wordsSchema, type StrikeCase } from './strike';
import { strikeState } from './standing-rules';
import { visibleStrikes } from './visible-strikes';
import { suspensionView } from './suspension-view';
import type { Suspensions } from '../accounts/suspensions';
import type { PartnerStatements } from '../timeline/statements';
import type { StrikeStore } from './store';
import { strikeViews } from './view';
import type { Strikes } from './strikes';

interface Parts {
	strikes: Strikes;
	standings: Standings;
	referrals: Referrals;
	suspensions: Pick<Suspensions, 'mayUphold'>;
	directory: PartnerDirectory;
	strikeStore: StrikeStore;
	access: PartnerAccess;
	citations: Citations;
	statements: PartnerStatements;
	deciders: ShownDeciders;
	book: Pick<DecisionBook, 'get' | 'snapshots'>;
	host: Pick<Host, 'clock' | 'members' | 'places'>;
}

/** Strikes, answers and decisions, the resulting standing, and the referral (clauses 1 and 4.12). */
export function strikeRoutes(parts: Parts): Route[] {
	const { strikes, standings, referrals, directory, host } = parts;
	const { standing, forbid } = parts.access;
	const views = strikeViews(parts);
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
		if (!result.ok || !account.ok) {
			return account.ok && !result.ok && result.refusal.code === 'permission-missing' ?
				forbid(account.value.id, by, path) : result;
		}
		return answerWith(account.value, result.value, call, false);
	}
	/** Names of those who decide about an answer instead of who gave the strike or reported the post. */
	async function otherDeciders(strike: StrikeCase, uid: number): Promise<string> {
		const say = strikeState(strike, host.clock.now()) === 'answered' ? await strikes.mayJudge(strike, uid) : null;
		return say && !say.ok ? textOf(say.refusal.facts[0]) : '';
	}
	async function answerWith(
		account: PartnerAccount, strike: StrikeCase, { language }: RouteCall<unknown>, isAffected: boolean,
	): Promise<Outcome<unknown>> {
		const [view] = await views.strikes(account, [strike], { language, isAffected });
		return done({ strike: view, standing: await standings.of(strike.partner) });
	}
	/** The post as it stood, for those who see the strike and for its author, also when it has been purged. */
	async function evidenceOf(account: PartnerAccount, id: number, uid: number): Promise<Outcome<unknown>> {
		const { strikes: all } = await parts.strikeStore.history(account.id);
		const own = all.filter(strike => strike.uid === uid);
		const visible = own.some(strike => strike.id === id) ? own : (await visibleTo(account, uid))?.strikes;
		const strike = visible?.find(one => one.id === id);
		if (!strike) {
			return visible ? refused(refuse('partner-strike-unknown', [id], { field: 'strike' })) :
				forbid(account.id, uid, 'evidence');
		}
		const decision = await parts.book.get(strike.decision);
		const posts = decision ? await parts.book.snapshots(decision) : [];
		return done({ posts: posts.filter(post => post !== null) });
	}
	const numberIn = (call: RouteCall<unknown>) => Number(call.params.strike);

	return [
		route({
			method: 'post', path: '/partners/:id/strikes', access: 'member', body: strikeInputSchema,
			handle: call => byStaff(call, 'strikes', (account, by) => strikes.give(account, call.body, by)),
		}),
		route({
			method: 'post', path: '/partners/:id/strikes/plan', access: 'member', body: strikeInputSchema,
			async handle(call) {
				const [account, by] = [await accountOf(call), uidOf(call.actor)];
				const planned = account.ok ? await strikes.plan(account.value, call.body, by) : account;
				if (!account.ok || !planned.ok) {
					return account.ok && !planned.ok && planned.refusal.code === 'permission-missing' ?
						forbid(account.value.id, by, 'strikes') : planned;
				}
				const readers = [...account.value.owners, planned.value.uid, by];
				return done({
					statements: await parts.statements.preview(account.value, { kind: 'strike', ...planned.value }, readers),
				});
			},
		}),
		route({
			method: 'get', path: '/partners/:id/strikes', access: 'member', body: emptyBody,
			async handle(call) {
				const [account, uid] = [await accountOf(call), uidOf(call.actor)];
				const visible = account.ok ? await visibleTo(account.value, uid) : null;
				if (!account.ok || !visible) {
					return account.ok ? forbid(account.value.id, uid, 'strikes') : account;
				}
				const { may } = visible;
				const isWhole = may.answer || await standing(account.value.id, uid) === 'forum';
				const { language } = call;
				const isAffected = (await directory.membership(uid))?.partner === account.value.id;
				return done({
					suspension: isWhole ? await suspensionView(parts, account.value, {
						uid, may, language, isAffected, now: host.clock.now(),
					}) : null,
					strikes: await views.strikes(account.value, visible.strikes, {
						language, isAffected, decidersOf: async one => (isAffected ? '' : otherDeciders(one, uid)),
					}),
					standing: await standings.of(account.value.id),
					referrals: await views.referrals(visible.referrals, isAffected), may,
					endings: may.refer ? await views.endings(await referrals.endings(account.value)) : [],
				});
			},
		}),
		route({
			method: 'get', path: '/partners/:id/strikes/:strike/evidence', access: 'member', body: emptyBody,
			async handle(call) {
				const [account, uid] = [await accountOf(call), uidOf(call.actor)];
				return account.ok ? evidenceOf(account.value, numberIn(call), uid) : account;
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
				return result.ok ? answerWith(account.value, result.value, call, true) : result;
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
			body: referralInputSchema,
			async handle(call) {
				const account = await accountOf(call);
				const result = account.ok ?
					await referrals.refer(account.value, call.body, uidOf(call.actor)) : account;
				return result.ok ? done((await views.referrals([result.value], false))[0]) : result;
			},
		}),
	];
}
