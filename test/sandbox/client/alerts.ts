import { element, plain } from './dom.js';
import { rendered } from './helpers.js';
import * as hooks from './hooks.js';

interface Params { alert_id: string; type: 'success' | 'danger'; message: string }

/** HOST: public/src/modules/alerts.js: a toast takes the place of one with the same id. */
export async function alert({ alert_id: id, type, message }: Params): Promise<void> {
	const text = rendered(await plain(message));
	const toast = element('div', { class: `toast text-bg-${type}`, 'data-kind': type, id: `alert_button_${id}` },
		element('div', { class: 'toast-body' }, text));
	remove(id);
	document.getElementById('alerts')?.append(toast);
	await hooks.fire('action:alert.new', { alert: toast });
	new bootstrap.Toast(toast, { delay: type === 'danger' ? 15_000 : 5_000 }).show();
}

export function remove(id: string): void {
	document.getElementById(`alert_button_${id}`)?.remove();
}

export function success(message: string): void {
	void alert({ alert_id: crypto.randomUUID(), type: 'success', message });
}

export function error(message: string | Error): void {
	void alert({ alert_id: crypto.randomUUID(), type: 'danger', message: message instanceof Error ? message.message : message });
}
