import * as alerts from 'alerts';
import * as api from 'api';
import { problemText, say } from 'forum-terms/kit/dom';

const field = (form: HTMLFormElement, name: string): string =>
	form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value.trim() ?? '';
const listOf = (text: string): string[] => text.split(',').map(part => part.trim()).filter(part => part !== '');

function explain(box: HTMLElement | null, error: unknown): void {
	if (box) {
		box.textContent = problemText(error);
		box.classList.remove('d-none');
		box.focus();
	}
}

/** Whom a document concerns and how it is kept alive; a new document beside it. */
export function initDocument(section: HTMLElement): void {
	const form = section.querySelector<HTMLFormElement>('form[data-role="document-settings"]');
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		const problem = section.querySelector<HTMLElement>('[data-role="document-problem"]');
		problem?.classList.add('d-none');
		api.put(`/plugins/forum-terms/admin/terms/${section.dataset.document ?? ''}`, {
			groups: listOf(field(form, 'groups')), cids: listOf(field(form, 'cids')).map(Number),
			renewal: field(form, 'renewal') || 'none', reminderDays: Number(field(form, 'reminderDays')),
			mostReminders: Number(field(form, 'mostReminders')), readingSeconds: Number(field(form, 'readingSeconds')),
			archived: form.querySelector<HTMLInputElement>('[name="archived"]')?.checked ?? false,
		}).then(async () => alerts.success(await say('admin/plugins/forum-terms:document.saved')))
			.catch((error: unknown) => explain(problem, error));
	});
}

export function initNewDocument(root: ParentNode): void {
	const form = root.querySelector<HTMLFormElement>('[data-role="new-document"] form');
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		const document = field(form, 'document');
		api.post('/plugins/forum-terms/admin/terms', { document, title: field(form, 'title') })
			.then(() => ajaxify.go(`admin/plugins/forum-terms?document=${encodeURIComponent(document)}`))
			.catch((error: unknown) => explain(root.querySelector('[data-role="new-document-problem"]'), error));
	});
}
