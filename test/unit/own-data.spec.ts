import assert from 'node:assert/strict';
import { range } from 'lodash';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { jsonText, Streamed } from '../../lib/platform/json-stream';
import { ownDataRoutes } from '../../lib/records/own-data-routes';
import { ownAgreements } from '../../lib/terms/own-data';
import { termsInMemory } from '../builders/terms';

/** Of nobody's posts was anything decided. */
const none = async function* none() {
	await Promise.resolve();
	yield [];
};
const noTexts = { all: none, decisions: none };

/** Somebody with so many records; `asked` counts what is read and signed. */
async function memberWith(records: number) {
	const terms = await termsInMemory();
	await terms.publish();
	for (const n of range(1, records + 1)) {
		await terms.ledger.append({
			uid: 2, event: 'shown', document: 'forum', version: `forum-${n}`, n, language: 'en-GB', hash: '', method: 'page',
		}, 0);
	}
	const asked = { signed: 0 };
	const parts = {
		...terms, receipt: async (record: Parameters<typeof terms.receipt>[0]) => {
			asked.signed += 1;
			return terms.receipt(record);
		},
	};
	const answer = async (path: string, query = {}) => {
		const route = ownDataRoutes({ ownData: ownAgreements(parts), texts: noTexts, host: terms.host }).find(one => one.path === path && one.method === 'get');
		const said = await route?.handle({
			actor: { kind: 'member', uid: 2 }, params: {}, query, language: 'en-GB',
		} as unknown as RouteCall<unknown>);
		return said?.ok ? said.value : assert.fail(JSON.stringify(said));
	};
	return { asked, answer };
}

describe('what is on record of a member', () => {
	it('is signed a page at a time, and all pages together are all of it', async () => {
		const { asked, answer } = await memberWith(230);
		const found: number[] = [];
		for (let before: unknown = ''; before !== 0;) {
			asked.signed = 0;
			const page = await answer('/me', { before: String(before) }) as { records: { id: number }[]; next: number };
			assert.ok(asked.signed <= 50 && page.records.length === asked.signed, `${asked.signed} receipts`);
			found.push(...page.records.map(({ id }) => id));
			before = page.next;
		}
		assert.deepEqual(found, range(230, 0, -1));
	});

	it('is exported whole, and no more of it is held than one batch', async () => {
		const { asked, answer } = await memberWith(650);
		const streamed = await answer('/me/export');
		assert.ok(streamed instanceof Streamed);
		assert.equal(asked.signed, 0, 'nothing before somebody reads');
		let [text, before] = ['', 0];
		for await (const piece of jsonText(streamed.value)) {
			assert.ok(asked.signed - before <= 200, `${asked.signed - before} at once`);
			before = asked.signed;
			text += piece;
		}
		const { records } = JSON.parse(text) as { records: { id: number; receipt: { record: number } }[] };
		assert.deepEqual(records.map(({ id, receipt }) => [id, receipt.record]), range(1, 651).map(id => [id, id]));
	});
});
