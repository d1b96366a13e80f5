import * as alerts from 'alerts';
import * as api from 'api';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { confirmed } from 'forum-terms/kit/dialog';
import { PlainError, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/kit/form';
import { localMoment } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';

interface Failure { reason: string; status: number }
interface State {
	url: string;
	secret: { isSet: boolean; since: number };
	delivered: { id: number; at: number } | null;
	waiting: number;
	failing: Failure & { since: number; nextAt: number } | null;
}

const path = '/admin/webhook';
const word = (name: string, ...facts: (string | number)[]) => say(`admin/plugins/forum-terms:webhook.${name}`, ...facts);
const reasonOf = ({ reason, status }: Failure) => word(`reason-${reason}`, status);

async function summaryOf({ url, delivered, waiting }: State): Promise<string> {
	return url === '' ? word('off') : [
		await (delivered ? word('delivered', delivered.id, localMoment(delivered.at)) : word('undelivered')),
		await word('waiting', waiting),
	].join(' ');
}

async function failureOf({ failing }: State): Promise<string> {
	if (!failing) {
		return '';
	}
	const [since, reason] = [localMoment(failing.since), await reasonOf(failing)];
	return failing.nextAt > 0 ? word('failing', since, reason, localMoment(failing.nextAt)) : word('stopped', since, reason);
}

/** Where decisions go, and how that goes. The secret can be set, but never read. */
export function initWebhook(root: HTMLElement): void {
	const desk = deskSection(root, 'webhook', 'webhook-problem');
	if (!desk) {
		return;
	}
	const { at, attempt } = desk;
	const [url, secret] = [at<HTMLInputElement>('[name="url"]'), at<HTMLInputElement>('[name="secret"]')];
	const failing = at('[data-role="webhook-failing"]');
	const button = (name: string) => at<HTMLButtonElement>(`[data-action="${name}-webhook"]`);

	async function show(state: State): Promise<void> {
		const { isSet, since } = state.secret;
		at('[data-role="webhook-state"]').textContent = await summaryOf(state);
		failing.textContent = await failureOf(state);
		failing.classList.toggle('d-none', !state.failing);
		at('[data-role="webhook-secret-since"]').textContent = isSet ? await word('secret-since', localMoment(since)) : '';
		[button('test'), button('remove')].forEach(one => one.classList.toggle('d-none', state.url === ''));
		button('retry').classList.toggle('d-none', state.waiting === 0);
		[url.value, secret.value] = [state.url, ''];
	}
	async function test(): Promise<void> {
		const { taken, ...failure } = await request<{ taken: boolean } & Failure>('POST', `${path}/test`, {});
		if (!taken) {
			throw new PlainError(await word('test-failed', await reasonOf(failure)));
		}
		alerts.success(await word('test-taken'));
	}
	async function remove(): Promise<void> {
		if (await confirmed(await word('remove-sure'))) {
			await show(await request<State>('DELETE', path, {}));
			url.focus();
			alerts.success(await word('removed'));
		}
	}
	/** One request at a time. */
	function onClick(name: string, work: () => Promise<void>): void {
		button(name).addEventListener('click', () => attempt(async () => {
			button(name).disabled = true;
			await work().finally(() => {
				button(name).disabled = false;
			});
		}));
	}

	onSubmit(at<HTMLFormElement>('form'), {
		alert: at('[data-role="webhook-problem"]'),
		async send(typed) {
			const target = { url: typed.url, ...typed.secret ? { secret: typed.secret } : {} };
			await show(await request<State>('PUT', path, target));
			alerts.success(await word('saved'));
		},
	});
	onClick('test', test);
	onClick('remove', remove);
	onClick('retry', async () => show(await request<State>('POST', `${path}/retry`, {})));
	whenOpened(root, 'tab-records', () => attempt(async () => show(await api.get<State>(`/plugins/forum-terms${path}`, {}))));
}
