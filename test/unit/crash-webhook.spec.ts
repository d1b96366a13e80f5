import assert from 'node:assert/strict';
import { done } from '../../lib/kernel/refusals/outcome';
import { codeOf } from '../builders/customers';
import { hookSecret, hookUrl, webhookInMemory } from '../builders/decision-webhook';
import { decisionDraft } from '../builders/decisions';
import { mortal } from '../builders/mortal';

describe('a process that dies while it decides or delivers', () => {
	const trace = 'forum-terms:spec:act';
	/** A decision and its delivery, by a process that dies before its write number `at`. */
	async function world(at: number) {
		const made = await webhookInMemory();
		const { host, writes } = mortal(made.host, at);
		const { book, webhook } = made.over(host);
		await book.during(decisionDraft(), async () => {
			await host.database.setObject(trace, { isDone: 1 });
			return done(null);
		}).then(() => webhook.deliver()).catch(() => undefined);
		return { made, writes };
	}

	it('loses nothing: what was decided arrives, once or twice with the same number, and nothing else does', async () => {
		const { writes } = await world(Infinity);
		assert.ok(writes.some(one => one.startsWith('outbound.post')), writes.join());
		for (let at = 0; at < writes.length; at += 1) {
			const { made } = await world(at);
			const { book, webhook } = made.over(made.host);
			const isDone = await made.database.getObject(trace) !== null;
			book.resumes({
				acts: ['hide'], lease: () => null,
				finish: async () => (isDone ? { kind: 'done' } : { kind: 'failed', code: 'interrupted' }),
			});
			made.time.at += 60_000;
			await book.finishOpen();
			await webhook.deliver();
			const arrived = new Set(made.bodies().map(body => JSON.stringify(body)));
			assert.equal(arrived.size, Number(isDone), `killed before ${writes[at]}: ${[...arrived].join()}`);
			assert.ok(made.bodies().length <= 2, `killed before ${writes[at]}`);
			const { waiting, failing, delivered } = await webhook.state();
			assert.deepEqual([waiting, failing, delivered?.id ?? 0], [0, null, Number(isDone)], `killed before ${writes[at]}`);
			assert.equal(made.announced.length > 0 || !isDone, true, `killed before ${writes[at]}: no plugin was told`);
		}
	});

	it('leaves no half of a setting: it is off, or on with a secret', async () => {
		const change = async (at: number) => {
			const made = await webhookInMemory({ isOn: false });
			const { host, writes } = mortal(made.host, at);
			await made.over(host).webhook.set({ url: hookUrl, secret: hookSecret }).catch(() => undefined);
			await made.over(host).webhook.remove().catch(() => undefined);
			return { made, writes };
		};
		const { writes } = await change(Infinity);
		for (let at = 0; at < writes.length; at += 1) {
			const { made } = await change(at);
			const next = made.over(made.host);
			const { url: target, secret: { isSet } } = await next.webhook.state();
			assert.ok(target === '' || isSet, `killed before ${writes[at]}`);
			assert.equal(codeOf(await next.webhook.set({ url: hookUrl, secret: hookSecret })), 'ok');
			await next.book.during(decisionDraft(), async () => done(null));
			assert.equal(await next.webhook.deliver(), 1, `killed before ${writes[at]}`);
		}
	});
});
