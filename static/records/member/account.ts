import * as alerts from 'alerts';
import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import { showMoments } from 'forum-terms/kit/local-time';

function download(text: string, name: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = element('a', { href: url, download: name });
	document.body.append(link);
	link.click();
	link.remove();
	URL.revokeObjectURL(url);
}

async function forget(section: HTMLElement): Promise<void> {
	await api.del('/plugins/forum-terms/me/checklist-memory');
	section.replaceChildren(element('p', { role: 'status' }, await say('forum-terms:evidence.forgotten')));
}

/** Receipts can be copied and downloaded; remembered answers can be deleted. */
export function init(): void {
	showMoments(document);
	const section = document.querySelector<HTMLElement>('[data-role="remembered"]');
	section?.querySelector('[data-action="forget"]')?.addEventListener('click', () => {
		forget(section).catch(failed);
	});
	document.querySelector('[data-role="records"]')?.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
		const receipt = button?.closest('details')?.querySelector<HTMLElement>('[data-role="receipt"]');
		if (!button || !receipt) {
			return;
		}
		const text = receipt.textContent ?? '';
		if (button.dataset.action === 'download') {
			download(text, `forum-terms-receipt-${receipt.dataset.record ?? ''}.json`);
			return;
		}
		navigator.clipboard.writeText(text)
			.then(async () => alerts.success(await say('forum-terms:account.receipt-copied')))
			.catch(failed);
	});
}
