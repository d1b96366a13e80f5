import assert from 'node:assert/strict';
import { makeAddressGround, type AddressGround } from '../driver/address-ground';
import type { Visitor } from '../driver/visitor';
import { asked, askedFromElsewhere, faultOf } from './addresses/asked';
import { roles, type Cell, type Role, type Row } from './addresses/row';
import { addressTable } from './addresses/table';
import { traces } from './addresses/trace';

const rows = Object.entries(addressTable).flatMap(([file, table]) =>
	Object.entries(table).map(([address, row]) => ({ file, address, row })));

/** Called by the vendor's system, whose signature stands for a session. */
const signed = 'POST /licences/webhook';

const rolesWith = ({ cells }: Row, wanted: string): Role[] => roles.filter(role => wanted.includes(cells[role]));

describe('every address, asked by everybody', () => {
	let ground: AddressGround;
	before(async function prepare() {
		this.timeout(240_000);
		ground = await makeAddressGround();
	});
	after(() => ground.close());

	const who = (role: Role): Visitor => ground.people[role] ?? assert.fail(`nobody is ${role}`);
	/** Who is nobody: the ban ended a session; NodeBB's own screens know no token. */
	const isGuest = (role: Role, address: string) =>
		role === 'guest' || role === 'banned' || (role === 'token' && address.startsWith('page /admin/'));

	async function faults(address: string, row: Row, wanted: readonly Role[]): Promise<string[]> {
		const found: string[] = [];
		for (const role of wanted) {
			const cell: Cell = row.cells[role];
			const absent = cell === '=' ? await asked(who(role), address, row, ground.absent) : undefined;
			const answer = await asked(who(role), address, row, ground.ids);
			const fault = faultOf(cell, answer, isGuest(role, address), row, absent);
			found.push(...fault ? [`${role} ${fault}`] : []);
		}
		return found;
	}

	it('takes no write of a session without its CSRF token', async () => {
		await traces(ground.forum);
		const open: string[] = [];
		for (const { address, row } of rows.filter(one => one.address !== signed)) {
			const answer = await askedFromElsewhere(ground.forum.admin, address, row, ground.ids);
			open.push(...answer && answer.status !== 403 ? [`${address}: ${answer.status}`] : []);
		}
		assert.deepEqual([...open, ...await traces(ground.forum)], []);
	});

	describe('refuses without a trace', () => {
		before(() => traces(ground.forum));
		for (const { file, address, row } of rows) {
			const refused = rolesWith(row, '-=?');
			if (refused.length > 0) {
				it(`${file}: ${address} to ${refused.join(', ')}`, async () => {
					const found = await faults(address, row, refused);
					assert.deepEqual([...found, ...await traces(ground.forum)], []);
				});
			}
		}
	});

	describe('serves', () => {
		for (const { file, address, row } of rows) {
			const served = rolesWith(row, '+!>');
			if (served.length > 0) {
				it(`${file}: ${address} to ${served.join(', ')}`, async () => {
					assert.deepEqual(await faults(address, row, served), []);
				});
			}
		}
	});
});
