import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openForum, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

interface ReceiptOnTheWire extends Record<string, unknown> { record: number; key: string; proof?: object }

describe('proof that somebody agreed (features 1 and 3)', () => {
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	const admin = (method: string, path: string) => forum.admin.terms.call(method, path, method === 'GET' ? undefined : {});
	async function receiptOf(member: Member): Promise<ReceiptOnTheWire> {
		const [record] = (await member.terms.records()).filter(({ event }) => event === 'accepted');
		const answer = await member.terms.call('GET', `/receipts/${record?.id}`);
		assert.equal(answer.status, 200, answer.text);
		return answer.response.receipt as ReceiptOnTheWire;
	}
	const verdict = async (receipt: unknown) => (await forum.guest().send('POST',
		'/api/v3/plugins/forum-terms/receipts/check', { receipt })).response.verdict;

	it('is found under the address that the receipt names, by whose it is and by administrators alone', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const [, path = ''] = /"(?:[^"]*)(\/forum-terms\/record\/\d+)"/.exec(JSON.stringify(await receiptOf(member))) ?? [];
		for (const reader of [member, forum.admin]) {
			const { location } = await reader.get(path);
			const page = await reader.get(new URL(location, forum.url).pathname);
			assert.match(page.text, new RegExp(`forum-terms-receipt-${path.split('/').pop()}\\.json`));
		}
		assert.equal((await other.get(path)).status, 404);
		assert.equal((await other.get('/forum-terms/record/999999999')).status, 404);
		assert.doesNotMatch((await forum.guest().get(path)).text, /forum-terms-receipt-/);
	});

	it('is a receipt that anybody can check, and that one changed character breaks', async () => {
		const receipt = await receiptOf(await forum.member());
		assert.equal(await verdict(receipt), 'valid');
		assert.equal(await verdict({ ...receipt, version: 'forum-77' }), 'altered');
		assert.equal(await verdict({ ...receipt, key: '0000000000000000' }), 'unknown-key');
	});

	it('holds the way to the sealed root once its record is sealed', async () => {
		const member = await forum.member();
		assert.equal((await receiptOf(member)).proof, undefined);
		await admin('POST', '/admin/ledger/seal');
		const receipt = await receiptOf(member);
		assert.ok(receipt.proof);
		assert.equal(await verdict(receipt), 'valid');
		assert.equal(await verdict({ ...receipt, proof: { ...receipt.proof, index: 0, count: 1, path: [] } }), 'altered');
	});

	it('is checked without the forum by the command in the package', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'forum-terms-receipt-'));
		const file = (name: string, value: unknown) => {
			writeFileSync(join(folder, name), JSON.stringify(value));
			return join(folder, name);
		};
		const check = (receipt: unknown, keys: unknown) => {
			try {
				return execFileSync(process.execPath, [
					join(__dirname, '..', '..', 'lib', 'check-receipt.js'), file('receipt.json', receipt), file('keys.json', keys),
				], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
			} catch (error) {
				return String((error as { stdout?: string }).stdout).trim();
			}
		};
		try {
			const receipt = await receiptOf(await forum.member());
			const { json: keys } = await forum.guest().get('/api/v3/plugins/forum-terms/keys');
			assert.equal(check(receipt, keys), 'valid');
			assert.equal(check({ ...receipt, at: '2020-01-01T00:00:00.000Z' }, keys), 'altered');
			assert.equal(check(receipt, { keys: [] }), 'unknown-key');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	it('stays checkable after the forum has changed its key', async () => {
		const member = await forum.member();
		const before = await receiptOf(member);
		const rotated = await admin('POST', '/admin/keys/rotate');
		assert.equal(rotated.status, 200, rotated.text);
		assert.equal(await verdict(before), 'valid');
		const later = await receiptOf(member);
		assert.notEqual(later.key, before.key);
		assert.equal(await verdict(later), 'valid');
	});

	it('is nobody else\'s to read', async () => {
		const [one, other] = [await forum.member(), await forum.member()];
		const { record } = await receiptOf(one);
		assert.equal((await other.terms.call('GET', `/receipts/${record}`)).response.code, 'record-unknown');
		assert.equal((await forum.admin.terms.call('GET', `/receipts/${record}`)).status, 200);
	});

	it('is found whole by the ledger\'s own check', async () => {
		await admin('POST', '/admin/ledger/seal');
		const { response } = await admin('POST', '/admin/ledger/verify');
		assert.equal(response.intact, true, JSON.stringify(response));
		assert.equal(response.records, response.sealed);
	});

	it('is checked from the command line with an administrator\'s token', async () => {
		const { token = '' } = await forum.withToken(forum.admin);
		const run = promisify(execFile);
		const { stdout } = await run(process.execPath, [join(__dirname, '..', '..', 'lib', 'verify-ledger.js'), forum.url], {
			env: { ...process.env, FORUM_TOKEN: token },
		});
		assert.match(stdout, /^intact: \d+ records, \d+ sealed/);
	});

	it('is a sheet of its own in the account, for nobody else', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const { record } = await receiptOf(member);
		const path = `/user/${member.username}/forum-terms/${record}`;
		const page = await member.get(path);
		assert.equal(page.status, 200);
		assert.match(page.text, /forum-terms-receipt-\d+\.json/);
		assert.ok([403, 404].includes((await other.get(path)).status));
		assert.equal((await member.get(`/user/${member.username}/forum-terms/0`)).status, 404);
	});

	it('outlives the account under a pseudonym, and what leads to the person is gone', async () => {
		const member = await forum.member();
		const receipt = await receiptOf(member);
		const deleted = await forum.admin.send('DELETE', `/api/v3/users/${member.uid}`);
		assert.equal(deleted.status, 200, deleted.message);
		const { response } = await admin('GET', `/admin/members/${member.uid}/records`);
		const [record] = response.records as { uid: number; version: string; subject: string }[];
		assert.equal(response.erased, true);
		assert.deepEqual([record?.uid, record?.version, record?.subject], [0, receipt.version, receipt.subject]);
		assert.equal(await verdict(receipt), 'valid');
		await admin('POST', '/admin/ledger/seal');
		assert.equal((await admin('POST', '/admin/ledger/verify')).response.intact, true);
	});

	it('is a member\'s own to take away, all of it', async () => {
		const member = await forum.member();
		await member.terms.decline(await forum.admin.inForce());
		const { response } = await member.terms.call('GET', '/me/export');
		const records = response.records as { event: string; receipt: ReceiptOnTheWire }[];
		assert.deepEqual(records.map(({ event }) => event).filter(event => event !== 'shown'), ['accepted', 'declined']);
		assert.equal(await verdict(records.at(-1)?.receipt), 'valid');
		assert.equal(response.uid, member.uid);
	});

	it('has a public page that checks what is pasted, without script', async () => {
		const receipt = await receiptOf(await forum.member());
		const guest = forum.guest();
		const page = await guest.form('/forum-terms/check', { receipt: JSON.stringify(receipt) });
		assert.match(page.text, /data-verdict="valid"/);
		const wrong = await guest.form('/forum-terms/check', { receipt: JSON.stringify({ ...receipt, uid: 1 }) });
		assert.match(wrong.text, /data-verdict="altered"/);
		const cut = await guest.form('/forum-terms/check', { receipt: JSON.stringify(receipt).slice(0, 200) });
		assert.deepEqual([cut.status, /data-verdict="unreadable"/.test(cut.text)], [400, true]);
		const script = await guest.form('/forum-terms/check', { receipt: '</textarea><script>alert(1)</script>' });
		assert.doesNotMatch(script.text.replace(/<script id="ajaxify-data">[\s\S]*?<\/script>/, ''), /<script>alert/);
	});
});
