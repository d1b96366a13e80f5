import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import type { Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

describe('who belongs to a partner (clause 4.12)', () => {
	let forum: Forum;
	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);
	const said = async (who: Visitor, method: string, path: string, body?: object) => {
		const { status, response } = await ask(who, method, path, body);
		return response.code === undefined ? status : `${status} ${response.code as string}`;
	};
	async function company(owners: Member[], staff: Member[] = [], more: object = {}): Promise<string> {
		const id = `pp-${unique()}`;
		const saved = await forum.admin.send('PUT', `${base}/admin/partners/${id}`, {
			company: `Company ${id}`, level: 'Gold', owners: owners.map(({ uid }) => uid),
			staff: staff.map(({ uid }) => ({ uid, role: 'support' })), ...more,
		});
		assert.equal(saved.status, 200, saved.text);
		return id;
	}
	const members = (count: number) => Promise.all(Array.from({ length: count }, () => forum.member()));
	const rolesOf = async (id: string) => {
		const { people } = (await ask(forum.admin, 'GET', `/partners/${id}/people`)).response as
			{ people: { uid: number; role: string }[] };
		return Object.fromEntries(people.map(({ uid, role }) => [uid, role]));
	};

	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	it('is for its owners and the forum to see and to change: role by route', async () => {
		const [owner, staff, sales, stranger, foreign, moderator, other] =
			await members(7) as [Member, Member, Member, Member, Member, Member, Member];
		await forum.admin.appoint(moderator, 'all');
		const id = await company([owner, other], [staff, sales]);
		await company([foreign]);
		const who = {
			guest: forum.guest(), stranger, foreign, staff, sales, owner, other, moderator, admin: forum.admin,
		};
		const nobody = { guest: 401, stranger: 403, foreign: 403, staff: 403, sales: 403 };
		const expected: [string, string, object | undefined, Record<keyof typeof who, number>][] = [
			['GET', 'people', undefined, { ...nobody, owner: 200, other: 200, moderator: 200, admin: 200 }],
			['POST', 'confirmation', { people: 0 }, { ...nobody, owner: 409, other: 409, moderator: 403, admin: 403 }],
			['POST', 'acceptance', { version: 'forum-9999' }, { ...nobody, owner: 404, other: 404, moderator: 403, admin: 403 }],
			['DELETE', 'invitations/999999', {}, { ...nobody, owner: 404, other: 404, moderator: 403, admin: 404 }],
			['PUT', 'staff/999999', { role: 'sales' }, { ...nobody, owner: 404, other: 404, moderator: 403, admin: 404 }],
			['DELETE', 'staff/999999', { reason: 'a test' }, { ...nobody, owner: 404, other: 404, moderator: 403, admin: 404 }],
			['POST', 'requests/999999/decision', { accept: true }, { ...nobody, owner: 404, other: 404, moderator: 403, admin: 404 }],
			['POST', 'handover', { accept: true }, { guest: 401, stranger: 403, foreign: 403, staff: 404, sales: 404, owner: 404, other: 404, moderator: 404, admin: 404 }],
			['POST', 'departure', { successor: 999_999 }, { guest: 401, stranger: 403, foreign: 403, staff: 200, sales: 200, owner: 409, other: 409, moderator: 404, admin: 404 }],
		];
		for (const [method, path, body, statuses] of expected) {
			for (const [name, visitor] of Object.entries(who)) {
				const answer = await ask(visitor, method, `/partners/${id}/${path}`, body);
				assert.equal(answer.status, statuses[name as keyof typeof who], `${name} ${method} ${path}: ${answer.text}`);
			}
		}
		assert.equal(await said(forum.guest(), 'GET', '/me/partner'), '401 login-required');
	});

	it('is joined by invitation, which only whoever it is for can accept, and once', async () => {
		const [owner, invited, stranger] = await members(3) as [Member, Member, Member];
		const id = await company([owner]);
		const made = await ask(owner, 'POST', `/partners/${id}/invitations`, { username: invited.username, role: 'sales' });
		assert.equal(made.status, 200, made.text);
		const { invitations } = (await ask(invited, 'GET', '/me/partner')).response as { invitations: { code: string }[] };
		const path = `/partners/invitations/${invitations[0]?.code ?? ''}/acceptance`;
		assert.equal(await said(stranger, 'POST', path, {}), '404 partner-invitation-unknown');
		assert.equal(await said(invited, 'POST', path, {}), 200);
		assert.equal(await said(invited, 'POST', path, {}), 200);
		assert.deepEqual(await rolesOf(id), { [owner.uid]: 'owner', [invited.uid]: 'sales' });
		const elsewhere = await company([stranger]);
		const refusedThere = await ask(stranger, 'POST', `/partners/${elsewhere}/invitations`, { username: invited.username, role: 'sales' });
		assert.equal(refusedThere.response.code, 'partner-member-elsewhere');
		assert.ok(!refusedThere.text.includes(id));
	});

	it('is asked for once and decided with a reason; bad input names its field', async () => {
		const [owner, asking] = await members(2) as [Member, Member];
		const id = await company([owner]);
		assert.equal(await said(asking, 'POST', `/partners/${id}/requests`, { role: 'sales', words: 'I am new' }), 200);
		assert.equal(await said(asking, 'POST', `/partners/${id}/requests`, {}), 200);
		const { requests } = (await ask(owner, 'GET', `/partners/${id}/people`)).response as { requests: { uid: number; words: string }[] };
		assert.deepEqual(requests.map(({ uid, words }) => [uid, words]), [[asking.uid, 'I am new']]);
		const decision = `/partners/${id}/requests/${asking.uid}/decision`;
		assert.equal(await said(owner, 'POST', decision, { accept: false }), '400 body-invalid');
		assert.equal(await said(owner, 'POST', decision, { accept: false, reason: 'Not ours.' }), 200);
		assert.equal((await rolesOf(id))[asking.uid], undefined);
		await ask(asking, 'POST', `/partners/${id}/requests`, {});
		assert.equal(await said(owner, 'POST', decision, { accept: true, role: 'purchase' }), 200);
		assert.equal((await rolesOf(id))[asking.uid], 'purchase');
		assert.equal(await said(asking, 'POST', '/partners/nobody-here/requests', {}), '404 partner-unknown');
	});

	it('makes a request of a confirmed address on its domain, and none of a look-alike', async () => {
		const [owner, colleague, fake] = await members(3) as [Member, Member, Member];
		const domain = `${unique()}a.example`;
		const id = await company([owner], [], { domains: [domain] });
		assert.equal((await forum.confirmEmail(colleague, `new@${domain}`)).status, 200);
		await forum.confirmEmail(fake, `new@${domain.replace('a.', 'а.')}`);
		const open = async () => {
			const { requests } = (await ask(owner, 'GET', `/partners/${id}/people`)).response as { requests: { uid: number; isByDomain: boolean }[] };
			return requests.map(({ uid, isByDomain }) => [uid, isByDomain]);
		};
		for (let i = 0; i < 40 && (await open()).length === 0; i += 1) {
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		assert.deepEqual(await open(), [[colleague.uid, true]]);
	});

	it('is never left without an owner: two who leave at once, and a successor who has to accept first', async () => {
		const [one, two, next] = await members(3) as [Member, Member, Member];
		const id = await company([one, two], [next]);
		assert.deepEqual(await Promise.all([[one, two], [two, one]].map(([by, of]) =>
			said(by as Member, 'DELETE', `/partners/${id}/staff/${(of as Member).uid}`, { reason: 'A quarrel.' }))),
		['409 partner-owner-consent', '409 partner-owner-consent']);
		const leaving = await Promise.all([one, two].map(who => said(who, 'POST', `/partners/${id}/departure`, {})));
		assert.deepEqual(leaving.map(String).sort(), ['200', '409 partner-owner-needed']);
		const last = leaving[0] === 200 ? two : one;
		assert.equal(await said(last, 'POST', `/partners/${id}/departure`, { successor: next.uid }), 200);
		assert.equal((await rolesOf(id))[last.uid], 'owner');
		const { offer } = (await ask(next, 'GET', '/me/partner')).response as { offer: { owed: { version: string }[] } };
		const versions = offer.owed.map(({ version }) => version);
		assert.ok(versions.includes(await forum.admin.inForce()));
		assert.equal(await said(next, 'POST', `/partners/${id}/handover`, { accept: true }), '409 partner-terms-owed');
		assert.equal(await said(next, 'POST', `/partners/${id}/handover`, { accept: true, versions }), 200);
		assert.deepEqual(await rolesOf(id), { [next.uid]: 'owner' });
	});

	it('has its list confirmed as it was seen, and the terms accepted by its owner, on record', async () => {
		const [owner, staff] = await members(2) as [Member, Member];
		const id = await company([owner], [staff]);
		const seen = (await ask(owner, 'GET', `/partners/${id}/people`)).response as { revision: number; owed: { version: string }[] };
		assert.equal(await said(owner, 'PUT', `/partners/${id}/staff/${staff.uid}`, { role: 'sales' }), 200);
		assert.equal(await said(owner, 'POST', `/partners/${id}/confirmation`, { people: seen.revision }), '409 partner-list-stale');
		assert.equal(await said(owner, 'POST', `/partners/${id}/confirmation`, { people: seen.revision + 1 }), 200);
		const version = await forum.admin.inForce();
		assert.ok(seen.owed.some(row => row.version === version));
		assert.equal(await said(owner, 'POST', `/partners/${id}/acceptance`, { version }), 200);
		assert.equal(await said(owner, 'POST', `/partners/${id}/acceptance`, { version }), 200);
		const { terms } = (await ask(owner, 'GET', `/partners/${id}`)).response as { terms: { version: string; by: number }[] };
		assert.ok(terms.some(row => row.version === version && row.by === owner.uid));
		const { events } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as { events: { kind: string }[] };
		assert.equal(events.filter(({ kind }) => kind === 'accepted').length, 1);
		assert.equal(events.filter(({ kind }) => kind === 'confirmed').length, 1);
	});
});
