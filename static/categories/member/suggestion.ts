import * as api from 'api';
import { addIcon, canChange, changeCategory, type ChosenCategory } from 'forum-terms/categories/member/category-change';
import { noteChoice } from 'forum-terms/checklist/member/composer-checklist';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { first } from 'forum-terms/kit/dom';
import { suggestionBox, type Suggestion } from 'forum-terms/categories/member/suggestion-box';

interface Enhanced { postContainer: unknown; postData: { cid?: unknown; tid?: unknown; pid?: unknown } }

// A title is short and important; a text is long and can wait.
const quietMs = { title: 700, text: 2500 };
const mostLetters = 20_000;
const looks = new WeakMap<HTMLElement, () => void>();

async function watch({ postContainer, postData }: Enhanced): Promise<void> {
	const container = first(postContainer);
	const title = container?.querySelector<HTMLInputElement>('input.title, input[name="title"]');
	const text = container?.querySelector<HTMLTextAreaElement>('textarea');
	if (!container || !title || !text || postData.tid || postData.pid || container.querySelector('.forum-terms-suggestion')) {
		return;
	}
	const box = await suggestionBox(title);
	const kept = new Set<string>();
	let timer = 0;
	let asked = '';

	async function look(composer: HTMLElement, written: { title: string; content: string }): Promise<void> {
		const cid = Number(postData.cid);
		const question = JSON.stringify([cid, written]);
		if (question === asked) {
			return;
		}
		asked = question;
		const { suggestion } = cid > 0 && written.title !== '' ?
			await api.post<{ suggestion: Suggestion | null }>('/plugins/forum-terms/posting/check', { cid, ...written }) :
			{ suggestion: null };
		if (question !== asked) {
			return;
		}
		const pair = `${cid} ${suggestion?.cid}`;
		if (!suggestion || kept.has(pair)) {
			box.hide();
			return;
		}
		await box.show(suggestion, {
			keep() {
				kept.add(pair);
				noteChoice(composer, { cid: suggestion.cid, choice: 'kept' });
			},
			...canChange(composer) ? {
				change() {
					noteChoice(composer, { cid: suggestion.cid, choice: 'changed' });
					changeCategory(composer, suggestion);
				},
			} : {},
		});
	}
	function lookIn(ms: number): void {
		window.clearTimeout(timer);
		timer = window.setTimeout(() => {
			const written = { title: (title?.value ?? '').trim().slice(0, 255), content: (text?.value ?? '').slice(0, mostLetters) };
			// A failed request is ignored: it was only a suggestion.
			look(container as HTMLElement, written).catch(() => undefined);
		}, ms);
	}
	looks.set(container, () => lookIn(quietMs.title));
	title.addEventListener('input', () => lookIn(quietMs.title));
	text.addEventListener('input', () => lookIn(quietMs.text));
	lookIn(quietMs.title);
}

/** Suggests another category while a new topic is written (clause 4). */
export function init(): void {
	if (config.forumTerms?.categorySuggestions && config.loggedIn) {
		onComposer((data: Enhanced) => {
			watch(data).catch(() => undefined);
		});
		// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
		$(window).on('action:composer.changeCategory', (_event, data) => {
			const { postContainer, categoryData } = data as Enhanced & { categoryData?: ChosenCategory };
			const container = first(postContainer);
			if (container) {
				addIcon(container, categoryData ?? {});
				looks.get(container)?.();
			}
		});
	}
}
