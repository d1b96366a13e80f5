import * as alerts from 'alerts';
import * as modals from 'modals';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { say } from 'forum-terms/kit/dom';
import { controlAt, showProblem } from 'forum-terms/kit/field-problem';
import { Refused, request } from 'forum-terms/kit/refusable-request';
import * as api from 'api';

interface SecretState { isSet: boolean; since: number }

const path = '/licences/secret';
const word = (name: string, ...facts: string[]) => say(`admin/plugins/forum-terms:licence.secret.${name}`, ...facts);

/** The secret that is shared with the vendor's system: it goes in and never comes out again. */
export function initLicenceSecret(root: HTMLElement): void {
	const desk = deskSection(root, 'licence-secret', 'secret-problem');
	if (!desk) {
		return;
	}
	const form = desk.at<HTMLFormElement>('form');
	const field = desk.at<HTMLInputElement>('[name="secret"]');
	const remove = desk.at('[data-action="remove-secret"]');

	async function show({ isSet, since }: SecretState): Promise<void> {
		desk?.at('[data-role="secret-state"]').replaceChildren(isSet ?
			await word('since', new Date(since).toLocaleString(config.userLang)) : await word('none'));
		desk?.at('[type="submit"]').replaceChildren(await word(isSet ? 'replace' : 'set'));
		remove.classList.toggle('d-none', !isSet);
		field.value = '';
	}
	async function save(): Promise<void> {
		try {
			await show(await request<SecretState>('PUT', path, { secret: field.value }));
		} catch (error) {
			if (error instanceof Refused && controlAt(form, error.field)) {
				showProblem(field, error.message);
				return;
			}
			throw error;
		}
		alerts.success(await word('saved'));
	}
	async function takeAway(): Promise<void> {
		const message = await word('remove-sure');
		if (await new Promise<boolean>(resolve => modals.confirm(message, resolve))) {
			await show(await request<SecretState>('DELETE', path, {}));
			field.focus();
			alerts.success(await word('removed'));
		}
	}

	form.addEventListener('submit', (event) => {
		event.preventDefault();
		desk.attempt(save);
	});
	remove.addEventListener('click', () => desk.attempt(takeAway));
	whenOpened(root, 'tab-customers', () => desk.attempt(async () =>
		show(await api.get<SecretState>(`/plugins/forum-terms/admin${path}`, {}))));
}
