import assert from 'node:assert/strict';
import { range } from 'lodash';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { partnerSettings } from '../../lib/partners/company/settings';
import { companyPage } from '../../lib/partners/desk/company-page';
import { consoleServices } from '../../lib/partners/console-services';
import { lentEdit } from '../../lib/partners/posts/lent-edit';
import { partnerServices } from '../../lib/partners/services';
import { postFilter } from '../../lib/partners/posts/filter';
import { attributionFields } from '../../lib/partners/posts/post-attribution';
import type { Position } from '../../lib/platform/paged-index';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordOver } from '../builders/decisions';
import { hostInMemory } from '../builders/host';
import { toldOnce } from '../builders/mortal';

const dayMs = 86_400_000;

async function company() {
	const memory = hostInMemory();
	const forum = forumOf(memory.host);
	const slice = partnerServices(memory.host, forum, recordOver(memory.host));
	await slice.accounts.put('acme', {
		company: 'Acme', contact: '', email: '', level: 'Gold', levelValidUntil: 0, domains: [], owners: [7],
		staff: [{ uid: 8, role: 'support' }],
	}, null, 1);
	const own = consoleServices(slice, { ...partnerAccess(slice), isSecurityPlace: () => false });
	const write = async (pid: number, timestamp: number, cid = 1) => {
		memory.kept.set(String(pid), {
			pid: String(pid), tid: 1, cid, uid: 8, timestamp, editedAt: 0, content: 'text', title: 'topic', slug: '1/topic',
			isDeleted: false, deleterUids: [], isLocked: false, named: { [attributionFields.partner]: 'acme', [attributionFields.role]: 'support' },
		});
		await slice.store.notePost('acme', { pid: String(pid), uid: 8 }, timestamp);
	};
	const account = await slice.store.account('acme') ?? assert.fail();
	const page = companyPage({ ...slice, ...own, settings: forum.settings(partnerSettings) });
	return {
		...memory, ...own, write, put: slice.accounts.put, account,
		act: (pid: number) => ({ account, pid: String(pid), by: 7, language: 'en-GB' }),
		/** The public page, as a guest sees it. */
		async shown() {
			const call = { actor: { kind: 'guest' }, params: { id: 'acme' }, language: 'en-GB' };
			const answer = await page.render(call as unknown as Parameters<typeof page.render>[0]);
			return (answer as { data: Record<string, unknown> }).data;
		},
	};
}

describe('list of staff posts', () => {
	it('shows every post once over all pages, also many of the same moment', async () => {
		const { posts, write } = await company();
		for (const pid of range(1, 76)) {
			await write(pid, 1000 + Math.floor(pid / 25));
		}
		const found: string[] = [];
		for (let before: Position | null = null, isFirst = true; isFirst || before; isFirst = false) {
			const page: Awaited<ReturnType<typeof posts.list>> = await posts.list('acme', 7, before ? { before } : {});
			found.push(...page.posts.map(({ pid }) => pid));
			before = page.next;
		}
		assert.deepEqual([found.length, new Set(found).size], [75, 75]);
	});

	it('reads a bounded part of it, however rare the wanted post is', async () => {
		const { posts, write, host } = await company();
		for (const pid of range(1, 1501)) {
			await write(pid, pid);
		}
		await write(2000, 0, 9);
		let reads = 0;
		const { read } = host.care;
		host.care.read = (pids, fields) => {
			reads += pids.length;
			return read(pids, fields);
		};
		const page = await posts.list('acme', 7, { cid: 9 });
		assert.ok(reads <= 1000 && page.next, `${reads} read`);
		const rest = await posts.list('acme', 7, { cid: 9, before: page.next });
		assert.deepEqual(rest.posts.map(({ pid }) => pid), ['2000']);
	});

	it('takes days whole, the first and the last, as UTC', () => {
		const found = postFilter({ from: '2026-01-31', to: '2026-01-31', uid: '' });
		assert.deepEqual(found.ok && found.value, {
			from: Date.parse('2026-01-31T00:00:00.000Z'), to: Date.parse('2026-01-31T23:59:59.999Z'),
		});
	});

	it('names of single posts only those that were written for the account, whatever was asked for', async () => {
		const { posts, write, kept } = await company();
		await write(1, 1);
		await write(2, 2);
		Object.assign(kept.get('2') ?? {}, { named: { [attributionFields.partner]: 'other' } });
		assert.deepEqual((await posts.some('acme', 7, ['1', '2', '3'])).map(({ pid }) => pid), ['1']);
	});
});

describe('public page of a company', () => {
	it('names who speaks for it and has written, and nobody who speaks for another company now', async () => {
		const { write, shown, put, account } = await company();
		const people = async () => (await shown()).people;
		assert.deepEqual(await people(), []);
		await write(1, 1);
		assert.deepEqual(await people(), [{ role: 'support', username: 'member 8', userslug: 'member-8' }]);
		await put('acme', { ...account, domains: [], owners: [7], staff: [] }, null, 1);
		assert.deepEqual(await people(), []);
		await put('other', { ...account, domains: [], company: 'Other', owners: [9], staff: [{ uid: 8, role: 'sales' }] }, null, 1);
		assert.deepEqual(await people(), []);
	});
});

describe('state of a staff post', () => {
	it('is "removed" as soon as the forum took post or topic, "withdrawn" when only the company did', async () => {
		const { posts, write, kept } = await company();
		const cases: [deleterUids: number[], state: string][] = [
			[[8], 'withdrawn'], [[7], 'withdrawn'], [[7, 8], 'withdrawn'], [[3], 'removed'], [[0], 'removed'],
			[[8, 3], 'removed'], [[3, 8], 'removed'],
		];
		for (const [index, [deleterUids]] of cases.entries()) {
			await write(index + 1, index + 1);
			Object.assign(kept.get(String(index + 1)) ?? {}, { isDeleted: true, deleterUids });
		}
		const { posts: found } = await posts.list('acme', 7, {});
		assert.deepEqual(found.map(({ state }) => state).reverse(), cases.map(([, state]) => state));
	});
});

describe('withdrawal', () => {
	it('can be taken back for a day, not longer', async () => {
		const { acts, act, write, time, kept } = await company();
		await write(1, 10);
		assert.ok((await acts.withdraw(act(1), 'A mistake.')).ok);
		time.at += dayMs;
		assert.ok((await acts.restore(act(1))).ok);
		assert.equal(kept.get('1')?.isDeleted, false);
		await acts.withdraw(act(1), 'A mistake.');
		time.at += dayMs + 1;
		const late = await acts.restore(act(1));
		assert.equal(!late.ok && late.refusal.code, 'partner-withdrawal-over');
	});

	it('is finished by the next try when a process died in between', async () => {
		const { acts, act, write, kept, host } = await company();
		await write(1, 10);
		const { withdraw } = host.care;
		host.care.withdraw = async () => assert.fail('killed');
		await assert.rejects(acts.withdraw(act(1), 'A mistake.'), /killed/);
		host.care.withdraw = withdraw;
		assert.ok((await acts.withdraw(act(1), 'A mistake.')).ok);
		assert.equal(kept.get('1')?.isDeleted, true);
	});
});

describe('lent right to edit', () => {
	it('is there for this owner, this post and this call, once; gone after it, also when the edit fails', async () => {
		const lent = lentEdit(hostInMemory().host.callScope);
		await assert.rejects(lent.during('1', 7, async () => {
			await Promise.resolve();
			assert.deepEqual([lent.take('1', 8), lent.take('2', 7), lent.take('1', 7), lent.take('1', 7)], [false, false, true, false]);
			throw new Error('refused');
		}));
		assert.equal(lent.take('1', 7), false);
	});

	it('is nothing to whoever runs beside the edit, nor to what the edit leaves running', async () => {
		const lent = lentEdit(hostInMemory().host.callScope);
		let left: Promise<boolean> = Promise.resolve(false);
		let hold = () => undefined as void;
		const edit = lent.during('1', 7, async () => {
			await new Promise<void>(resolve => (hold = resolve));
			assert.equal(lent.take('1', 7), true);
			left = new Promise(resolve => setImmediate(() => resolve(lent.take('1', 7))));
		});
		assert.equal(lent.take('1', 7), false);
		hold();
		await edit;
		assert.equal(await left, false);
	});
});

describe('digest', () => {
	it('says what happened since the last one, in the owner\'s rhythm, and nothing when nothing happened', async () => {
		const { digests, write, sent, time } = await company();
		await digests.choose(7, 'daily');
		time.at += dayMs;
		assert.equal(await digests.send(), 0);
		time.at += dayMs;
		await write(1, time.at - 1000);
		assert.equal(await digests.send(), 1);
		assert.deepEqual(sent.map(({ uid, kind, facts }) => [uid, kind, ...facts]), [[7, 'partner-digest', 'Acme', '1', '0', '0', '0', '0']]);
		assert.equal(await digests.send(), 0);
		await digests.choose(7, 'off');
		time.at += 10 * dayMs;
		await write(2, time.at - 1000);
		assert.equal(await digests.send(), 0);
	});

	it('is sent to the others when what one chose is damaged, which is said once and stays as it is', async () => {
		for (const damaged of [{ at: '{"' }, { rhythm: 'hourly' }]) {
			const { digests, write, sent, time, database } = await company();
			await digests.choose(6, 'daily');
			await digests.choose(7, 'daily');
			await database.setObject('forum-terms:partner-digest:6', damaged);
			time.at += dayMs;
			await write(1, time.at - 1000);
			assert.equal(await digests.send(), 1);
			assert.deepEqual([sent.map(({ uid }) => uid), [...database.damaged]], [[7], ['forum-terms:partner-digest:6']]);
			const [[name, value] = []] = Object.entries(damaged);
			assert.equal((await database.getObject('forum-terms:partner-digest:6'))?.[name ?? ''], value);
		}
	});

	it('is one and the same message when it is sent again, because the job died right after', async () => {
		const { digests, write, sent, time, host } = await company();
		await digests.choose(7, 'weekly');
		time.at += 7 * dayMs;
		await write(1, time.at - 1000);
		const { send } = host.messenger;
		host.messenger.send = async (...message) => {
			await send(...message);
			throw new Error('killed');
		};
		await assert.rejects(digests.send(), /killed/);
		host.messenger.send = send;
		time.at += dayMs;
		await digests.send();
		assert.deepEqual(toldOnce(sent), ['7 partner-digest']);
		time.at += 7 * dayMs;
		await write(2, time.at - 1000);
		await digests.send();
		assert.deepEqual(toldOnce(sent), ['7 partner-digest', '7 partner-digest']);
	});
});
