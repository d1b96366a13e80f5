import assert from 'node:assert/strict';
import { parse } from 'valibot';
import { partnerInputSchema, type PartnerInput } from '../../lib/partners/company/account';
import { partnerJobs } from '../../lib/partners/jobs';
import { sortedSet, allOf } from '../../lib/platform/paged-index';
import { administrator, company, owner, suspensionOf } from '../builders/company';
import { crashes, runAll, toldOnce, whole } from '../builders/mortal';

type Company = ReturnType<typeof company>;
type Act = (process: ReturnType<Company['over']>, ground: Company) => Promise<unknown>;

/** Acme (owner 7, staff 8 and 9; 2 moderates where post 50 of 8 stands). */
async function acme() {
	const ground = company();
	ground.moderators.set(2, [3]);
	ground.moderators.set(4, [3]);
	ground.posts.set('50', { uid: '8', cid: '3', forumTermsPartner: 'acme' });
	ground.kept.set('50', {
		pid: '50', tid: 1, cid: 3, uid: 8, timestamp: 1, editedAt: 0, content: 'text', title: 'topic', slug: '1/topic',
		isDeleted: false, deleterUids: [], isLocked: false, named: { forumTermsPartner: 'acme' },
	});
	ground.chosen.partnerTeamEmail = 'team@vendor.example';
	await ground.put('acme', { staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }] });
	return ground;
}
async function found(process: Pick<ReturnType<Company['over']>, 'partners'>) {
	return await process.partners.store.account('acme') ?? assert.fail();
}

const strike = { pid: '50', clause: '4.1', points: 9, reason: 'An advertisement.' } as const;
const give: Act = async process => process.partners.strikes.give(await found(process), strike, 2);
const giveGravely: Act = async process =>
	process.partners.strikes.give(await found(process), { ...strike, clause: '4.4' }, 2);
/** The time to answer is over. */
const later: Act = async ({ partners }, ground) => {
	ground.time.at += 8 * 86_400_000;
	await partners.watch.notify(await found({ partners }));
};
const answer: Act = async process => process.partners.strikes.answer(await found(process), 1, 'It was asked for.', 7);
const decide = (counts: boolean): Act => async process =>
	process.partners.strikes.decide(await found(process), (await process.partners.strikeStore.history('acme')).strikes[0]?.id ?? 0,
		counts, 'Read it again.', 4);
const ask: Act = ({ people }) => people.requests.ask('acme', 30, 'sales', 'I work there.');
const word = (accept: boolean): Act => ({ people }) =>
	people.requests.decide('acme', 30, { accept, reason: 'Not one of ours.' }, 7);
const offer: Act = ({ people }) => people.ownership.assign('acme', 9, 'owner', owner);
const handOver: Act = ({ people }) => people.ownership.depart('acme', 7, 9);
const reply = (accept: boolean): Act => ({ people }) =>
	people.ownership.answer('acme', 9, { accept, versions: accept ? ['forum-2'] : [] }, 'en-GB');
const refer: Act = async process => process.partners.referrals.refer(await found(process),
	{ reason: 'Again and again.', posts: ['50'], restriction: 0 }, 1);
const suspend: Act = process => process.partners.accounts.suspend('acme', suspensionOf());
const answerSuspension: Act = process => process.partners.suspensions.answer('acme', 'They were real.', 7);
/** Nobody but 1 administers. */
const upholdSuspension: Act = process => process.partners.suspensions.uphold('acme', 'They were not.', 1);
const halt = (isHalted: boolean): Act => process => process.partners.accounts.halt('acme', 9, isHalted, 'On leave.', 7);
const post = async (process: ReturnType<Company['over']>) =>
	({ account: await found(process), pid: '50', by: 7, language: 'en-GB' });
const withdraw: Act = async process => process.acts.withdraw(await post(process), 'A mistake.');
const bringBack: Act = async process => process.acts.restore(await post(process));
const correct: Act = async process => process.acts.correct(await post(process),
	{ content: 'A better text.', reason: 'It was wrong.', forumTerms: {} });

const save = (more: Partial<PartnerInput>): Act => process => process.partners.accounts.put('acme', parse(partnerInputSchema, {
	company: 'Company acme', level: 'Gold', owners: [7], staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }], ...more,
}), null, 1);
const invite: Act = ({ people }) => people.invitations.invite('acme', { username: 'member 30' }, 'sales', 7);
const withdrawInvitation: Act = ({ people }) => people.invitations.withdraw('acme', 1, 7);
const confirm: Act = async (process, ground) => {
	ground.time.at += 60_000;
	return process.people.confirmations.confirm('acme', 7, (await found(process)).revision);
};

/** The act that is cut off, after those that lead to it. */
const acts: Record<string, readonly [Act, ...Act[]]> = {
	'a strike is given': [give],
	'an owner answers a strike': [answer, give],
	'a strike is taken back': [decide(false), give],
	'an answered strike counts': [decide(true), give, answer],
	'enough strikes count for the posts of an account to be held': [later, giveGravely],
	'an account is referred to the partner team': [refer, give],
	'an account is suspended': [suspend],
	'an owner answers a suspension': [answerSuspension, suspend],
	'an answered suspension is upheld': [upholdSuspension, suspend, answerSuspension],
	'a suspension is lifted': [process => process.partners.accounts.lift('acme', 'Mended.', 1), suspend],
	'somebody is halted by their owner': [halt(true)],
	'somebody may post again': [halt(false), halt(true)],
	'an owner withdraws a post of their staff': [withdraw],
	'an owner restores a post': [bringBack, withdraw],
	'an owner corrects a post': [correct],
	'somebody asks to join': [ask],
	'a request is granted': [word(true), ask],
	'a request is turned down': [word(false), ask],
	'somebody is asked to become an owner': [offer],
	'an owner who leaves asks a successor': [handOver],
	'an offer is accepted': [reply(true), offer],
	'an offer of an owner who leaves is accepted': [reply(true), handOver],
	'an offer is declined': [reply(false), offer],
	'somebody is removed': [({ people }) => people.ownership.remove('acme', 9, 'Has left.', owner)],
	'a company gets another name and level': [save({ company: 'Acme Ltd', level: 'Silver' })],
	'an invitation is withdrawn': [withdrawInvitation, invite],
	'an owner becomes staff': [({ people }) => people.ownership.assign('acme', 7, 'sales', administrator), save({ owners: [7, 10] })],
	'the list of people is confirmed': [confirm],
	'somebody leaves by themself': [({ people }) => people.ownership.depart('acme', 9, null), offer],
};

async function state({ over, host, sent, letters, inGroup, database, kept }: Company) {
	// What a process has in memory is not what is so.
	const { partners, people: { pending }, book } = over(host);
	const { strikes, referrals, noted } = await partners.strikeStore.history('acme');
	const events = (await partners.store.lastEvents('acme', 1000)).filter(({ kind }) => kind !== 'accepted');
	return {
		owners: (await partners.store.account('acme'))?.owners, called: (await partners.store.account('acme'))?.company,
		confirmed: (await partners.store.account('acme'))?.confirmedBy,
		invited: (await pending.invitationsOf('acme', 0)).map(({ uid }) => uid),
		people: (await partners.store.people('acme')).map(({ uid, role }) => `${uid} ${role}`).sort(),
		requests: (await pending.requestsOf('acme')).map(({ uid }) => uid), by: (await pending.requestsBy(30)).length,
		offers: (await pending.offersOf('acme')).map(({ uid, by, leaves }) => [uid, by, leaves]),
		down: [await pending.wasDeclined('acme', 30), await pending.wasDeclined('acme', 9)],
		strikes: strikes.map(({ isTold, answer: said, decisions }) =>
			[isTold, said?.text, decisions.map(({ counts }) => counts)]),
		stage: noted.stage, referrals: referrals.map(({ reason, mailedTo }) => [reason, mailedTo]),
		told: toldOnce(sent), letters: [...new Set(letters.map(({ kind }) => kind))],
		groups: [...inGroup].map(([name, uids]) => [name, [...uids].sort()]),
		onRecord: (await Promise.all(([['partner', 'acme'], ['post', '50'], ['member', '9']] as const).map(([kind, id]) =>
			book.of({ kind, id }, 100)))).flat().map(({ act, outcome }) => `${act} ${outcome?.kind}`),
		suspended: (await partners.store.account('acme'))?.suspension?.reason,
		halted: (await partners.store.people('acme')).filter(({ isHalted }) => isHalted).map(({ uid }) => uid),
		post: [kept.get('50')?.content, kept.get('50')?.isDeleted],
		events: events.map(one => ('decision' in one ? `${one.kind} on record` : one.kind)).sort(),
		// After a restart: each act has its record, and each record its outcome.
		unrecorded: (await book.read(strikes.flatMap(({ decision, decisions }) =>
			[decision, ...decisions.map(one => one.decision)]))).filter(one => one?.outcome?.kind !== 'done').length,
		unended: (await book.store.open()).length,
		left: await allOf(sortedSet(database, 'forum-terms:partners-changing')),
	};
}

async function restart(ground: Company, host: Company['host']): Promise<void> {
	const { partners, book } = ground.over(host);
	await runAll([...partnerJobs(partners), { run: () => book.finishOpen() }]);
}

describe('a process killed before any of its writes leaves no act of a partner account half done', () => {
	for (const [name, [act, ...before]] of Object.entries(acts)) {
		it(`when ${name}`, async () => whole(await crashes({
			async world() {
				const ground = await acme();
				for (const one of before) {
					await one(ground.over(ground.host), ground);
				}
				await restart(ground, ground.host);
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => act(ground.over(host), ground),
			restart,
			state,
		})));
	}
});
