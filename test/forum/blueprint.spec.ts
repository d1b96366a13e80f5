import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

interface Step { kind: string; key: string }

describe('categories out of a blueprint (clause 5)', () => {
	let forum: Forum;
	let reader: Member;
	let partner: Member;
	const mark = `bp${unique()}`;
	const key = (name: string) => `${mark}-${name}`;

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, `/admin/categories${path}`, body);
	const place = (name: string, more: object = {}) => ({
		key: key(name), name: { 'en-GB': `${mark} ${name}` }, read: ['everybody'], topics: ['users'], replies: ['users'], ...more,
	});
	const file = (...categories: object[]) => ({ blueprint: 1, categories });
	const wanted = (icon: string) => file(
		place('support', { description: { 'en-GB': 'Ask here' }, icon, checklist: { topics: 'none' } }),
		place('news', { topics: ['staff'] }),
		place('phones', { parent: key('support'), tags: { allowed: ['yealink', 'snom'], min: 0, max: 3 } }),
		place('lounge', { read: ['partners'], topics: ['partners'], replies: ['partners'] }),
		place('off', { isOff: true }),
	);
	async function plan(blueprint: object, adopt = {}) {
		const answer = await admin('POST', '/plan', { blueprint, adopt });
		assert.equal(answer.status, 200, answer.text);
		return answer.response as { plan: string; steps: Step[]; candidates: { key: string; cid: number }[] };
	}
	const mine = ({ steps }: { steps: Step[] }) => steps.filter(step => step.key.startsWith(mark));
	async function apply(blueprint: object, adopt = {}) {
		const answer = await admin('POST', '/apply', { plan: (await plan(blueprint, adopt)).plan });
		assert.equal(answer.status, 200, answer.text);
		return answer.response as { id: number; state: string; done: number; total: number };
	}
	interface Seen { cid: number; name: string; parentCid: number; disabled: number }
	async function cidOf(name: string): Promise<number> {
		const { categories } = (await forum.admin.get('/api/v3/categories')).response as { categories: Seen[] };
		return Number(categories.find(one => one.name === `${mark} ${name}`)?.cid ?? 0);
	}

	before(async () => {
		forum = await openForum();
		[reader, partner] = [await forum.member(), await forum.member()];
		const saved = await forum.admin.terms.call('PUT', `/admin/partners/${mark}`, {
			company: mark, level: 'Gold', owners: [partner.uid],
		});
		assert.equal(saved.status, 200, saved.text);
	});
	after(async () => {
		await admin('POST', '/undo', {});
		await forum.close();
	});

	it('shows what it would do and changes nothing', async () => {
		const { steps } = await plan(wanted('fa-star'));
		assert.deepEqual(mine({ steps }).filter(({ kind }) => kind === 'create').map(step => step.key).sort(),
			['lounge', 'news', 'phones', 'support'].map(key));
		assert.equal(await cidOf('support'), 0);
	});

	it('makes what it showed, with rights as written, and has nothing to do the second time', async () => {
		const run = await apply(wanted('fa-star'));
		assert.deepEqual([run.state, run.done], ['done', run.total]);
		const [support, news, phones, lounge] = await Promise.all(['support', 'news', 'phones', 'lounge'].map(cidOf));
		assert.ok(support && news && phones && lounge);
		const said = async (who: Member, cid: number) => (await who.topic({ cid })).status;
		assert.deepEqual([await said(reader, support), await said(reader, phones)], [200, 200]);
		assert.notEqual(await said(reader, news), 200);
		assert.notEqual(await said(reader, lounge), 200);
		assert.equal(await said(partner, lounge), 200);
		assert.equal((await forum.guest().get(`/api/category/${lounge}`)).status === 200, false);
		assert.deepEqual(mine(await plan(wanted('fa-star'))), []);
		assert.equal((await apply(wanted('fa-star'))).total, 0);
	});

	it('sees where the forum left it, and refuses a plan that the forum has overtaken', async () => {
		const support = await cidOf('support');
		const { plan: old } = await plan(wanted('fa-moon'));
		await forum.admin.send('PUT', `/api/v3/categories/${support}`, { icon: 'fa-bolt' });
		const { steps, isApplied } = (await admin('GET', '/drift')).response as { steps: Step[]; isApplied: boolean };
		assert.deepEqual([isApplied, mine({ steps }).map(({ kind }) => kind)], [true, ['update']]);
		const late = await admin('POST', '/apply', { plan: old });
		assert.deepEqual([late.status, late.response.code], [409, 'blueprint-moved-on']);
		const right = await admin('POST', '/plan', { applied: true });
		assert.deepEqual(mine(right.response as { steps: Step[] }).map(({ kind }) => kind), ['update']);
		assert.equal((await admin('POST', '/plan', { applied: true, blueprint: wanted('fa-sun') })).status, 400);
		await apply(wanted('fa-star'));
		assert.deepEqual(mine((await admin('GET', '/drift')).response as { steps: Step[] }), []);
	});

	it('takes the last change back, and only once', async () => {
		await apply(file(place('support', { name: { 'en-GB': `${mark} renamed` }, icon: 'fa-star' }), place('fresh')));
		assert.ok(await cidOf('renamed') && await cidOf('fresh'));
		assert.equal((await admin('POST', '/undo', {})).response.state, 'done');
		// Held against the blueprint before it, from which nothing differs now.
		assert.deepEqual(mine((await admin('GET', '/drift')).response as { steps: Step[] }), []);
		assert.ok(await cidOf('support'));
		// Switched off, not deleted: nobody finds it.
		const fresh = await cidOf('fresh');
		assert.ok(fresh === 0 || (await reader.topic({ cid: fresh })).status !== 200);
		const again = await admin('POST', '/undo', {});
		assert.deepEqual([again.status, again.response.code], [409, 'blueprint-nothing-to-undo']);
	});

	it('adopts a category made by hand only where an administrator says so', async () => {
		const cid = await forum.admin.category({ name: `${mark} hand` });
		const blueprint = file(place('hand', { icon: 'fa-hand' }));
		const { candidates, steps } = await plan(blueprint);
		assert.deepEqual(candidates.map(one => [one.key, one.cid]), [[key('hand'), cid]]);
		assert.ok(mine({ steps }).some(({ kind }) => kind === 'create'));
		await apply(blueprint, { [key('hand')]: cid });
		assert.equal(await cidOf('hand'), cid);
	});

	it('exports the living forum, and applying what it exports has nothing to do and doubles nothing', async () => {
		const above = await forum.admin.category({ name: `${mark} twin` });
		const other = await forum.admin.category({ name: `${mark} off` });
		const below = await forum.admin.category({ name: `${mark} twin`, parentCid: above });
		await forum.admin.category({ name: `${mark} below off`, parentCid: other });
		await forum.admin.send('PUT', `/api/v3/categories/${other}`, { disabled: 1 });
		await forum.admin.send('PUT', `/api/v3/categories/${below}`, {
			link: 'http://example.org/twin', tagWhitelist: 'sip,trunk', minTags: 1, maxTags: 2, bgColor: '#fff', icon: 'fa-star',
		});
		await forum.admin.send('DELETE', `/api/v3/categories/${below}/privileges/groups:posts:upvote`, { member: 'registered-users' });
		await forum.admin.send('PUT', `/api/v3/categories/${below}/privileges/groups:topics:create`, { member: 'guests' });
		const { blueprint } = (await admin('GET', '/blueprint')).response as {
			blueprint: { categories: { key: string; cid?: number }[] };
		};
		assert.ok(blueprint.categories.some(one => one.key === key('phones')));
		assert.ok(blueprint.categories.some(({ cid }) => cid === below));
		const { steps, candidates, plan: id } = await plan(blueprint);
		assert.deepEqual([steps, candidates.filter(({ cid }) => cid === above || cid === below)], [[], []]);
		assert.ok(id);
	});

	it('names line and field of what is wrong, and changes nothing', async () => {
		const said = async (blueprint: object | string) => {
			const { status, response, message } = await admin('POST', '/plan', { blueprint });
			return [status, response.code, response.field, message] as const;
		};
		const circle = await said(file(place('a', { parent: key('b') }), place('b', { parent: key('a') })));
		assert.deepEqual(circle.slice(0, 3), [400, 'blueprint-invalid', 'categories.0.parent']);
		const text = await said('blueprint: 1\ncategories:\n- key: a\n  colour: red\n  name: {de: A}\n');
		assert.match(text[3], /Line 4, categories\.0\.colour/);
		assert.equal((await said(file(place('a', { read: ['partners:Diamond'] }))))[2], 'categories.0.read');
		assert.equal((await said(file(place('a', { checklist: { topics: 'no-such' } }))))[2], 'categories.0.checklist');
		assert.equal((await admin('POST', '/apply', { plan: 'nobody' })).status, 404);
	});

	it('is planned, applied and exported from the command line with an administrator\'s token', async () => {
		const { token = '' } = await forum.withToken(forum.admin);
		const folder = await mkdtemp(join(tmpdir(), 'blueprint-'));
		const path = join(folder, 'file.json');
		await writeFile(path, JSON.stringify(file(place('shell'))));
		const command = join(__dirname, '..', '..', 'lib', 'blueprint-command.js');
		const env = { ...process.env, FORUM_TOKEN: token };
		const said = async (...words: string[]) =>
			(await promisify(execFile)(process.execPath, [command, forum.url, ...words], { env })).stdout;
		try {
			assert.match(await said('plan', path), new RegExp(`^create ${key('shell')} `, 'm'));
			assert.match(await said('apply', path), /^done: (\d+) of \1 steps$/m);
			assert.equal(await said('plan', path), 'nothing to do\n');
			assert.equal(await said('drift'), 'nothing to do\n');
			assert.match(await said('export'), new RegExp(`key: ${key('shell')}`));
			await assert.rejects(said('plan', join(folder, 'nothing-there.json')), { code: 3 });
			await assert.rejects(said('dance'), { code: 3 });
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it('is for administrators', async () => {
		const calls = [['POST', '/plan'], ['POST', '/apply'], ['POST', '/undo'], ['GET', '/run'], ['GET', '/drift'], ['GET', '/blueprint']];
		for (const [method = '', path = ''] of calls) {
			const body = method === 'POST' ? {} : undefined;
			assert.equal((await reader.terms.call(method, `/admin/categories${path}`, body)).status, 403, path);
		}
	});
});
