import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Filled } from '../../static/access/admin/decision';

// It is written for browsers: the package's own modules are of another kind.
const source = readFileSync(join(__dirname, '..', '..', 'static', 'access', 'admin', 'decision.js'), 'utf8')
	// The coverage run looks for the map beside the address, which is none here.
	.replace(/^\/\/# sourceMappingURL=.*$/m, '');
const decisions = () => import(`data:text/javascript,${encodeURIComponent(source)}`) as
	Promise<typeof import('../../static/access/admin/decision.js')>;

const now = Date.parse('2026-03-01T12:00:00Z');
const filled = (parts: Partial<Filled> = {}): Filled => ({
	uid: 7, scope: 'posting', categories: [], begins: 'now', hours: '24', ends: 'never', until: '', cause: 'clause',
	clause: '4.1', reason: '', evidence: '', note: '', notice: 'sent', noticeAt: '', posts: 'keep', since: '',
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
		assert.equal(fieldIn({ notice: 'none' }), 'noticeAt');
		assert.equal(fieldIn({ posts: 'since' }), 'content.since');
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
		const typed = { until: '2026-05-01T10:00', noticeAt: '2026-05-02T10:00', since: '2026-02-01T10:00', categories: [3, 5] };
		const { clause, until, noticeAt, scope, withoutCause, content, blockReturn } =
			decisionOf(filled({ ...typed, cause: 'none' }), now);
		assert.deepEqual({ clause, until, noticeAt, scope, withoutCause, blockReturn }, {
			clause: undefined, until: 0, noticeAt: 0, scope: 'posting', withoutCause: true, blockReturn: false,
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
