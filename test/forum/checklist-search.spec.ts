import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import type { Answer, Visitor } from '../driver/visitor';
import {
	answeredTopics, keysIn, on, plain, recordsIn, type AnsweredTopics, type RecordOnTheWire,
} from '../driver/answered-topics';

describe('answers over the whole forum (clause 3)', () => {
	let forum: Forum;
	let ground: AnsweredTopics;
	let strict: number;
	let author: Member;
	let moderator: Member;
	before(async () => {
		forum = await openForum();
		ground = await answeredTopics(forum);
		({ strict, author, moderator } = ground);
	});
	after(async () => {
		await ground.end();
		await forum.close();
	});

	const search = (who: Visitor, query: Record<string, string>) =>
		on(who, 'GET', `/checklist/evidence?${new URLSearchParams(query).toString()}`);

	it('are offered for the navigation of the forum, where an administrator chooses who sees them', async () => {
		const { status, json } = await forum.admin.get('/api/admin/settings/navigation');
		assert.equal(status, 200);
		const offered = (json.available as { route: string; enabled: boolean; title: string; iconClass: string }[])
			.filter(({ route }) => route === '/forum-terms/checklists');
		assert.equal(offered.length, 1);
		assert.deepEqual([offered[0]?.enabled, offered[0]?.title], [false, '[[forum-terms:evidence.all-checklists]]']);
		assert.equal((await forum.admin.get('/forum-terms/checklists')).status, 200);
		assert.match((await forum.admin.get('/admin/plugins/forum-terms')).text,
			/href="[^"]*\/forum-terms\/checklists">Answers and open items</);
	});

	it('are searched, exported and listed by staff only, each within their categories', async () => {
		const value = `acme ${unique()}`;
		const { tid } = await ground.posted({ maker: { vendor: value, reference: 'T-1' } });
		const [elsewhere, everywhere] = await ground.staff();
		const query = new URLSearchParams({ item: 'maker', value }).toString();
		const routes = [
			`/checklist/evidence?${query}`, `/checklist/evidence.csv?${query}`, `/checklist/evidence.json?${query}`,
			'/checklist/evidence/values?item=maker', '/checklist/owed',
		];
		for (const [name, who, status, isFound] of [
			['guest', forum.guest(), 401, false], ['author', author, 403, false],
			['moderator of another category', elsewhere, 200, false], ['moderator', moderator, 200, true],
			['global moderator', everywhere, 200, true], ['administrator', forum.admin, 200, true],
		] as const) {
			for (const [index, path] of routes.entries()) {
				const answer = await on(who, 'GET', path);
				assert.equal(answer.status, status, `${name} ${path}`);
				assert.equal(answer.text.includes(value) && (index === 3 || answer.text.includes(String(tid))),
					isFound && index < 4, `${name} ${path}`);
			}
			const page = await who.get('/forum-terms/checklists');
			assert.equal(page.status, status === 401 ? page.status : status, name);
			assert.equal(page.text.includes('data-role="checklists"'), status === 200, name);
		}
	});

	it('are found by item, value, checklist, category and days, in pages of twenty, the current ones only', async () => {
		const value = `zeta ${unique()}`;
		const maker = { maker: { vendor: value.toUpperCase(), reference: '1' }, partner: 'gold' };
		const made = [];
		for (let i = 0; i < 22; i += 1) {
			made.push(await ground.posted(maker));
		}
		const last = made.at(-1);
		await ground.move(last?.tid ?? 0, strict);
		await ground.until(last?.tid ?? 0, 'moved');
		const first = await search(moderator, { item: 'maker', value });
		const next = Number(first.response.next);
		const second = await search(moderator, { item: 'maker', value, before: String(next) });
		assert.deepEqual([recordsIn(first).length, recordsIn(second).length, second.response.next], [20, 2, null]);
		const tids = [...recordsIn(first), ...recordsIn(second)].map(({ tid }) => tid);
		assert.deepEqual([...tids].sort((a, b) => a - b), made.map(({ tid }) => tid));
		assert.deepEqual([tids[0], recordsIn(first)[0]?.username, recordsIn(first)[0]?.title],
			[last?.tid, author.username, last?.title]);
		const count = async (query: Record<string, string>) =>
			recordsIn(await search(moderator, { item: 'maker', value, ...query })).length;
		assert.equal(await count({ cid: String(strict) }), 1);
		assert.equal(await count({ profile: 'ev-more' }), 1);
		assert.equal(await count({ to: '2020-01-01' }), 0);
		assert.equal(await count({ from: '2020-01-01', to: new Date().toISOString().slice(0, 10) }), 20);
		assert.equal(await count({ value: 'nobody said this' }), 0);
		const { values } = (await on(moderator, 'GET', '/checklist/evidence/values?item=partner')).response as
			{ values: { value: string; label: string }[] };
		assert.deepEqual(values.map(({ value: known, label }) => [known, label]), [['gold', 'Gold']]);
	});

	it('are not looked for with half a question', async () => {
		for (const [query, field] of [
			[{ item: 'maker' }, 'value'], [{ value: 'x' }, 'item'], [{ item: 'maker', value: 'x', from: 'monday' }, 'from'],
			[{ item: 'maker', value: 'x', cid: '-1' }, 'cid'], [{ item: 'maker', value: 'x', before: 'y' }, 'before'],
		] as const) {
			const answer = await search(moderator, query);
			assert.deepEqual([answer.status, answer.response.field], [400, field]);
		}
	});

	it('are exported whole, no cell a formula, no HTML alive on any page', async () => {
		const value = `=cmd|' /c calc'!A0 ${unique()}`;
		const html = '<img src=x onerror=alert(1)>';
		const { tid } = await ground.posted({ maker: { vendor: value, reference: html }, licence: '+49 30 1' });
		const query = new URLSearchParams({ item: 'maker', value }).toString();
		const csv = (await on(moderator, 'GET', `/checklist/evidence.csv?${query}`)).text;
		assert.match(csv, /^\uFEFFrecord,at,tid,title/);
		assert.match(csv, new RegExp(`\\r\\n\\d+,[^,]+,${tid},`));
		assert.ok(csv.includes(`"'${value}, ${html}"`) && csv.includes(`'+49 30 1`), csv);
		assert.equal(csv.trim().split('\r\n').length, 1 + 3);
		const json = JSON.parse((await on(moderator, 'GET', `/checklist/evidence.json?${query}`)).text) as RecordOnTheWire[];
		assert.deepEqual(json.map(record => record.tid), [tid]);
		// Both forums hand a page's data over as JSON in a script element too, where nothing comes alive.
		const visible = ({ text: all }: Answer) => all.replace(/<script[^]*?<\/script>/g, '');
		const page = visible(await moderator.get(`/forum-terms/checklists?${query}`));
		assert.ok(page.includes('&lt;img src') && !page.includes(html));
		assert.ok(!visible(await forum.guest().get(`/topic/${tid}`)).includes(html));
	});

	it('are the member\'s to take away, and what is remembered of them theirs to take back', async () => {
		const stable = plain.map(item => (item.key === 'hosting' ? { ...item, stable: true } : item));
		await on(forum.admin, 'PUT', '/admin/checklists/ev-plain', { items: stable });
		const member = await forum.member();
		await ground.posted({}, member);
		interface History { remembered: { key: string; prompt: string; text: string }[]; records: RecordOnTheWire[] }
		const mine = async (path: string) => (await member.terms.call('GET', path)).response.checklists as History;
		for (const path of ['/me', '/me/export']) {
			const { remembered, records } = await mine(path);
			assert.deepEqual(remembered.map(({ prompt, text: said }) => [prompt, said]), [['Where does it run?', 'In a cloud']]);
			assert.deepEqual(records.map(keysIn), [['hosting', 'licence']]);
		}
		assert.match((await member.get(`/user/${member.username}/forum-terms`)).text, /data-role="remembered"/);
		assert.equal((await on(forum.guest(), 'DELETE', '/me/checklist-memory')).status, 401);
		assert.equal((await member.terms.call('DELETE', '/me/checklist-memory')).status, 200);
		assert.deepEqual((await mine('/me')).remembered, []);
		assert.equal((await mine('/me')).records.length, 1);
	});

	it('of a member who leaves lose their name and what only staff could read; the topic keeps the rest', async () => {
		const member = await forum.member();
		const { tid } = await ground.posted({ partner: 'none' }, member);
		const found = async () => recordsIn(await search(forum.admin, { item: 'partner', value: 'none' })).length;
		assert.equal(await found(), 1);
		assert.equal((await forum.admin.send('DELETE', `/api/v3/users/${member.uid}/account`)).status, 200);
		const [left] = await ground.history(tid);
		assert.deepEqual([left?.uid, left?.by, keysIn(left)], [0, 0, ['hosting']]);
		assert.equal(await found(), 0);
		assert.match((await forum.guest().get(`/api/topic/${tid}`)).text, /In a cloud/);
	});
});
