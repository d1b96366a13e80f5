import { unsupportedIn } from 'forum-terms/checklist/member/listed';
import type { Answer, Item } from 'forum-terms/checklist/member/model';

/** The items to show for these answers and tags; one that depends on a hidden item is hidden too. */
export function shownAmong(
	items: readonly Item[], answerTo: (key: string) => Answer | undefined, tags: readonly string[],
): Item[] {
	const shown: Item[] = [];
	for (const item of items) {
		const { item: other = '', values = [], tags: wanted = [], listed = '' } = item.shownWhen ?? {};
		const answer = answerTo(other);
		// A tick, and anything typed, is `true`.
		const given: unknown[] = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer, 'true'];
		const isAnswered = other === '' || (shown.some(({ key }) => key === other) && values.some(value => given.includes(value)));
		const isListed = listed === '' || shown.some(above => unsupportedIn(above, answerTo(above.key)).length > 0);
		if (isAnswered && isListed && (wanted.length === 0 || wanted.some(tag => tags.includes(tag)))) {
			shown.push(item);
		}
	}
	return shown;
}
