import assert from 'node:assert/strict';
import { minutePhrase } from '../../lib/kernel/refusals/message';
import type { Scope } from '../../lib/access/restriction/scope';
import { accessGround, restricted } from '../builders/access';

describe('the door of clause 6', () => {
	const open = async (scope: Scope, more: object = {}) => {
		const ground = accessGround();
		await restricted(ground, { scope, ...more });
		return ground;
	};

	it('says clause and end to whoever may not write', async () => {
		const ground = await open('posting', { until: Date.UTC(2026, 0, 9) });
		const refusal = await ground.lookup(7, 'reply', { tid: '1' });
		assert.deepEqual([refusal?.code, refusal?.clause], ['access-restricted-until', '4.1']);
		assert.deepEqual(refusal?.facts.slice(0, 2), ['4.1', minutePhrase(Date.UTC(2026, 0, 9))]);
		assert.match(JSON.stringify(refusal?.facts), /forum-terms\/access\/1/);
		assert.equal(await ground.lookup(7, 'chat', {}), null);
		assert.equal(await ground.lookup(8, 'reply', { tid: '1' }), null);
	});

	it('names what is still open to them, and that nothing is', async () => {
		const said = async (scope: Scope, another?: Scope) => {
			const ground = await open(scope);
			await (another && restricted(ground, { scope: another }));
			const facts = JSON.stringify((await ground.lookup(7, 'topic', { cid: '5' }))?.facts);
			return facts.match(/forum-terms:access\.open[a-z.-]*/g);
		};
		const names = (...open: string[]) => ['forum-terms:access.open', ...open.map(name => `forum-terms:access.open.${name}`)];
		assert.deepEqual(await said('posting'), names('read', 'chat'));
		assert.deepEqual(await said('topics'), names('read', 'reply', 'chat'));
		assert.deepEqual(await said('writing'), names('read'));
		assert.deepEqual(await said({ categories: [5] }), names('chat', 'elsewhere'));
		assert.deepEqual(await said('writing', { categories: [5] }), ['forum-terms:access.open-nothing']);
	});

	it('lets a security matter through, except where the forum itself can spare no category', async () => {
		for (const [scope, isThrough] of [['posting', true], ['writing', false], ['forum', false]] as const) {
			const ground = await open(scope);
			ground.security.add(12);
			assert.equal(await ground.lookup(7, 'topic', { cid: '12' }) === null, isThrough, scope);
		}
	});

	it('leaves what the forum leaves to the banned, and ends the rest; a narrower one beside it ends its part', async () => {
		const ground = await open('forum');
		for (const right of ['topics:create 12', 'topics:reply 12', 'chat 0']) {
			ground.forum.leftToBanned.add(right);
		}
		const ways = [['topic', '12'], ['reply', '12'], ['edit', '12'], ['crosspost', '12'], ['topic', '13'], ['chat', '']] as const;
		const isThrough = () => Promise.all(ways.map(async ([act, cid]) =>
			await ground.lookup(7, act, { cid }) === null));
		assert.deepEqual(await isThrough(), [true, true, false, false, false, true]);
		ground.forum.leftToBanned.delete('chat 0');
		ground.forum.leftToBanned.delete('topics:reply 12');
		assert.deepEqual(await isThrough(), [true, false, false, false, false, false]);
		const narrower = await open('posting');
		await restricted(narrower);
		narrower.forum.leftToBanned.add('topics:create 12');
		assert.equal((await narrower.lookup(7, 'topic', { cid: '12' }))?.code, 'access-restricted');
	});

	it('closes at its end by itself, before any job has run', async () => {
		const ground = await open('posting', { until: Date.UTC(2026, 0, 9) });
		ground.time.at = Date.UTC(2026, 0, 9);
		assert.equal(await ground.lookup(7, 'reply', { tid: '1' }), null);
	});
});
