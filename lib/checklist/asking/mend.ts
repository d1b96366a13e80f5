import type { Fact } from '../../kernel/refusals/message';
import { longestOf, type Answer } from './answers';
import { countRealWords } from './real-words';
import { textFor, type ChecklistItem } from '../profiles/item';

/** An answer that cannot stand. */
interface Wrong { item: ChecklistItem; answer: Answer | undefined; latest: string }

const say = (name: string, ...facts: (string | number)[]): Fact => ({ key: `forum-terms:checklist.${name}`, facts: facts.map(String) });

/** How to correct an answer of the wrong form. */
export function mendOfUnreadable(
	{ item: { kind, minLength, minWords, hosts = [] }, answer }: Pick<Wrong, 'item' | 'answer'>,
): Fact {
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

/** What the administrator says about a blocked answer, and else why it is blocked. */
export function mendOfBlocked({ item, answer, latest }: Wrong, language: string): Fact {
	const { kind, options = [], link } = item;
	if (kind === 'version') {
		return link ? say('mend-behind-at', latest, link) : say('mend-behind', latest);
	}
	if (kind === 'vendor' || kind === 'trunk') {
		return say('mend-unsupported');
	}
	const chosen = options.filter(({ value, verdict }) => verdict === 'block' && [answer].flat().some(one => one === value));
	return chosen.map(option => textFor(option.say, language)).join(' ').trim() || say('mend-choice');
}
