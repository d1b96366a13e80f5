import * as alerts from 'alerts';
import { say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

const listOf = (text = ''): string[] => text.split(',').map(part => part.trim()).filter(part => part !== '');

/** Audience and reminders of a document, and a form for a new one. */
export function initDocument(section: HTMLElement): void {
	onSubmit(section.querySelector<HTMLFormElement>('form[data-role="document-settings"]'), {
		alert: section.querySelector<HTMLElement>('[data-role="document-problem"]'),
		async send({ groups, cids, renewal, reminderDays, mostReminders, readingSeconds, archived }) {
			await request('PUT', `/admin/terms/${section.dataset.document ?? ''}`, {
				groups: listOf(groups), cids: listOf(cids).map(Number), renewal: renewal?.trim() || 'none',
				reminderDays: Number(reminderDays), mostReminders: Number(mostReminders),
				readingSeconds: Number(readingSeconds), archived: archived !== undefined,
			});
			alerts.success(await say('admin/plugins/forum-terms:document.saved'));
		},
	});
}

export function initNewDocument(root: ParentNode): void {
	onSubmit(root.querySelector<HTMLFormElement>('[data-role="new-document"] form'), {
		alert: root.querySelector<HTMLElement>('[data-role="new-document-problem"]'),
		async send({ document = '', title = '' }) {
			await request('POST', '/admin/terms', { document: document.trim(), title: title.trim() });
			ajaxify.go(`admin/plugins/forum-terms?document=${encodeURIComponent(document.trim())}`);
		},
	});
}
