import assert from 'node:assert/strict';
import { nothingKnown } from '../driver/checklist-ground';
import { openForum, unique, type Forum } from '../driver/forum';

const items = [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } }];
const answered = { forumTerms: { checklist: { answers: { done: true } } } };

describe('title of a new topic (clause 4)', () => {
	let forum: Forum;
	let cid: number;
	let free: number;
	let alerts: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		free = await forum.admin.category();
		alerts = await forum.admin.category();
		for (const [id, profile] of [
			['title-telling', { items, titleRule: 'telling' }], ['title-any', { items }],
			['title-alert', { kind: 'security', items, titleRule: 'telling' }],
		] as const) {
			assert.equal((await admin('PUT', `/admin/checklists/${id}`, profile)).status, 200);
		}
		await admin('PUT', '/admin/checklist-places', {
			topics: { [cid]: 'title-telling', [free]: 'title-any', [alerts]: 'title-alert' },
		});
		const known = await admin('PUT', '/admin/checklist-knowledge', { vagueWords: ['help', 'please', 'hilfe'] });
		assert.deepEqual(known.response.vagueWords, ['help', 'please', 'hilfe']);
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await admin('PUT', '/admin/checklist-knowledge', nothingKnown);
		await forum.close();
	});

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);

	it('that fits every topic is asked again, with what to write instead; nothing is stored', async () => {
		const member = await forum.member();
		const refused = await member.topic({ cid, title: 'Please HELP!!!', ...answered });
		assert.equal(refused.status, 400, refused.text);
		assert.match(refused.message, /Say in the title what does not work.*clause 4/);
		assert.doesNotMatch((await forum.admin.get(`/api/category/${cid}`)).text, /Please HELP/);
		assert.equal((await member.topic({ cid, title: `Help: fax is empty ${unique()}`, ...answered })).status, 200);
	});

	it('of which nobody sees anything is asked again under any checklist, but never of a security report', async () => {
		const member = await forum.member();
		const unseen = { title: '\u200b\u2060\u200b\u200b', content: 'Phones are silent since noon.', ...answered };
		assert.match((await member.topic({ cid: free, ...unseen })).message, /Say in the title/);
		assert.equal((await member.topic({ cid: alerts, ...unseen })).status, 200);
	});

	it('is held to the rule in whatever shape it comes, and when it is left out', async () => {
		const member = await forum.member();
		const titles: unknown[] = [
			['help', 'please'], [['Please help']], null, 0, false, '', { toString: 'help' }, 'he\u200Blp plea\u00ADse',
			'\u200B\u200B\u200B\u200B', undefined,
		];
		for (const title of titles) {
			const refused = await member.send('POST', '/api/v3/topics', { cid, title, content: 'Please help! It is urgent.', ...answered });
			assert.equal(refused.status, 400, `${JSON.stringify(title)} ${refused.text.slice(0, 200)}`);
		}
		const form = await member.compose({
			cid: String(cid), title: ['please', 'help'], content: 'Please help! It is urgent.', 'forumTermsConfirm.done': '1',
		});
		assert.equal(form.status, 400, form.text.slice(0, 200));
		const { topics } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics: { title: string }[] };
		assert.deepEqual(topics.map(({ title }) => title).filter(title => !/fax/i.test(title)), []);
	});

	it('is held to the rule when a topic is renamed, and when it is changed in the queue', async () => {
		const member = await forum.member();
		const made = await member.topic({ cid, title: `Fax stays empty ${unique()}`, ...answered });
		const { mainPid, tid } = made.response as { mainPid: number; tid: number };
		const content = 'It stays empty since the update.';
		for (const title of ['Please HELP', 'he\u200Blp!', ['help', 'please', 'help']]) {
			const refused = await member.edit(mainPid, { content, title });
			assert.equal(refused.status, 400, refused.text.slice(0, 200));
			assert.match(refused.message, /Say in the title what does not work/);
		}
		assert.match(((await forum.admin.get(`/api/topic/${tid}`)).json as { title: string }).title, /^Fax stays empty/);
		assert.equal((await member.edit(mainPid, { content, title: `Fax is cut off ${unique()}` })).status, 200);
		assert.equal((await member.edit(mainPid, { content: `${content} Always.` })).status, 200);

		const queueCid = await forum.admin.category({ postQueue: 1 });
		await admin('PUT', '/admin/checklist-places', {
			topics: { [cid]: 'title-telling', [free]: 'title-any', [alerts]: 'title-alert', [queueCid]: 'title-telling' },
		});
		await forum.admin.setConfig('postQueue', 1);
		const newcomer = await forum.member();
		const waiting = await newcomer.topic({ cid: queueCid, title: 'Fax waits', ...answered });
		await forum.admin.setConfig('postQueue', 0);
		assert.equal(waiting.response.queued, true, waiting.text);
		const change = (title: unknown) => newcomer.send('PUT', `/api/v3/posts/queue/${String(waiting.response.id)}`, { title });
		for (const title of ['help, please', ['help'], 'h\u200Belp']) {
			const refused = await change(title);
			assert.equal(refused.status, 400, refused.text.slice(0, 200));
			assert.match(refused.message, /Say in the title what does not work/);
		}
		assert.equal((await change('Fax waits for ever')).status, 200);
	});

	it('is held to the rule when an old version of the first post brings it back, and never while it stays', async () => {
		const later = await forum.admin.category();
		const placed = (profile: string) => admin('PUT', '/admin/checklist-places', {
			topics: { [cid]: 'title-telling', [free]: 'title-any', [alerts]: 'title-alert', [later]: profile },
		});
		await placed('title-any');
		await forum.admin.setConfig('enablePostHistory', 1);
		const member = await forum.member();
		const content = 'It stays empty since the update.';
		const start = async (title: string) => (await member.topic({ cid: later, title, content, ...answered }))
			.response as { mainPid: number; tid: number };
		const titleOf = async (tid: number) => ((await forum.admin.get(`/api/topic/${tid}`)).json as { title: string }).title;
		const [renamed, vague] = [await start('Please help'), await start('Please, please help')];
		assert.equal((await member.edit(renamed.mainPid, { content, title: `Fax stays empty ${unique()}` })).status, 200);
		assert.equal((await member.edit(vague.mainPid, { content: `${content} Always.` })).status, 200);
		await placed('title-telling');

		const refused = await member.restore(renamed.mainPid);
		assert.equal(refused.status, 400, refused.text.slice(0, 200));
		assert.match(refused.message, /Say in the title what does not work/);
		assert.match(await titleOf(renamed.tid), /^Fax stays empty/);
		for (const title of ['Please, please help', ' Please, please help ']) {
			const kept = await member.edit(vague.mainPid, { content: `${content} ${unique()}`, title });
			assert.equal(kept.status, 200, kept.text.slice(0, 200));
		}
		assert.equal((await member.restore(vague.mainPid)).status, 200);
		assert.equal(await titleOf(vague.tid), 'Please, please help');
		const staff = await forum.admin.edit(vague.mainPid, { content, title: 'Help please' });
		assert.equal(staff.status, 200, 'staff know what they do');
	});

	it('that waits in the queue may stay what it is, and only change to one that says something', async () => {
		const queueCid = await forum.admin.category({ postQueue: 1 });
		const placed = (profile: string) => admin('PUT', '/admin/checklist-places', { topics: { [queueCid]: profile } });
		await placed('title-any');
		await forum.admin.setConfig('postQueue', 1);
		const newcomer = await forum.member();
		const waiting = await newcomer.topic({ cid: queueCid, title: 'Please help', ...answered });
		await forum.admin.setConfig('postQueue', 0);
		assert.equal(waiting.response.queued, true, waiting.text);
		await placed('title-telling');
		const change = async (fields: object) =>
			(await newcomer.send('PUT', `/api/v3/posts/queue/${String(waiting.response.id)}`, fields)).status;
		const content = 'It stays empty since the update.';
		assert.deepEqual([await change({ content }), await change({ content, title: 'Please help' })], [200, 200]);
		assert.deepEqual([await change({ title: 'Help, please' }), await change({ title: 'Fax stays empty' })], [400, 200]);
		await admin('PUT', '/admin/checklist-places', {
			topics: { [cid]: 'title-telling', [free]: 'title-any', [alerts]: 'title-alert' },
		});
	});

	it('stays as it is with what else is known when one list alone is sent', async () => {
		const before = (await admin('PUT', '/admin/checklist-knowledge', {
			phones: [{ vendor: 'Yealink', model: 'T54W', status: 'supported', note: '' }], graceDays: 3,
		})).response;
		const { releases: _before, ...kept } = before;
		const after = (await admin('PUT', '/admin/checklist-knowledge', { releases: [{ version: 'V20 Update 9', since: 0 }] })).response;
		const { releases, ...rest } = after;
		assert.deepEqual({ ...rest, reviewedAt: 0 }, { ...kept, reviewedAt: 0 });
		assert.equal((releases as unknown[]).length, 1);
		assert.deepEqual((await admin('PUT', '/admin/checklist-knowledge', { releases: [] })).response.vagueWords, before.vagueWords);
	});

	it('is named by the check beforehand, in the reader\'s language', async () => {
		const member = await forum.member();
		const check = async (title: string) => (await member.terms.call('POST', '/posting/check', {
			cid, title, content: 'Long enough for a post.', ...answered,
		})).response as unknown as { outcome: string; reasons: { code: string; clause: string; field?: string }[] };
		const { outcome, reasons } = await check('Hilfe?');
		assert.equal(outcome, 'ask');
		assert.deepEqual(reasons.map(({ code, clause, field }) => [code, clause, field]), [['title-vague', '4', 'title']]);
		assert.equal((await check('Fax arrives empty')).outcome, 'allow');
	});

	it('may be anything where the checklist does not care, in a security alert, and for who is exempt', async () => {
		const member = await forum.member();
		const title = 'Please please help';
		assert.equal((await member.topic({ cid: free, title, ...answered })).status, 200);
		assert.equal((await member.topic({ cid: alerts, title })).status, 200);
		assert.equal((await forum.admin.topic({ cid, title })).status, 200);
	});

	it('is refused with the field where the rule or the words have another shape', async () => {
		const rule = await admin('PUT', '/admin/checklists/title-telling', { items, titleRule: 'loud' });
		assert.deepEqual([rule.status, rule.response.field], [400, 'titleRule']);
		const words = await admin('PUT', '/admin/checklist-knowledge', { vagueWords: ['help', ''] });
		assert.deepEqual([words.status, words.response.field], [400, 'vagueWords.1']);
	});
});
