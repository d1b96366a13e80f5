import assert from 'node:assert/strict';
import { actorOf } from '../../lib/kernel/host/member';
import { forumOf } from '../../lib/platform/forum/forum';
import { hostInMemory } from '../builders/host';

describe('who acts, as NodeBB says it', () => {
	for (const [what, uids, expected] of [
		['a member', [7, '7'], { kind: 'member', uid: 7 }], ['a guest', [0, '0', '', null, undefined], { kind: 'guest' }],
		['a robot, which is a guest', [-1, '-1'], { kind: 'guest' }],
		['the forum itself', [-2, 'system', 1.5, NaN], { kind: 'system' }],
		['somebody elsewhere', ['https://example.org/u/1'], { kind: 'remote', uri: 'https://example.org/u/1' }],
	] as const) {
		it(`is ${what}`, () => assert.deepEqual(uids.map(actorOf), uids.map(() => expected)));
	}
});

describe('the forum as every slice knows it', () => {
	it('has one secret, also for processes that start at once, and never another', async () => {
		const { host } = hostInMemory();
		const another = () => forumOf({ ...host, cache: hostInMemory().host.cache });
		const processes = [forumOf(host), another(), another()];
		const secrets = await Promise.all(processes.flatMap(({ secret }) => [secret(), secret()]));
		assert.deepEqual([new Set(secrets).size, secrets[0]?.length], [1, 64]);
		assert.equal(await another().secret(), secrets[0]);
		assert.notEqual(await forumOf(hostInMemory().host).secret(), secrets[0]);
	});

	it('stops no administrator and no robot, as the settings say', async () => {
		const { host, settings, inGroup } = hostInMemory();
		const { isExempt, exemptGroups } = forumOf(host);
		inGroup.set('Robots', [5]);
		const exempt = async () => [await isExempt(1), await isExempt(5), await isExempt(7)];
		assert.deepEqual([await exempt(), await exemptGroups()], [[true, false, false], ['administrators']]);
		Object.assign(settings, { exemptAdministrators: 'off', exemptGroups: 'Helpers, Robots,' });
		assert.deepEqual([await exempt(), await exemptGroups()], [[false, true, false], ['Helpers', 'Robots']]);
	});
});
