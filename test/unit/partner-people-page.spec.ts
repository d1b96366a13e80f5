import assert from 'node:assert/strict';
import { range } from 'lodash';
import * as v from 'valibot';
import { partnerSaveSchema } from '../../lib/partners/company/account';
import { peoplePage } from '../../lib/partners/people/page';
import { codeOf, company } from '../builders/company';

const staff = (from: number, to: number) => range(from, to).map(uid => ({ uid, role: 'sales' as const }));

describe('pages of an account\'s people', () => {
	it('show everybody once, owners first, and read the records of those on the page only', async () => {
		const { put, store, host } = company();
		await put('acme', { owners: [5, 7], staff: staff(1000, 1100) });
		const account = await store.account('acme') ?? assert.fail();
		let read = 0;
		const { getObjects } = host.database;
		host.database.getObjects = (keys) => {
			read += keys.length;
			return getObjects(keys);
		};
		const found: number[] = [];
		for (let after = 0, isFirst = true; isFirst || after > 0; isFirst = false) {
			read = 0;
			const page = await peoplePage(store, account, after);
			assert.ok(read <= 25 && page.people.length > 0, `${read} records for ${page.people.length} people`);
			found.push(...page.people.map(({ uid }) => uid));
			after = page.next;
		}
		assert.deepEqual([found.slice(0, 2), [...found].sort((a, b) => a - b)], [[5, 7], [5, 7, ...range(1000, 1100)]]);
	});

	it('miss nobody when others leave between two of them, and read no more of the index than they show', async () => {
		const { put, store, host } = company();
		await put('acme', { owners: [7], staff: staff(1000, 1100) });
		const account = await store.account('acme') ?? assert.fail();
		let read = 0;
		const { sortedSetPage } = host.database;
		host.database.sortedSetPage = async (...call) => {
			const rows = await sortedSetPage(...call);
			read += rows.length;
			return rows;
		};
		const found: number[] = [];
		for (let after = 0, isFirst = true; isFirst || after > 0; isFirst = false) {
			read = 0;
			const page = await peoplePage(store, account, after);
			assert.ok(read <= 30, `${read} of the index`);
			found.push(...page.people.map(({ uid }) => uid));
			after = page.next;
			await store.leave('acme', found.slice(-3));
		}
		assert.deepEqual(found, [7, ...range(1000, 1100)]);
	});

	it('find people by a part of the name, whatever page they are on', async () => {
		const { put, store, views, host } = company();
		await put('acme', { owners: [7], staff: staff(1000, 1100) });
		const account = await store.account('acme') ?? assert.fail();
		const [profile] = await host.members.profiles([1099]);
		const name = profile?.username ?? assert.fail();
		const { people, total, found, next } = await views.ofAccount(account, 'owner', 0, name.toUpperCase(), 'en-GB');
		assert.deepEqual([people.map(({ uid }) => uid), total, found, next], [[1099], 101, 1, 0]);
	});
});

describe('a change of the staff', () => {
	const save = (more: object) => v.parse(partnerSaveSchema, { company: 'Company acme', level: 'Gold', owners: [7], ...more });

	it('leaves everybody whom it does not name, and is safe to repeat', async () => {
		const { put, accounts, roles, store } = company();
		await put('acme', { owners: [7], staff: staff(1000, 1030) });
		const change = save({ staffChange: { joined: [{ uid: 2000, role: 'support' }, { uid: 1001, role: 'purchase' }], left: [1000] } });
		const first = await accounts.put('acme', change, null, 1);
		const again = await accounts.put('acme', change, null, 1);
		assert.ok(first.ok && again.ok);
		assert.equal(again.value.revision, first.value.revision);
		const now = await roles();
		assert.deepEqual([now[1000], now[1001], now[1029], now[2000], Object.keys(now).length], [undefined, 'purchase', 'sales', 'support', 31]);
		const { length } = await store.lastEvents('acme', 1000);
		await accounts.put('acme', save({ staffChange: {} }), null, 1);
		assert.equal((await store.lastEvents('acme', 1000)).length, length, 'nothing happened');
	});

	it('lets an owner who is not named any more go, or makes them what it says', async () => {
		const { put, accounts, roles } = company();
		await put('acme', { owners: [5, 6, 7], staff: [] });
		await accounts.put('acme', save({ staffChange: { joined: [{ uid: 6, role: 'support' }] } }), null, 1);
		assert.deepEqual(await roles(), { 6: 'support', 7: 'owner' });
	});

	it('names whoever does not exist or speaks for another company by their place in it', async () => {
		const { put, accounts } = company();
		await put('acme', { owners: [7], staff: staff(1000, 1003) });
		await put('other', { owners: [9], staff: [{ uid: 10, role: 'sales' }] });
		const refused = await accounts.put('acme', save({ staffChange: { joined: [{ uid: 2000, role: 'sales' }, { uid: 10, role: 'sales' }] } }), null, 1);
		assert.equal(codeOf(refused), 'partner-member-elsewhere');
		assert.equal(!refused.ok && refused.refusal.field, 'staffChange.joined.1.uid');
	});
});
