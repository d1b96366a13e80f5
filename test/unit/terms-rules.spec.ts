import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
	acceptanceState, agreesByUse, bannerVersions, debtsOf, sufficientFrom, undecided, upcomingVersions, versionInForce,
	type Decision,
} from '../../lib/terms/documents/rules';
import type { Version } from '../../lib/terms/documents/version';
import { documentOf, version } from '../builders/terms';

const accepted = (n: number, id = n): Decision => ({ ...undecided, acceptedN: n, acceptedAt: id, acceptedId: id });

describe('terms rules (clause 2)', () => {
	it('holds nobody to a version before its day', () => {
		const versions = [version(1), version(2, { effectiveAt: 9000 })];
		assert.equal(versionInForce(versions, 5000)?.id, 'forum-1');
		assert.equal(versionInForce(versions, 9000)?.id, 'forum-2');
		assert.deepEqual(upcomingVersions(versions, 5000).map(({ id }) => id), ['forum-2']);
	});

	it('does not bring back an older version whose day comes later', () => {
		const versions = [version(1), version(2, { effectiveAt: 9000 }), version(3, { effectiveAt: 4000 })];
		assert.equal(versionInForce(versions, 10_000)?.id, 'forum-3');
		assert.deepEqual(upcomingVersions(versions, 5000), []);
	});

	it('re-locks nobody after an editorial change', () => {
		const document = documentOf(version(1), version(2, { change: 'editorial' }));
		assert.equal(acceptanceState(document, accepted(1), 10_000), 'accepted');
	});

	it('never asks again for an editorial change, even one marked re-accept by mistake', () => {
		assert.equal(sufficientFrom([version(1), version(2, { change: 'editorial', notice: 're-accept' })], 10_000), 1);
	});

	it('asks again after a significant change', () => {
		const document = documentOf(version(1), version(2));
		assert.equal(acceptanceState(document, accepted(1), 10_000), 'owed');
	});

	it('takes use for consent when nothing was ever asked', () => {
		const document = documentOf(version(1, { notice: 'silent' }));
		assert.equal(acceptanceState(document, undecided, 10_000), 'implied');
	});

	it('takes use for consent once per version, and only to what asks nobody', () => {
		const used = (versions: Version[], decision: Decision) =>
			agreesByUse(documentOf(...versions), decision, 10_000)?.id ?? null;
		const silent = [version(1, { notice: 'silent' }), version(2, { notice: 'silent' })];
		const implied = (n: number) => ({ ...undecided, impliedN: n });
		assert.deepEqual([0, 1, 2].map(n => used(silent, implied(n))), ['forum-2', 'forum-2', null]);
		assert.equal(used(silent, accepted(2)), null);
		assert.equal(used([version(1)], undecided), null);
	});

	it('remembers a no until the next significant change', () => {
		const declined: Decision = { ...undecided, declinedN: 1, declinedAt: 5, declinedId: 5 };
		assert.equal(acceptanceState(documentOf(version(1)), declined, 10_000), 'declined');
		assert.equal(acceptanceState(documentOf(version(1), version(2)), declined, 10_000), 'owed');
	});

	it('lets the last word count', () => {
		const both = { ...accepted(1, 5), declinedN: 1, declinedAt: 9, declinedId: 9 };
		assert.equal(acceptanceState(documentOf(version(1)), both, 10_000), 'declined');
		assert.equal(acceptanceState(documentOf(version(1)), { ...both, acceptedId: 10 }, 10_000), 'accepted');
	});

	it('names the version in force as the one that is owed, and the one accepted before it', () => {
		const document = documentOf(version(1), version(2), version(3, { change: 'editorial', notice: 'silent' }));
		const [debt] = debtsOf([document], () => accepted(1), 10_000);
		assert.equal(debt?.version.id, 'forum-3');
		assert.equal(debt?.since?.id, 'forum-1');
	});

	it('tells of a quiet change by a banner while it is news, and of nothing else', () => {
		const quiet = documentOf(version(1), version(2, { notice: 'banner' }));
		const month = 30 * 86_400_000;
		assert.deepEqual(bannerVersions([quiet], () => accepted(1), 5000).map(({ id }) => id), ['forum-2']);
		assert.deepEqual(bannerVersions([quiet], () => accepted(1), month + 5000), []);
		assert.deepEqual(bannerVersions([documentOf(version(1), version(2))], () => accepted(1), 5000), []);
		assert.deepEqual(bannerVersions([quiet], () => accepted(2), 5000), [], 'who joined after it accepted it');
	});

	const history = fc.array(fc.record({
		change: fc.constantFrom('editorial' as const, 'significant' as const),
		notice: fc.constantFrom('silent' as const, 'banner' as const, 're-accept' as const),
		delay: fc.integer({ min: 0, max: 5000 }),
	}), { minLength: 1, maxLength: 8 }).map(rows => rows.map((row, index) => version(index + 1, {
		change: row.change, notice: row.notice, effectiveAt: (index + 1) * 1000 + row.delay,
	})));

	it('law: whoever accepts the version in force owes nothing at that moment', () => {
		fc.assert(fc.property(history, fc.integer({ min: 0, max: 20_000 }), (versions, now) => {
			const inForce = versionInForce(versions, now);
			if (inForce) {
				assert.deepEqual(debtsOf([documentOf(...versions)], () => accepted(inForce.n), now), []);
			}
		}));
	});

	it('law: only a significant change with re-acceptance can make an acceptance insufficient', () => {
		fc.assert(fc.property(history, fc.integer({ min: 0, max: 20_000 }), fc.nat(8), (versions, now, n) => {
			const state = acceptanceState(documentOf(...versions), n === 0 ? undecided : accepted(n), now);
			const asked = versions.filter(({ change, notice, effectiveAt }) =>
				change === 'significant' && notice === 're-accept' && effectiveAt <= now);
			const inForce = versionInForce(versions, now);
			const isOwed = asked.some(version => version.n > n && version.n <= (inForce?.n ?? 0));
			assert.equal(state === 'owed', isOwed);
		}));
	});
});
