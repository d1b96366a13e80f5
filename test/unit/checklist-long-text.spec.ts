import assert from 'node:assert/strict';
import { decodeChecklist } from '../../lib/checklist/asking/answers';
import { countRealWords } from '../../lib/checklist/asking/typed-text';
import { reasonsFor } from '../../lib/checklist/asking/reasons';
import { judgementsOf, shownItems } from '../../lib/checklist/asking/rules';
import type { Evidence } from '../../lib/checklist/evidence/evidence';
import { publicIn, wholeField } from '../../lib/checklist/evidence/topic-field';
import { items, known } from '../builders/checklist';

const told = 'I called the queue from outside and expected all phones to ring, but nobody heard anything.';
const log = Array.from({ length: 300 }, (_, line) => `12:00:${line} [Warn] 0x${line.toString(16)} REGISTER sip:100@pbx.local 401`).join('\n');

describe('a long text (CK-08)', () => {
	const asked = items({ key: 'told', kind: 'long-text', minWords: 10 });
	const found = (answer: unknown) => {
		const given = decodeChecklist({ answers: { told: answer } });
		assert.ok(given.ok);
		return judgementsOf(asked, given.value.answers, { tags: [], cid: 1 }, known());
	};
	const problem = (answer: unknown) => found(answer)[0]?.problem;
	const mend = (answer: unknown): unknown[] => {
		const fact = reasonsFor(found(answer), 'en-GB')[0]?.refusal.facts[2];
		return fact && typeof fact === 'object' ? [fact.key.split('.').at(-1), ...fact.facts ?? []] : [];
	};

	for (const [text, count] of [
		['', 0], ['x y z a b', 0], ['aaaa bbbb aaaa', 0], ['help help help HELP', 1], ['... !!! ---', 0], ['12 345 6789', 0],
		['\u200b\u200b \u2060 \u00ad', 0], ['h\u200be\u200bl\u200bp', 1], ['V20 U9', 0], ['I do not know', 3], ['I\'ll be', 1],
		['Anruf über die Warteschlange', 4], ['звонок не проходит', 3], ['電話が鳴らない', 3], ['我打电话没有声音', 4], ['โทรออกไม่ได้', 5],
		['مكالمة لا تصل', 3], ['\ud800 \udfff', 0],
	] as const) {
		it(`has ${count} real words in ${JSON.stringify(text)}`, () => {
			assert.equal(countRealWords(text), count);
		});
	}

	it('is asked again while it is empty, invisible, or says too little, with the number of words so far', () => {
		assert.equal(problem(''), 'missing');
		assert.equal(problem(' \u200b\n\u2060 '), 'missing');
		assert.equal(problem('x y z a b'), 'invalid');
		assert.deepEqual(mend('It does not work, work, work.'), ['few-words', '10', '4']);
		assert.equal(problem(['It', 'is', 'a', 'list']), 'invalid');
		assert.equal(problem(told), null);
	});

	it('takes a log of 20,000 characters as it was pasted, and says by how much a longer one is too long', () => {
		const whole = `${told}\r\n${log}`.padEnd(20_001, '.');
		const given = decodeChecklist({ answers: { told: whole } });
		assert.ok(given.ok);
		assert.equal(given.value.answers.told, whole.replaceAll('\r\n', '\n'));
		assert.equal(problem(whole), null);
		assert.deepEqual(mend('word '.repeat(5000)), ['too-long', '24999', '20000']);
	}).timeout(4000);

	it('does not let a short text be a long one', () => {
		const short = items({ key: 'told', kind: 'text', minLength: 5 });
		const [judged] = judgementsOf(short, { told: log }, { tags: [], cid: 1 }, known());
		assert.equal(judged?.problem, 'invalid');
		const [unseen] = judgementsOf(short, { told: 'he\u200b\u200blp' }, { tags: [], cid: 1 }, known());
		assert.equal(unseen?.problem, 'invalid');
	});

	it('brings up what waits for it as soon as something is typed', () => {
		const waiting = items({ key: 'told', kind: 'long-text' }, { key: 'since', shownWhen: { item: 'told', values: ['true'] } });
		const shown = (answer: string) =>
			shownItems(waiting, { told: answer }, { tags: [], cid: 1 }).map(({ key }) => key);
		assert.deepEqual([shown('\u200b'), shown('I')], [['told'], ['told', 'since']]);
	});

	it('is kept whole in the record, and begun in the topic, which NodeBB reads wherever it lists topics', () => {
		const text = `${'x'.repeat(999)}\u{1f4de}${log}`;
		const said = { prompt: 'Told', standing: '', verdict: 'ok', readers: 'everyone', clause: '4' } as const;
		const evidence: Evidence = {
			id: 1, tid: 1, pid: '', uid: 7, cid: 1, profile: 'spec', version: 1, cause: 'topic', owed: [], waived: [],
			by: 7, at: 0,
			answers: [
				{ ...said, key: 'told', kind: 'long-text', text, value: text }, { ...said, key: 'short', kind: 'text', text: 'x', value: 'x' },
			],
		};
		const [first, second] = publicIn({ field: wholeField(evidence) })?.answers ?? [];
		assert.deepEqual([first?.text, first?.isCut], ['x'.repeat(999), true]);
		assert.deepEqual([second?.text, second?.isCut], ['x', undefined]);
	});
});
