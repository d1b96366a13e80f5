import * as alerts from 'alerts';
import * as api from 'api';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { confirmed } from 'forum-terms/kit/dialog';
import { element, PlainError, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { localMoment } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';

interface Failure { reason: string; status: number }
interface State {
	url: string;
	secret: { isSet: boolean; since: number };
	delivered: { id: number; at: number } | null;
	waiting: number;
	failing: Failure & { since: number; nextAt: number; decision: number } | null;
	/** What the other system keeps refusing: how many decisions, and the first of them. */
	aside: { count: number; decisions: { id: number; status: number }[] };
}
/** What to do with a decision that was set aside. */
type Then = 'send' | 'skip';

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
	return failing.nextAt > 0 ? word('failing', since, reason, localMoment(failing.nextAt), failing.decision) :
		word('stopped', since, reason, failing.decision);
}

/** A decision that was set aside, with its number and what can be done. */
async function asideLine(
	{ id, status }: { id: number; status: number }, settle: (then: Then, decision: number) => void,
): Promise<HTMLElement> {
	const name = await word('aside-line', id, status);
	const buttons = await Promise.all((['send', 'skip'] as const).map(async (then) => {
		const button = element('button', {
			class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-aside': then, 'aria-describedby': `webhook-aside-${id}`,
		}, await word(then === 'send' ? 'send-again' : 'skip'));
		button.addEventListener('click', () => settle(then, id));
		return button;
	}));
	return element('li', { class: 'd-flex flex-wrap gap-2 align-items-center mb-1', 'data-decision': String(id) },
		element('a', { id: `webhook-aside-${id}`, href: `${config.relative_path}/forum-terms/decisions?id=${id}` }, name), ...buttons);
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
		await showAside(state);
		at('[data-role="webhook-secret-since"]').textContent = isSet ? await word('secret-since', localMoment(since)) : '';
		[button('test'), button('remove')].forEach(one => one.classList.toggle('d-none', state.url === ''));
		button('retry').classList.toggle('d-none', state.waiting === 0);
		[url.value, secret.value] = [state.url, ''];
	}
	async function settle(then: Then, decision?: number): Promise<void> {
		const isSure = then === 'send' || await confirmed(await word('skip-sure'));
		if (isSure) {
			await show(await request<State>('POST', `${path}/aside`, { then, ...decision ? { decision } : {} }));
			alerts.success(await word(then === 'send' ? 'sent-again' : 'skipped'));
		}
	}
	async function showAside({ aside: { count, decisions } }: State): Promise<void> {
		at('[data-role="webhook-aside-count"]').textContent = await word('aside', count);
		at('[data-role="webhook-aside-list"]').replaceChildren(...await Promise.all(decisions.map(one =>
			asideLine(one, (then, decision) => attempt(async () => settle(then, decision))))));
		at('[data-role="webhook-aside"]').classList.toggle('d-none', count === 0);
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
	onClick('send-aside', async () => settle('send'));
	onClick('skip-aside', async () => settle('skip'));
	onClick('retry', async () => show(await request<State>('POST', `${path}/retry`, {})));
	whenOpened(root, 'tab-records', () => attempt(async () => show(await api.get<State>(`/plugins/forum-terms${path}`, {}))));
}
