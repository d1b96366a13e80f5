import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import { statementList, type StatementLine } from 'forum-terms/reasons/statement';
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

/** The statement of reasons as those affected read it, to open; nothing if the decision's time on record is over. */
export async function reasons({ statement }: { statement: readonly StatementLine[] }): Promise<HTMLElement[]> {
	return statement.length === 0 ? [] : [folded('reasons', await say('forum-terms:statement.page'),
		async () => [statementList(statement)])];
}

/** What a strike rests on, as it was when it was given: the reasons, and the post. */
export async function strikeProof(partner: string, strike: Strike): Promise<HTMLElement[]> {
	const { id } = strike;
	return [...await reasons(strike), folded('evidence', await say('forum-terms:partner.strike.evidence'), async () => {
		const { posts } = await api.get<{ posts: KeptPost[] }>(`/plugins/forum-terms/partners/${partner}/strikes/${id}/evidence`);
		return posts.length === 0 ? [words(await say('forum-terms:partner.strike.evidence-gone'))] :
			(await Promise.all(posts.map(postParts))).flat();
	})];
}
