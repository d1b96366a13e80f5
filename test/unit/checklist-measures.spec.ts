import assert from 'node:assert/strict';
import { allOf, sortedSet } from '../../lib/platform/paged-index';
import { dayOf } from '../../lib/checklist/effect/store';
import { storedTopic } from '../builders/checklist';
import { counted, opened, posted, type Opened } from '../builders/visit';

const dayMs = 86_400_000;
describe('visit of a checklist (clause 3)', () => {
	it('that ends with a topic counts as posted, its items as answered or skipped', async () => {
		const forum = await opened();
		await posted(forum, forum.id);
		forum.time.at += 2 * dayMs;
		assert.equal(await forum.visits.fold(), 1);
		assert.deepEqual(await counted(forum), {
			'1:all:shown': 1, '1:all:posted': 1,
			'1:all:shown:trunk': 1, '1:all:skipped:trunk': 1, '1:all:passed:trunk': 1,
			'1:all:shown:done': 1, '1:all:answered:done': 1, '1:all:passed:done': 1,
		});
	});

	it('that leads to a similar topic and no other is deflected; without one it is given up', async () => {
		const forum = await opened();
		await forum.visits.note(forum.id, 7, [31, 31]);
		await forum.open();
		forum.time.at += 2 * dayMs;
		await forum.visits.fold();
		const counts = await counted(forum);
		assert.deepEqual([counts['1:all:abandoned'], counts['1:all:deflected'], counts['1:all:abandoned:trunk']], [2, 1, 2]);
	});

	it('is left open for a day, then counted once, and nothing of it stays', async () => {
		const forum = await opened();
		assert.equal(await forum.visits.fold(), 0);
		forum.time.at += dayMs + 1;
		assert.deepEqual([await forum.visits.fold(), await forum.visits.fold()], [1, 0]);
		assert.equal((await counted(forum))['1:all:shown'], 1);
		assert.equal(await forum.database.getObject(`forum-terms:checklist-visit:${forum.id}`), null);
		assert.equal(await forum.database.sortedSetCard('forum-terms:checklist-visits-of:7'), 0);
	});

	it('is never counted twice, wherever the process dies', async () => {
		// A claim, six counters, three removals and the lock: more steps than these do nothing new.
		for (let step = 1; step <= 15; step += 1) {
			const forum = await opened();
			forum.time.at += 2 * dayMs;
			const alive = dyingAt(forum.database, step);
			await forum.visits.fold().catch(() => undefined);
			alive();
			await forum.visits.fold();
			await forum.visits.fold();
			const counts = await counted(forum);
			assert.deepEqual(Object.values(counts).filter(count => count > 1), [], `killed at step ${step}`);
			assert.deepEqual(await allOf(sortedSet(forum.database, 'forum-terms:checklist-visits')), []);
		}
	});

	it('listens to its own member only, once, and to nobody after it was counted', async () => {
		const forum = await opened();
		const codeOf = async (uid: number, id = forum.id) => {
			const answer = await forum.visits.note(id, uid, [31]);
			return answer.ok ? 'ok' : answer.refusal.code;
		};
		assert.deepEqual([await codeOf(7), await codeOf(8), await codeOf(7, 'nobody-made-this')],
			['ok', 'visit-unknown', 'visit-unknown']);
		await posted(forum, forum.id, 8);
		await posted(forum, 'nobody-made-this');
		await posted(forum, forum.id);
		await posted(forum, forum.id, 7, { trunk: 'x' });
		forum.time.at += 2 * dayMs;
		await forum.visits.fold();
		const counts = await counted(forum);
		assert.deepEqual(['posted', 'answered:done', 'answered:trunk'].map(name => counts[`1:all:${name}`]), [1, 1, undefined]);
		assert.equal(await codeOf(7), 'visit-unknown');
	});

	it('is not recorded where nothing is measured, nor without end for one member', async () => {
		const forum = await opened();
		for (let i = 0; i < 250; i += 1) {
			await forum.open();
		}
		assert.equal(await forum.database.sortedSetCard('forum-terms:checklist-visits'), 200);
		forum.stored.checklistMeasured = 'off';
		assert.equal(await forum.visits.open(9, 1, forum.asking), '');
	});

	it('forgets its member with their account, and is counted all the same', async () => {
		const forum = await opened();
		await forum.visits.forget(7);
		assert.equal((await forum.database.getObject(`forum-terms:checklist-visit:${forum.id}`))?.uid, '0');
		forum.time.at += 2 * dayMs;
		assert.equal(await forum.visits.fold(), 1);
	});
});

/** A database that dies at the n-th write from now; the answer brings it back to life. */
function dyingAt(database: Opened['database'], step: number): () => void {
	const names = ['incrObjectField', 'incrObjectFieldBy', 'setObject', 'delete', 'sortedSetRemove', 'sortedSetAdd'] as const;
	const alive = { ...database };
	let left = step;
	for (const name of names) {
		const work = alive[name] as (...args: unknown[]) => Promise<unknown>;
		Object.assign(database, { [name]: async (...args: unknown[]) => {
			left -= 1;
			if (left <= 0) {
				throw new Error('killed');
			}
			return work(...args);
		} });
	}
	return () => Object.assign(database, Object.fromEntries(names.map(name => [name, alive[name]])));
}

describe('follow-up questions of staff, kept', () => {
	it('count once a topic and item, apart from topics that were asked nothing', async () => {
		const forum = await opened();
		const made = (tid: number, parts: object = {}) => forum.topics.set(String(tid), storedTopic({ tid, ...parts }));
		const field = JSON.stringify({ profile: 'spec', version: 1, evidence: 0, answers: [], hidden: 0, owed: [] });
		made(10, { field });
		made(11);
		made(12, { uid: 1 });
		await forum.followUps.replied({ tid: '10', cid: 1, uid: 1, authorUid: 7, content: 'Which trunk?' });
		await forum.followUps.replied({ tid: '10', cid: 1, uid: 1, authorUid: 7, content: 'And which trunk now?' });
		await forum.followUps.replied({ tid: '10', cid: 1, uid: 8, authorUid: 7, content: 'Which trunk? I am not on the staff.' });
		await forum.followUps.replied({ tid: '11', cid: 1, uid: 1, authorUid: 7, content: 'Thanks, solved.' });
		await forum.followUps.replied({ tid: '12', cid: 1, uid: 1, authorUid: 1, content: 'Which trunk?' });
		assert.deepEqual(await counted(forum), {
			'1:all:replied': 1, '1:all:questions:trunk': 1, '1:unchecked:replied': 1,
		});
	});

	it('of a topic belong to the day of its first answer and to the share it was asked in', async () => {
		const forum = await opened();
		forum.topics.set('10', storedTopic());
		forum.stored.checklistControlPercent = 50;
		const uid = [2, 3, 4, 5, 6].find(one => (Math.imul(one, 2_654_435_761) >>> 0) / 2 ** 32 < 0.5) ?? 0;
		await forum.measures.topic({ tid: 10, uid, cid: 1, tags: [], checklist: undefined });
		await forum.followUps.replied({ tid: '10', cid: 1, uid: 1, authorUid: 7, content: 'Thanks.' });
		forum.time.at += dayMs;
		await forum.followUps.replied({ tid: '10', cid: 1, uid: 1, authorUid: 7, content: 'Which trunk?' });
		const [first, second] = await forum.effects.days('spec', 2, forum.time.at);
		assert.equal(first?.day, dayOf(forum.time.at - dayMs));
		assert.deepEqual(first?.counts, { '1:control:replied': 1, '1:control:questions:trunk': 1 });
		assert.deepEqual(second?.counts, {});
	});
});

describe('stopped and warned answers', () => {
	const choice = { key: 'trunk', kind: 'choice', options: [
		{ value: 'listed', label: { 'en-GB': 'Listed' } }, { value: 'other', label: { 'en-GB': 'Other' }, verdict: 'block' },
		{ value: 'old', label: { 'en-GB': 'Old' }, verdict: 'warn' },
	] };
	it('are counted where they happen, and a rehearsal counts nothing', async () => {
		const forum = await opened();
		await forum.ask(choice);
		await forum.review('topic', { answers: { trunk: 'other' } }, { dryRun: true });
		assert.deepEqual(await forum.review('topic', { answers: { trunk: 'other' } }), ['checklist-blocked trunk']);
		await forum.measures.topic({ tid: 10, uid: 7, cid: 1, tags: [], checklist: { answers: { trunk: 'old' } } });
		assert.deepEqual(await counted(forum), { '2:all:blocked:trunk': 1, '2:all:warned:trunk': 1 });
	});

	it('stop nobody when they cannot be counted', async () => {
		const forum = await opened();
		await forum.ask(choice);
		forum.database.incrObjectFieldBy = async () => Promise.reject(new Error('down'));
		assert.deepEqual(await forum.review('topic', { answers: { trunk: 'other' } }), ['checklist-blocked trunk']);
		assert.equal(forum.errors.length, 1);
	});
});
