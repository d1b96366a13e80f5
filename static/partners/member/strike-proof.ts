import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import type { Strike } from 'forum-terms/partners/member/strike-model';

interface KeptPost { title: string; content: string; isPurged: boolean; attachments: { name: string }[] }

const words = (text: string) => element('p', { class: 'text-break mb-1 forum-terms-words' }, text);

/** A line that opens; filled when first opened. */
function folded(role: string, summary: string, fill: () => Promise<HTMLElement[]>): HTMLElement {
	const box = element('div', { class: 'border-start ps-3 mt-1' });
	const details = element('details', { class: 'mt-2', 'data-role': role }, element('summary', { class: 'text-sm' }, summary), box);
	details.addEventListener('toggle', () => {
		if (details.open && box.childElementCount === 0) {
			fill().then(parts => box.replaceChildren(...parts)).catch(failed);
		}
	});
	return details;
}

async function postParts({ title, content, isPurged, attachments }: KeptPost): Promise<HTMLElement[]> {
	return isPurged ? [words(await say('forum-terms:partner.strike.evidence-purged'))] : [
		element('p', { class: 'fw-semibold text-break mb-1' }, title), words(content),
		...attachments.length === 0 ? [] : [words(await say('forum-terms:partner.strike.evidence-files',
			attachments.map(({ name }) => name).join(', ')))],
	];
}

/** The clause in the version of then, to open; nothing if the version has none. */
export async function ruleAsItStood(
	{ heading, sentence, versionName }: Pick<Strike, 'heading' | 'sentence' | 'versionName'>,
): Promise<HTMLElement[]> {
	return sentence === '' ? [] : [folded('rule', await say('forum-terms:partner.strike.rule', versionName),
		async () => [element('p', { class: 'fw-semibold text-break mb-1' }, heading), words(sentence)])];
}

/** What a strike rests on, as it was when it was given: the clause, and the post. */
export async function strikeProof(partner: string, strike: Strike): Promise<HTMLElement[]> {
	const { id } = strike;
	return [...await ruleAsItStood(strike), folded('evidence', await say('forum-terms:partner.strike.evidence'), async () => {
		const { posts } = await api.get<{ posts: KeptPost[] }>(`/plugins/forum-terms/partners/${partner}/strikes/${id}/evidence`);
		return posts.length === 0 ? [words(await say('forum-terms:partner.strike.evidence-gone'))] :
			(await Promise.all(posts.map(postParts))).flat();
	})];
}
