import * as api from 'api';
import { element, say } from 'forum-terms/kit/dom';

interface Part { text: string; state: 'added' | 'removed' | 'same' }
interface Clause {
	clause: string; heading: string; headingParts: Part[]; state: 'added' | 'removed' | 'changed' | 'same'; parts: Part[];
}
interface Comparison { from: string | null; clauses: Clause[]; coarse: boolean }

const tagOf = { added: 'ins', removed: 'del', same: 'span' } as const;

const marked = (parts: readonly Part[]) => parts.map(part => element(tagOf[part.state], {}, part.text));

async function clauseOf({ clause, heading, headingParts, state, parts }: Clause): Promise<HTMLElement> {
	return element('section', { class: 'border rounded-1 p-2 mb-2' },
		element('h3', { class: 'fs-6 fw-semibold d-flex gap-2 align-items-center' },
			element('span', {}, ...heading ? marked(headingParts) : [await say('forum-terms:diff.clause', clause)]),
			element('span', { class: 'badge text-bg-secondary' }, await say(`forum-terms:diff.state.${state}`))),
		element('p', { class: 'forum-terms-diff mb-0' }, ...marked(parts)));
}

/** The saved draft compared with the version in force, clause by clause. */
export async function comparisonOf(document: string, language: string): Promise<HTMLElement> {
	const compared = await api.get<Comparison>(`/plugins/forum-terms/admin/terms/${document}/draft/diff`, { language });
	const changed = compared.clauses.filter(({ state }) => state !== 'same');
	const notes: Node[] = [];
	if (compared.from === null) {
		notes.push(element('p', { class: 'text-muted' }, await say('admin/plugins/forum-terms:draft.compare-none')));
	} else if (changed.length === 0) {
		notes.push(element('p', { class: 'text-muted' }, await say('forum-terms:diff.nothing')));
	}
	if (compared.coarse) {
		notes.push(element('p', { class: 'text-muted' }, await say('forum-terms:diff.coarse')));
	}
	return element('div', {}, ...notes, ...await Promise.all(changed.map(clauseOf)));
}
