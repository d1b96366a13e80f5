import type { Answer, Item } from 'forum-terms/checklist/member/model';

const longest = 60;
const inShort = (whole: string) => {
	const text = whole.slice(0, 1000).replace(/\s+/g, ' ');
	return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
};

/** An answer in a few words, for a line about all of them; empty for a tick, which says no more than its question. */
export function wordsOf({ options }: Item, answer: Answer | undefined): string {
	const labelOf = (value: string) => options.find(option => option.value === value)?.label ?? value;
	if (answer === undefined || typeof answer === 'boolean') {
		return '';
	}
	if (typeof answer === 'string') {
		return inShort(labelOf(answer));
	}
	const parts = Array.isArray(answer) ? [answer.map(labelOf).join(', ')] :
		'vendor' in answer ? [answer.vendor, answer.reference] : [answer.provider, answer.country && `(${answer.country})`];
	return inShort(parts.filter(part => part !== '').join(' '));
}
