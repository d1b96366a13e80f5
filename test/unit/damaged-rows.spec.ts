import assert from 'node:assert/strict';
import { accessGround, restricted } from '../builders/access';
import { company } from '../builders/company';

type Hashes = [key: string, fields: Record<string, string>][];

/** Every field of every hash that has parts, by the key of its hash. */
function partsIn(everything: string): { key: string; field: string }[] {
	const [hashes] = JSON.parse(everything) as [Hashes, unknown];
	const found = hashes.flatMap(([key, fields]) => Object.entries(fields)
		.filter(([, value]) => /^[[{]/.test(value)).map(([field]) => ({ key, field })));
	assert.ok(found.length > 5, 'there is something to damage');
	return found;
}

describe('a damaged field in any one record', () => {
	it('of partner accounts ends no list of the others', async () => {
		const made = async () => {
			const ground = company();
			await ground.put('acme');
			await ground.put('other', { owners: [40] });
			await ground.partners.suspensions.suspend('acme', { clause: '1', reason: 'spoke ill', notice: 'sent', by: 1 });
			return ground;
		};
		for (const { key, field } of partsIn((await made()).database.everything())) {
			const { partners: { store }, database } = await made();
			await database.setObject(key, { [field]: '{"' });
			const [accounts, states, lastEvents] = await Promise.all([
				store.accounts(['acme', 'other']), store.states('acme'), store.lastEvents('acme', 50),
			]);
			assert.equal(accounts.length, 2);
			assert.ok(states.length >= 1 && lastEvents.length >= 1, `${key} ${field}`);
			assert.equal((await store.people('acme')).length > 0, true, `${key} ${field}`);
		}
	});

	it('of a restriction ends no list, and never gives access back', async () => {
		const made = async () => {
			const ground = accessGround();
			await restricted(ground, { scope: 'forum' });
			return ground;
		};
		for (const { key, field } of partsIn((await made()).database.everything())) {
			const { store, database } = await made();
			await database.setObject(key, { [field]: '{"' });
			await store.list(0, { count: 10 });
			await store.events(1);
			const open = await store.openOf(7).catch(() => 'closed');
			assert.ok(open === 'closed' || open.length === 1, `${key} ${field}`);
		}
	});
});
