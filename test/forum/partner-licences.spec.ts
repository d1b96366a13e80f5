import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { newKey } from '../driver/vendor';
import type { Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

interface OwnLicence { id: number; lastFour: string; state: string; reason: string }
interface StaffLicence extends OwnLicence { uid: number; isDouble: boolean; others: { uid: number }[] }

describe('customers are known by their licences (definition of Customer)', () => {
	let forum: Forum;
	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);
	const claim = (who: Visitor, key: string) => ask(who, 'POST', '/me/licences', { key });
	const decide = (id: unknown, verified: boolean, reason = 'The invoice was seen.') =>
		ask(forum.admin, 'POST', `/admin/licences/${Number(id)}/decision`, { verified, reason });
	const own = async (who: Visitor) =>
		(await ask(who, 'GET', '/me/licences')).response.licences as OwnLicence[];
	const listed = async (state = 'claimed') =>
		(await ask(forum.admin, 'GET', `/admin/licences?state=${state}`)).response.licences as StaffLicence[];
	before(async () => {
		forum = await openForum();
		const saved = await forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { licenceClaimsPerHour: '30' },
		});
		assert.equal(saved.error, '');
	});
	after(() => forum.close());

	it('claims a key however it is typed, and shows its last four characters only', async () => {
		const [member, key] = [await forum.member(), newKey()];
		const answers = [await claim(member, key), await claim(member, key.toLowerCase().replaceAll('-', ' '))];
		for (const answer of answers) {
			assert.deepEqual([answer.status, answer.response.lastFour, answer.response.state], [200, key.slice(-4), 'claimed']);
			assert.ok(!answer.text.includes(key.slice(0, 9)));
		}
		assert.equal((await own(member)).length, 1);
		const exported = (await ask(member, 'GET', '/me/export')).response.licences as OwnLicence[];
		assert.deepEqual(exported.map(({ lastFour }) => lastFour), [key.slice(-4)]);
	});

	it('refuses what is no key, names the field and does not repeat it', async () => {
		const member = await forum.member();
		const answer = await claim(member, 'QQ12-QQ34-QQ56');
		assert.deepEqual([answer.status, answer.response.code, answer.response.field], [400, 'licence-malformed', 'key']);
		assert.doesNotMatch(answer.text, /QQ12/);
		assert.equal((await ask(member, 'POST', '/me/licences', { licence: newKey() })).status, 400);
		assert.equal((await claim(forum.guest(), newKey())).status, 401);
	});

	it('is a customer by the word of staff, with a reason, until it is taken back', async () => {
		const member = await forum.member();
		const { response } = await claim(member, newKey());
		assert.equal((await decide(response.id, true, '')).response.field, 'reason');
		assert.equal((await decide(response.id, true)).status, 200);
		const [licence] = await own(member);
		assert.deepEqual([licence?.state, licence?.reason], ['verified', 'The invoice was seen.']);
		assert.ok((await listed('verified')).some(({ id }) => id === response.id));
		const left = await ask(member, 'DELETE', `/me/licences/${Number(response.id)}`);
		assert.deepEqual([left.status, left.response.state], [200, 'withdrawn']);
		assert.equal((await decide(response.id, true)).status, 409);
	});

	it('puts a key that two members claim before staff, and tells neither of the other', async () => {
		const [one, other, key] = [await forum.member(), await forum.member(), newKey()];
		const claims = [await claim(one, key), await claim(other, key)];
		assert.deepEqual(claims.map(({ status, response }) => [status, response.state]), [[200, 'claimed'], [200, 'claimed']]);
		assert.deepEqual(Object.keys(claims[0]?.response ?? {}).sort(), Object.keys(claims[1]?.response ?? {}).sort());
		const rows = (await listed()).filter(({ uid }) => uid === one.uid || uid === other.uid);
		assert.deepEqual(rows.map(({ isDouble, others }) => [isDouble, others.length]), [[true, 1], [true, 1]]);
		await decide(claims[0]?.response.id, true);
		await decide(claims[1]?.response.id, false);
		assert.deepEqual([(await own(one))[0]?.state, (await own(other))[0]?.state], ['verified', 'refused']);
	});

	it('belongs to its member, and the list to administrators', async () => {
		const [member, stranger] = [await forum.member(), await forum.member()];
		const { response } = await claim(member, newKey());
		const id = Number(response.id);
		assert.equal((await ask(stranger, 'DELETE', `/me/licences/${id}`)).status, 404);
		assert.equal((await ask(stranger, 'GET', '/admin/licences')).status, 403);
		assert.equal((await ask(forum.guest(), 'GET', '/admin/licences')).status, 401);
		assert.equal((await ask(member, 'POST', `/admin/licences/${id}/decision`, { verified: true, reason: 'Me.' })).status, 403);
		assert.equal((await ask(forum.admin, 'GET', '/admin/licences?state=nonsense')).response.field, 'state');
		assert.equal((await own(member))[0]?.state, 'claimed');
	});

	it('works without script', async () => {
		const [member, key] = [await forum.member(), newKey()];
		const sent = await member.form('/forum-terms/licences', { key });
		assert.equal(sent.status, 303);
		assert.match(sent.location, /\/licences\?claimed=1$/);
		const page = (await member.get(sent.location)).text;
		assert.ok(page.includes(key.slice(-4)) && !page.includes(key));
		const bad = await member.form('/forum-terms/licences', { key: `${key}!` });
		assert.match(bad.location, /\/licences\?problem=licence-malformed$/);
		assert.match((await member.get(bad.location)).text, /not a licence key/);
		const [licence] = await own(member);
		await member.form('/forum-terms/licences', { withdraw: String(licence?.id) });
		assert.equal((await own(member))[0]?.state, 'withdrawn');
	});

	it('keeps a hidden group of customers in step, to which the forum can give rights and terms', async () => {
		const [member, key] = [await forum.member(), newKey()];
		const { id } = (await claim(member, key)).response;
		const document = `licence-${unique()}`;
		const admin = (method: string, path: string, body: object) => forum.admin.terms.call(method, path, body);
		// The group comes with the first customer.
		await decide(id, true);
		await admin('POST', '/admin/terms', { document, title: 'Terms of customers' });
		await admin('PUT', `/admin/terms/${document}/draft`, {
			text: { 'en-GB': '## 2. Customers only' }, change: 'significant', notice: 're-accept', changelog: 'x',
		});
		assert.equal((await admin('PUT', `/admin/terms/${document}`, { groups: ['Customers'] })).status, 200);
		assert.equal((await admin('POST', `/admin/terms/${document}/publish`, {})).status, 200);
		const isAsked = async () => (await member.terms.owed()).some(owed => owed.document === document);
		assert.equal(await isAsked(), true);
		await decide(id, false);
		assert.equal(await isAsked(), false);
		await admin('PUT', `/admin/terms/${document}`, { archived: true });
		assert.equal((await forum.guest().get('/api/groups/customers')).status, 404);
	});
});
