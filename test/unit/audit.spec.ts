import assert from 'node:assert/strict';
import fc from 'fast-check';
import { done, refused } from '../../lib/kernel/refusals/outcome';
import { refuse } from '../../lib/kernel/refusals/refusal';
import { keys } from '../../lib/records/decisions/store';
import { decisionDraft, decisionsInMemory, snapshot, type DecisionsInMemory } from '../builders/decisions';

const anHour = 3_600_000;
/** The first decision in the indexes. */
const first = '0000000001';

/** Three acceptances and five decisions, sealed; the last decision is not. */
async function books(): Promise<DecisionsInMemory> {
	const ground = await decisionsInMemory();
	for (const uid of [7, 8, 9]) {
		await ground.accept(uid, 'forum-1');
	}
	const { book } = ground;
	await book.during(decisionDraft(), async () => done(null), { snapshots: [snapshot(), snapshot({ pid: '13' })] });
	await book.during(decisionDraft(), async () => refused(refuse('restriction-busy')));
	await book.during(decisionDraft({ clause: null, ground: 'no-cause-given' }), async () => done(1), { isUnchanged: () => true });
	await book.during(decisionDraft({
		act: 'lift', subject: { kind: 'member', id: '7' }, about: 1, source: { kind: 'appeal', id: '1' }, until: 9e12,
		notice: { kind: 'none', why: 'safety', at: 9e12 }, note: 'For staff.', affected: [8],
	}), async () => done(null));
	await book.during(decisionDraft({ act: 'halt', by: 0, subject: { kind: 'partner', id: 'acme' } }), async () => done(null));
	await ground.seals.sealNow();
	ground.time.at += anHour;
	await ground.decisionSeals.sealNow();
	await book.during(decisionDraft({ clause: '1', against: 'team' }), async () => done(null), { snapshots: [snapshot()] });
	return ground;
}

type Hashes = [key: string, fields: Record<string, string>][];
const bookKey = /^forum-terms:(record|seal|decision|decisions-seal):(\d+)(?::snapshot:\d+)?$/;
const fieldsIn = (everything: string) => (JSON.parse(everything) as [Hashes])[0].filter(([key]) => bookKey.test(key))
	.flatMap(([key, fields]) => Object.entries(fields).map(([field, value]) => ({ key, field, value })));

describe('the audit of all books', () => {
	it('counts the acceptances and the decisions, and finds both intact', async () => {
		const ground = await books();
		assert.deepEqual(await ground.audit(), { intact: true, records: 9, sealed: 8 });
	});

	it('law: whatever field of a record, a text or a seal says something else is named with its book', async () => {
		const ground = await books();
		const fields = fieldsIn(ground.database.everything());
		assert.ok(fields.length > 200, String(fields.length));
		const lie = fc.oneof(
			fc.constantFrom('', '0', '1', '2', '-1', '1.5', '[]', '{}', 'null', '7', '8', 'true'), fc.string(), fc.nat().map(String));
		await fc.assert(fc.asyncProperty(fc.constantFrom(...fields), lie, async ({ key, field, value }, other) => {
			// An account that is gone leaves 0; a number of a seal is the same however it is written.
			const isErased = /^(uid|subjectUid|by)$/.test(field) && other === '0';
			const isSameNumber = key.includes('seal') && other.trim() !== '' && Number(other) === Number(value);
			fc.pre(other !== value && !isErased && !isSameNumber);
			await ground.database.setObject(key, { [field]: other });
			const { intact, firstBroken } = await ground.audit();
			await ground.database.setObject(key, { [field]: value });
			const [, kind = '', number] = bookKey.exec(key) ?? [];
			assert.equal(intact, false);
			assert.equal(firstBroken?.book, kind.startsWith('decision') ? 'decisions' : 'acceptances');
			assert.equal(String(kind.endsWith('seal') ? firstBroken?.seal : firstBroken?.record), number);
		}), { numRuns: 2000 });
		assert.equal((await ground.audit()).intact, true);
	});

	it('names a decision that was taken away, a text that was, and an outcome that was turned', async () => {
		const harms: ((ground: DecisionsInMemory) => Promise<unknown>)[] = [
			({ database }) => database.delete(keys.decision(1)),
			({ database }) => database.delete(keys.snapshot(1, 1)),
			async ({ database }) => {
				await database.sortedSetRemove(keys.ended, first);
				await database.sortedSetAdd(keys.void, 5, first);
			},
			({ database }) => database.sortedSetRemove(keys.ended, first),
		];
		for (const harm of harms) {
			const ground = await books();
			await harm(ground);
			const { firstBroken } = await ground.audit();
			assert.deepEqual([firstBroken?.book, firstBroken?.record, firstBroken?.seal], ['decisions', 1, 1], harm.toString());
		}
	});

	it('law: whatever row is taken away, exchanged or overwritten, the first harmed record is named', async () => {
		const ground = await books();
		const { database } = ground;
		const rows = (JSON.parse(database.everything()) as [Hashes])[0]
			.filter(([key]) => /:(record|decision):[1-5]$/.test(key));
		const numberOf = (key: string) => Number(key.split(':').at(-1));
		const bookOf = (key: string) => (key.includes(':decision:') ? 'decisions' : 'acceptances');
		const write = async (key: string, fields: Record<string, string> | null) => {
			await database.delete(key);
			await (fields ? database.setObject(key, fields) : undefined);
		};
		const stone = ({ id = '', digest = '' }: Record<string, string>) => ({ id, digest, purgedAt: '5' });
		const harms = ['take', 'exchange', 'copy', 'stone', 'marked stone'] as const;
		await fc.assert(fc.asyncProperty(
			fc.constantFrom(...rows), fc.constantFrom(...rows), fc.constantFrom(...harms),
			async ([a, at], [b, bt], harm) => {
				fc.pre(a !== b && bookOf(a) === bookOf(b));
				const after: [string, Record<string, string> | null][] = harm === 'take' ? [[a, null]] :
					harm === 'copy' ? [[a, bt]] : harm === 'exchange' ? [[a, bt], [b, at]] :
						[[a, { ...stone(at), ...harm === 'stone' ? {} : { mark: at.digest ?? '' } }]];
				for (const [key, fields] of after) {
					await write(key, fields);
				}
				const { intact, firstBroken } = await ground.audit();
				for (const [key, fields] of [[a, at], [b, bt]] as const) {
					await write(key, fields);
				}
				assert.equal(intact, false, `${harm} ${a} ${b}`);
				assert.deepEqual([firstBroken?.book, firstBroken?.record, firstBroken?.kind], [
					bookOf(a), Math.min(...after.map(([key]) => numberOf(key))),
					harm === 'take' ? 'missing' : 'altered',
				], `${harm} ${a} ${b}`);
			}), { numRuns: 300 });
		assert.equal((await ground.audit()).intact, true);
	});

	it('names the acceptances first, if both are broken', async () => {
		const ground = await books();
		await ground.database.setObject('forum-terms:record:2', { version: 'forum-9' });
		await ground.database.delete(keys.decision(1));
		assert.deepEqual((await ground.audit()).firstBroken, { book: 'acceptances', record: 2, kind: 'altered', seal: 1 });
	});

	it('seals a decision with its outcome: not before it has one', async () => {
		const { book, time, decisionSeals, audit } = await decisionsInMemory();
		await book.during(decisionDraft(), async () => done(null));
		const open = await book.begin(decisionDraft());
		await book.during(decisionDraft(), async () => done(null));
		assert.equal(await decisionSeals.sealNow(), 0);
		time.at += anHour;
		assert.equal(await decisionSeals.sealNow(), 1);
		await book.end(open, { kind: 'done' });
		time.at += anHour;
		assert.equal(await decisionSeals.sealNow(), 2);
		assert.equal((await audit()).intact, true);
	});
});
