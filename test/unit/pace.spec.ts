import assert from 'node:assert/strict';
import fc from 'fast-check';
import { range } from 'lodash';
import { refusalTable } from '../../lib/kernel/refusals/refusal';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import { paceOf } from '../../lib/platform/pace';
import { createPlugin } from '../../lib/plugin';
import { recordOver } from '../builders/decisions';
import { checklistInMemory, storedTopic } from '../builders/checklist';
import { hostInMemory } from '../builders/host';
import { termsInMemory } from '../builders/terms';

const minuteMs = 60_000;
const callOf = (uid: number, params: Record<string, string> = {}): RouteCall<never> => ({
	actor: { kind: 'member', uid }, body: {} as never, params, query: {}, language: 'en-GB', ifMatch: null,
	header: () => '', rawBody: Buffer.alloc(0), method: 'GET', address: '/',
});

describe('pace of what one member can cause', () => {
	it('lets no more through in a stretch than the rate says, and says from when on it goes on', async () => {
		await fc.assert(fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 20 * minuteMs }), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }),
			async (waits, most) => {
				const { host, time } = hostInMemory();
				const pace = paceOf(host);
				const passed: number[] = [];
				for (const pause of waits) {
					time.at += pause;
					const refusal = await pace.limit('spec', 7, { most, minutes: 10 }, '4.12');
					if (refusal) {
						assert.deepEqual([refusal.code, refusal.clause], ['too-often', '4.12']);
						const wait = (refusal.retryAt ?? 0) - time.at;
						assert.ok(wait > 0 && wait <= 10 * minuteMs);
					} else {
						passed.push(Math.floor(time.at / (10 * minuteMs)));
					}
				}
				for (const stretch of new Set(passed)) {
					assert.ok(passed.filter(one => one === stretch).length <= most);
				}
				// The first of each stretch always passes: nobody is kept out for good.
				assert.equal(await pace.limit('other', 7, { most, minutes: 10 }, '2'), null);
			}));
	});

	it('counts members and acts by themselves, in rows that the database drops', async () => {
		const { host, database, time } = hostInMemory();
		const pace = paceOf(host);
		const once = { most: 1, minutes: 60 };
		assert.equal(await pace.limit('a', 7, once, '2'), null);
		assert.equal(await pace.limit('a', 8, once, '2'), null);
		assert.equal(await pace.limit('b', 7, once, '2'), null);
		const refusal = await pace.limit('a', 7, once, '2');
		assert.equal(refusal && refusalTable[refusal.code].status, 429);
		assert.equal(database.expiries.size, 3);
		assert.ok([...database.expiries.values()].every(at => at > time.at && at <= time.at + 62 * minuteMs));
		time.at = refusal?.retryAt ?? 0;
		assert.equal(await pace.limit('a', 7, once, '2'), null);
	});

	it('lets exactly so many of parallel acts through', async () => {
		const pace = paceOf(hostInMemory().host);
		const found = await Promise.all(range(100).map(() => pace.limit('a', 7, { most: 7, minutes: 60 }, '2')));
		assert.equal(found.filter(refusal => refusal === null).length, 7);
	});
});

describe('pace of the addresses', () => {
	/** Their own bounds: nothing is stored, so many visits a day, requests that the vendor signs. */
	const unlimited = [
		'post /posting/check', 'post /receipts/check', 'post /checklist/visits', 'put /checklist/visits/:visit',
		'post /licences/webhook',
	];

	it('is a limit on every route that a member can write with', async () => {
		const memory = hostInMemory();
		const { routes } = createPlugin(memory.host).addresses;
		const written = routes.filter(({ method, access }) => method !== 'get' && access !== 'administrator');
		assert.ok(written.length > 20);
		memory.host.database.incrObjectField = async () => 1_000_000;
		const passing: string[] = [];
		for (const { method, path, rate, handle } of written) {
			if (rate === 'unlimited') {
				passing.push(`${method} ${path}`);
			} else {
				const answer = await handle(callOf(77));
				assert.equal(!answer.ok && answer.refusal.code, 'too-often', `${method} ${path}`);
			}
		}
		assert.deepEqual(passing.sort(), [...unlimited].sort());
	});

	it('is none on the forum\'s own staff', async () => {
		const memory = hostInMemory();
		const { routes } = createPlugin(memory.host).addresses;
		const departure = routes.find(({ path }) => path === '/partners/:id/departure') ?? assert.fail();
		memory.host.database.incrObjectField = async () => 1_000_000;
		const codeOf = async (uid: number) => {
			const answer = await departure.handle(callOf(uid, { id: 'nobody' }));
			return answer.ok ? 'ok' : answer.refusal.code;
		};
		assert.deepEqual([await codeOf(77), await codeOf(1)], ['too-often', 'partner-unknown']);
	});
});

describe('what one member leaves behind without an end', () => {
	it('is ten withdrawals of an agreement in an hour; agreeing again is always open', async () => {
		const terms = await termsInMemory();
		const version = await terms.publish();
		const refusals: { retryAt?: number }[] = [];
		for (const _ of range(75)) {
			assert.ok((await terms.accept(7, version)).ok);
			const declined = await terms.decline(7, version);
			refusals.push(...declined.ok ? [] : [declined.refusal]);
		}
		assert.ok((await terms.accept(7, version)).ok);
		assert.equal((await terms.ledger.recordsOf(7, 500)).length, 21);
		assert.equal(refusals.length, 65);
		terms.time.at = refusals[0]?.retryAt ?? 0;
		assert.ok((await terms.decline(7, version)).ok);
	});

	it('is one record of an hour\'s looks at a company, with their number', async () => {
		const memory = hostInMemory();
		const slice = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
		const access = partnerAccess(slice);
		const before = memory.database.writes.length;
		for (const pid of range(3000)) {
			await access.forbid('acme', 9, `posts/${pid}`);
		}
		await access.forbid('acme', 9, 'waiting');
		await access.forbid('acme', 10, 'posts/1');
		const peeks = async () => (await slice.store.lastEvents('acme', 1000)).map(event =>
			(event.kind === 'peeked' ? [event.uid, event.path, event.times] : []));
		assert.deepEqual(await peeks(), [[9, 'posts/0', 3000], [9, 'waiting', 1], [10, 'posts/1', 1]]);
		assert.ok(new Set(memory.database.writes.slice(before)).size < 20, 'rows do not grow with the looks');
		memory.time.at += 60 * minuteMs;
		await access.forbid('acme', 9, 'posts/1');
		assert.equal((await peeks()).length, 4);
	});

	it('is no record of the same answers once more, and sixty of others in an hour', async () => {
		const forum = checklistInMemory();
		await forum.ask({ key: 'a' });
		const topic = storedTopic();
		forum.topics.set(String(topic.tid), topic);
		const edit = (a: string) => forum.review('edit', { answers: { a } }, { place: { pid: topic.mainPid } });
		await edit('first');
		for (const _ of range(20)) {
			assert.deepEqual(await edit('first'), []);
		}
		assert.equal((await forum.evidence.ofTopic(topic.tid)).length, 1);
		const answers: string[][] = [];
		for (const index of range(150)) {
			answers.push(await edit(`answer ${index}`));
		}
		assert.ok((await forum.evidence.ofTopic(topic.tid)).length <= 60);
		assert.deepEqual(answers.at(-1), ['too-often']);
	});
});
