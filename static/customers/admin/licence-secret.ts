import * as alerts from 'alerts';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { confirmed } from 'forum-terms/kit/dialog';
import { localMoment } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';
import * as api from 'api';

interface SecretState { isSet: boolean; since: number }

const path = '/admin/licences/secret';
const word = (name: string, ...facts: string[]) => say(`admin/plugins/forum-terms:licence.secret.${name}`, ...facts);

/** The secret shared with the vendor's system: it can be set, but never read. */
export function initLicenceSecret(root: HTMLElement): void {
	const desk = deskSection(root, 'licence-secret', 'secret-problem');
	if (!desk) {
		return;
	}
	const field = desk.at<HTMLInputElement>('[name="secret"]');
	const remove = desk.at('[data-action="remove-secret"]');

	async function show({ isSet, since }: SecretState): Promise<void> {
		desk?.at('[data-role="secret-state"]').replaceChildren(isSet ?
			await word('since', localMoment(since)) : await word('none'));
		desk?.at('[type="submit"]').replaceChildren(await word(isSet ? 'replace' : 'set'));
		remove.classList.toggle('d-none', !isSet);
		field.value = '';
	}
	async function takeAway(): Promise<void> {
		if (await confirmed(await word('remove-sure'))) {
			await show(await request<SecretState>('DELETE', path, {}));
			field.focus();
			alerts.success(await word('removed'));
		}
	}

	onSubmit(desk.at<HTMLFormElement>('form'), {
		alert: desk.at('[data-role="secret-problem"]'),
		async send({ secret }) {
			await show(await request<SecretState>('PUT', path, { secret }));
			alerts.success(await word('saved'));
		},
	});
	remove.addEventListener('click', () => desk.attempt(takeAway));
	whenOpened(root, 'tab-customers', () => desk.attempt(async () =>
		show(await api.get<SecretState>(`/plugins/forum-terms${path}`, {}))));
}
