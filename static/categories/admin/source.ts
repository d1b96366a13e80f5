import { word, type BlueprintDesk } from 'forum-terms/categories/admin/model';
import { showProblem } from 'forum-terms/forms/form';
import { initTextFile } from 'forum-terms/forms/text-file';
import { Refused } from 'forum-terms/kit/request';

interface Ways {
	look(source: object): Promise<void>;
	/** Another blueprint is chosen: the preview no longer applies. */
	changed(): void;
}

/** The blueprint's source: the preset, a file, or pasted text. */
export function initSource({ at, attempt }: BlueprintDesk, { look, changed }: Ways): void {
	const own = at<HTMLInputElement>('#blueprint-own');
	const text = at<HTMLTextAreaElement>('#blueprint-text');
	const button = at<HTMLButtonElement>('[data-role="blueprint-look"]');

	async function send(): Promise<void> {
		if (own.checked && text.value.trim() === '') {
			showProblem(text, await word('text-empty'), () => text.value.trim() !== '');
			return;
		}
		button.disabled = true;
		try {
			await look(own.checked ? { blueprint: text.value } : {});
		} catch (error) {
			const isOfText = own.checked && error instanceof Refused && error.field !== '';
			if (!isOfText) {
				throw error;
			}
			showProblem(text, error.message);
		} finally {
			button.disabled = false;
		}
	}
	const choose = () => {
		at('[data-role="blueprint-own-fields"]').classList.toggle('d-none', !own.checked);
		changed();
	};
	own.addEventListener('change', choose);
	at('#blueprint-preset').addEventListener('change', choose);
	text.addEventListener('input', changed);
	initTextFile(at('#blueprint-file'), text, attempt, send);
	at('[data-role="blueprint-form"]').addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(send);
	});
}
