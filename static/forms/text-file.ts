import { clearProblem } from 'forum-terms/forms/mark';
import { showProblem } from 'forum-terms/forms/form';
import { say } from 'forum-terms/kit/dom';

/** The text of a file: UTF-8, or Windows-1252 if it is not that. Null for what no text contains, such as a picture. */
async function textIn(file: File): Promise<string | null> {
	const bytes = await file.arrayBuffer();
	if (new Uint8Array(bytes).includes(0)) {
		return null;
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** Lets the same file be chosen again after it was corrected. */
export function initChoosingAgain(file: HTMLInputElement): void {
	file.addEventListener('click', () => { file.value = ''; });
}

/** Puts the text of a chosen file into a text field, whose problem was about the text before. */
export function initTextFile(
	file: HTMLInputElement, text: HTMLTextAreaElement, attempt: (work: () => Promise<void>) => void,
	read: () => Promise<void>,
): void {
	initChoosingAgain(file);
	file.addEventListener('change', () => {
		const [chosen] = file.files ?? [];
		if (chosen) {
			attempt(async () => {
				const found = await textIn(chosen);
				if (found === null) {
					showProblem(file, await say('admin/plugins/forum-terms:file-no-text'));
					return;
				}
				text.value = found;
				clearProblem(text);
				// What follows from the text follows from the file's.
				text.dispatchEvent(new Event('input', { bubbles: true }));
				await read();
			});
		}
	});
}
