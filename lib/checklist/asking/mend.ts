import { dayIn } from '../../kernel/formats/date';
import type { Fact } from '../../kernel/refusals/phrase';
import { countRealWords, longestOf } from './typed-text';
import { textFor } from '../profiles/item';
import { hostsFor, type Judgement } from './rules';

/** An answer that cannot stand. */
type Wrong = Pick<Judgement, 'item' | 'answer' | 'knowledge' | 'standing'>;

const say = (name: string, ...facts: (string | number)[]): Fact => ({ key: `forum-terms:checklist.${name}`, facts: facts.map(String) });

/** How to correct an answer of the wrong form. */
export function mendOfUnreadable(
	{ item, answer, knowledge }: Omit<Wrong, 'standing'>,
): Fact {
	const { kind, minLength, minWords } = item;
	const hosts = hostsFor(item, knowledge);
	const text = typeof answer === 'string' ? answer : '';
	if (text.length > longestOf(kind)) {
		return say('too-long', text.length, longestOf(kind));
	}
	switch (kind) {
		case 'long-text': return say('few-words', minWords, countRealWords(text));
		case 'text': return minLength > 0 ? say('too-short', minLength) : say('problem.text');
		case 'vendor': return say('reference-short', minLength);
		case 'trunk': return say('country-missing');
		case 'link': return hosts.length > 0 ? say('other-host', hosts.join(' / ')) : say('not-https');
		default: return say(`problem.${kind}`);
	}
}

/** What the administrator says about a blocked answer, otherwise why it is blocked. */
export function mendOfBlocked({ item, answer, standing, knowledge: { latest } }: Wrong, language: string): Fact {
	const { kind, options = [], link } = item;
	if (kind === 'version') {
		const { version = '', since = 0 } = latest ?? {};
		const facts = [version, ...since > 0 ? [dayIn(language, since)] : [], ...link ? [link] : []];
		return say(`mend-behind${since > 0 ? '-since' : ''}${link ? '-at' : ''}`, ...facts);
	}
	if (kind === 'vendor' || kind === 'trunk' || kind === 'text') {
		return say('mend-unsupported');
	}
	const chosen = options.filter(({ value, verdict }) => verdict === 'block' && [answer].flat().some(one => one === value));
	return chosen.map(option => textFor(option.say, language)).join(' ').trim() ||
		say(standing === 'unsupported' ? 'mend-unsupported' : 'mend-choice');
}
