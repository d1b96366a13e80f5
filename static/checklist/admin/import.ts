import type { Desk } from 'forum-terms/checklist/admin/desk';
import { idFrom, isProfileId, textIn, type Content } from 'forum-terms/checklist/admin/model';
import { showProblem } from 'forum-terms/forms/form';
import { initTextFile } from 'forum-terms/forms/text-file';
import { Refused, request } from 'forum-terms/kit/request';
import { element, say } from 'forum-terms/kit/dom';

interface Read extends Content { notes: (string | { message: string })[] }

/** Imports a checklist from a file or text into the editor; saving is a separate step. */
export function initImport(
	{ section, attempt }: Desk, take: (id: string, content: Content) => Promise<void>,
): { close(): void } {
	const at = <T extends HTMLElement>(selector: string) => section.querySelector<T>(selector);
	const form = at<HTMLFormElement>('form[data-role="checklist-import"]');
	const button = at('[data-action="import-checklist"]');
	const text = at<HTMLTextAreaElement>('#checklist-import-text');
	const file = at<HTMLInputElement>('#checklist-import-file');
	const id = at<HTMLInputElement>('#checklist-import-id');
	const result = at('[data-role="checklist-imported"]');
	let found: Read | null = null;
	/** As it was proposed for the file before. */
	let proposed = '';

	function show(isShown: boolean): void {
		form?.classList.toggle('d-none', !isShown);
		button?.setAttribute('aria-expanded', String(isShown));
		if (!isShown) {
			form?.reset();
			found = null;
			result?.classList.add('d-none');
		}
	}
	async function read(): Promise<void> {
		result?.classList.add('d-none');
		try {
			found = await request<Read>('POST', '/admin/checklists/import', { text: text?.value ?? '' });
		} catch (error) {
			if (!(error instanceof Refused) || !text) {
				throw error;
			}
			showProblem(text, error.message);
			return;
		}
		const { title, items, kind, notes } = found;
		const name = textIn(title, config.userLang);
		const what = at('[data-role="checklist-imported-what"]');
		if (what && id) {
			what.textContent = await say(kind === 'security' ? 'admin/plugins/forum-terms:checklist.import-security' :
				'admin/plugins/forum-terms:checklist.import-found', name, items.length);
			const isOwn = id.value !== '' && id.value !== proposed;
			proposed = idFrom(textIn(title, 'en-GB'));
			id.value = isOwn ? id.value : proposed;
		}
		at('[data-role="checklist-imported-notes"]')?.replaceChildren(
			...notes.map(note => element('li', {}, typeof note === 'string' ? note : note.message)));
		result?.classList.remove('d-none');
		result?.focus();
	}
	async function takeOver(): Promise<void> {
		if (!found || !id) {
			return;
		}
		if (!isProfileId(id.value)) {
			showProblem(id, await say('admin/plugins/forum-terms:checklist.id-wrong'), () => isProfileId(id.value));
			return;
		}
		const { title, kind, titleRule, items } = found;
		const name = id.value;
		show(false);
		await take(name, { title, kind, ...titleRule && { titleRule }, items });
	}
	button?.addEventListener('click', () => show(form?.classList.contains('d-none') ?? true));
	if (file && text) {
		initTextFile(file, text, attempt, read);
	}
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(read);
	});
	at('[data-action="take-import"]')?.addEventListener('click', () => attempt(takeOver));
	return { close: () => show(false) };
}
