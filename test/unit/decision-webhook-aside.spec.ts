import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeOf } from '../builders/customers';
import { webhookInMemory } from '../builders/decision-webhook';
import { decisionDraft } from '../builders/decisions';
import { mortal } from '../builders/mortal';
import { done } from '../../lib/kernel/refusals/outcome';

const aDay = 86_400_000;

/** A forum that made so many decisions, and another system that answers some numbers with a status, for ever. */
async function worldOf(decisions: number, refused: ReadonlyMap<number, number>) {
	const made = await webhookInMemory();
	const { outside } = made;
	const { post } = made.host.outbound;
	const arrived: number[] = [];
	made.host.outbound.post = async (url, request) => {
		const { id } = JSON.parse(String(request.body)) as { id: number };
		made.answers({ status: refused.get(id) ?? 200 });
		void (!refused.has(id) && arrived.push(id));
		return post(url, request);
	};
	for (let number = 1; number <= decisions; number += 1) {
		await made.decide({ facts: `Number ${number}.` });
	}
	return {
		...made, arrived, outside,
		/** So many times the job and a pause after it. */
		async pass(times: number) {
			for (let n = 0; n < times; n += 1) {
				await made.webhook.deliver();
				made.time.at += aDay;
			}
		},
	};
}

describe('a decision that the other system refuses for ever', () => {
	it('law: holds up none of the later ones, which arrive in order, and is named until somebody decides', async () => {
		const status = fc.constantFrom(400, 401, 403, 404, 410, 422, 451);
		const numbers = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), status),
			{ maxLength: 8, selector: ([id]) => id });
		await fc.assert(fc.asyncProperty(numbers, async (pairs) => {
			const refused = new Map(pairs);
			const { pass, arrived, webhook } = await worldOf(8, refused);
			await pass(3 * refused.size + 2);
			assert.deepEqual(arrived, [1, 2, 3, 4, 5, 6, 7, 8].filter(id => !refused.has(id)));
			const { aside, waiting, failing } = await webhook.state();
			assert.deepEqual([waiting, failing, aside.count], [0, null, refused.size]);
			const expected = [...refused].sort(([a], [b]) => a - b);
			assert.deepEqual(aside.decisions.map(({ id, status: said }) => [id, said]), expected);
		}), { numRuns: 40 });
	});

	it('is told to administrators once, however many follow, and again only when the first ones were dealt with', async () => {
		const { pass, sent, webhook, decide } = await worldOf(3, new Map([[1, 422], [2, 422], [4, 422]]));
		const told = () => sent.flatMap(({ kind, facts }) => (kind === 'webhook-aside' ? [facts] : []));
		await pass(2);
		assert.deepEqual(told(), []);
		await pass(6);
		assert.deepEqual(told(), [['hooks.partner.example', '1']]);
		await webhook.settleAside('skip');
		await decide({ facts: 'Number 4.' });
		await pass(4);
		assert.deepEqual(told().slice(1), [['hooks.partner.example', '4']]);
	});

	it('is not what stops everything: administrators are told once when nothing more is tried', async () => {
		const { pass, sent } = await worldOf(2, new Map([[1, 503]]));
		const told = () => sent.flatMap(({ kind, facts }) => (kind === 'webhook-stopped' ? [facts] : []));
		await pass(6);
		assert.deepEqual(told(), []);
		await pass(5);
		assert.deepEqual(told(), [['hooks.partner.example', '1']]);
	});

	it('is tried three times with pauses before it is set aside', async () => {
		const { webhook, outside, time } = await worldOf(2, new Map([[1, 422]]));
		for (const [pauseMs, sent] of [[0, 1], [60_000, 2], [300_000, 4]] as const) {
			time.at += pauseMs - 1;
			await webhook.deliver();
			time.at += 1;
			await webhook.deliver();
			assert.equal(outside.received.length, sent, `after ${pauseMs}`);
		}
	});

	for (const status of [408, 429, 500, 503, 302]) {
		it(`is not what ${status} means: everything behind it waits`, async () => {
			const { pass, arrived, webhook } = await worldOf(3, new Map([[2, status]]));
			await pass(6);
			const { aside, failing, waiting } = await webhook.state();
			assert.deepEqual([arrived, aside.count, failing?.decision, waiting], [[1], 0, 2, 2]);
		});
	}

	it('counts refusals of one decision in a row only', async () => {
		const refused = new Map([[1, 400]]);
		const { pass, webhook } = await worldOf(1, refused);
		for (const status of [400, 400, 503, 400, 400]) {
			refused.set(1, status);
			await pass(1);
		}
		assert.deepEqual((await webhook.state()).aside.count, 0);
		await pass(1);
		assert.deepEqual((await webhook.state()).aside.count, 1);
	});

	it('is sent again or skipped, alone or with all others', async () => {
		const refused = new Map([[1, 400], [2, 404], [3, 400], [4, 410]]);
		const { pass, arrived, webhook } = await worldOf(5, refused);
		await pass(13);
		const asideNow = async () => (await webhook.state()).aside.decisions.map(({ id }) => id);
		assert.deepEqual([arrived, await asideNow()], [[5], [1, 2, 3, 4]]);
		assert.equal(codeOf(await webhook.settleAside('skip', 2)), 'ok');
		for (const unknown of [2, 5, 99]) {
			assert.equal(codeOf(await webhook.settleAside('send', unknown)), 'record-unknown decision');
		}
		refused.clear();
		assert.equal(codeOf(await webhook.settleAside('send', 3)), 'ok');
		assert.deepEqual([arrived, await asideNow()], [[5, 3], [1, 4]]);
		await webhook.settleAside('send');
		assert.deepEqual([arrived, await asideNow()], [[5, 3, 1, 4], []]);
		assert.equal((await webhook.state()).waiting, 0);
	});

	it('comes back to the list when it is refused again, and all are forgotten when the webhook is turned off', async () => {
		const { pass, webhook } = await worldOf(1, new Map([[1, 400]]));
		await pass(3);
		await webhook.settleAside('send');
		assert.deepEqual([(await webhook.state()).aside.count, (await webhook.state()).failing?.decision], [0, 1]);
		await pass(3);
		assert.equal((await webhook.state()).aside.count, 1);
		await webhook.remove();
		assert.equal((await webhook.state()).aside.count, 0);
		assert.equal(codeOf(await webhook.settleAside('send')), 'webhook-off');
	});

	it('is lost by no process that dies while it is set aside, sent again or skipped', async () => {
		const run = async (at: number) => {
			const refused = new Map([[1, 400]]);
			const world = await worldOf(2, refused);
			const { host, writes } = mortal(world.host, at);
			const dying = world.over(host).webhook;
			const attempt = async () => {
				for (let n = 0; n < 4; n += 1) {
					await dying.deliver();
					world.time.at += aDay;
				}
				refused.clear();
				await dying.settleAside('send', 1);
			};
			await attempt().catch(() => undefined);
			refused.clear();
			world.time.at += aDay;
			const { webhook } = world.over(world.host);
			await webhook.deliver();
			await webhook.settleAside('send');
			const { waiting, aside } = await webhook.state();
			const arrived = [...new Set(world.arrived)].sort();
			assert.deepEqual([arrived, waiting, aside.count], [[1, 2], 0, 0], `before ${writes[at] ?? 'the end'}`);
			return writes.length;
		};
		const writes = await run(Infinity);
		for (let at = 0; at < writes; at += 1) {
			await run(at);
		}
	});

	it('that was never carried out is not sent by being asked for', async () => {
		const { book, webhook, arrived } = await worldOf(1, new Map());
		await book.during(decisionDraft(), async () => done(null));
		await webhook.deliver();
		assert.equal(codeOf(await webhook.settleAside('send', 2)), 'record-unknown decision');
		assert.deepEqual(arrived, [1, 2]);
	});
});
