import assert from 'node:assert/strict';
import { secondDeciders, type Contested } from '../../lib/platform/decisions/second-decider';
import type { StoredCategory } from '../../lib/kernel/host/category-tree';
import { accessGround, codeOf, restricted } from '../builders/access';

const [admin, second, moderator, other, owner] = [1, 2, 3, 4, 5];

/** Administrators are 1 and, where wanted, 2; `able` have the right. */
type Uids = readonly number[];
interface Case { administrators?: Uids; near?: Uids; able?: Uids; first?: number; reporters?: Uids }
function rule({ administrators = [admin], near = [], able = [], first = moderator, reporters = [] }: Case) {
	const asked: number[] = [];
	const contested: Contested = {
		parties: async () => [first, ...reporters], clause: '6', withRight: async () => near,
		may: async (uid) => {
			asked.push(uid);
			return able.includes(uid);
		},
	};
	const deciders = secondDeciders({
		inGroups: async () => [...administrators], profiles: async uids => uids.map(uid => ({ uid, username: `m${uid}`, userslug: '' })),
	});
	const said = async (by: number) => {
		const outcome = await deciders.judge(by, contested);
		return outcome.ok ? (outcome.value.isAlone ? 'alone' : 'second') : outcome.refusal.facts[0];
	};
	return { said, asked, deciders, contested };
}

describe('who looks again at what somebody decided', () => {
	for (const [name, parts, by, wanted] of [
		['another person with the right', { near: [moderator, other], able: [moderator, other, admin] }, other, 'second'],
		['not the first, while another person has the right', { near: [moderator, other], able: [moderator, other, admin] }, moderator, 'm4, m1'],
		['an administrator, where nobody else has it', { near: [moderator], able: [moderator, admin] }, moderator, 'm1'],
		['an administrator who did not decide', { near: [moderator], able: [moderator, admin] }, admin, 'second'],
		['not the administrator who decided, while a moderator can', { near: [moderator], able: [moderator, admin], first: admin }, admin, 'm3'],
		['not the administrator who decided, while there is a second one',
			{ administrators: [admin, second], able: [admin, second], first: admin }, admin, 'm2'],
		['not who reported it, while another person can',
			{ near: [moderator, other], able: [moderator, other, admin], reporters: [other] }, other, 'm1'],
		['who reported it, where everybody else is a party too', { near: [moderator, other], able: [moderator, other], reporters: [other] }, other, 'alone'],
		['the only person there is', { near: [admin], able: [admin], first: admin }, admin, 'alone'],
		['the first, where all others are party to it', { near: [moderator, owner], able: [moderator], administrators: [owner] }, moderator, 'alone'],
	] as const) {
		it(`is ${name}`, async () => {
			assert.equal(await rule(parts).said(by), wanted);
		});
	}

	it('asks a bounded number of people, and always administrators too', async () => {
		const many = Array.from({ length: 10_000 }, (_, index) => index + 100);
		const { said, asked } = rule({ near: many, able: [admin] });
		assert.equal(await said(moderator), 'm1');
		assert.ok(asked.length <= 100, String(asked.length));
	});

	it('is nobody in particular where nobody decided', async () => {
		assert.equal(await rule({ first: 0, able: [admin] }).said(admin), 'second');
	});
});

const category: StoredCategory = {
	cid: 5, name: 'Five', key: '', description: '', parentCid: 0, order: 1, icon: '', background: '', colour: '',
	isSection: false, isDisabled: false, link: '', template: '', postQueue: false, tags: [], minTags: 0, maxTags: 5,
};

describe('an appeal against a restriction (clause 6)', () => {
	const scopes = ['forum', 'writing', 'posting', { categories: [5] }] as const;
	async function appealed(scope: typeof scopes[number], prepare: (ground: ReturnType<typeof accessGround>) => void) {
		const ground = accessGround();
		ground.host.categories.all = async () => [{ ...category, cid: 5 }];
		const one = await restricted(ground, { scope });
		await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'This was my brother.');
		prepare(ground);
		const answer = (by: number) => ground.appeals.answer(one.id, by, false, 'It was not.');
		return { ground, one, answer };
	}
	it('is not answered by who gave the reason of a ban later', async () => {
		const ground = accessGround();
		ground.forum.banners.add(other);
		await ground.forum.access.ban(7, 5, { until: 0, reason: 'spam' });
		await ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' });
		const cause = { clause: '4.1', withoutCause: false, reason: 'spam', evidence: [] } as const;
		assert.equal(codeOf(await ground.restrictions.setCause(1, admin, cause)), 'done');
		const [one = assert.fail()] = await ground.store.read([1]);
		await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'This was my brother.');
		assert.equal(codeOf(await ground.appeals.answer(1, admin, false, 'It was not.')), 'decision-own');
		assert.equal(codeOf(await ground.appeals.answer(1, other, false, 'It was not.')), 'done');
	});

	/** Gives somebody beside the administrator, who decided, the right to decide about this scope. */
	function empower(ground: ReturnType<typeof accessGround>, scope: typeof scopes[number]): void {
		if (scope === 'posting') {
			ground.globalStaff.add(other);
			ground.inGroup.set('Global Moderators', [other]);
		} else if (typeof scope === 'string') {
			ground.forum[scope === 'forum' ? 'banners' : 'muters'].add(other);
		} else {
			ground.moderators.set(other, [5]);
		}
	}
	for (const scope of scopes) {
		const name = typeof scope === 'string' ? scope : 'categories';
		it(`is answered by another person with the right, and by them alone: ${name}`, async () => {
			const { answer, ground, one } = await appealed(scope, given => empower(given, scope));
			const refused = await answer(admin);
			assert.deepEqual([codeOf(refused), !refused.ok && refused.refusal.facts[0]], ['decision-own', 'member 4']);
			assert.equal(codeOf(await answer(7)), 'restriction-unknown');
			assert.equal(codeOf(await answer(other)), 'done');
			const [after] = await ground.store.read([one.id]);
			assert.deepEqual([after?.appeal?.by, after?.appeal?.isAlone], [other, false]);
		});
		it(`is answered by the same person where there is nobody else, and the record says so: ${name}`, async () => {
			const { answer, ground, one } = await appealed(scope, () => undefined);
			assert.equal(codeOf(await answer(admin)), 'done');
			const kinds = (await ground.store.events(one.id)).map(({ kind }) => kind);
			assert.deepEqual(kinds.filter(kind => kind.startsWith('answered') || kind.startsWith('appeal-')), ['answered-alone', 'appeal-declined']);
			assert.equal((await ground.store.read([one.id]))[0]?.appeal?.isAlone, true);
		});
	}

	it('tells those who may answer it, not whoever decided', async () => {
		const ground = accessGround();
		empower(ground, 'forum');
		const one = await restricted(ground);
		await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'This was my brother.');
		assert.deepEqual(ground.sent.filter(({ kind }) => kind === 'restriction-appeal').map(({ uid }) => uid), [other]);
	});

	it('is not left to somebody who is banned', async () => {
		const { answer } = await appealed('forum', (ground) => {
			ground.forum.banners.add(other);
			ground.forum.held.set(other, { ...ground.forum.held.get(7) ?? assert.fail(), ban: { until: 0, reason: '' } });
		});
		assert.equal(codeOf(await answer(admin)), 'done');
	});
});
