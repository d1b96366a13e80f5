import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsUntil, isRenewal } from '../../lib/terms/documents/renewal';
import { debtsOf, isDue, undecided, type Decision } from '../../lib/terms/documents/rules';
import { plainSettings } from '../../lib/terms/documents/version';
import { termsInMemory } from '../builders/terms';
import { documentOf, version } from '../builders/terms';

const dayMs = 86_400_000;
type Terms = Awaited<ReturnType<typeof termsInMemory>>;
const change = (terms: Terms, parts: object, id = 'forum') => terms.store.saveDocument(id, {
	...plainSettings, title: 'Forum terms', ...parts,
}).then(() => terms.catalogue.forget());
const owes = async (terms: Terms, uid: number, cid: number | null = null) =>
	(await terms.acceptance.debts(uid, cid)).map(debt => debt.version.id);
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) => (answer.ok ? 'ok' : answer.refusal.code);

describe('renewal (agreements that have to be given again)', () => {
	it('knows the rhythms and nothing else', () => {
		assert.deepEqual(['none', 'month', 'quarter', 'year', '1d', '90d', '3650d'].map(isRenewal), Array(7).fill(true));
		assert.deepEqual(['', 'weekly', '0d', '-1d', '3651d', '90', '9e3d', 'toString'].map(isRenewal), Array(8).fill(false));
	});

	it('ends a month on its last day when the day itself is missing', () => {
		const at = (iso: string) => Date.parse(`${iso}T10:00:00Z`);
		assert.equal(holdsUntil(at('2026-01-31'), 'month'), at('2026-02-28'));
		assert.equal(holdsUntil(at('2026-11-30'), 'quarter'), at('2027-02-28'));
		assert.equal(holdsUntil(at('2024-02-29'), 'year'), at('2025-02-28'));
		assert.equal(holdsUntil(at('2026-01-15'), '90d'), at('2026-01-15') + (90 * dayMs));
	});

	it('never ends before it was given', () => {
		const rhythm = fc.constantFrom('none', 'month', 'quarter', 'year', '1d', '365d') as fc.Arbitrary<'month'>;
		fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), rhythm, (at, renewal) => {
			assert.ok(holdsUntil(at, renewal) > at);
		}));
	});

	it('asks again when the time is over, and records the new agreement', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await change(terms, { renewal: '30d' });
		await terms.accept(7, 'forum-1');
		assert.deepEqual(await owes(terms, 7), []);
		terms.time.at += 30 * dayMs;
		assert.deepEqual(await owes(terms, 7), ['forum-1']);
		assert.equal(code(await terms.accept(7, 'forum-1')), 'ok');
		assert.deepEqual(await owes(terms, 7), []);
		assert.equal((await terms.ledger.recordsOf(7, 10)).length, 2);
	});
});

describe('grace (days in which a change does not stop anybody)', () => {
	it('tells of the debt but lets posts pass until it ends', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.publish({ graceDays: 10 });
		const [debt] = await terms.acceptance.debts(7);
		assert.ok(debt);
		assert.equal(isDue(debt, terms.time.at), false);
		assert.equal(isDue(debt, terms.time.at + (10 * dayMs)), true);
		assert.deepEqual((await terms.owedTo(7, 'en-GB')).map(({ due }) => due), [false]);
	});

	it('is nobody\'s who declined, nor of an agreement that has lapsed', () => {
		const document = { ...documentOf(version(1), version(2, { graceDays: 10, effectiveAt: 5000 })), renewal: '1d' as const };
		const dueOf = (decision: Partial<Decision>, now: number) => debtsOf([document], () =>
			({ ...undecided, ...decision }), now).map(debt => isDue(debt, now));
		assert.deepEqual(dueOf({ acceptedN: 1, acceptedId: 1, acceptedAt: 1000 }, 6000), [false]);
		assert.deepEqual(dueOf({ declinedN: 2, declinedId: 3 }, 6000), [true]);
		assert.deepEqual(dueOf({ acceptedN: 2, acceptedId: 3, acceptedAt: 6000 }, 6000 + dayMs), [true]);
	});
});

describe('documents for some', () => {
	it('ask only members of their groups', async () => {
		const terms = await termsInMemory();
		terms.inGroup.set('Beta', [7]);
		await change(terms, { groups: ['Beta'] });
		await terms.publish();
		assert.deepEqual(await owes(terms, 7), ['forum-1']);
		assert.deepEqual(await owes(terms, 8), []);
		assert.deepEqual(await terms.acceptance.debtsOfNewcomer(), []);
	});

	it('ask only in their categories, never at the page gate', async () => {
		const terms = await termsInMemory();
		await change(terms, { cids: [4] });
		await terms.publish();
		assert.deepEqual(await owes(terms, 7, 4), ['forum-1']);
		assert.deepEqual(await owes(terms, 7, 5), []);
		assert.deepEqual(await owes(terms, 7), []);
		assert.equal((await terms.owedTo(7, 'en-GB', { cid: '4' })).length, 1);
		assert.equal((await terms.owedTo(7, 'en-GB')).length, 0);
	});

	it('ask nobody once they are archived, and their proof stays', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await change(terms, { archived: true });
		assert.deepEqual(await owes(terms, 8), []);
		assert.deepEqual(await terms.acceptance.documentsFor(8, null), []);
		assert.equal((await terms.ledger.recordsOf(7, 5)).length, 1);
		assert.ok(await terms.catalogue.text('forum-1', 'en-GB'));
	});
});

describe('acceptance that is not a click of one\'s own', () => {
	it('can be recorded on behalf, with who and why', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		const answer = await terms.acceptance.accept({
			uid: 7, versionId: 'forum-1', language: 'en-GB', method: 'api', behalf: { uid: 1, reason: 'Signed on paper' },
		});
		assert.ok(answer.ok);
		assert.deepEqual([answer.value.method, answer.value.reason], ['behalf', 'Signed on paper']);
		assert.notEqual(answer.value.by, '');
		assert.notEqual(answer.value.by, answer.value.subject);
	});

	it('is asked for again after a breach, once per breach', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		const recall = () => terms.acceptance.recall({ uid: 7, document: 'forum', by: 1, reason: 'Spam' });
		assert.equal(code(await recall()), 'ok');
		assert.deepEqual(await owes(terms, 7), ['forum-1']);
		await terms.accept(7, 'forum-1');
		assert.deepEqual(await owes(terms, 7), []);
		assert.equal(code(await recall()), 'ok');
		assert.deepEqual(await owes(terms, 7), ['forum-1']);
	});

	it('waits for the time that reading takes, by the server\'s clock', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await change(terms, { readingSeconds: 20 });
		assert.equal(code(await terms.accept(7, 'forum-1')), 'reading-unfinished');
		await terms.owedTo(7, 'en-GB');
		terms.time.at += 15_000;
		assert.equal(code(await terms.accept(7, 'forum-1')), 'reading-unfinished');
		terms.time.at += 5000;
		assert.equal(code(await terms.accept(7, 'forum-1')), 'ok');
	});
});

describe('forecast', () => {
	it('is what then happens', async () => {
		const terms = await termsInMemory();
		terms.inGroup.set('Beta', [2, 3, 4]);
		terms.inGroup.set('Robots', [4, 5]);
		Object.assign(terms.stored, { exemptGroups: 'Robots' });
		await terms.publication.saveDraft('forum', {
			title: 'Forum terms', change: 'significant', notice: 're-accept', changelog: 'x', effectiveAt: null, graceDays: 2,
			notify: false, texts: { 'en-GB': '## 2. Text' },
		});
		const forecast = await terms.forecast('forum');
		assert.ok(forecast.ok);
		const { asked, exempt, online, withTokens, groups, from } = forecast.value;
		await terms.publication.publish('forum', 1);
		const everybody = Array.from({ length: 300 }, (_, index) => index + 1);
		const stopped = await Promise.all(everybody.map(async uid =>
			(await terms.acceptance.debts(uid)).length > 0 && !await terms.isExempt(uid)));
		assert.equal(asked, stopped.filter(Boolean).length);
		assert.deepEqual({ exempt, online, withTokens, groups, from }, {
			exempt: 3, online: 2, withTokens: 1, groups: [{ name: 'Beta', asked: 2 }], from: terms.time.at + (2 * dayMs),
		});
	});

	it('of a change that asks nobody is nobody', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.publication.saveDraft('forum', {
			title: 'Forum terms', change: 'editorial', notice: 'banner', changelog: 'x', effectiveAt: null, graceDays: 0,
			notify: false, texts: { 'en-GB': '## 2. Text' },
		});
		const forecast = await terms.forecast('forum');
		assert.equal(forecast.ok && forecast.value.asked, 0);
	});
});
