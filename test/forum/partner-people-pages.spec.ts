import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

describe('people of a large partner account (clause 4.12)', () => {
	let forum: Forum;
	let owner: Member;
	let uids: number[] = [];
	const id = `large-${unique()}`;
	const uidsIn = (answer: Answer) => rows(answer, 'people').map(({ uid }) => Number(uid));
	const account = (more: object) => ({ company: `Company ${id}`, level: 'Gold', owners: [owner.uid], ...more });

	before(async () => {
		forum = await openForum();
		owner = await forum.member();
		for (let i = 0; i < 28; i += 1) {
			const username = `p-${unique()}`;
			const made = await forum.admin.send('POST', '/api/v3/users', { username, password: 'Spec-pass-9271!' });
			uids.push(Number(made.response.uid));
		}
		const saved = await ask(forum.admin, 'PUT', `/admin/partners/${id}`,
			account({ staff: uids.map(uid => ({ uid, role: 'sales' })) }));
		assert.equal(saved.status, 200, saved.text);
		assert.deepEqual([uidsIn(saved).length, saved.response.peopleCount], [25, 29], 'the answer lists a page, and how many there are');
	});
	after(() => forum.close());

	it('come in pages, owners first, everybody once; the account names the first page and how many', async () => {
		const path = `/partners/${id}/people`;
		const first = await ask(owner, 'GET', path);
		const rest = await ask(owner, 'GET', `${path}?after=${Number(first.response.next)}`);
		assert.deepEqual([first.response.total, rest.response.next], [29, 0]);
		const sorted = (some: number[]) => [...some].sort((a, b) => a - b);
		assert.deepEqual(sorted([...uidsIn(first), ...uidsIn(rest)]), sorted([owner.uid, ...uids]));
		assert.equal(uidsIn(first)[0], owner.uid);
		const looks: [Member, string][] = [[owner, `/partners/${id}`], [forum.admin, `/admin/partners/${id}`]];
		for (const [who, where] of looks) {
			const shown = await ask(who, 'GET', where);
			assert.deepEqual([uidsIn(shown), shown.response.peopleCount], [uidsIn(first), 29], where);
		}
	});

	it('and their owner read in their own language which terms the account owes', async () => {
		const reader = await forum.member();
		const mine = `co-${unique()}`;
		await ask(forum.admin, 'PUT', `/admin/partners/${mine}`, { company: mine, level: 'Gold', owners: [reader.uid], staff: [] });
		await reader.send('PUT', `/api/v3/users/${reader.uid}/settings`, { settings: { userLang: 'de' } });
		for (const path of [`/partners/${mine}/people`, `/partners/${mine}`]) {
			const titles = rows(await ask(reader, 'GET', path), 'owed').map(({ title }) => title);
			assert.deepEqual(titles, ['Forenbedingungen'], path);
		}
	});

	it('are not listed in the answer of a suspension either', async () => {
		const path = `/admin/partners/${id}/suspension`;
		for (const [method, body] of [
			['PUT', { clause: '4.12', reason: 'Invented praise.', notice: 'none' }], ['DELETE', { reason: 'Mended.' }],
		] as const) {
			const answer = await ask(forum.admin, method, path, body);
			const { status, response: { peopleCount } } = answer;
			assert.deepEqual([status, uidsIn(answer).length, peopleCount], [200, 25, 29], answer.text);
		}
	});

	it('change one by one without naming everybody', async () => {
		const [gone = 0, promoted = 0] = uids;
		const newcomer = (await forum.member()).uid;
		const joined = [{ uid: newcomer, role: 'support' }, { uid: promoted, role: 'purchase' }];
		const change = account({ staffChange: { joined, left: [gone] } });
		const saved = await ask(forum.admin, 'PUT', `/admin/partners/${id}`, change);
		assert.deepEqual([saved.status, saved.response.peopleCount], [200, 29], saved.text);
		const again = await ask(forum.admin, 'PUT', `/admin/partners/${id}`, change);
		assert.equal(again.response.revision, saved.response.revision, 'the second time does nothing');
		const people = rows(await ask(owner, 'GET', `/partners/${id}/timeline`), 'people');
		const roleOf = (uid: number) => people.find(person => person.uid === uid)?.role;
		assert.deepEqual([gone, promoted, newcomer, uids.at(-1) ?? 0].map(roleOf),
			[undefined, 'purchase', 'support', 'sales']);
		uids = uids.filter(uid => uid !== gone);
	});

	it('name the field at fault, and change nothing', async () => {
		const before = (await ask(owner, 'GET', `/partners/${id}`)).response.revision;
		for (const [staffChange, field] of [
			[{ joined: [{ uid: 999_999_999, role: 'sales' }] }, 'staffChange.joined.0.uid'],
			[{ joined: [{ uid: uids[0], role: 'owner' }] }, 'staffChange.joined.0.role'], [{ left: ['x'] }, 'staffChange.left.0'],
			[{ moved: [] }, 'staffChange.moved'],
		] as const) {
			const answer = await ask(forum.admin, 'PUT', `/admin/partners/${id}`, account({ staffChange }));
			assert.ok(answer.status === 400 || answer.status === 404, answer.text);
			assert.equal(answer.response.field, field);
		}
		assert.equal((await ask(owner, 'GET', `/partners/${id}`)).response.revision, before);
	});
});
