import { element, plain } from './dom.js';
import * as hooks from './hooks.js';

async function show(kind: 'success' | 'danger', message: string | Error): Promise<void> {
	const text = await plain(message instanceof Error ? message.message : message);
	const toast = element('div', { class: `toast text-bg-${kind}`, 'data-kind': kind },
		element('div', { class: 'toast-body' }, text));
	document.getElementById('alerts')?.append(toast);
	await hooks.fire('action:alert.new', { alert: toast });
	new bootstrap.Toast(toast, { delay: kind === 'danger' ? 15_000 : 5_000 }).show();
}

export function success(message: string): void {
	void show('success', message);
}

export function error(message: string | Error): void {
	void show('danger', message);
}
