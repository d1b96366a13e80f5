import assert from 'node:assert/strict';
import { blueprintGround, type BlueprintGround } from '../driver/blueprint-ground';
import { openForum, type Forum } from '../driver/forum';

interface Step { kind: string; key: string }

describe('template of a category\'s topics (clause 4)', () => {
	let forum: Forum;
	let ground: BlueprintGround;
	const template = '**What I did**\n\n**What happened**';

	before(async () => {
		forum = await openForum();
		ground = blueprintGround(forum);
		await ground.apply(ground.place('written', { template: { 'en-GB': template.replaceAll('\n', '\r\n'), de: '**Was war**' } }),
			ground.place('plain'));
	});
	after(async () => {
		await ground.undo();
		await forum.close();
	});

	const changes = async () => {
		const { steps } = (await forum.admin.terms.call('GET', '/admin/categories/drift')).response as {
			steps: (Step & { changes?: { field: string }[] })[];
		};
		return steps.filter(({ key }) => key.startsWith(ground.mark))
			.flatMap(step => step.changes?.map(({ field }) => field) ?? step.kind);
	};
	const body = async (query: string) => {
		const { text } = await (await forum.member()).get(`/compose?${query}`);
		return /<textarea[^>]*>([^<]*)<\/textarea>/.exec(text)?.[1];
	};

	it('is the forum\'s own, so that its composer starts with it', async () => {
		const { json } = await forum.guest().get(`/api/category/${await ground.cidOf('written')}`);
		assert.equal((json as { topicTemplate?: string }).topicTemplate, template);
		assert.deepEqual(await changes(), []);
	});

	it('is in the composer without script too, and never in place of what somebody brings along', async () => {
		const [written, plain] = [await ground.cidOf('written'), await ground.cidOf('plain')];
		assert.equal(await body(`cid=${written}`), template);
		assert.equal(await body(`cid=${plain}`), '');
		const { json } = await (await forum.member()).get(`/api/compose?cid=${written}`);
		assert.equal((json.category as { topicTemplate?: string }).topicTemplate, template);
		assert.equal(await body(`cid=${written}&body=mine`), 'mine');
		const { response } = await forum.admin.topic({ cid: written });
		assert.equal(await body(`tid=${String(response.tid)}`), '');
	});

	it('is asked to be filled in, whatever is done to its blanks, at every door where its author writes', async () => {
		const [written, plain] = [await ground.cidOf('written'), await ground.cidOf('plain')];
		const member = await forum.member();
		const untouched = [template, template.replaceAll('\n', '\r\n \u200B'), '**What happened**'];
		for (const content of untouched) {
			const said = await member.topic({ cid: written, content });
			assert.equal(said.status, 400, said.text);
			assert.match(said.message, /Fill in the template before you post: so far it says nothing of your own \(clause 4\)/);
		}
		const check = await member.terms.call('POST', '/posting/check', { cid: written, title: 'Calls drop', content: template });
		const { outcome, reasons } = check.response as { outcome: string; reasons: { code: string; field: string }[] };
		assert.deepEqual([outcome, reasons.map(({ code, field }) => [code, field])], ['ask', [['template-untouched', 'content']]]);
		const form = await member.compose({ cid: String(written), title: 'Calls drop again', content: template });
		assert.ok(form.text.includes('Fill in the template before you post'));
		assert.equal(/<textarea[^>]*>([^<]*)<\/textarea>/.exec(form.text)?.[1], template, 'nothing typed is lost');
		const sent = await member.topic({ cid: written, content: `${template}\n\nCalls drop.` });
		assert.equal(sent.status, 200, sent.text);
		assert.equal((await member.topic({ cid: plain, content: template })).status, 200, 'where it is no template');
		const { mainPid, tid } = sent.response as { mainPid: number; tid: number };
		assert.match((await member.edit(mainPid, { content: template })).message, /Fill in the template/);
		assert.equal((await forum.admin.edit(mainPid, { content: template })).status, 200, 'staff tidy up');
		assert.equal((await member.reply(tid, { content: template })).status, 200, 'an answer that quotes it');
	});

	it('stops no security report', async () => {
		const written = await ground.cidOf('written');
		await forum.admin.terms.call('PUT', '/admin/checklists/template-alarm', {
			kind: 'security', items: [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } }],
		});
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: { [written]: 'template-alarm' } });
		const said = await (await forum.member()).topic({ cid: written, content: template });
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		assert.equal(said.status, 200, said.text);
	});

	it('is asked of a topic that its author empties in the queue', async () => {
		const written = await ground.cidOf('written');
		await forum.admin.send('PUT', `/api/v3/categories/${written}`, { postQueue: 1 });
		await forum.admin.setConfig('postQueue', 1);
		const member = await forum.member();
		const sent = await member.topic({ cid: written, content: `${template}\nCalls drop.` });
		const id = String((sent.response as { id?: unknown }).id);
		const emptied = await member.editQueued(id, template);
		const refilled = await member.editQueued(id, `${template}\nCalls drop, still.`);
		await forum.admin.setConfig('postQueue', 0);
		await forum.admin.send('PUT', `/api/v3/categories/${written}`, { postQueue: 0 });
		assert.deepEqual([emptied.status, refilled.status], [400, 200], emptied.text);
		assert.match(emptied.text, /Fill in the template/);
	});

	it('that somebody changes by hand is a difference from the blueprint, whatever its line ends', async () => {
		const cid = await ground.cidOf('written');
		const set = (topicTemplate: string) => forum.admin.send('PUT', `/api/v3/categories/${cid}`, { topicTemplate });
		await set(`${template.replaceAll('\n', '\r\n')}\r\n`);
		assert.deepEqual(await changes(), []);
		await set('Mine');
		assert.deepEqual(await changes(), ['template']);
		await set('');
		assert.deepEqual(await changes(), ['template']);
		await ground.apply(ground.place('written', { template: { 'en-GB': template } }));
		assert.deepEqual(await changes(), []);
	});

	it('of the wrong shape is refused with its field', async () => {
		for (const wrong of ['text', {}, { 'en-GB': '' }, { 'en-GB': '\u200B' }, { 'en-GB': 'x'.repeat(5001) }, { 'en-GB': 4 }]) {
			const { status, response } = await forum.admin.terms.call('POST', '/admin/categories/plan', {
				blueprint: { blueprint: 1, categories: [ground.place('written', { template: wrong })] },
			});
			assert.equal(status, 400, JSON.stringify(wrong).slice(0, 60));
			assert.match(String(response.field), /^categories\.0\.template/);
		}
	});
});
