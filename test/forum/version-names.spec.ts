import assert from 'node:assert/strict';
import { makeAddressGround, type AddressGround } from '../driver/address-ground';
import { pathOf } from './addresses/asked';
import { roles } from './addresses/row';
import { addressTable } from './addresses/table';

const pages = Object.values(addressTable).flatMap(table => Object.entries(table))
	.filter(([address]) => address.startsWith('page '));

/** What a page shows and reads out; receipts are files, and keep their ids. */
function readable(html: string): string {
	const shown = html.replace(/<(script|style|pre|textarea)\b[\s\S]*?<\/\1>/g, ' ');
	const spoken = [...shown.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text]) => text);
	return [shown.replace(/<[^>]*>/g, ' '), ...spoken].join('\n');
}

const versionId = /\bforum-\d+\b/;
const named = /\bversion \d+ of \d{1,2} [A-Z][a-z]+ \d{4}\b/i;

describe('a version is known by number and day, not by its id', () => {
	let ground: AddressGround;
	before(async function prepare() {
		this.timeout(240_000);
		ground = await makeAddressGround();
	});
	after(() => ground.close());

	for (const role of ['member', 'owing', 'owner', 'staff', 'category', 'global', 'restricted', 'admin'] as const) {
		it(`on every page that serves: ${role}`, async function read() {
			this.timeout(120_000);
			assert.ok(roles.includes(role));
			const who = ground.people[role] ?? assert.fail(`nobody is ${role}`);
			const [found, seen]: [string[], string[]] = [[], []];
			const own = pages.filter(([, one]) => one.cells[role] === '+')
				.map(([address, row]) => [address, pathOf(address, row, ground.ids).replace(/^\/api/, '')] as const);
			for (const [address, path] of [...own, ['the company', '/forum-terms/partner?tab=terms'] as const]) {
				const { status, text } = await who.get(path);
				const at = versionId.exec(readable(text));
				seen.push(...status === 200 ? [address] : []);
				found.push(...at ? [`${address}: …${readable(text).slice(Math.max(0, at.index - 60), at.index + 20).replace(/\s+/g, ' ')}`] : []);
			}
			assert.ok(seen.includes('page /forum-terms/:version'), seen.join());
			assert.deepEqual(found, []);
		});
	}

	it('in what a member is told who has to accept, and on the page that asks them', async () => {
		const owing = await ground.forum.member({ accepted: false });
		const refused = await owing.topic({ cid: Number(ground.ids.otherCid) });
		const asked = await owing.get('/forum-terms/accept');
		for (const text of [refused.message, readable(asked.text)]) {
			assert.doesNotMatch(text, versionId);
			assert.match(text, named);
		}
	});
});
