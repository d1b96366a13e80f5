import assert from 'node:assert/strict';
import { range } from 'lodash';
import { partnerImportRoutes } from '../../lib/partners/imports/routes';
import type { PartnerStore } from '../../lib/partners/accounts/store';
import { partnerJobs } from '../../lib/partners/jobs';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { recordOver } from '../builders/decisions';
import { scheduled } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

interface Problem { line: number; column: number; field: string; code: string }
interface Plan {
	plan: string; counts: Record<string, number>; errorCount: number; errors: Problem[];
	steps: {
		id: string; act: string; changes: { field: string; before: string; after: string }[];
		joined: { username: string; role: string }[];
	}[];
	encoding: string; state: string; done: number; total: number; leftOver: { id: string }[];
}

async function forum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
	const [post, read] = partnerImportRoutes({ ...parts, host: memory.host });
	await scheduled(partnerJobs(parts), memory.host);
	const call = async (body: object, method = post, params = {}) => {
		const answer = await method?.handle({ body, params, actor: { kind: 'member', uid: 1 }, language: 'en-GB' } as unknown as RouteCall<unknown>);
		assert.ok(answer);
		return answer.ok ? answer.value as Plan :
			{ code: answer.refusal.code, facts: answer.refusal.facts, field: answer.refusal.field };
	};
	return {
		...memory, ...parts,
		plan: async (text: string, format = 'csv') => {
			const answer = await call({ mode: 'plan', format, text });
			assert.ok('plan' in answer, JSON.stringify(answer));
			return answer;
		},
		call, apply: (plan: string) => call({ mode: 'apply', plan }),
		state: (plan: string) => call({}, read, { plan }),
	};
}
const errorsOf = ({ errors }: Plan) => errors.map(({ line, column, field, code }) => `${line}:${column} ${field} ${code}`);

async function idsIn(store: Pick<PartnerStore, 'ids'>): Promise<string[]> {
	const found: string[] = [];
	for await (const ids of store.ids()) {
		found.push(...ids);
	}
	return found;
}

describe('import of partner accounts (clause 4.12)', () => {
	const header = 'id,company,level,domains,owners,staff\n';

	it('names every error by line, column and field, and changes nothing', async () => {
		const { plan, apply, store, accounts, host } = await forum();
		host.members.profiles = async uids => uids.map(uid => (uid > 90 ? null : { uid, username: `member ${uid}`, userslug: '' }));
		await accounts.put('old', { company: 'Old', contact: '', email: '', level: 'Gold', levelValidUntil: 0, domains: [], owners: [30], staff: [] }, null, 1);
		const made = await plan(`${header}a1,Acme,Diamond,gmail.com,nobody,"member 8:boss;99:sales"\n,Nameless,,,5,\nbad id,B,,,6,\n` +
			'c1,C,Gold,,,\nd1,,Gold,,7,\na1,Again,,,9,\ne1,E,Gold,,30,\nf1,F,Gold,,7,,more\n"open');
		assert.deepEqual(errorsOf(made), [
			'2:3 level partner-level-unknown', '2:4 domains.0 body-invalid', '2:5 owners.0 partner-import-person',
			'2:6 staff.0 body-invalid', '2:6 staff.1 partner-import-person', '3:1 id partner-import-nameless', '4:1 id body-invalid',
			'5:5 owners body-invalid', '6:2 company body-invalid', '7:1 id partner-import-double', '8:5 owners.0 partner-member-elsewhere',
			'9:7 text partner-import-cells', '10:1 text partner-import-quote',
		]);
		assert.deepEqual([(await apply(made.plan) as { code?: string }).code, await idsIn(store)], ['partner-import-faulty', ['old']]);
	});

	it('says what it creates, updates, adopts and leaves, and does that, once', async () => {
		const { plan, apply, store, state } = await forum();
		const text = `${header}a1,Acme,Gold,acme.example,member 7,member 8:support\nb1,Beta,,,9,\n`;
		const first = await plan(text);
		assert.deepEqual([first.counts, await idsIn(store)], [{ create: 2, update: 0, adopt: 0, unchanged: 0 }, []]);
		assert.deepEqual(first.steps[0]?.joined.map(({ username, role }) => `${username} ${role}`), ['member 8 support', 'member 7 owner']);
		const applied = await apply(first.plan) as Plan;
		assert.deepEqual([applied.state, applied.done, applied.total, applied.leftOver], ['done', 2, 2, []]);
		const events = (await store.lastEvents('a1', 1000)).length;
		assert.deepEqual(await apply(first.plan), await state(first.plan));
		assert.equal((await store.lastEvents('a1', 1000)).length, events);
		const second = await plan('id,company,level\na1,Acme,Silver\n,beta,\nc1,C,\n'.replace('c1,C,\n', ''));
		assert.deepEqual([second.counts, second.errors], [{ create: 0, update: 1, adopt: 1, unchanged: 0 }, []]);
		assert.deepEqual(second.steps.map(({ id, act, changes }) => [id, act, changes]), [
			['a1', 'update', [{ field: 'level', before: 'Gold', after: 'Silver' }]],
			['b1', 'adopt', [{ field: 'company', before: 'Beta', after: 'beta' }]],
		]);
		await apply(second.plan);
		assert.deepEqual((await store.people('a1')).map(({ uid, role }) => `${uid} ${role}`).sort(), ['7 owner', '8 support'], 'a column that is not there changes nobody');
		assert.deepEqual((await plan(text.replace('Gold', 'Silver').replace('Beta', 'beta'))).counts.unchanged, 2);
	});

	it('takes somebody who stands in both lists for an owner', async () => {
		const { plan, apply, store } = await forum();
		const made = await plan(`${header}a1,Acme,Gold,,member 7,member 7:sales;member 8:support\n`);
		assert.deepEqual(made.steps[0]?.joined.map(({ username, role }) => `${username} ${role}`), ['member 8 support', 'member 7 owner']);
		await apply(made.plan);
		assert.deepEqual((await store.people('a1')).map(({ uid, role }) => `${uid} ${role}`).sort(), ['7 owner', '8 support']);
	});

	it('takes the columns and rows that a spreadsheet leaves empty for nothing', async () => {
		const { plan } = await forum();
		for (const header of ['id;company;owners;;', 'id;company;owners; ;\u00A0', ';id;company;;owners']) {
			const cells = header.startsWith(';') ? ';a1;Acme;;7' : 'a1;Acme;7;;';
			const made = await plan(`${header}\r\n${cells}\r\n;;;;\r\n`);
			assert.deepEqual([made.errors, made.counts.create], [[], 1], header);
		}
		const made = await plan('id;company;owners;;\na1;Acme;7;;lost');
		assert.deepEqual(errorsOf(made), ['2:5 text partner-import-cells']);
	});

	it('finds a company and a person however their names were typed', async () => {
		const { plan, apply, store } = await forum();
		await apply((await plan('id,company,owners\nm1,M\u00FCller  GmbH,7')).plan);
		assert.equal((await store.account('m1'))?.company, 'M\u00FCller GmbH');
		for (const company of ['Mu\u0308ller GmbH', 'M\u00FCller\u00A0GmbH', 'm\u00DCLLER   gmbh', 'M\u00FCl\u00ADler\u202FGmbH\u200B']) {
			const made = await plan(`company,owners\n${company},7`);
			assert.deepEqual([made.errors, made.steps.map(({ id }) => id).filter(id => id !== 'm1')], [[], []], company);
			assert.deepEqual((await plan(JSON.stringify([{ company, owners: [7] }]), 'json')).errors, []);
		}
	});

	it('takes a level however its blanks were typed, in the file and in the settings', async () => {
		const { plan, host } = await forum();
		await host.settings.save('partnerLevels', 'Platinum  Plus, Gold');
		for (const level of ['Platinum Plus', 'Platinum  Plus', 'Platinum\u00A0Plus']) {
			assert.deepEqual(errorsOf(await plan(`id,company,level,owners\na1,A,${level},7`)), [], level);
		}
	});

	it('refuses by its line what a spreadsheet or a wrong encoding broke', async () => {
		const { plan } = await forum();
		for (const [broken, code] of [
			['M\uFFFDller', 'partner-import-broken'], ['M\u00C3\u00BCller', 'partner-import-broken'],
			['#N/A', 'partner-import-error'], ['#NV', 'partner-import-error'], ['#REF!', 'partner-import-error'], [' #Name? ', 'partner-import-error'],
			['A\u0007B', 'partner-import-character'], ['A\u0085B', 'partner-import-character'],
			['A\u202EB', 'partner-import-character'], ['A\u200FB', 'partner-import-character'],
		]) {
			const made = await plan(`id,company,owners\na1,Acme,7\nb1,"${broken}",9`);
			assert.deepEqual(errorsOf(made), [`3:2 company ${code}`], broken);
			const json = await plan(JSON.stringify([{ id: 'b1', company: broken, owners: [9] }]), 'json');
			assert.deepEqual(errorsOf(json), [`1:0 company ${code}`], broken);
		}
		assert.deepEqual(errorsOf(await plan('id,company,owners\na1,Acme,member 7;#N/A')), ['2:3 owners partner-import-error']);
	});

	it('is refused as a whole when an account or a person has moved on, or the plan is old', async () => {
		const { plan, apply, accounts, store, time } = await forum();
		const account = { company: 'A', contact: '', email: '', level: '', levelValidUntil: 0, domains: [], staff: [] };
		await accounts.put('a1', { ...account, owners: [7] }, null, 1);
		const made = await plan('id,company,owners\na1,New name,7\nb1,B,8');
		await accounts.put('a1', { ...account, owners: [7], contact: 'Eve' }, null, 1);
		assert.deepEqual(await apply(made.plan), { code: 'partner-import-stale', facts: ['a1'], field: 'plan' });
		assert.deepEqual(await idsIn(store), ['a1']);
		const again = await plan('id,company,owners\na1,New name,7\nb1,B,8');
		await accounts.put('other', { ...account, owners: [8] }, null, 1);
		assert.deepEqual(await apply(again.plan), { code: 'partner-import-stale', facts: ['other'], field: 'plan' });
		const late = await plan('id,company,owners\nc1,C,9');
		time.at += 60 * 60 * 1000;
		assert.equal((await apply(late.plan) as { code?: string }).code, 'partner-import-unknown');
	});

	it('touches no account that it does not name, and moves nobody from one to another', async () => {
		const { plan, apply, store } = await forum();
		await apply((await plan(`${header}a1,A,,,7,8:sales\nb1,B,,,9,10:sales\nz1,Z,,,11,12:sales`)).plan);
		const before = await store.account('z1');
		const swap = await plan(`${header}a1,A,,,7,10:support\nb1,B,,,9,`);
		assert.deepEqual(errorsOf(swap), ['2:6 staff.0 partner-member-elsewhere']);
		await apply((await plan(`${header}b1,B,,,9,`)).plan);
		await apply((await plan(`${header}a1,A,,,7,10:support`)).plan);
		const people = async (id: string) => (await store.people(id)).map(({ uid, role }) => `${uid} ${role}`).sort();
		assert.deepEqual([await people('a1'), await people('b1')], [['10 support', '7 owner'], ['9 owner']]);
		assert.deepEqual([await store.account('z1'), await people('z1')], [before, ['11 owner', '12 sales']]);
	});

	it('is finished by the job when the process died in the middle', async () => {
		const { plan, apply, store, database, jobs, state } = await forum();
		const made = await plan(`${header}${range(1, 9).map(n => `c${n},Company ${n},Gold,,${n + 10},${n + 30}:sales`).join('\n')}`);
		database.killBefore = 'forum-terms:partner-people:c5';
		await assert.rejects(apply(made.plan), /killed/);
		assert.deepEqual([(await idsIn(store)).length, (await state(made.plan) as Plan).done], [4, 4]);
		database.killBefore = '';
		await jobs.get('forum-terms-partner-import')?.();
		const { state: end, done, leftOver } = await state(made.plan) as Plan;
		assert.deepEqual([end, done, leftOver, (await idsIn(store)).length], ['done', 8, [], 8]);
		assert.deepEqual((await store.lastEvents('c5', 1000)).filter(({ kind }) => kind === 'described').length, 1, 'what was begun is on record once');
	});

	it('reads the bytes of a file, says in which encoding, and refuses what is too large', async () => {
		const { call, apply, store } = await forum();
		const send = async (file: Buffer | string, format = 'csv') => {
			const text = typeof file === 'string' ? file : file.toString('base64');
			return await call({ mode: 'plan', format, file: text }) as Plan & { code: string; facts: string[]; field: string };
		};
		const windows = Buffer.from(`${header}a1,M\xFCller \x96 \x8Akoda,,,7,`, 'latin1');
		const made = await send(windows);
		assert.deepEqual([made.encoding, made.errors, made.counts.create], ['Windows-1252', [], 1]);
		await apply(made.plan);
		assert.equal((await store.account('a1'))?.company, 'Müller – Škoda');
		assert.equal((await send(Buffer.from(`\uFEFF${header}a1,Müller – Škoda,,,7,`))).counts.unchanged, 1);
		assert.equal((await send(Buffer.from('[{"id":"a1","company":"M\xFCller"}]', 'latin1'), 'json')).encoding, 'Windows-1252');
		assert.deepEqual(errorsOf(await send(Buffer.from('company,owners\nM\x81ller,7', 'latin1'))), ['2:1 company partner-import-character']);
		const large = await send(Buffer.alloc(750_001, 'a'));
		assert.deepEqual([large.code, large.field, large.facts], ['partner-import-large', 'file', ['750']]);
		assert.ok((await send(Buffer.alloc(750_000, 'a'))).errors);
		for (const file of ['!!!!', 'QQ', 'QQ=', 'QQ==\n', 'QR==']) {
			assert.deepEqual([(await send(file)).code, (await send(file)).field], ['body-invalid', 'file'], file);
		}
		assert.equal((await call({ mode: 'plan', format: 'csv', text: 'a'.repeat(1_000_001) }) as { field?: string }).field, 'text');
	});

	it('knows companies that are called like something in every object', async () => {
		const { plan } = await forum();
		for (const company of ['constructor', '__proto__', 'toString']) {
			assert.deepEqual(errorsOf(await plan(`company,owners\n${company},7`)), ['2:0 id partner-import-nameless'], company);
		}
	});

	it('answers the largest file with errors in seconds and lets others work in between', async function fifty() {
		this.timeout(60_000);
		const { plan, host } = await forum();
		let [pauses, last, longest] = [0, performance.now(), 0];
		host.pause = async () => {
			const now = performance.now();
			[pauses, longest, last] = [pauses + 1, Math.max(longest, now - last), now];
		};
		const rows = range(14_000).map(n => `c${n},Company ${n},Diamond,gmail.com,${n + 1},${n + 20_000}:boss`);
		const start = process.cpuUsage();
		const made = await plan(header + rows.join('\r\n'));
		// Processor time: a busy machine makes nothing slower than it is.
		const seconds = process.cpuUsage(start).user / 1e6;
		assert.deepEqual([made.errors.length, made.errorCount, made.errors[0]?.line], [1000, 42_000, 2]);
		assert.ok(seconds < 15 && pauses >= 50 && longest < 3000, `${seconds} s, ${pauses} pauses, ${longest} ms`);
	});
});
