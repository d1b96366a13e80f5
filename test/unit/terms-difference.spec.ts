import assert from 'node:assert/strict';
import fc from 'fast-check';
import { range } from 'lodash';
import { comparisons } from '../../lib/terms/documents/comparisons';
import { mostSteps, termsDifference, type TermsDifference } from '../../lib/terms/text/difference';
import { commonLanguages } from '../../lib/terms/text/language';
import { clausesIn, renderTerms } from '../../lib/terms/text/markdown';
import { hostInMemory } from '../builders/host';
import { version } from '../builders/terms';

const noise = (words: number, seed: number) => range(words).map(i => `w${(i * seed) % 7919}`).join(' ');
const clauses = (count: number, text: (n: number) => string) =>
	range(1, count + 1).map(n => `## ${n}. Clause\n\n${text(n)}`).join('\n\n');

describe('comparison of two texts', () => {
	const compare = (before: string, after: string) => {
		const meter = { steps: 0 };
		return { ...termsDifference(clausesIn(before), clausesIn(after), meter), ...meter };
	};
	/** The old and the new text of each clause, put together again out of its parts. */
	const readBack = ({ clauses: compared }: TermsDifference, without: 'added' | 'removed') =>
		new Map(compared.filter(({ state }) => state !== without).map(({ clause, parts }) =>
			[clause, parts.filter(({ state }) => state !== without).map(({ text }) => text).join('')]));
	const asIs = (text: string) => new Map(clausesIn(text).map(({ id, markdown }) => [id, markdown]));

	const hard: Record<string, [before: string, after: string]> = {
		'one clause of 199 kB, all different': [`## 1. A\n\n${noise(33_000, 31)}`, `## 1. A\n\n${noise(33_000, 7907)}`],
		'9,000 words in one clause': [`## 1. A\n\n${noise(9000, 31)}`, `## 1. A\n\n${noise(9000, 7907)}`],
		'a thousand clauses that all changed': [clauses(1000, n => noise(30, n)), clauses(1000, n => noise(30, n + 1))],
		'ten thousand short clauses': [clauses(10_000, n => `a ${n}`), clauses(10_000, n => `b ${n}`)],
		'the same two words over and over': [`## 1. A\n\n${'a b '.repeat(25_000)}`, `## 1. A\n\n${'b a '.repeat(25_000)}`],
		'signs alone': [`## 1. A\n\n${'.,'.repeat(50_000)}x`, `## 1. A\n\n${',.'.repeat(50_000)}y`],
		'nothing before': ['', clauses(2000, n => noise(10, n))],
	};
	for (const [what, [before, after]] of Object.entries(hard)) {
		it(`costs no more than it may, and is right: ${what}`, () => {
			const compared = compare(before, after);
			// One step beyond is where it stops.
			assert.ok(compared.steps <= mostSteps + 1, `${compared.steps} steps`);
			assert.deepEqual(readBack(compared, 'added'), asIs(before));
			assert.deepEqual(readBack(compared, 'removed'), asIs(after));
		});
	}

	it('gives up the clause that costs too much, and says so; the others keep their words', () => {
		const huge = (seed: number) => `## 1. A\n\n${noise(20_000, seed)}`;
		const { coarse, clauses: [first, second] } = compare(`${huge(31)}\n\n## 2. B\n\nold words`, `${huge(7907)}\n\n## 2. B\n\nnew words`);
		assert.equal(coarse, true);
		assert.deepEqual(first?.parts.map(({ state }) => state), ['removed', 'added']);
		assert.deepEqual(second?.parts.map(({ state }) => state), ['removed', 'added', 'same']);
		assert.equal(compare('## 1. A\n\nold words', '## 1. A\n\nnew words').coarse, false);
	});

	it('says the same of the same texts, however busy the forum is', () => {
		const [before = '', after = ''] = hard['a thousand clauses that all changed'] ?? [];
		assert.deepEqual(compare(before, after), compare(before, after));
	});

	it('law: every character of both texts is in it', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'ä', '版', ' ', '\t', '\u00A0', '\n', '.', '-', '_', '7', '🆘', 'e\u0301'), maxLength: 60 });
		fc.assert(fc.property(text, text, (a, b) => {
			const [before, after] = [`## 1. A\n\nx${a}y`, `## 1. A\n\nx${b}y`];
			const compared = compare(before, after);
			assert.deepEqual(readBack(compared, 'added'), asIs(before));
			assert.deepEqual(readBack(compared, 'removed'), asIs(after));
		}));
	});

	it('finds the clauses that the page has', () => {
		for (const [, after] of Object.values(hard).slice(4)) {
			assert.deepEqual(clausesIn(after), renderTerms(after).clauses);
		}
	});
});

describe('the languages that two versions are compared in', () => {
	const inGerman = (before: string[], after: string[]) => commonLanguages(before, after, 'de', 'en-GB');

	it('are the reader\'s where both have it', () => {
		assert.deepEqual(inGerman(['en-GB', 'de'], ['de', 'en-GB']), ['de', 'de']);
		assert.deepEqual(inGerman(['de-AT'], ['en-GB', 'de']), ['de-AT', 'de']);
	});

	it('are one that both have where the reader\'s is new, because every word of a translation differs', () => {
		assert.deepEqual(inGerman(['en-GB'], ['en-GB', 'de']), ['en-GB', 'en-GB']);
		assert.deepEqual(inGerman(['fr', 'en-US'], ['de', 'en-GB']), ['en-US', 'en-GB']);
	});

	it('are those of each where there is none in common', () => {
		assert.deepEqual(inGerman(['en-GB'], ['de']), ['en-GB', 'de']);
	});
});

describe('comparisons of published versions', () => {
	function shelf() {
		const { host, database } = hostInMemory();
		let [read, atOnce, most] = [0, 0, 0];
		const texts = (n: number) => ({ language: 'en-GB', markdown: `## 1. A\n\nedition ${n}`, html: '', hash: `hash-${n}` });
		const catalogue = {
			documents: async () => [], version: async () => null, forget: () => undefined,
			text: async (id: string) => {
				read += 1;
				return texts(Number(id.split('-').at(-1)));
			},
		};
		const { setObject } = database;
		database.setObject = async (key, data) => {
			atOnce += 1;
			most = Math.max(most, atOnce);
			await setObject(key, data);
			await new Promise(setImmediate);
			atOnce -= 1;
		};
		const process = () => comparisons({ catalogue, site: host.site, database, clock: host.clock });
		const written = () => database.writes.filter(key => /^forum-terms:difference:/.test(key)).length;
		return { process, written, database, reads: () => read, most: () => most };
	}
	const edition = (n: number) => version(n);

	it('are made once per pair, whoever asks at the same time, and for all processes', async () => {
		const { process, written } = shelf();
		const [first, second] = [process(), process()];
		const found = await Promise.all(range(50).map(() => first(edition(1), edition(2), 'en-GB')));
		assert.equal(written(), 1);
		assert.deepEqual(await second(edition(1), edition(2), 'de'), found[0]);
		assert.equal(written(), 1);
		assert.deepEqual(found[0]?.clauses[0]?.parts.map(({ text }) => text), ['edition ', '1', '2']);
	});

	it('are made one at a time in a process', async () => {
		const { process, written, most } = shelf();
		const compare = process();
		await Promise.all(range(2, 12).map(n => compare(edition(1), edition(n), 'en-GB')));
		assert.deepEqual([written(), most()], [10, 1]);
	});

	it('are kept in a bounded number', async () => {
		const { process, database } = shelf();
		const compare = process();
		for (const n of range(2, 252)) {
			await compare(edition(1), edition(n), 'en-GB');
		}
		assert.equal(await database.sortedSetCard('forum-terms:differences'), 200);
		assert.equal([...database.everything().matchAll(/"forum-terms:difference:/g)].length, 200);
	});

	it('do not end with one that failed', async () => {
		const { process, database } = shelf();
		const compare = process();
		const { setObject } = database;
		database.setObject = async () => assert.fail('no database');
		await assert.rejects(compare(edition(1), edition(2), 'en-GB'), /no database/);
		database.setObject = setObject;
		assert.equal((await compare(edition(1), edition(2), 'en-GB')).coarse, false);
	});
});
