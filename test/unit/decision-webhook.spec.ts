import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Host } from '../../lib/kernel/host/ports';
import { done, refused } from '../../lib/kernel/refusals/outcome';
import { refuse } from '../../lib/kernel/refusals/refusal';
import { keys } from '../../lib/records/decisions/store';
import { pausesMs } from '../../lib/records/webhook/rules';
import { hookSecret, hookUrl, webhookInMemory } from '../builders/decision-webhook';
import { decisionDraft, snapshot } from '../builders/decisions';
import { memoryCache } from '../builders/host';
import { root } from '../docs';

const minute = 60_000;

describe('the webhook of decisions', () => {
	it('tells what was decided about what, under which clause and version, and nothing that anybody wrote', async () => {
		const { book, webhook, bodies, time, outside } = await webhookInMemory();
		await book.during(decisionDraft({
			act: 'restrict', subject: { kind: 'member', id: '7' }, about: 3, facts: 'Secret facts.', note: 'Secret note.',
			source: { kind: 'report', id: 'secret-report' }, scope: 'secret-scope', by: 99,
		}), async () => done(null), { snapshots: [snapshot({ title: 'Secret title', content: 'Secret content' })] });
		await book.during(decisionDraft({ by: 0, clause: null, ground: 'no-cause-given' }), async () => done(null));
		assert.equal(await webhook.deliver(), 2);
		assert.deepEqual(bodies(), [{
			event: 'decision', id: 1, act: 'restrict', subject: { kind: 'member', id: '7' }, about: 3, ground: 'cause', clause: '2',
			termsVersion: 'forum-1', at: time.at, by: 'person',
		}, {
			event: 'decision', id: 2, act: 'hide', subject: { kind: 'post', id: '12' }, about: 0, ground: 'no-cause-given', clause: null,
			termsVersion: 'forum-1', at: time.at, by: 'program',
		}]);
		assert.ok(outside.received.every(({ body }) => !/secret|99/i.test(body) && body.length < 1000));
	});

	it('is signed as its documentation says', async () => {
		const { decide, webhook, outside, time } = await webhookInMemory();
		await decide({ facts: 'Größe' });
		await webhook.deliver();
		const page = readFileSync(join(root, 'docs/decision-webhook.md'), 'utf8');
		const code = /```js\n([\s\S]+?)```/.exec(page)?.[1] ?? assert.fail();
		const exported = { exports: {} as { isGenuine(key: string, request: object): boolean } };
		runInNewContext(code, { module: exported, require, Buffer });
		const [{ headers, body: text } = assert.fail()] = outside.received;
		const request = { headers, method: 'POST', address: '/forum?key=1', body: Buffer.from(text), now: time.at };
		const { isGenuine } = exported.exports;
		assert.equal(isGenuine(hookSecret, request), true);
		const lies = [{ now: time.at + 301_000 }, { address: '/forum' }, { body: Buffer.from(`${text} `) }, { headers: {} }];
		assert.deepEqual(lies.map(lie => isGenuine(hookSecret, { ...request, ...lie })), [false, false, false, false]);
		assert.equal(isGenuine(`${hookSecret}!`, request), false);
	});

	it('is told of what was done only, and so are other plugins', async () => {
		const { book, decide, webhook, announced, ids } = await webhookInMemory();
		await decide();
		await book.during(decisionDraft(), async () => refused(refuse('restriction-busy')));
		await book.during(decisionDraft(), async () => done(null), { isUnchanged: () => true });
		await decide({ act: 'restore', about: 1 });
		await webhook.deliver();
		assert.equal(ids(), '1 4');
		assert.deepEqual(announced.map(({ hook, id, act }) => `${String(hook)} ${String(id)} ${String(act)}`),
			['action:forum-terms.decision 1 hide', 'action:forum-terms.decision 4 restore']);
		assert.deepEqual(Object.keys(announced[0] ?? {}).sort(),
			['about', 'act', 'at', 'by', 'clause', 'ground', 'hook', 'id', 'subject', 'termsVersion']);
	});

	it('goes by the numbers among what waits, and does not wait for what is still under way', async () => {
		const { book, webhook, decide, ids } = await webhookInMemory();
		const [first, second] = [await book.begin(decisionDraft()), await book.begin(decisionDraft())];
		await decide();
		await book.end(second, { kind: 'done' });
		await webhook.deliver();
		await book.end(first, { kind: 'done' });
		await webhook.deliver();
		assert.equal(ids(), '2 3 1');
	});

	it('costs a decision no further call', async () => {
		const world = await webhookInMemory();
		const calls: string[] = [];
		const database = new Proxy(world.host.database, {
			get(port, name: string) {
				const member: unknown = Reflect.get(port, name);
				return typeof member !== 'function' ? member : (...given: unknown[]) => {
					calls.push(name);
					return (member as (...args: unknown[]) => unknown).apply(port, given);
				};
			},
		});
		const { book } = world.over({ ...world.host, database });
		const decide = () => book.during(decisionDraft(), async () => done(null));
		// Once the terms, the secret and the target are in memory.
		await decide();
		calls.length = 0;
		await decide();
		assert.deepEqual(calls, ['incrObjectFieldBy', 'setObjectBulk', 'sortedSetAddBulk']);
		assert.equal((await world.webhook.state()).waiting, 2);
	});

	it('lets everything wait behind what was not taken, says since when and why, and then sends it in order', async () => {
		const { decide, webhook, answers, ids, time } = await webhookInMemory();
		answers({ status: 503 });
		await decide();
		await decide();
		const since = time.at;
		assert.equal(await webhook.deliver(), 0);
		assert.equal(await webhook.deliver(), 0);
		assert.equal(ids(), '1');
		time.at += minute;
		await webhook.deliver();
		assert.deepEqual(await webhook.state(), {
			url: hookUrl, secret: { isSet: true, since }, delivered: null, waiting: 2,
			failing: { since, reason: 'status', status: 503, attempts: 2, nextAt: time.at + (5 * minute), decision: 1 },
			aside: { count: 0, decisions: [] },
		});
		answers();
		time.at += 5 * minute;
		assert.equal(await webhook.deliver(), 2);
		assert.equal(ids(), '1 1 1 2');
		const { delivered, waiting, failing } = await webhook.state();
		assert.deepEqual([delivered, waiting, failing], [{ id: 2, at: time.at }, 0, null]);
	});

	it('stops after the last pause, stays failing whatever is decided, and goes on when somebody asks', async () => {
		const { decide, webhook, answers, ids, time } = await webhookInMemory();
		answers({ failure: 'timeout' });
		await decide();
		for (const pause of [0, ...pausesMs]) {
			time.at += pause;
			await webhook.deliver();
		}
		assert.deepEqual([(await webhook.state()).failing?.nextAt, (await webhook.state()).failing?.attempts], [0, 7]);
		await decide();
		time.at += 100 * 24 * 60 * minute;
		await webhook.deliver();
		assert.equal(ids(), Array(7).fill(1).join(' '));
		answers();
		const again = await webhook.tryAgain();
		assert.deepEqual([again.ok && again.value.failing, again.ok && again.value.waiting], [null, 0]);
		assert.ok(ids().endsWith('1 1 2'));
	});

	it('delays no decision, however long it takes to answer, and no two processes send at the same time', async () => {
		const { decide, webhook, over, host, outside, ids, book } = await webhookInMemory();
		await decide();
		let [answer, underWay, most] = [(): void => undefined, 0, 0];
		const slow: Host = {
			...host, outbound: {
				...host.outbound, async post(...given) {
					most = Math.max(most, underWay += 1);
					await new Promise<void>((resolve) => {
						answer = resolve;
					});
					underWay -= 1;
					return outside.port.post(...given);
				},
			},
		};
		const both = [over(slow).webhook.deliver(), over(slow).webhook.deliver()];
		while (underWay === 0) {
			await new Promise(resolve => setImmediate(resolve));
		}
		await decide();
		assert.equal((await book.get(2))?.outcome?.kind, 'done');
		let isOver = false;
		const ended = Promise.all(both).then(() => {
			isOver = true;
		});
		while (!isOver) {
			answer();
			await new Promise(resolve => setImmediate(resolve));
		}
		await ended;
		await webhook.deliver();
		assert.deepEqual([most, ids()], [1, '1 2']);
	});

	it('skips what cannot be read any more', async () => {
		const { decide, webhook, database, ids } = await webhookInMemory();
		await decide();
		await decide();
		await decide();
		await database.setObject(keys.decision(1), { facts: 'altered' });
		await database.delete(keys.decision(2));
		assert.equal(await webhook.deliver(), 1);
		assert.deepEqual([ids(), (await webhook.state()).waiting], ['3', 0]);
	});

	it('still decides if nobody can say whether it is on', async () => {
		const world = await webhookInMemory();
		const database = new Proxy(world.host.database, {
			get: (port, name: string) => (name !== 'getObject' ? Reflect.get(port, name) as unknown : async (key: string) =>
				(key === 'forum-terms:decision-webhook' ? Promise.reject(new Error('gone')) : port.getObject(key))),
		});
		const { book } = world.over({ ...world.host, database, cache: memoryCache });
		await book.during(decisionDraft(), async () => done(null));
		assert.deepEqual([(await world.book.get(1))?.outcome?.kind, await world.webhook.deliver()], ['done', 1]);
		assert.ok(world.errors.some(({ event }) => event === 'webhook'));
	});
});
