import { fieldMoment } from 'forum-terms/kit/local-time';

/** A draft as the API expects it. */
interface DraftBody {
	title: string;
	change: string;
	notice: string;
	changelog: string;
	effectiveAt: number | null;
	graceDays: number;
	notify: boolean;
	text: Record<string, string>;
	revision?: number;
}

/** Reads and writes the draft's form. */
export interface DraftForm {
	read(): DraftBody;
	language(): string;
	text(): string;
	/** Shows the editor of a language, creating it if needed. */
	showLanguage(language: string): void;
	/** Into the text that is shown. */
	focus(): void;
}

export function draftForm(form: HTMLFormElement): DraftForm {
	const select = form.querySelector<HTMLSelectElement>('[data-role="language"]');
	const box = form.querySelector<HTMLElement>('[data-role="texts"]');
	const effective = form.querySelector<HTMLInputElement>('[name="effectiveAt"]');
	const areas = () => [...form.querySelectorAll<HTMLTextAreaElement>('textarea[data-language]')];
	const value = (name: string) =>
		form.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '';
	const language = () => select?.value ?? '';

	function showLanguage(wanted: string): void {
		if (!areas().some(area => area.dataset.language === wanted)) {
			const model = areas()[0];
			const area = document.createElement('textarea');
			area.className = model?.className ?? 'form-control font-monospace text-sm forum-terms-editor';
			area.rows = 22;
			area.dataset.language = wanted;
			area.setAttribute('aria-label', wanted);
			area.setAttribute('aria-describedby', 'draft-text-help');
			box?.append(area);
			select?.append(new Option(wanted, wanted));
		}
		if (select) {
			select.value = wanted;
		}
		areas().forEach(area => area.classList.toggle('d-none', area.dataset.language !== wanted));
	}

	/** An editorial change asks nobody, so the choices about asking are disabled. */
	function disableImpossible(): void {
		const notice = form.querySelector<HTMLSelectElement>('[name="notice"]');
		const asking = notice?.querySelector<HTMLOptionElement>('option[value="re-accept"]');
		if (notice && asking) {
			asking.disabled = value('change') === 'editorial';
			notice.value = asking.disabled && notice.value === 're-accept' ? 'banner' : notice.value;
			form.querySelectorAll<HTMLInputElement>('[data-when="asked"] input')
				.forEach(input => (input.disabled = notice.value !== 're-accept'));
		}
	}
	form.addEventListener('change', disableImpossible);
	disableImpossible();
	if (effective?.dataset.iso) {
		effective.value = fieldMoment(effective.dataset.iso);
	}
	return {
		language,
		showLanguage,
		focus: () => areas().find(area => area.dataset.language === language())?.focus(),
		text: () => areas().find(area => area.dataset.language === language())?.value ?? '',
		read: () => ({
			title: value('title'), change: value('change'), notice: value('notice'), changelog: value('changelog'),
			effectiveAt: value('effectiveAt') ? new Date(value('effectiveAt')).getTime() : null,
			graceDays: Number(value('graceDays')),
			notify: form.querySelector<HTMLInputElement>('[name="notify"]')?.checked ?? false,
			text: Object.fromEntries(areas().map(area => [area.dataset.language ?? '', area.value])),
		}),
	};
}
