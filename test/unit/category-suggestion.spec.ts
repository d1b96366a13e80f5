import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldedWords, soundsLike, wordIndex, type WordedCategory } from '../../lib/categories/guide/suggestion-rules';

const category = (cid: number, words: string[], more: Partial<WordedCategory> = {}): WordedCategory =>
	({ cid, words, path: [cid], language: '', ...more });
const general = category(1, []);
const phones = category(2, ['phone', 'yealink', 'firmware']);
const trunks = category(3, ['trunk', 'sip trunk', 'provider', 'DID']);
const teams = category(4, ['teams', 'microsoft 365']);
const hosting = category(5, ['firewall', 'nat', 'port forwarding'], { path: [5, 6] });
const pbx = category(6, ['pbx', 'extension']);
const german = category(7, ['trunk', 'Anschlußnummer'], { language: 'de' });
const germanPhones = category(8, [], { language: 'de' });
const index = wordIndex([general, phones, trunks, teams, hosting, pbx, german, germanPhones]);
const likely = (title: string, content = '', here = general) =>
	soundsLike(index, { title, content }, here).map(({ cid }) => cid);

describe('what a text sounds like (clause 4: the relevant category)', () => {
	it('is found by one word of the title, in any case, in the plural too', () => {
		assert.deepEqual(likely('No audio on my TRUNKS', '', phones), [3]);
	});
	it('is found by whole words only: a team is no Teams, and nothing is found inside a word', () => {
		assert.deepEqual(likely('Our team likes trunkless smartphoneware'), []);
		assert.deepEqual(likely('Presence in Teams'), [4]);
	});
	it('needs more in the text than in the title: one word there says nothing, three do', () => {
		assert.deepEqual(likely('Calls drop', 'It comes from the provider.'), []);
		assert.deepEqual(likely('Calls drop', 'The provider of the trunk does not send the DID.'), [3]);
	});
	it('does not count how often a word comes: a log says it in every line', () => {
		assert.deepEqual(likely('Calls drop', 'trunk '.repeat(500)), []);
	});
	it('counts several words as one that says more, and not its parts besides', () => {
		const [first] = soundsLike(index, { title: 'SIP trunk', content: '' }, general);
		assert.deepEqual(first, { cid: 3, score: 6, words: ['sip trunk'] });
	});
	it('is nothing when as much speaks for where it is', () => {
		assert.deepEqual(likely('Trunk and phone', '', phones), []);
		assert.deepEqual(likely('Trunk trouble', 'My phone does not ring.', phones), [3]);
	});
	it('names the most alike first', () => {
		assert.deepEqual(likely('SIP trunk behind a firewall'), [3, 5]);
	});
	it('leads down into a part of a place, and never up out of it', () => {
		assert.deepEqual(likely('PBX', '', hosting), []);
		assert.deepEqual(likely('Firewall', '', pbx), [5]);
	});
	it('stays within the language of the area', () => {
		assert.deepEqual(likely('Trunk gestört', '', germanPhones), [7]);
		assert.deepEqual(likely('Trunk', '', general), [3]);
		assert.deepEqual(likely('Anschlussnummern fehlen', '', germanPhones), []);
		assert.deepEqual(likely('ANSCHLUSSNUMMER', '', germanPhones), [7]);
	});
	it('compares letters as people do', () => {
		assert.deepEqual(foldedWords('Ärger ÄRGER Arger'), ['arger', 'arger', 'arger']);
		assert.deepEqual(foldedWords('İPHONE ıphone IPHONE'), ['iphone', 'iphone', 'iphone']);
		assert.deepEqual(foldedWords('STRASSE straße'), ['strasse', 'strasse']);
		assert.deepEqual(foldedWords('ΦΩΝΗΣ φωνης'), foldedWords('φωνής ΦΩΝΉΣ'));
	});
	it('finds every word of every category in a title that holds it, whatever stands around it', () => {
		fc.assert(fc.property(
			fc.constantFrom(...trunks.words), fc.constantFrom('?', ' - ', '\n', '. ', '/'), fc.boolean(), (word, gap, isUpper) => {
				const title = `xyz${gap}${isUpper ? word.toUpperCase() : word}${gap}xyz`;
				assert.deepEqual(likely(title), [3]);
			}));
	});
	it('never throws, never names the place itself, and always has its words in the text', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.constantFrom(
			'trunk', 'provider', 'phone', 'firewall', 'teams', 'x', '\n', 'Microsoft 365', 'sip'), { maxLength: 30 }),
		(title, words) => {
			const content = words.join(' ');
			for (const { cid, score, words: found } of soundsLike(index, { title, content }, trunks)) {
				assert.notEqual(cid, 3);
				assert.ok(score >= 3);
				const said = `${foldedWords(title).join(' ')} ${foldedWords(content).join(' ')}`;
				assert.ok(found.every(word => said.includes(foldedWords(word).join(' '))));
			}
		}));
	});
	it('reads a text of any length once: ten times the words take about ten times as long, however they repeat', () => {
		const many = wordIndex(Array.from({ length: 400 }, (_one, at) => category(at + 10, ['a a a a a a a b', `word${at}`])));
		const time = (length: number) => {
			const content = 'a '.repeat(length / 2);
			const started = process.hrtime.bigint();
			for (let round = 0; round < 20; round += 1) {
				soundsLike(many, { content }, general);
			}
			return Number(process.hrtime.bigint() - started);
		};
		time(2000);
		const [short, long] = [time(2000), time(20_000)];
		assert.ok(long < short * 60, `${short} ${long}`);
		// What is longer than any text is cut.
		assert.ok(time(2_000_000) < long * 4);
	});
});
