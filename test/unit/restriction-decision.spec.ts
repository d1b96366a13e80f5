import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filled } from '../../static/access/admin/decision';

// It is written for browsers: the package's own modules are of another kind.
function imported(path: string): Promise<unknown> {
	const source = readFileSync(join(__dirname, '..', '..', 'static', path), 'utf8')
		// The coverage run looks for the map beside the address, which is none here.
		.replace(/^\/\/# sourceMappingURL=.*$/m, '');
	return import(`data:text/javascript,${encodeURIComponent(source)}`);
}
const decisions = () => imported('access/admin/decision.js') as
	Promise<typeof import('../../static/access/admin/decision.js')>;
const notices = () => imported('reasons/notice-fields.js') as Promise<typeof import('../../static/reasons/notice-fields.js')>;

const now = Date.parse('2026-03-01T12:00:00Z');
const filled = (parts: Partial<Filled> = {}): Filled => ({
	uid: 7, scope: 'posting', categories: [], begins: 'now', hours: '24', ends: 'never', until: '', cause: 'clause',
	clause: '4.1', reason: '', evidence: '', note: '', posts: 'keep', since: '',
	queued: true, scheduled: true, blockReturn: true, ...parts,
});

describe('a decision about access as the planner\'s form holds it', () => {
	it('is complete, or names the first field that was forgotten', async () => {
		const { missingIn } = await decisions();
		const fieldIn = (parts: Partial<Filled>) => missingIn(filled(parts)).at(0)?.field ?? null;
		assert.equal(fieldIn({}), null);
		assert.equal(fieldIn({ uid: 0, clause: '' }), 'uid');
		assert.equal(fieldIn({ scope: 'categories' }), 'scope.categories');
		assert.equal(fieldIn({ scope: 'categories', categories: [3] }), null);
		assert.equal(fieldIn({ ends: 'until' }), 'until');
		assert.equal(fieldIn({ clause: '' }), 'clause');
		assert.equal(fieldIn({ clause: '', cause: 'none' }), null);
		assert.equal(fieldIn({ posts: 'since' }), 'content.since');
	});

	it('has a notice: at once, on a date, or none with a reason, and then a date unless the reason needs none', async () => {
		const { missingInNotice, noticeOf } = await notices();
		const date = '2026-05-01T10:00';
		for (const [notice, noticeReason, noticeAt, missing] of [
			['sent', '', '', []], ['later', '', '', ['noticeAt']], ['later', '', date, []], ['none', '', date, ['noticeReason']],
			['none', 'safety', '', ['noticeAt']], ['none', 'duplicate', date, []], ['none', 'legal-hold', '', []],
			['none', 'spam-account', '', []],
		] as const) {
			const fields = missingInNotice({ notice, noticeReason, noticeAt }).map(({ field }) => field);
			assert.deepEqual(fields, missing, `${notice} ${noticeReason} ${noticeAt}`);
		}
		assert.deepEqual(noticeOf({ notice: 'sent', noticeReason: 'safety', noticeAt: date }), { notice: 'sent', noticeAt: 0 });
		assert.deepEqual(noticeOf({ notice: 'later', noticeReason: 'safety', noticeAt: date }), { notice: 'later', noticeAt: Date.parse(date) });
		assert.deepEqual(noticeOf({ notice: 'none', noticeReason: 'legal-hold', noticeAt: '' }),
			{ notice: 'none', noticeReason: 'legal-hold', noticeAt: 0 });
	});

	it('names everything that was forgotten, in the order of the form', async () => {
		const { missingIn } = await decisions();
		const fields = missingIn(filled({ uid: 0, begins: 'later', hours: '', clause: '' })).map(({ field }) => field);
		assert.deepEqual(fields, ['uid', 'from', 'clause']);
	});

	it('begins later after whole hours, at most a year of them', async () => {
		const { missingIn, decisionOf } = await decisions();
		for (const hours of ['', '0', '-1', '1.5', '8761', 'soon']) {
			assert.equal(missingIn(filled({ begins: 'later', hours })).at(0)?.field, 'from', hours);
		}
		assert.deepEqual(missingIn(filled({ begins: 'later', hours: '8760' })), []);
		assert.equal(decisionOf(filled({ begins: 'later', hours: '48' }), now).from, now + (48 * 3_600_000));
		assert.equal(decisionOf(filled(), now).from, 0);
	});

	it('leaves out what was typed and then not chosen', async () => {
		const { decisionOf } = await decisions();
		const typed = { until: '2026-05-01T10:00', since: '2026-02-01T10:00', categories: [3, 5] };
		const { clause, until, scope, withoutCause, content, blockReturn } =
			decisionOf(filled({ ...typed, cause: 'none' }), now);
		assert.deepEqual({ clause, until, scope, withoutCause, blockReturn }, {
			clause: undefined, until: 0, scope: 'posting', withoutCause: true, blockReturn: false,
		});
		assert.deepEqual(content, { queued: 'end', scheduled: 'end', posts: 'keep', since: 0 });
		const whole = decisionOf(filled({ ...typed, scope: 'forum', ends: 'until', posts: 'since', queued: false }), now);
		assert.deepEqual([whole.clause, whole.until, whole.blockReturn], ['4.1', Date.parse(typed.until), true]);
		assert.deepEqual(whole.content, { queued: 'keep', scheduled: 'end', posts: 'since', since: Date.parse(typed.since) });
		assert.deepEqual(decisionOf(filled({ ...typed, scope: 'categories' }), now).scope, { categories: [3, 5] });
	});

	it('reads posts from numbers and addresses, each once, and keeps what is neither for the server to name', async () => {
		const { pidsIn } = await decisions();
		assert.deepEqual(pidsIn(''), []);
		assert.deepEqual(pidsIn('12, #13;https://forum.example/post/14\n12 what'), ['12', '13', '14', 'what']);
	});
});
