import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { ask, makeCompanies, rows, type Company } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

// Hours are the same for everybody, so a new one may begin in the middle of a spec.
const hours = 2;

describe('what one member can cause without an end', () => {
	let forum: Forum;
	let companies: Company[] = [];
	before(async () => {
		forum = await openForum();
		companies = await makeCompanies(forum);
	});
	after(() => forum.close());

	/** Sends until it is too often; how often it went well, and the last answer. */
	async function untilTooOften(most: number, send: () => Promise<Answer>): Promise<{ sent: number; last: Answer }> {
		for (let sent = 0; ; sent += 1) {
			const last = await send();
			if (last.status === 429 || sent > most * hours) {
				return { sent, last };
			}
		}
	}
	function assertTooOften({ status, message, retryAfter, response }: Answer, clause: string): void {
		assert.equal(status, 429, message);
		assert.deepEqual([response.code, response.clause], ['too-often', clause]);
		assert.match(message, /try again in \d+ min\.$/);
		assert.ok(retryAfter >= 1 && retryAfter <= 3600, String(retryAfter));
	}

	it('changes of mind: 429 with a time, agreeing stays possible, and the records stay few', async () => {
		const member = await forum.member();
		const version = await forum.admin.inForce();
		const { sent, last } = await untilTooOften(10, async () => {
			assert.equal((await member.terms.accept(version)).status, 200);
			return member.terms.decline(version);
		});
		assert.ok(sent <= 10 * hours, String(sent));
		assertTooOften(last, '2');
		assert.equal((await member.terms.accept(version)).status, 200);
		assert.ok((await member.terms.records()).length <= 2 * 10 * hours + 2);
	});

	it('requests to join: 429 with a time and the clause of the room', async () => {
		const member = await forum.member();
		const { sent, last } = await untilTooOften(20, () => ask(member, 'POST', '/partners/nobody-at-all/requests', {}));
		assert.ok(sent <= 20 * hours, String(sent));
		assertTooOften(last, '4.12');
	});

	it('looks at another company: one record with their number', async () => {
		const [{ id, owner }, other] = [companies[0] ?? assert.fail(), companies[1] ?? assert.fail()];
		for (let pid = 1; pid <= 12; pid += 1) {
			assert.equal((await ask(other.owner, 'POST', `/partners/${id}/posts/${pid}/question`, { words: 'Let me see.' })).status, 403);
		}
		const looks = rows(await ask(owner, 'GET', `/partners/${id}/timeline`), 'events')
			.filter(({ kind, uid }) => kind === 'peeked' && uid === other.owner.uid);
		assert.ok(looks.length <= hours, JSON.stringify(looks));
		assert.equal(looks.reduce((sum, { times }) => sum + Number(times), 0), 12);
	});
});
