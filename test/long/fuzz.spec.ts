import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pick } from 'lodash';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';
import { makeAddressGround, type AddressGround } from '../driver/address-ground';
import { forumName } from '../driver/forum-name';
import { ask, rows as listIn } from '../driver/partner-ground';
import { addressTable } from '../forum/addresses/table';
import { traces } from '../forum/addresses/trace';
import { roles, type Role, type Row } from '../forum/addresses/row';
import { faultOf, said, sent } from './exchange';
import { requestsTo, type FuzzRequest } from './request';

/** `FUZZ_SEED` tells the same bodies again; `FUZZ_BODIES` says how many there are. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_127);
const bodies = Number(process.env.FUZZ_BODIES ?? (forumName === 'nodebb' ? 1500 : 10_000));
const table: [string, Row][] = Object.values(addressTable).flatMap(rows => Object.entries(rows));
/** How many are made at once. */
const bit = 100;
const routes = createPlugin(hostInMemory().host).addresses.routes;

const isWrite = (address: string) => /^(POST|PUT|DELETE|form|guard|file) /.test(address);

describe(`${bodies} hostile requests (FUZZ_SEED=${seed})`, function fuzz() {
	this.timeout(3_600_000);
	let ground: AddressGround;
	before(async () => {
		ground = await makeAddressGround();
	});
	after(() => ground.close());

	function* requests(
		count: number, by: readonly Role[], wanted: (address: string) => boolean, shift: number,
	): Generator<FuzzRequest> {
		const texts = [...new Set([...Object.values(ground.ids), 'Because of a reason.', 'en-GB', 'support', 'sales',
			'someone@example.org', '2026-01-01', 'hosting', 'cloud', 'ev-plain', 'daily'])].filter(text => text.length < 200);
		// What the staff member wrote is answered for by nobody else: as somebody else's it would not be theirs.
		const pool = {
			texts: texts.filter(text => text !== ground.ids.partnerTid),
			numbers: [...texts.map(Number).filter(Number.isFinite), 0, 7, 30, 100, 86_400_000, 1_800_000_000_000],
		};
		const chosen = table.filter(([address]) => wanted(address));
		const every = chosen.map(([address, row]) => requestsTo(address, row, by, {
			right: Object.fromEntries([...address.matchAll(/:(\w+)/g)].map(([, name = '']) =>
				[name, ground.ids[row.with?.[name] ?? name] ?? ''])),
			pool, route: routes.find(({ method, path }) => address === `${method.toUpperCase()} ${path}`),
			proper: row.body?.(ground.ids) ?? {},
		}));
		// In bits: a process that makes thousands at once answers nobody meanwhile.
		for (let made = 0; made < count; made += bit) {
			yield* fc.sample(fc.oneof(...every), {
				seed: seed + (shift * 1_000_003) + made, numRuns: Math.min(bit, count - made),
			});
		}
	}

	async function others(): Promise<unknown> {
		const { forum: { admin }, ids } = ground;
		const looks = ['/admin/terms', '/admin/checklists', '/admin/restrictions', '/admin/categories/blueprint',
			`/admin/members/${ids.spareUid}/records`, `/admin/members/${ids.adminUid}/records`];
		const accounts = await Promise.all([ids.partner, ids.otherPartner, ids.thirdPartner].map(async (id) => {
			const { response } = await ask(admin, 'GET', `/admin/partners/${id}`);
			return pick(response, ['company', 'owners', 'domains', 'suspension', 'people', 'level']);
		}));
		const strikes = listIn(await ask(admin, 'GET', `/partners/${ids.partner}/strikes`), 'strikes');
		const seen = await Promise.all(looks.map(async path => (await ask(admin, 'GET', path)).response));
		return { accounts, strikes, seen };
	}

	/** Sends them one after another; `isRefused` says of whom nothing may be written. */
	async function faults(
		all: Iterable<FuzzRequest>, isLeftOut: (request: FuzzRequest) => boolean,
		isRefused: (request: FuzzRequest) => boolean,
	): Promise<string[]> {
		const found: string[] = [];
		await traces(ground.forum);
		let isClean = true;
		for (const request of all) {
			if (isLeftOut(request)) {
				continue;
			}
			const mayNot = isRefused(request);
			if (mayNot && !isClean) {
				await traces(ground.forum);
			}
			const answer = await sent(ground.people[request.role] ?? assert.fail(request.role), request);
			const wrong = faultOf(request, answer);
			const written = mayNot ? await traces(ground.forum) : [];
			isClean = mayNot;
			found.push(...wrong ? [`${wrong}\n    ${said(request)}`] : [],
				...written.length > 0 ? [`wrote ${written.join('; ').slice(0, 600)}\n    ${said(request)}`] : []);
		}
		return found;
	}
	const cellOf = new Map(table.map(([address, { cells }]) => [address, cells]));
	const report = (found: string[]) =>
		assert.equal(found.length, 0, `${found.length} faults:\n${found.slice(0, 40).join('\n')}`);

	it('write nothing without the right, and change nothing of others', async () => {
		const weak = ['guest', 'member', 'token', 'staff', 'owing', 'restricted', 'banned'] as const;
		const before = await others();
		// Leaving is what one may do oneself, and after it the staff member would be nobody's.
		const all = requests(Math.ceil(bodies * 0.6), weak, isWrite, 0);
		const leaves = ({ address, role }: FuzzRequest) => role === 'staff' && address.endsWith('/departure');
		const isRefused = ({ address, role }: FuzzRequest) => '-='.includes(cellOf.get(address)?.[role as Role] ?? '+');
		report(await faults(all, leaves, isRefused));
		assert.deepEqual(await others(), before);
	});

	it('are answered by everything in words, to those who may read', async () => {
		const all = requests(Math.ceil(bodies * 0.1), roles, address => !isWrite(address), 1);
		report(await faults(all, () => false, () => false));
	});

	it('are answered in words to those who may do much', async () => {
		const strong = ['owner', 'foreign', 'category', 'global', 'admin'] as const;
		report(await faults(requests(Math.ceil(bodies * 0.3), strong, isWrite, 2), () => false, () => false));
	});
});
