import assert from 'node:assert/strict';
import { range } from 'lodash';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { attributionHooks } from '../../lib/partners/posts/attribution';
import { consoleServices } from '../../lib/partners/console-services';
import { company } from '../builders/company';
import { called } from '../builders/handlers';

const dayMs = 86_400_000;

/** Two companies; `submit`: somebody's text comes into the forum's queue. */
async function forum() {
	const memory = company();
	await memory.put('acme', { owners: [7], staff: [{ uid: 8, role: 'support' }] });
	await memory.put('other', { owners: [9], staff: [{ uid: 10, role: 'support' }] });
	const hooks = called(attributionHooks(memory.partners), memory.host);
	const own = consoleServices(memory.partners, {
		...partnerAccess(memory.partners), isSecurityPlace: () => false,
	});
	let read = 0;
	const { texts } = memory.host.queue;
	memory.host.queue.texts = (ids) => {
		read += ids.length;
		return texts(ids);
	};
	return {
		...memory, ...own, hooks, reads: () => read,
		async submit(uid: number, { cid = 1, type = 'reply' } = {}) {
			const [id, data] = [`${type}-${memory.queued.length + 1}`, { uid, content: 'text' } as Record<string, unknown>];
			memory.time.at += 1;
			await hooks.queued({ id, type, data });
			memory.queued.push({ id, uid, act: 'reply', cid, tid: 1, title: 'topic', content: 'text', at: memory.time.at });
			return { id, data };
		},
	};
}

describe('what waits of an account', () => {
	it('is read of this account alone, however long the forum\'s queue is', async () => {
		const { submit, waiting, reads } = await forum();
		for (const uid of [...range(100, 400), 8, 10, 7]) {
			await submit(uid);
		}
		const { rows, next } = await waiting('acme', 7, 100);
		assert.deepEqual([rows.map(({ uid }) => uid), next], [[8, 7], null]);
		assert.equal(reads(), 2);
	});

	it('comes in pages, without what was decided, is gone, or lies where the reader may not look', async () => {
		const { submit, waiting, hooks, queued, closed } = await forum();
		const made: Awaited<ReturnType<typeof submit>>[] = [];
		for (let i = 0; i < 60; i += 1) {
			made.push(await submit(8, { cid: i % 10 === 3 ? 2 : 1 }));
		}
		closed.add(2);
		await hooks.unqueued({ data: made[0] ?? assert.fail() });
		queued.splice(queued.findIndex(({ id }) => id === made[1]?.id), 1);
		const first = await waiting('acme', 7, 40);
		const second = await waiting('acme', 7, 40, first.next);
		const expected = made.filter((_one, i) => i > 1 && i % 10 !== 3).map(({ id }) => id);
		assert.deepEqual([...first.rows, ...second.rows].map(({ id }) => id), expected);
		assert.equal(second.next, null);
	});

	it('is what was written for it, whomever its author speaks for now; a crosspost is none', async () => {
		const { submit, put, waiting } = await forum();
		await submit(8);
		await submit(8, { type: 'crosspost' });
		await put('acme', { owners: [7], staff: [] });
		assert.deepEqual((await waiting('acme', 7, 10)).rows.map(({ uid, username }) => [uid, username]), [[8, 'member 8']]);
	});
});

describe('digests', () => {
	it('are looked at when they are due, not before', async () => {
		const { digests, time, database, sent, submit } = await forum();
		await digests.choose(7, 'daily');
		await digests.choose(9, 'weekly');
		await submit(8);
		await submit(10);
		let looked: string[] = [];
		const { getObject } = database;
		database.getObject = (key) => {
			looked.push(...key.startsWith('forum-terms:partner-digest:') ? [key.slice(27)] : []);
			return getObject(key);
		};
		const due: string[] = [];
		for (let day = 1; day <= 8; day += 1) {
			time.at += dayMs;
			looked = [];
			await digests.send();
			due.push([...new Set(looked)].join(' '));
		}
		assert.deepEqual(due, ['7', '7', '7', '7', '7', '7', '9 7', '7']);
		assert.deepEqual([...new Set(sent.map(({ uid }) => uid))], [7, 9]);
	});

	it('come no later for a reader who chooses the same rhythm again', async () => {
		const { digests, time, put, submit } = await forum();
		await put('acme', { owners: [7], staff: [] });
		await digests.choose(7, 'daily');
		time.at += dayMs / 2;
		await submit(7);
		await digests.choose(7, 'daily');
		time.at += dayMs / 2;
		assert.equal(await digests.send(), 1);
	});

	it('end with their rhythm, and wait for a reader who owns nothing at the moment', async () => {
		const { digests, time, put, submit } = await forum();
		await digests.choose(7, 'daily');
		await put('acme', { owners: [8], staff: [] });
		time.at += dayMs;
		await submit(8);
		assert.equal(await digests.send(), 0);
		await put('acme', { owners: [7], staff: [] });
		time.at += dayMs;
		assert.equal(await digests.send(), 1);
		await digests.choose(7, 'off');
		time.at += 9 * dayMs;
		assert.equal(await digests.send(), 0);
	});
});
