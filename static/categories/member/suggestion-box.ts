import { element, say } from 'forum-terms/kit/dom';

export interface Suggestion { cid: number; name: string; words: string[] }
interface Choices { change?: () => void; keep: () => void }

/** The place below a title where another category is suggested; never blocks anything. */
interface SuggestionBox {
	show(suggestion: Suggestion, choices: Choices): Promise<void>;
	hide(): void;
}

const button = (look: string, text: string) => element('button', { type: 'button', class: `btn btn-sm ${look}` }, text);

/** Exists from the start, so that screen readers announce its contents. */
export async function suggestionBox(input: HTMLInputElement): Promise<SuggestionBox> {
	const status = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
	const box = element('section', {
		class: 'forum-terms-suggestion border rounded-1 bg-body text-body p-2 mb-2 d-none', 'aria-label': await say('forum-terms:suggestion.label'),
	});
	const root = element('div', {}, status, box);
	(input.closest('.title-container') ?? input).after(root);
	let shown = 0;

	function close(said: string): void {
		shown += 1;
		box.classList.add('d-none');
		status.textContent = said;
	}
	return {
		hide: () => close(''),
		async show({ name, words }, { change, keep }) {
			shown += 1;
			const mine = shown;
			const [question, because, changing, keeping, changed, kept] = await Promise.all([
				say('forum-terms:suggestion.text', name), say('forum-terms:suggestion.words', words.slice(0, 5).join(' · ')),
				say('forum-terms:suggestion.change', name), say('forum-terms:suggestion.keep'),
				say('forum-terms:suggestion.changed', name), say('forum-terms:suggestion.kept'),
			]);
			// The author has typed on, so this answer is outdated.
			if (mine !== shown) {
				return;
			}
			const choice = (look: string, text: string, act: () => void, said: string) => {
				const made = button(look, text);
				made.addEventListener('click', () => {
					act();
					close(said);
					input.focus();
				});
				return made;
			};
			box.replaceChildren(
				element('p', { class: 'text-sm mb-2' }, element('span', { class: 'fw-semibold' }, question), ' ',
					element('span', { class: 'text-muted' }, because)),
				element('div', { class: 'd-flex flex-wrap gap-2' },
					...change ? [choice('btn-primary', changing, change, changed)] : [],
					choice('btn-outline-secondary', keeping, keep, kept)));
			box.classList.remove('d-none');
			status.textContent = question;
		},
	};
}
