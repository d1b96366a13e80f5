import type { Texts } from 'forum-terms/checklist/admin/model';
import { element } from 'forum-terms/kit/dom';

function nameOf(language: string): string {
	try {
		return new Intl.DisplayNames([config.userLang], { type: 'language' }).of(language) ?? language;
	} catch {
		return language;
	}
}

/** Whether the server accepts a text as a language tag. */
export function isLanguageTag(text: string): boolean {
	return /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(text);
}

/**
 * One field per language of a text, in a `data-texts` element whose heading has the id `labelId`; `path` is the text's
 * path in its record, for errors; `most` the number of letters it may have.
 */
export function fillTexts(
	place: HTMLElement, texts: Texts, languages: readonly string[],
	{ path, labelId, most = 1000, changed }: { path: string; labelId: string; most?: number; changed: () => void },
): void {
	const isLong = place.dataset.rows !== undefined;
	place.replaceChildren(...languages.map((language) => {
		const id = `${labelId}-${language}`;
		const attributes = {
			class: 'form-control', id, maxlength: String(most), lang: language, 'data-path': `${path}.${language}`,
			'aria-labelledby': `${labelId} ${id}-name`, ...isLong ? { rows: place.dataset.rows ?? '2' } : { type: 'text' },
		};
		const control = isLong ? element('textarea', attributes) : element('input', attributes);
		control.value = texts[language] ?? '';
		control.addEventListener('input', () => {
			texts[language] = control.value;
			changed();
		});
		return element('div', { class: 'input-group input-group-sm mb-1' },
			element('span', { class: 'input-group-text forum-terms-language', id: `${id}-name`, title: nameOf(language) }, language),
			control);
	}));
}
