import type { Answer, Item } from 'forum-terms/checklist/member/model';
import { say } from 'forum-terms/kit/dom';

/** What to correct in an answer before sending; empty if nothing. The server checks the rest. */
type Problem = (answer: Answer | undefined) => string;

function isLink(text: string, hosts: readonly string[]): boolean {
	const url = URL.canParse(text) ? new URL(text) : null;
	return url?.protocol === 'https:' &&
		(hosts.length === 0 || hosts.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`)));
}

function isReadable({ kind, minLength, hosts }: Item, answer: Answer): boolean {
	if (typeof answer === 'string') {
		return kind === 'link' ? isLink(answer, hosts) : kind !== 'text' || answer.length >= minLength;
	}
	if (typeof answer === 'object' && 'vendor' in answer) {
		return answer.reference.length >= minLength;
	}
	return typeof answer !== 'object' || !('provider' in answer) || answer.country !== '';
}

const isWhole = ({ options }: Item, answer: Answer) => !Array.isArray(answer) ||
	options.every(({ value, required }) => !required || answer.includes(value));

/** Returns a check for answers to this item; its sentences are loaded once, so that it is synchronous. */
export async function problemOf(item: Item): Promise<Problem> {
	const { kind, required, minLength, hosts } = item;
	const missing = await say(`forum-terms:checklist.problem.${kind}`);
	const unreadable = kind === 'text' ? await say('forum-terms:checklist.too-short', minLength) :
		kind === 'vendor' ? await say('forum-terms:checklist.reference-short', minLength) :
			kind === 'trunk' ? await say('forum-terms:checklist.country-missing') :
				hosts.length > 0 ? await say('forum-terms:checklist.other-host', hosts.join(' / ')) :
					await say('forum-terms:checklist.not-https');
	return (answer) => {
		if (answer === undefined) {
			return required ? missing : '';
		}
		if (!isReadable(item, answer)) {
			return unreadable;
		}
		return required && !isWhole(item, answer) ? missing : '';
	};
}
