import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

interface Plan {
	plan: string; counts: Record<string, number>; errorCount: number;
	errors: { line: number; column: number; field: string; code: string; message: string }[];
	steps: { joined: { username: string }[] }[]; state: string; leftOver: unknown[];
}

describe('lists of partners from files (clause 4.12)', () => {
	let forum: Forum;
	let owner: Member;
	let staff: Member;
	const [first, second] = [`csv-${unique()}`, `csv-${unique()}`];
	const header = 'id,company,level,owners,staff\r\n';

	const send = async (body: object) => {
		const answer = await forum.admin.terms.call('POST', '/admin/partners/import', body);
		return {
			...answer.response as unknown as Plan & { code: string; field: string; encoding: string },
			status: answer.status, message: answer.message,
		};
	};
	const plan = (text: string, format = 'csv') => send({ mode: 'plan', format, text });
	const apply = (id: string) => send({ mode: 'apply', plan: id });
	const account = async (id: string) => (await forum.admin.terms.call('GET', `/admin/partners/${id}`));

	before(async () => {
		forum = await openForum();
		[owner, staff] = [await forum.member(), await forum.member()];
	});
	after(() => forum.close());

	it('are named line by line where they are wrong, and then nothing is changed', async () => {
		const made = await plan(`${header}${first},First,Diamond,${owner.username},\r\n${second},,,no-such-member-${unique()},`);
		assert.deepEqual(made.errors.map(({ line, column, field, code }) => [line, column, field, code]), [
			[2, 3, 'level', 'partner-level-unknown'], [3, 2, 'company', 'body-invalid'], [3, 4, 'owners.0', 'partner-import-person'],
		]);
		assert.match(made.errors[0]?.message ?? '', /Diamond/);
		const refusal = await apply(made.plan);
		assert.deepEqual([refusal.status, refusal.code, (await account(first)).status], [409, 'partner-import-faulty', 404]);
	});

	it('are carried out after a plan, once, and another look finds nothing to do', async () => {
		const text = `${header}${first},"First, Ltd",Gold,${owner.username},${staff.uid}:support\r\n`;
		const made = await plan(text);
		const counts = { create: 1, update: 0, adopt: 0, unchanged: 0 };
		assert.deepEqual([made.counts, made.errorCount, (await account(first)).status], [counts, 0, 404]);
		const applied = await apply(made.plan);
		assert.deepEqual([applied.status, applied.state, applied.leftOver], [200, 'done', []]);
		const { company, revision, people } = (await account(first)).response as {
			company: string; revision: number; people: object[];
		};
		assert.deepEqual([company, revision, people.length], ['First, Ltd', 1, 2]);
		assert.equal((await apply(made.plan)).state, 'done');
		assert.equal((await account(first)).response.revision, 1);
		assert.equal((await plan(text)).counts.unchanged, 1);
		const json = JSON.stringify([{ id: first, company: 'First, Ltd', level: 'Gold', owners: [owner.uid], staff: [{ uid: staff.username, role: 'support' }] }]);
		assert.equal((await plan(json, 'json')).counts.unchanged, 1);
	});

	it('are not carried out over what somebody changed since the plan', async () => {
		const made = await plan(`id,company\r\n${first},Overwritten\r\n`);
		await forum.admin.terms.call('PUT', `/admin/partners/${first}`, { company: 'Changed', level: 'Gold', owners: [owner.uid] });
		const refusal = await apply(made.plan);
		assert.deepEqual([refusal.status, refusal.code], [409, 'partner-import-stale']);
		assert.equal((await account(first)).response.company, 'Changed');
	});

	it('are read in the encoding that they were saved in, and no larger than a request can be', async () => {
		const file = (bytes: Buffer) => send({ mode: 'plan', format: 'csv', file: bytes.toString('base64') });
		const made = await file(Buffer.from(`${header}${second},Z\xFCrich \x96 Telefon,,${staff.username},\r\n`, 'latin1'));
		assert.deepEqual([made.encoding, made.errors, made.counts.create], ['Windows-1252', [], 1]);
		assert.equal((await apply(made.plan)).state, 'done');
		assert.equal((await account(second)).response.company, 'Zürich – Telefon');
		const broken = await file(Buffer.from(`${header}${second},Z\uFFFDrich,,${staff.username},\r\n,#NV,,,`));
		assert.deepEqual(broken.errors.map(({ line, code }) => [line, code]), [[2, 'partner-import-broken'], [3, 'partner-import-error']]);
		assert.equal((await file(Buffer.alloc(750_000, '\n'))).status, 200);
		const large = await file(Buffer.alloc(750_001, '\n'));
		assert.deepEqual([large.status, large.code, large.field], [400, 'partner-import-large', 'file']);
		assert.match(large.message, /750 kB/);
	});

	it('find members however their names were typed, and nobody else', async () => {
		const [umlaut, spaced] = [await forum.member({ username: `Zo\u00EB ${unique()}` }), await forum.member({ username: `Jo A ${unique()}` })];
		const people = async (...names: string[]) => {
			const made = await plan(`id,company,owners\r\nnames-${unique()},Names,"${names.join(';')}"\r\n`);
			return made.errors.length > 0 ? made.errors.map(({ code }) => code) :
				made.steps[0]?.joined.map(({ username }) => username).sort();
		};
		const names = [umlaut.username, spaced.username].sort();
		assert.deepEqual(await people(umlaut.username.normalize('NFD'), spaced.username.toUpperCase()), names);
		assert.deepEqual(await people(` ${umlaut.username.toLowerCase()}\u00A0`, `@${spaced.username.replace(' ', '\u00A0 ')}`), names);
		// Slugs leave out what names have.
		assert.deepEqual(await people(spaced.username.replaceAll(' ', '-')), ['partner-import-person']);
		assert.deepEqual(await people('somebody@elsewhere.example'), ['partner-import-person']);
	});

	it('are for administrators alone', async () => {
		const base = '/api/v3/plugins/forum-terms/admin/partners';
		const body = { mode: 'plan', format: 'csv', text: '' };
		const codes = await Promise.all([
			owner.send('POST', `${base}/import`, body), owner.send('GET', base), owner.send('GET', `${base}/${first}`),
			forum.guest().send('GET', `${base}/import/x`),
		]);
		assert.deepEqual(codes.map(({ status }) => status), [403, 403, 403, 401]);
	});

	it('leave groups that an edit by hand does not change for long', async () => {
		const stranger = await forum.member();
		const inGroup = async (uid: number) => ((await forum.admin.send('GET', '/api/v3/groups/partners-gold/members'))
			.response.users as { uid: number }[]).some(user => Number(user.uid) === uid);
		assert.equal(await inGroup(owner.uid), true);
		await forum.admin.send('PUT', `/api/v3/groups/partners-gold/membership/${stranger.uid}`);
		for (let i = 0; i < 60 && await inGroup(stranger.uid); i += 1) {
			await new Promise(resolve => setTimeout(resolve, 100));
		}
		assert.deepEqual([await inGroup(stranger.uid), await inGroup(owner.uid)], [false, true]);
	});
});
