import assert from 'node:assert/strict';
import fc from 'fast-check';
import { done, refused } from '../../lib/kernel/refusals/outcome';
import { refuse } from '../../lib/kernel/refusals/refusal';
import { keys } from '../../lib/records/decisions/store';
import { decisionDraft, decisionsInMemory, snapshot } from '../builders/decisions';
import { mortal } from '../builders/mortal';

const all = { count: 10 };

/** The host whose database says what was asked of it. */
async function counted() {
	const ground = await decisionsInMemory();
	const calls: string[] = [];
	const database = new Proxy(ground.host.database, {
		get(port, name: string) {
			const member: unknown = Reflect.get(port, name);
			return typeof member !== 'function' ? member : (...given: unknown[]) => {
				calls.push(name);
				return (member as (...args: unknown[]) => unknown).apply(port, given);
			};
		},
	});
	return { calls, book: ground.bookOver({ ...ground.host, database }) };
}

describe('the book of decisions', () => {
	it('writes a decision with its texts before the act and its outcome after it, in three calls', async () => {
		const { calls, book } = await counted();
		const decide = () => book.during(decisionDraft({ affected: [7, 8, 9], about: 1 }), async () => {
			calls.push('the act');
			return done(null);
		}, { snapshots: [snapshot(), snapshot({ pid: '13' })] });
		// Once the terms and the secret are in memory.
		await decide();
		calls.length = 0;
		await decide();
		assert.deepEqual(calls, ['incrObjectFieldBy', 'setObjectBulk', 'the act', 'sortedSetAddBulk']);
	});

	it('names the version in force and the sentence, and goes on naming them after the next publication', async () => {
		const ground = await decisionsInMemory();
		const first = await ground.book.begin(decisionDraft());
		await ground.publish();
		const second = await ground.book.begin(decisionDraft());
		const kept = await ground.book.get(first.id);
		assert.deepEqual([kept?.termsVersion, second.termsVersion], ['forum-1', 'forum-2']);
		assert.notEqual(kept?.clauseHash, second.clauseHash);
		const sentence = await ground.clauses.text('forum-1', '2', 'de');
		assert.equal(sentence?.text, 'Use means agreement, edition 1.');
	});

	it('has no sentence without cause, and still the version that allows it', async () => {
		const { book } = await decisionsInMemory();
		const decision = await book.begin(decisionDraft({ clause: null, ground: 'no-cause-given' }));
		assert.deepEqual([decision.termsVersion, decision.clauseHash], ['forum-1', '']);
	});

	it('ends as done, as refused, as unchanged; only what was done is listed', async () => {
		const { book } = await decisionsInMemory();
		await book.during(decisionDraft(), async () => done('changed'));
		await book.during(decisionDraft(), async () => refused(refuse('restriction-busy')));
		await book.during(decisionDraft(), async () => done('as before'), { isUnchanged: value => value === 'as before' });
		const outcomes = await Promise.all([1, 2, 3].map(async (id) => {
			const { at: _at, ...outcome } = (await book.get(id))?.outcome ?? { at: 0 };
			return outcome;
		}));
		assert.deepEqual(outcomes, [{ kind: 'done' }, { kind: 'failed', code: 'restriction-busy' }, { kind: 'nothing-changed' }]);
		assert.deepEqual((await book.store.page({}, all)).rows.map(({ id }) => id), [1]);
	});

	it('stays open when the act throws: nobody knows what it did', async () => {
		const { book } = await decisionsInMemory();
		await assert.rejects(book.during(decisionDraft(), async () => Promise.reject(new Error('gone'))));
		assert.equal((await book.get(1))?.outcome, null);
	});

	it('is found by act, subject, who is affected, who decided, clause, version, time and what it answers', async () => {
		const { book, publish, time } = await decisionsInMemory();
		const make = (more: Parameters<typeof decisionDraft>[0]) =>
			book.during(decisionDraft(more), async () => done(null));
		await make({});
		time.at += 1000;
		await publish();
		await make({
			act: 'restore', subject: { kind: 'member', id: '8' }, affected: [], by: 2, about: 1, clause: null, ground: 'no-cause-given',
		});
		const found = async (filter: Parameters<typeof book.store.page>[0]) =>
			(await book.store.page(filter, all)).rows.map(({ id }) => id).join();
		const [first, second] = [{
			act: 'hide', subject: { kind: 'post', key: '12' }, affectedKey: await book.keyOf(7), byKey: await book.keyOf(1),
			clause: '2', version: 'forum-1', until: time.at - 1,
		}, {
			act: 'restore', subject: { kind: 'member', key: await book.keyOf(8) }, affectedKey: await book.keyOf(8),
			byKey: await book.keyOf(2), version: 'forum-2', from: time.at, about: 1,
		}] as const;
		for (const [id, parts] of [[1, first], [2, second]] as const) {
			for (const [name, value] of Object.entries(parts)) {
				assert.equal(await found({ [name]: value as unknown }), String(id), name);
			}
			assert.equal(await found(parts), String(id));
		}
		assert.equal(await found({ ...first, act: 'restore' }), '');
		assert.deepEqual((await book.of({ kind: 'member', id: '8' }, 5)).map(({ id }) => id), [2]);
	});

	it('law: whatever its texts are made of, it is read as it was written', async () => {
		const { book } = await decisionsInMemory();
		const hostile = fc.string({ unit: fc.constantFrom('a', '\u0000', '\ud800', '\udc00', '\n', '"', '\\', '$', '.', 'é', '😀') });
		await fc.assert(fc.asyncProperty(hostile, hostile, hostile, async (facts, note, content) => {
			const made = await book.begin(
				decisionDraft({ facts, note, scope: facts, source: { kind: 'report', id: note } }), [snapshot({ content, title: note })]);
			assert.deepEqual(await book.get(made.id), { ...made, outcome: null });
			assert.ok((await book.snapshots(made))[0], 'its text cannot be read');
		}), { numRuns: 200 });
	});

	it('is not read once any field but the uids is changed', async () => {
		const { book, database } = await decisionsInMemory();
		const { id } = await book.begin(decisionDraft({ clause: '1', against: 'team', until: 5 }), [snapshot()]);
		const whole = await database.getObject(keys.decision(id)) ?? assert.fail();
		for (const [field, value] of Object.entries(whole)) {
			const isOutside = ['subjectUid', 'uids', 'by'].includes(field);
			for (const lie of isOutside ? [] : [`${String(value)}1`, '', '0']) {
				const isLie = lie !== String(value) && !(lie === '' && value === '0');
				await database.setObject(keys.decision(id), { [field]: lie });
				assert.equal(await book.get(id) === null, isLie, `${field}: ${lie}`);
			}
			await database.setObject(keys.decision(id), { [field]: String(value) });
		}
		assert.ok(await book.get(id));
	});
});

describe('a process that dies while it decides', () => {
	/** What the act of the spec did. */
	const trace = 'forum-terms:spec:act';
	async function world(at: number) {
		const ground = await decisionsInMemory();
		const { host, writes } = mortal(ground.host, at);
		const act = ground.bookOver(host).during(decisionDraft(), async () => {
			await host.database.setObject(trace, { isDone: 1 });
			return done(null);
		}, { snapshots: [snapshot()] });
		await act.catch(() => undefined);
		return { ground, writes };
	}

	it('leaves no act without a record, and no record without an outcome', async () => {
		const { writes: { length } } = await world(Infinity);
		assert.ok(length >= 4);
		for (let at = 0; at < length; at += 1) {
			const { ground } = await world(at);
			const next = ground.bookOver(ground.host);
			next.resumes({
				acts: ['hide'], lease: () => null,
				finish: async () => (await ground.database.getObject(trace) ? { kind: 'done' } : { kind: 'failed', code: 'interrupted' }),
			});
			const isDone = await ground.database.getObject(trace) !== null;
			ground.time.at += 60_000;
			await next.finishOpen();
			const found = await next.get(1);
			assert.ok(!isDone || found, `killed before write ${at}: an act without a record`);
			assert.ok(!found || found.outcome, `killed before write ${at}: a record without an outcome`);
			assert.equal(found?.outcome?.kind === 'done', isDone, `killed before write ${at}`);
		}
	});

	it('is waited for while its lease is held, and closed after a day if its slice cannot tell', async () => {
		const { book, time, host } = await decisionsInMemory();
		await book.begin(decisionDraft());
		let isBroken = true;
		book.resumes({
			acts: ['hide'], lease: () => 'member:7',
			finish: async () => (isBroken ? Promise.reject(new Error('broken')) : { kind: 'done' }),
		});
		assert.equal(await book.finishOpen(), 0);
		await host.leases.withLease('member:7', async () => {
			time.at += 90_000_000;
			assert.equal(await book.finishOpen(), 0);
		}, () => assert.fail());
		assert.equal(await book.finishOpen(), 1);
		assert.equal((await book.get(1))?.outcome?.kind, 'failed');
		isBroken = false;
		assert.equal(await book.finishOpen(), 0);
	});

	it('is looked for from where everything has ended, however old the book', async () => {
		const { book, database } = await decisionsInMemory();
		for (let count = 0; count < 5; count += 1) {
			await book.during(decisionDraft(), async () => done(null));
		}
		await book.finishOpen();
		await book.finishOpen();
		const open = await book.begin(decisionDraft());
		await book.finishOpen();
		await book.finishOpen();
		assert.equal(Number((await database.getObject(keys.counter))?.looked), open.id - 1);
	});
});
