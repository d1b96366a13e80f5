import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf, type Actor } from '../../kernel/host/member';
import { done, refused } from '../../kernel/refusals/outcome';
import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import { cursorField, cursorOf, positionIn } from '../../platform/cursor';
import type { PartnerAccess } from '../accounts/access';
import { isPartner, partnerIdSchema, partnerSaveSchema, type PartnerAccount } from '../company/account';
import { isTold } from '../../platform/decisions/notice';
import { isAnnounced, suspensionInput } from '../company/suspension';
import type { PartnerStatements } from '../timeline/statements';
import { peoplePage } from '../people/page';
import { attributionFields } from '../posts/post-attribution';
import { accountDecisions } from '../timeline/account-decisions';
import { ownersActs, type OwnersAct } from '../timeline/owners-acts';
import { decisionsIn, postAt, shownEvents, timelineOf, type AcceptedLookup } from '../timeline/timeline';
import type { AccountAcceptances } from '../accounts/acceptance';
import type { PartnerAccounts } from '../accounts/accounts';
import type { PartnerDirectory } from '../accounts/directory';
import type { PeopleViews } from '../people/view';
import type { PartnerSettings } from '../company/settings';
import type { Standings } from '../strikes/standings';
import type { PartnerStore } from '../accounts/store';
import type { StrikeCase } from '../strikes/strike';
import type { StrikeStore } from '../strikes/store';
import type { Suspensions } from '../accounts/suspensions';
import type { Soon } from '../../kernel/host/soon';

const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));

const eventsPerPage = 200;

/** Owners' answers to strikes. */
const answersIn = (strikes: readonly StrikeCase[]): OwnersAct[] => strikes.flatMap(({ uid, decision, answer }) =>
	(answer ? [{ act: 'answer' as const, uid, about: decision, at: answer.at, facts: answer.text }] : []));

interface Parts {
	store: PartnerStore;
	accounts: PartnerAccounts;
	suspensions: Suspensions;
	directory: PartnerDirectory;
	standings: Standings;
	settings: () => Soon<PartnerSettings>;
	accepted: AcceptedLookup;
	access: PartnerAccess;
	/** Acceptances for the account, and when its list of people was confirmed. */
	acceptances: AccountAcceptances;
	views: PeopleViews;
	book: Pick<DecisionBook, 'of' | 'read'>;
	strikeStore: Pick<StrikeStore, 'history'>;
	citations: Citations;
	deciders: ShownDeciders;
	statements: PartnerStatements;
	host: Pick<Host, 'care' | 'clock' | 'members'>;
}

/**
 * Partner accounts over the API: the portal manages them, owners see and correct their own, others see none (clause
 * 4.12).
 */
export function partnerRoutes(
	{ store, accounts, suspensions, directory, standings, settings, accepted, access, acceptances, ...parts }: Parts,
): Route[] {
	const { views, host } = parts;
	const { standing, owned } = access;
	const { deciders } = parts;
	const isOf = async (id: string, actor: Actor) => (await directory.membership(uidOf(actor)))?.partner === id;
	const idOf = ({ params }: RouteCall<unknown>) => params.id ?? '';

	function openView(account: PartnerAccount) {
		const level = isPartner(account, host.clock.now()) ? account.level : '';
		return { id: account.id, company: account.company, level, isPartner: level !== '' };
	}
	/**
	 * People of the account read who suspended it if the setting says so, why once they are told, and never why they
	 * are not.
	 */
	async function suspensionFor({ id, suspension }: PartnerAccount, actor: Actor) {
		const isAffected = await isOf(id, actor);
		const shown = await deciders.to(isAffected);
		return suspension && {
			...suspension, by: shown(suspension.by), ...isAffected ? { noticeReason: '', noticeAt: 0 } : {},
			...isAffected && !isAnnounced(suspension, host.clock.now()) ? { reason: '', target: null } : {},
			upheld: suspension.upheld && { ...suspension.upheld, by: shown(suspension.upheld.by) },
		};
	}
	/** Those of these decisions that the people of the account have not been told of. */
	async function untoldOf(decisions: readonly number[]): Promise<number[]> {
		const records = decisions.length > 0 ? await parts.book.read(decisions) : [];
		return records.flatMap(record => (record && !isTold(record.notice, host.clock.now()) ? [record.id] : []));
	}
	async function fullView(account: PartnerAccount, { actor, language }: RouteCall<unknown>) {
		const [{ people }, peopleCount] =
			await Promise.all([peoplePage(store, account), store.peopleCount(account.id)]);
		const { domains, contact, email, levelValidUntil, revision } = account;
		return {
			...openView(account), contact, email, levelValidUntil, domains, revision,
			suspension: await suspensionFor(account, actor),
			stage: await standings.stage(account.id),
			...await acceptances.state(account, language), confirmation: await views.confirmation(account),
			// The first page; the rest of ten thousand people has its own route.
			people: people.map(({ uid, role, since, isHalted }) => ({ uid, role, since, isHalted })), peopleCount,
		};
	}

	return [
		route({
			method: 'put', path: '/admin/partners/:id', access: 'administrator', body: partnerSaveSchema,
			async handle(call) {
				const id = v.safeParse(partnerIdSchema, call.params.id);
				if (!id.success) {
					return refused(refuse('body-invalid', ['id', 'A-Z a-z 0-9 . _ -'], { field: 'id', clause: '4.12' }));
				}
				const saved = await accounts.put(id.output, call.body, call.ifMatch, uidOf(call.actor));
				return saved.ok ? done(await fullView(saved.value, call)) : saved;
			},
		}),
		route({
			method: 'put', path: '/admin/partners/:id/suspension', access: 'administrator',
			body: suspensionInput,
			async handle(call) {
				const saved = await suspensions.suspend(idOf(call), { ...call.body, by: uidOf(call.actor) });
				return saved.ok ? done(await fullView(saved.value, call)) : saved;
			},
		}),
		route({
			method: 'post', path: '/admin/partners/:id/suspension/plan', access: 'administrator', body: suspensionInput,
			async handle(call) {
				const [account, by] = [await store.account(idOf(call)), uidOf(call.actor)];
				const draft = account ? await suspensions.planned(account, { ...call.body, by }) :
					refused(refuse('partner-unknown', [idOf(call)], { field: 'id' }));
				return account && draft.ok ? done({
					statements: await parts.statements.preview(account, { kind: 'suspension', draft: draft.value }, [...account.owners, by]),
				}) : draft;
			},
		}),
		route({
			method: 'delete', path: '/admin/partners/:id/suspension', access: 'administrator', body: v.strictObject({ reason }),
			async handle(call) {
				const saved = await suspensions.lift(idOf(call), call.body.reason, uidOf(call.actor));
				return saved.ok ? done(await fullView(saved.value, call)) : saved;
			},
		}),
		route({
			method: 'put', path: '/admin/partners/:id/suspension/decision', access: 'administrator',
			body: v.strictObject({ reason }),
			async handle(call) {
				const saved = await suspensions.uphold(idOf(call), call.body.reason, uidOf(call.actor));
				return saved.ok ? done(await fullView(saved.value, call)) : saved;
			},
		}),
		route({
			method: 'put', path: '/partners/:id/suspension/answer', access: 'member', body: v.strictObject({ text: reason }),
			async handle(call) {
				const found = await access.ownedBy(call, 'suspension');
				const saved = found.ok ?
					await suspensions.answer(found.value.id, call.body.text, uidOf(call.actor)) : found;
				return saved.ok ? done(await fullView(saved.value, call)) : saved;
			},
		}),
		route({
			method: 'get', path: '/partners/:id', access: 'anyone', body: emptyBody,
			async handle(call) {
				const account = await directory.account(idOf(call));
				const who = account ? await standing(account.id, uidOf(call.actor)) : 'outsider';
				if (!account || (who === 'outsider' && !(await settings()).showPartner)) {
					return refused(refuse('partner-unknown', [idOf(call)], { field: 'id' }));
				}
				return done(who === 'owner' || who === 'forum' ? await fullView(account, call) : openView(account));
			},
		}),
		route({
			method: 'get', path: '/partners/:id/timeline', access: 'member', body: emptyBody,
			query: {
				at: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))), pid: v.optional(v.string()), before: cursorField,
			},
			async handle(call) {
				const found = await owned(call, 'timeline');
				const at = call.query.at === undefined ? host.clock.now() : Number(call.query.at);
				if (!found.ok || !Number.isSafeInteger(at) || at < 0) {
					return found.ok ? refused(refuse('body-invalid', ['at', 'milliseconds'], { field: 'at', clause: '4.12' })) : found;
				}
				const from = positionIn(call.query, 'before');
				if (!from.ok) {
					return from;
				}
				const { id } = found.value;
				const isAffected = await isOf(id, call.actor);
				const [states, { rows, next }, shown, { strikes }] = await Promise.all([
					store.states(id), store.eventsUntil(id, at, eventsPerPage, from.value), deciders.to(isAffected),
					parts.strikeStore.history(id),
				]);
				const untold = isAffected ? await untoldOf(decisionsIn(rows)) : [];
				const events = shownEvents(rows, states, shown)
					.filter(event => !('decision' in event && untold.includes(event.decision)));
				const acts = [...ownersActs(states), ...answersIn(strikes)];
				const reader = { isAffected, language: call.language };
				const decisions = await accountDecisions(parts, { id, at, acts }, reader);
				const whole = {
					...await timelineOf(states, at, accepted), events, decisions, next: cursorOf(next) ?? 0,
				};
				if (call.query.pid === undefined) {
					return done({ ...whole, post: null });
				}
				const { pid } = call.query;
				const [[post], reowned] = await Promise.all([
					host.care.read([pid], [attributionFields.partner]), store.reowned(id, pid),
				]);
				const isOurs = post?.fields[0] === id;
				// Posts of other accounts are as inaccessible as the accounts.
				if (!post || (!isOurs && reowned.length === 0)) {
					return post ? access.forbid(id, uidOf(call.actor), `timeline/${pid}`) :
						refused(refuse('post-unknown', [pid], { field: 'pid', clause: '4.12' }));
				}
				const then = postAt([...states, ...reowned], { pid, author: post.uid, isOurs }, at);
				return done({ ...whole, post: { pid, ...then, accepted: await accepted(then.author, at) } });
			},
		}),
		...([['put', true], ['delete', false]] as const).map(([method, isHalted]) => route({
			method, path: '/partners/:id/staff/:uid/halt', access: 'member', body: v.strictObject({ reason }),
			async handle(call) {
				const found = await owned(call, 'halt');
				return found.ok ? accounts.halt(
					found.value.id, Number(call.params.uid), isHalted, call.body.reason, uidOf(call.actor)) : found;
			},
		})),
	];
}
