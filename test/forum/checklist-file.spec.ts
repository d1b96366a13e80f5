import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Answer } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms/admin/checklists';
const script = '<script>window.pwned=1</script>';
const items = [
	{ key: 'version', kind: 'version', behind: 'block', stable: true, words: ['which version'],
		prompt: { 'en-GB': 'Version and update', de: 'Version und Update' } },
	{ key: 'trunk', kind: 'choice', required: false, clause: '4.10', prompt: { 'en-GB': 'Trunk' }, options: [
		{ value: 'no', label: { 'en-GB': 'No' } },
		{ value: 'yes', label: { 'en-GB': `Yes ${script}` }, verdict: 'warn', say: { 'en-GB': 'Look it up.' } },
	] },
	{ key: 'which', kind: 'trunk', prompt: { 'en-GB': 'Which one' }, shownWhen: { item: 'trunk', values: ['yes'] } },
];

describe('checklist as a file, by the API (clause 3)', () => {
	let forum: Forum;
	let id: string;
	before(async () => {
		forum = await openForum();
		id = `file-${unique()}`;
		const saved = await forum.admin.terms.call('PUT', `/admin/checklists/${id}`, { title: { 'en-GB': 'A file' }, items });
		assert.equal(saved.status, 200, saved.text);
	});
	after(async () => {
		await forum.admin.terms.call('DELETE', `/admin/checklists/${id}`, {});
		await forum.close();
	});

	const read = (text: unknown): Promise<Answer> => forum.admin.terms.call('POST', '/admin/checklists/import', { text });
	const list = async () => (await forum.admin.terms.call('GET', '/admin/checklists')).response.profiles as
		{ id: string; kind: string; title: object; items: object[]; version: number }[];

	it('is for administrators only', async () => {
		const member = await forum.member();
		for (const who of [forum.guest(), member]) {
			const status = who === member ? 403 : 401;
			assert.equal((await who.send('POST', `${base}/import`, { text: 'body: []' })).status, status);
			assert.equal((await who.get(`${base}/${id}/file.yaml`)).status, status);
			assert.equal((await who.get(`${base}/${id}/file.json`)).status, status);
		}
	});

	for (const format of ['yaml', 'json']) {
		it(`goes out as ${format} and comes back as it was; reading it stores nothing`, async () => {
			const file = await forum.admin.get(`${base}/${id}/file.${format}`);
			assert.equal(file.status, 200);
			const before = await list();
			const answer = await read(file.text);
			assert.equal(answer.status, 200, answer.text);
			const stored = before.find(profile => profile.id === id);
			assert.deepEqual(answer.response,
				{ kind: stored?.kind, title: stored?.title, items: stored?.items, notes: [] });
			assert.deepEqual(await list(), before);
			const { notes: _notes, ...content } = answer.response;
			const saved = await forum.admin.terms.call('PUT', `/admin/checklists/${id}`, content);
			assert.deepEqual(saved.response.items, stored?.items);
		});
	}

	it('of a checklist that is not there is not found', async () => {
		const answer = await forum.admin.get(`${base}/nobody-made-this/file.yaml`);
		assert.deepEqual([answer.status, answer.response.code, answer.response.clause], [404, 'checklist-file-unknown', '3']);
		assert.match(answer.message, /nobody-made-this/);
	});

	it('of GitHub is taken, and what has no place here is said in the reader\'s language', async () => {
		const { response } = await read('name: Bug\ndescription: x\nbody:\n  - type: textarea\n    attributes: {label: What happened?}\n');
		assert.deepEqual((response.items as { key: string }[]).map(({ key }) => key), ['what-happened']);
		const [note] = response.notes as { line: number; path: string; kind: string; message: string }[];
		assert.deepEqual([note?.line, note?.path, note?.kind], [2, 'description', 'left-out']);
		assert.match(note?.message ?? '', /Line 2: description/);
	});

	for (const [what, text, said] of [
		['tabs', 'name: X\nbody:\n\t- type: input', /Line 3/],
		['a wrong type', 'name: X\nbody:\n  - type: input\n    attributes:\n      label: [X]', /Line 5, body\.0\.attributes\.label/],
		['a double id', 'body:\n- {type: input, id: a, attributes: {label: X}}\n- {type: input, id: a, attributes: {label: Y}}', /Line 3, body\.1\.id/],
		['aliases that multiply', `a: &a [x]\n${'bcdefgh'.split('').map((name, index) =>
			`${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`).join('\n')}`, /20 aliases/],
		['300 kB', `name: ${'x'.repeat(300_000)}`, /200 kB/],
		['nothing', '', /Line 1/],
	] as const) {
		it(`with ${what} is refused by its line`, async () => {
			const answer = await read(text);
			assert.equal(answer.status, 400, answer.text.slice(0, 300));
			const { code, clause, field } = answer.response;
			assert.deepEqual([code, clause, field], ['checklist-file-invalid', '3', 'text']);
			assert.match(answer.message, said);
		});
	}

	it('of more than a megabyte, or that is no text, is not even looked at', async () => {
		const answer = await read('x'.repeat(1_200_000));
		assert.ok([400, 413, 500].includes(answer.status), String(answer.status));
		assert.equal((await read(5)).response.field, 'text');
		assert.equal((await forum.admin.terms.call('POST', '/admin/checklists/import', {})).response.field, 'text');
	});

	it('with script in its texts stays text, wherever it is shown', async () => {
		const { response } = await read(`name: X\nbody:\n- {type: confirm, id: a, attributes: {label: "${script}"}, validations: {required: true}}`);
		const { notes: _notes, ...content } = response as { notes: unknown; items: { prompt: object }[] };
		assert.deepEqual(content.items[0]?.prompt, { 'en-GB': script });
		const cid = await forum.admin.category();
		await forum.admin.terms.call('PUT', `/admin/checklists/${id}`, content);
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: { [cid]: id } });
		try {
			const member = await forum.member();
			const page = await member.compose({ cid: String(cid), title: `Script ${unique()}`, content: 'Long enough for a post.' });
			assert.match(page.text, /window\.pwned/);
			assert.doesNotMatch(page.text.replace(/<script id="ajaxify-data">[\s\S]*?<\/script>/, ''), /<script>window\.pwned/);
		} finally {
			await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		}
		const refused = await read(`"${script}": 1\nname: X\nbody: []`);
		assert.equal(refused.status, 400);
	});
});
