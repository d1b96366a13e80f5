import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import type { Lease } from '../../lib/kernel/host/lease';
import { firstOf, sortedSet } from '../../lib/platform/paged-index';
import { journal, openList } from '../../lib/platform/journal';
import { accessGround } from '../builders/access';
import { mortal } from '../builders/mortal';

const key = 'forum-terms:open-work';
const lease: Lease = { check: () => undefined };

/** Work as a slice does it over a host: listed, on record, done, closed. Each step is one write to the world. */
function workOver({ database, leases }: ReturnType<typeof accessGround>['host'], acts: number[]) {
	const entries = journal(database, 'work', v.number());
	const open = openList({ database, leases, key, leaseOf: id => `partner:${id}` });
	const perform = async (step: number) => {
		await database.setObject('world', { [`did${step}`]: 1 });
		acts.push(step);
	};
	const finish = async (id: string, held: Lease) => {
		await entries.run(id, held, perform);
		await entries.drop(id);
		await open.remove(id);
	};
	return {
		entries, open,
		resume: () => open.each(Number.MAX_SAFE_INTEGER, finish),
		act: (steps: readonly number[]) => leases.withLease('partner:a', async (held) => {
			await open.add('a', 1);
			await entries.write('a', steps);
			await finish('a', held);
		}, () => undefined),
	};
}

describe('a journal', () => {
	it('whose process is killed before any write is done by the next, whole and in order, or was never begun', async () => {
		for (const length of [1, 2, 51]) {
			const steps = Array.from({ length }, (_none, index) => index);
			const { host: whole, writes } = mortal(accessGround().host);
			await workOver(whole, []).act(steps);
			for (let at = 0; at < writes.length; at += 1) {
				const ground = accessGround();
				const [before, after]: [number[], number[]] = [[], []];
				await workOver(mortal(ground.host, at).host, before).act(steps).catch(() => undefined);
				const next = workOver(mortal(ground.host).host, after);
				await next.resume();
				const done = [...before, ...after];
				assert.deepEqual([...new Set(done)], done.length > 0 ? steps : [], `killed at ${at}`);
				assert.ok(done.length <= steps.length + 1, 'one step at most is done twice');
				assert.deepEqual(await firstOf(sortedSet(ground.database, key), 9), []);
				assert.ok(!ground.database.everything().includes('forum-terms:work:a'), `left behind at ${at}`);
			}
		}
	}).timeout(60_000);

	it('reads as it was written, however long it is and however far it has come', async () => {
		const lists = fc.array(fc.integer(), { maxLength: 160 });
		await fc.assert(fc.asyncProperty(lists, fc.nat(160), async (steps, far) => {
			const { entries } = workOver(accessGround().host, []);
			const done = Math.min(far, steps.length);
			await entries.write(7, steps, done);
			assert.deepEqual(await entries.read(7), { steps, done });
			assert.equal(await entries.done(7), done);
			const left: [number, number][] = [];
			assert.equal(await entries.run(7, lease, async (step, index) => {
				left.push([step, index]);
			}), true);
			assert.deepEqual(left, steps.map((step, index) => [step, index] as [number, number]).slice(done));
			await entries.drop(7);
			assert.equal(await entries.read(7), null);
			assert.equal(await entries.run(7, lease, () => Promise.reject(new Error('there is none'))), false);
		}), { numRuns: 50 });
	});

	it('goes on with the step that failed', async () => {
		const { entries } = workOver(accessGround().host, []);
		await entries.write('a', [1, 2, 3]);
		const seen: number[] = [];
		const failing = async (step: number) => {
			seen.push(step);
			await (step === 2 && seen.length < 3 ? Promise.reject(new Error('not today')) : undefined);
		};
		await assert.rejects(entries.run('a', lease, failing), /not today/);
		await entries.run('a', lease, failing);
		assert.deepEqual(seen, [1, 2, 2, 3]);
	});

	it('goes on behind the steps that were done in one go', async () => {
		const { entries } = workOver(accessGround().host, []);
		await entries.write('a', Array.from({ length: 120 }, (_none, index) => index));
		const seen: number[] = [];
		await entries.run('a', lease, async (step) => {
			seen.push(step);
			return step === 1 ? 60 : step === 62 ? 57 : 0;
		});
		assert.deepEqual(seen, [0, 1, 61, 62, 119]);
		assert.equal(await entries.done('a'), 120);
	});

	it('does no step without its lease', async () => {
		const { entries } = workOver(accessGround().host, []);
		await entries.write('a', [1, 2, 3]);
		const seen: number[] = [];
		const lost: Lease = { check: () => assert.ok(seen.length < 1, 'the lease is lost') };
		await assert.rejects(entries.run('a', lost, async (step) => {
			seen.push(step);
		}), /lost/);
		assert.deepEqual([seen, (await entries.read('a'))?.done], [[1], 1]);
	});

	it('that nobody can read is none, and runs nothing', async () => {
		const { host } = accessGround();
		const { entries } = workOver(host, []);
		await entries.write('a', Array.from({ length: 60 }, (_none, index) => index));
		await host.database.setObject('forum-terms:work:a:1', { steps: '[1,' });
		assert.equal(await entries.read('a'), null);
		const seen: number[] = [];
		await assert.rejects(entries.run('a', lease, async (step) => {
			seen.push(step);
		}), /step 50 .* cannot be read/);
		assert.equal(seen.length, 50);
	});

	it('that is not all on record is none, and leaves nothing', async () => {
		const { host, database } = accessGround();
		const { entries } = workOver(host, []);
		await workOver(mortal(host, 2).host, []).entries.write('a', Array.from({ length: 120 }, () => 1)).catch(() => 0);
		assert.equal(await entries.read('a'), null);
		assert.equal(await entries.run('a', lease, () => Promise.reject(new Error('ran'))), false);
		await entries.drop('a');
		assert.ok(!database.everything().includes('forum-terms:work:a'));
	});
});
