import assert from 'node:assert/strict';
import { partnerJobs } from '../../lib/partners/jobs';
import { sortedSet, allOf } from '../../lib/platform/paged-index';
import { company, owner } from '../builders/company';
import { crashes, runAll, toldOnce, whole } from '../builders/mortal';

type Company = ReturnType<typeof company>;
type Act = (process: ReturnType<Company['over']>, ground: Company) => Promise<unknown>;

/** Acme (owner 7, staff 8 and 9; 2 moderates where post 50 of 8 stands). */
async function acme() {
	const ground = company();
	ground.moderators.set(2, [3]);
	ground.moderators.set(4, [3]);
	ground.posts.set('50', { uid: '8', cid: '3', forumTermsPartner: 'acme' });
	ground.chosen.partnerTeamEmail = 'team@vendor.example';
	await ground.put('acme', { staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }] });
	return ground;
}
async function found(process: Pick<ReturnType<Company['over']>, 'partners'>) {
	return await process.partners.store.account('acme') ?? assert.fail();
}

const strike = { pid: '50', clause: '4.1', points: 9, reason: 'An advertisement.' } as const;
const give: Act = async process => process.partners.strikes.give(await found(process), strike, 2);
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
const refer: Act = async process => process.partners.referrals.refer(await found(process), 'Again and again.', 1);

/** The act that is cut off, after those that lead to it. */
const acts: Record<string, readonly [Act, ...Act[]]> = {
	'a strike is given': [give],
	'an owner answers a strike': [answer, give],
	'a strike is taken back': [decide(false), give],
	'an answered strike counts': [decide(true), give, answer],
	'an account is referred to the partner team': [refer, give],
	'somebody asks to join': [ask],
	'a request is granted': [word(true), ask],
	'a request is turned down': [word(false), ask],
	'somebody is asked to become an owner': [offer],
	'an owner who leaves asks a successor': [handOver],
	'an offer is accepted': [reply(true), offer],
	'an offer of an owner who leaves is accepted': [reply(true), handOver],
	'an offer is declined': [reply(false), offer],
	'somebody is removed': [({ people }) => people.ownership.remove('acme', 9, 'Has left.', owner)],
	'somebody leaves by themself': [({ people }) => people.ownership.depart('acme', 9, null), offer],
};

async function state({ over, host, sent, letters, inGroup, database }: Company) {
	// What a process has in memory is not what is so.
	const { partners, people: { pending }, book } = over(host);
	const { strikes, referrals, noted } = await partners.strikeStore.history('acme');
	const events = (await partners.store.lastEvents('acme', 1000)).filter(({ kind }) => kind !== 'accepted');
	return {
		owners: (await partners.store.account('acme'))?.owners,
		people: (await partners.store.people('acme')).map(({ uid, role }) => `${uid} ${role}`).sort(),
		events: events.map(({ kind }) => kind).sort(),
		requests: (await pending.requestsOf('acme')).map(({ uid }) => uid), by: (await pending.requestsBy(30)).length,
		offers: (await pending.offersOf('acme')).map(({ uid, by, leaves }) => [uid, by, leaves]),
		down: [await pending.wasDeclined('acme', 30), await pending.wasDeclined('acme', 9)],
		strikes: strikes.map(({ isTold, answer: said, decisions }) =>
			[isTold, said?.text, decisions.map(({ counts }) => counts)]),
		stage: noted.stage, referrals: referrals.map(({ reason, mailedTo }) => [reason, mailedTo]),
		told: toldOnce(sent), letters: [...new Set(letters.map(({ kind }) => kind))],
		groups: [...inGroup].map(([name, uids]) => [name, [...uids].sort()]),
		onRecord: (await book.of({ kind: 'partner', id: 'acme' }, 100)).map(({ act }) => act).reverse(),
		// After a restart: each act has its record, and each record its outcome.
		unrecorded: (await book.read(strikes.flatMap(({ decision, decisions }) =>
			[decision, ...decisions.map(one => one.decision)]))).filter(one => one?.outcome?.kind !== 'done').length,
		unended: (await book.store.open()).length,
		left: await allOf(sortedSet(database, 'forum-terms:partners-changing')),
	};
}

describe('a process killed before any of its writes leaves no act of a partner account half done', () => {
	for (const [name, [act, ...before]] of Object.entries(acts)) {
		it(`when ${name}`, async () => whole(await crashes({
			async world() {
				const ground = await acme();
				for (const one of before) {
					await one(ground.over(ground.host), ground);
				}
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => act(ground.over(host), ground),
			async restart(ground, host) {
				const { partners, book } = ground.over(host);
				await runAll([...partnerJobs(partners), { run: () => book.finishOpen() }]);
			},
			state,
		})));
	}
});
