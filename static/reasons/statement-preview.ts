import { element, say } from 'forum-terms/kit/dom';
import { statementList, type StatementLine } from 'forum-terms/reasons/statement';

/** A statement of reasons in one language, before anything is decided. */
export interface StatementPreview { language: string; lines: StatementLine[] }

function languageName(code: string): string {
	return new Intl.DisplayNames([config.userLang], { type: 'language' }).of(code) ?? code;
}

/** What those affected will read, in their languages; the first reader's is open. */
export async function previewParts(statements: readonly StatementPreview[]): Promise<HTMLElement[]> {
	const title = await say('forum-terms:statement.preview');
	return statements.map(({ language, lines }, index) => element('details', {
		class: 'border rounded-1 p-3 mb-2', lang: language, 'data-language': language, ...index === 0 ? { open: '' } : {},
	}, element('summary', { class: 'fw-semibold mb-2', lang: config.userLang }, `${title} (${languageName(language)})`),
	statementList(lines)));
}

/** A button that shows the statement, and a place for it; after a change of the form it has to be asked for again. */
export async function statementPreview(
	load: () => Promise<readonly StatementPreview[] | null>, attempt: (work: () => Promise<void>) => void,
) {
	const place = element('div', { 'data-role': 'preview', 'aria-live': 'polite', class: 'mt-2' });
	const button = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-action': 'preview' },
		await say('forum-terms:statement.preview-show'));
	button.addEventListener('click', () => attempt(async () => {
		const statements = await load();
		place.replaceChildren(...statements ? await previewParts(statements) : []);
	}));
	return {
		root: element('div', { class: 'mb-3' }, button, place),
		outdate: () => place.replaceChildren(),
	};
}
