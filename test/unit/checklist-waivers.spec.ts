import assert from 'node:assert/strict';
import { checklistServices } from '../../lib/checklist/services';
import { topicField, publicIn } from '../../lib/checklist/evidence/topic-field';
import { forumOf } from '../../lib/platform/forum/forum';
import type { Host } from '../../lib/kernel/host/ports';
import type { Outcome } from '../../lib/kernel/refusals/outcome';
import { storedTopic } from '../builders/checklist';
import { recordOver } from '../builders/decisions';
import { evidence as evidenceOf } from '../builders/evidence';
import { hostInMemory } from '../builders/host';
import { crashes, whole } from '../builders/mortal';

const dayMs = 86_400_000;

/** Member 7's topic 10 owes `version`; 2 and 3 moderate there, 1 administers. */
async function ground() {
	const memory = hostInMemory();
	memory.moderators.set(2, [1]).set(3, [1]);
	memory.topics.set('10', storedTopic());
	const over = (host: Host) => {
		const { book } = recordOver(host);
		return { book, ...checklistServices(host, forumOf(host), {
			suggestionNote: async () => null, termsInForce: async () => 'forum-2', book,
		}) };
	};
	const parts = over(memory.host);
	const made = await parts.evidence.append(evidenceOf({ owed: ['version'] }));
	const field = JSON.stringify({ profile: 'spec', version: 1, evidence: made.id, answers: [], hidden: 0, owed: ['version'] });
	memory.topics.set('10', storedTopic({ field }));
	return { ...memory, over, ...parts };
}
type Ground = Awaited<ReturnType<typeof ground>>;
type Process = ReturnType<Ground['over']>;

const act = (by: number) => ({ item: 'version', reason: 'Answered by phone.', by });
const topic = async ({ host }: Pick<Process, 'host'>) => await host.topics.read('10', topicField) ?? assert.fail();
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

const acts = {
	'waives an item of a topic': async (process: Process) => process.waivers.forTopic(await topic(process), act(2)),
	'asks an item of a topic again': async (process: Process) => process.waivers.endForTopic(await topic(process), act(2)),
	'waives an item for a member': (process: Process) => process.waivers.forMember(7, act(1)),
	'asks a member again': (process: Process) => process.waivers.endForMember(7, act(1)),
};
const before: Partial<Record<keyof typeof acts, keyof typeof acts>> = {
	'asks an item of a topic again': 'waives an item of a topic', 'asks a member again': 'waives an item for a member',
};

async function state({ over, host, time }: Ground) {
	const { book, evidence, memories } = over(host);
	const shown = publicIn(await topic({ host }));
	const [current] = await evidence.read([shown?.evidence ?? 0]);
	const waivers = [...current?.waived ?? [], ...await memories.waivers(7)];
	const named = await book.read(waivers.map(({ decision }) => decision));
	return {
		owed: shown?.owed, waived: waivers.map(({ key, reason }) => [key, reason]),
		listed: (await memories.allWaivers(50, null)).rows.map(({ uid, key }) => `${uid} ${key}`),
		days: (await memories.waivers(7)).map(({ until }) => Math.round((until - time.at) / dayMs)),
		onRecord: (await Promise.all((['topic', 'member'] as const).map(kind =>
			book.of({ kind, id: kind === 'topic' ? '10' : '7' }, 50)))).flat().map(({ act: what, about }) => [what, about > 0]),
		unrecorded: named.filter(one => one?.outcome?.kind !== 'done').length, unended: (await book.store.open()).length,
	};
}

describe('a waiver (clause 3)', () => {
	for (const [name, once] of Object.entries(acts) as [keyof typeof acts, typeof acts[keyof typeof acts]][]) {
		it(`is whole or not at all when a process dies that ${name}`, async () => {
			const earlier = before[name];
			whole(await crashes<Ground>({
				async world() {
					const made = await ground();
					await (earlier ? acts[earlier](made) : undefined);
					return made;
				},
				host: made => made.host,
				act: (made, host) => once(made.over(host)),
				async restart(made, host) {
					// What holds no lease is asked a minute later.
					made.time.at += 60_000;
					await made.over(host).book.finishOpen();
				},
				state,
			}));
		});
	}

	it('ends, and its end is about it', async () => {
		const made = await ground();
		for (const one of Object.values(acts)) {
			assert.equal(codeOf(await one(made)), 'ok');
		}
		const found = (await made.book.read([1, 2, 3, 4])).map(one => [one?.act, one?.about]);
		assert.deepEqual(found, [['waive', 0], ['withdraw', 1], ['waive', 0], ['withdraw', 3]]);
		// The member hears of each and of its end, and why.
		assert.deepEqual(made.sent.map(({ uid, kind, facts, path }) => [uid, kind, facts.at(-1), path]), [
			[7, 'checklist-waived', 'Answered by phone.', '/topic/10'],
			[7, 'checklist-asked-again', 'Answered by phone.', '/topic/10'],
			[7, 'checklist-waived', 'Answered by phone.', '/me/forum-terms'],
			[7, 'checklist-asked-again', 'Answered by phone.', '/me/forum-terms'],
		]);
		for (const name of ['asks an item of a topic again', 'asks a member again'] as const) {
			assert.equal(codeOf(await acts[name](made)), 'checklist-item-unknown', 'there is none any more');
		}
	});

	it('is listed while it is in force, the next to end first, and not after its member is gone', async () => {
		const made = await ground();
		for (const [uid, item] of [[7, 'version'], [8, 'b:c'], [7, 'trunk']] as const) {
			assert.equal(codeOf(await made.waivers.forMember(uid, { ...act(1), item })), 'ok');
			made.time.at += dayMs;
		}
		const listed = async (count = 50) =>
			(await made.memories.allWaivers(count, null)).rows.map(({ uid, key }) => `${uid} ${key}`);
		assert.deepEqual(await listed(), ['7 version', '8 b:c', '7 trunk']);
		assert.deepEqual(await listed(2), ['7 version', '8 b:c']);
		made.time.at += 4.5 * dayMs;
		assert.deepEqual(await listed(), ['8 b:c', '7 trunk']);
		await made.memories.forget(8);
		assert.deepEqual(await listed(), ['7 trunk']);
		await made.waivers.endForMember(7, { ...act(1), item: 'trunk' });
		assert.deepEqual(await listed(), []);
	});

	it('that somebody ends for themself rings no bell', async () => {
		const made = await ground();
		await made.waivers.forMember(7, act(1));
		await made.waivers.endForMember(7, act(7));
		assert.deepEqual(made.sent.map(({ kind }) => kind), ['checklist-waived']);
	});

	for (const [who, moderators, expected] of [
		['the author of the topic, who moderates it', [7, 2], 'decision-own'],
		['another moderator', [2, 7], 'ok'],
		['the author, where nobody else can', [7], 'alone'],
	] as const) {
		it(`for a topic is given by ${who}: ${expected}`, async () => {
			const made = await ground();
			made.moderators.clear();
			moderators.forEach(uid => made.moderators.set(uid, [1]));
			void (expected === 'alone' && made.administrators.clear());
			made.host.members.inGroups = async () => [...made.administrators];
			const given = await made.waivers.forTopic(await topic(made), act(moderators[0]));
			const [record] = await made.book.read([1]);
			assert.equal(record?.note === 'alone' ? 'alone' : codeOf(given), expected);
		});
	}

	it('for a member is not given by themself while there is another of the staff', async () => {
		const made = await ground();
		made.globalStaff.add(7);
		const given = [await made.waivers.forMember(7, act(7)), await made.waivers.forMember(7, act(1))];
		assert.deepEqual(given.map(codeOf), ['decision-own', 'ok']);
	});
});
