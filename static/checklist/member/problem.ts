import type { Answer, Item } from 'forum-terms/checklist/member/model';
import { countRealWords, longestOf } from 'forum-terms/checklist/member/typed-text';
import { visibleText } from 'forum-terms/kit/text';
import { say } from 'forum-terms/kit/dom';

/** What to correct in an answer before sending; empty if nothing. The server checks the rest. */
type Problem = (answer: Answer | undefined) => string;

function isLink(text: string, hosts: readonly string[]): boolean {
	const url = URL.canParse(text) ? new URL(text) : null;
	return url?.protocol === 'https:' &&
		(hosts.length === 0 || hosts.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`)));
}

function isReadable({ kind, minLength, minWords, hosts }: Item, answer: Answer): boolean {
	if (typeof answer === 'string') {
		return kind === 'long-text' ? countRealWords(answer) >= minWords : kind === 'link' ? isLink(answer, hosts) : kind !== 'text' || visibleText(answer).length >= minLength;
	}
	if (typeof answer === 'object' && 'vendor' in answer) {
		return visibleText(answer.reference).length >= minLength;
	}
	return typeof answer !== 'object' || !('provider' in answer) || answer.country !== '';
}

const isWhole = ({ options }: Item, answer: Answer) => !Array.isArray(answer) ||
	options.every(({ value, required }) => !required || answer.includes(value));

// Stands in a sentence for a number that changes while somebody types.
const count = '\u0001';

/** What is wrong with the form of an answer; `long` and `few` have a place for the current number. */
async function sentencesFor({ kind, minLength, minWords, hosts }: Item) {
	const unreadable = kind === 'text' ? await say('forum-terms:checklist.too-short', minLength) :
		kind === 'long-text' ? await say('forum-terms:checklist.few-words', minWords, count) :
			kind === 'vendor' ? await say('forum-terms:checklist.reference-short', minLength) :
				kind === 'trunk' ? await say('forum-terms:checklist.country-missing') :
					hosts.length > 0 ? await say('forum-terms:checklist.other-host', hosts.join(' / ')) :
						await say('forum-terms:checklist.not-https');
	return {
		missing: await say(`forum-terms:checklist.problem.${kind}`), unreadable,
		long: await say('forum-terms:checklist.too-long', count, longestOf(kind)),
	};
}

/** Returns a check for answers to this item; its sentences are loaded once, so that it is synchronous. */
export async function problemOf(item: Item): Promise<Problem> {
	const { kind, required } = item;
	const { missing, unreadable, long } = await sentencesFor(item);
	return (answer) => {
		if (answer === undefined) {
			return required ? missing : '';
		}
		const text = typeof answer === 'string' ? answer : '';
		if (text.length > longestOf(kind)) {
			return long.replace(count, String(text.length));
		}
		if (!isReadable(item, answer)) {
			return unreadable.replace(count, String(countRealWords(text)));
		}
		return required && !isWhole(item, answer) ? missing : '';
	};
}
