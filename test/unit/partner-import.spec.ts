import assert from 'node:assert/strict';
import { range } from 'lodash';
import { csvEntries } from '../../lib/partners/imports/csv';
import { validUntil } from '../../lib/partners/imports/entry';
import { jsonEntries } from '../../lib/partners/imports/json';
import { partnerImportRoutes } from '../../lib/partners/imports/routes';
import type { PartnerStore } from '../../lib/partners/accounts/store';
import { partnerJobs } from '../../lib/partners/jobs';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import type { RouteCall } from '../../lib/kernel/edge/routes';
import { scheduled } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

interface Problem { line: number; column: number; field: string; code: string }
interface Plan {
	plan: string; counts: Record<string, number>; errorCount: number; errors: Problem[];
	steps: {
		id: string; act: string; changes: { field: string; before: string; after: string }[];
		joined: { username: string; role: string }[];
	}[];
	upload: string; state: string; done: number; total: number; leftOver: { id: string }[];
}

async function forum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host));
	const [post, read] = partnerImportRoutes({ ...parts, host: memory.host });
	await scheduled(partnerJobs(parts), memory.host);
	const call = async (body: object, method = post, params = {}) => {
		const answer = await method?.handle({ body, params, actor: { kind: 'member', uid: 1 }, language: 'en-GB' } as unknown as RouteCall<unknown>);
		assert.ok(answer);
		return answer.ok ? answer.value as Plan : { code: answer.refusal.code, facts: answer.refusal.facts };
	};
	return {
		...memory, ...parts,
		plan: async (text: string, format = 'csv', more: object = {}) => {
			const answer = await call({ mode: 'plan', format, text, part: 0, more: false, ...more });
			assert.ok('plan' in answer || 'upload' in answer, JSON.stringify(answer));
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

describe('partner accounts in files (clause 4.12)', () => {
	it('have levels that hold until the end of a day or until a moment', () => {
		assert.deepEqual(['', '2026-01-31', '2026-01-31T12:00Z', '31.01.2026', '2026-02-31', '2026-13-01', 'soon'].map(validUntil),
			[0, Date.UTC(2026, 1, 1) - 1, Date.UTC(2026, 0, 31, 12), null, null, null, null]);
	});

	it('are read from CSV and JSON alike', () => {
		const [fromCsv] = [...csvEntries('Company,ID,staff,owners,levelvaliduntil\nAcme,a1,"Eve:Sales; 8:support",@12|Bob,2026-01-31')];
		const [fromJson] = [...jsonEntries(JSON.stringify([{
			id: 'a1', company: 'Acme', owners: ['@12', 'Bob'], staff: [{ uid: 'Eve', role: 'sales' }, { uid: 8, role: 'support' }],
			levelValidUntil: '2026-01-31',
		}]))];
		const { columns: _columns, line, ...csv } = fromCsv as unknown as Record<string, unknown>;
		const { columns: _none, line: _line, ...json } = fromJson as unknown as Record<string, unknown>;
		assert.deepEqual([csv, line], [json, 2]);
		assert.deepEqual(csv.staff, [{ person: 'Eve', role: 'sales' }, { person: '8', role: 'support' }]);
	});

	it('in JSON are named by the line in which they begin', () => {
		const lines = [...jsonEntries('[\n\t{ "id": "a]{", "company": "A" },\n\n\t{ "id": "b",\n\t\t"company": 5 }\n]')].map(({ line }) => line);
		assert.deepEqual(lines, [2, 4]);
		assert.equal([...jsonEntries('[\n{"id": ]')][0]?.line, 2);
		assert.equal([...jsonEntries('{}')].length, 1);
	});
});

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

	it('is refused as a whole when an account or a person has moved on, or the plan is old', async () => {
		const { plan, apply, accounts, store, time } = await forum();
		const account = { company: 'A', contact: '', email: '', level: '', levelValidUntil: 0, domains: [], staff: [] };
		await accounts.put('a1', { ...account, owners: [7] }, null, 1);
		const made = await plan('id,company,owners\na1,New name,7\nb1,B,8');
		await accounts.put('a1', { ...account, owners: [7], contact: 'Eve' }, null, 1);
		assert.deepEqual(await apply(made.plan), { code: 'partner-import-stale', facts: ['a1'] });
		assert.deepEqual(await idsIn(store), ['a1']);
		const again = await plan('id,company,owners\na1,New name,7\nb1,B,8');
		await accounts.put('other', { ...account, owners: [8] }, null, 1);
		assert.deepEqual(await apply(again.plan), { code: 'partner-import-stale', facts: ['other'] });
		const late = await plan('id,company,owners\nc1,C,9');
		time.at += 60 * 60 * 1000;
		assert.equal((await apply(late.plan) as { code?: string }).code, 'partner-import-unknown');
	});

	it('lets two accounts swap their people, and touches no account that it does not name', async () => {
		const { plan, apply, store, accounts } = await forum();
		await apply((await plan(`${header}a1,A,,,7,8:sales\nb1,B,,,9,10:sales\nz1,Z,,,11,12:sales`)).plan);
		const before = await store.account('z1');
		const swap = await plan(`${header}a1,A,,,9,10:support\nb1,B,,,7,8:support`);
		assert.deepEqual(swap.errors, []);
		assert.deepEqual((await apply(swap.plan) as Plan).leftOver, []);
		const people = async (id: string) => (await store.people(id)).map(({ uid, role }) => `${uid} ${role}`).sort();
		assert.deepEqual([await people('a1'), await people('b1')], [['10 support', '9 owner'], ['7 owner', '8 support']]);
		assert.deepEqual([await store.account('z1'), await people('z1')], [before, ['11 owner', '12 sales']]);
		assert.ok(accounts);
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

	it('takes a long file in parts, in any case the same as in one', async () => {
		const { plan, apply, call, store } = await forum();
		const text = `${header}a1,"Äcme\nTelecom",Gold,,7,\nb1,B,,,9,`;
		const { upload } = await plan(text.slice(0, 45), 'csv', { more: true });
		await plan(text.slice(45, 50), 'csv', { more: true, upload, part: 1 });
		assert.equal((await call({ mode: 'plan', format: 'csv', text: '', upload, part: 3, more: false }) as { code?: string }).code, 'partner-import-part');
		const made = await plan(text.slice(50), 'csv', { upload, part: 2 });
		assert.deepEqual(made.counts.create, 2);
		await apply(made.plan);
		assert.equal((await store.account('a1'))?.company, 'Äcme\nTelecom');
	});

	it('answers fifty thousand rows with errors in seconds and lets others work in between', async function fifty() {
		this.timeout(60_000);
		const { plan, host } = await forum();
		let [pauses, last, longest] = [0, performance.now(), 0];
		host.pause = async () => {
			const now = performance.now();
			[pauses, longest, last] = [pauses + 1, Math.max(longest, now - last), now];
		};
		const rows = range(50_000).map(n => `c${n},Company ${n},Diamond,gmail.com,${n + 1},${n + 60_000}:boss`);
		const start = process.cpuUsage();
		const made = await plan(header + rows.join('\r\n'));
		// Processor time: a busy machine makes nothing slower than it is.
		const seconds = process.cpuUsage(start).user / 1e6;
		assert.deepEqual([made.errors.length, made.errorCount, made.errors[0]?.line], [1000, 150_000, 2]);
		assert.ok(seconds < 15 && pauses >= 200 && longest < 3000, `${seconds} s, ${pauses} pauses, ${longest} ms`);
	});
});
