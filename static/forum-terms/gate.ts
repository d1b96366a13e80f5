import * as api from 'api';
import { element, say } from 'forum-terms/dom';

/** One owed text as the server sends it; `html` came out of the server's own sanitiser. */
interface OwedText {
	version: string;
	title: string;
	language: string;
	html: string;
	changelog: string;
	changedSince: string;
	due: boolean;
	isFallback: boolean;
}
interface Posting { terms: { owed: OwedText[] } }

async function textOf(owed: OwedText): Promise<HTMLElement> {
	const region = element('div', {
		class: 'forum-terms-text border rounded-1 p-3 mb-2', tabindex: '0', role: 'region', lang: owed.language, dir: 'auto',
		'aria-label': await say('forum-terms:terms.text-region', owed.title),
	});
	region.innerHTML = owed.html;
	const parts: Node[] = [element('h3', { class: 'fs-6 fw-semibold' }, `${owed.title} (${owed.version})`)];
	if (owed.changedSince) {
		const href = `${config.relative_path}/forum-terms/${owed.changedSince}/diff/${owed.version}`;
		parts.push(element('p', { class: 'mb-2' }, owed.changelog ? `${owed.changelog} ` : '',
			element('a', { href, target: '_blank', rel: 'noopener' },
				await say('forum-terms:accept.compare', owed.changedSince))));
	}
	if (owed.isFallback) {
		parts.push(element('p', { class: 'mb-2' }, await say('forum-terms:owed.fallback', owed.language)));
	}
	return element('section', {}, ...parts, region);
}

/**
 * Shows what is owed in a dialog; resolves with true for "accept", false for anything else. A native dialog:
 * the browser keeps the focus inside, closes it on Escape (which means "not now", never "accept") and gives the
 * focus back.
 */
async function ask(owed: readonly OwedText[]): Promise<boolean> {
	const box = element('input', {
		class: 'form-check-input', type: 'checkbox', id: 'forum-terms-gate-agree', autocomplete: 'off',
	});
	const problem = element('div', { class: 'text-danger mb-2 d-none', role: 'alert', id: 'forum-terms-gate-problem' });
	const heading = element('h2', { class: 'fs-5 fw-semibold', id: 'forum-terms-gate-title', tabindex: '-1' },
		await say('forum-terms:gate.title'));
	const accept = element('button', { class: 'btn btn-primary', type: 'button' }, await say('forum-terms:gate.accept'));
	const later = element('button', { class: 'btn btn-outline-secondary', type: 'button' },
		await say('forum-terms:gate.not-now'));
	const dialog = element('dialog', {
		class: 'forum-terms-gate rounded-1 border p-4 bg-body text-body', 'aria-labelledby': 'forum-terms-gate-title',
	},
	heading, element('p', {}, await say('forum-terms:gate.lead')),
	...await Promise.all(owed.map(textOf)),
	element('div', { class: 'form-check mb-2' }, box,
		element('label', { class: 'form-check-label', for: 'forum-terms-gate-agree' }, await say('forum-terms:accept.agree'))),
	problem, element('div', { class: 'd-flex flex-wrap gap-2' }, accept, later));
	const tickFirst = await say('forum-terms:accept.tick-first');

	return new Promise((resolve) => {
		const opener = document.activeElement as HTMLElement | null;
		accept.addEventListener('click', () => {
			if (box.checked) {
				dialog.close('accept');
				return;
			}
			problem.textContent = tickFirst;
			problem.classList.remove('d-none');
			box.setAttribute('aria-describedby', problem.id);
			box.setAttribute('aria-invalid', 'true');
			box.focus();
		});
		later.addEventListener('click', () => dialog.close('later'));
		dialog.addEventListener('close', () => {
			dialog.remove();
			opener?.focus();
			resolve(dialog.returnValue === 'accept');
		});
		document.body.append(dialog);
		dialog.showModal();
		heading.focus();
	});
}

// An empty answer is believed for a while, so that writing does not cost a request each time; the server judges anyway.
const believedMs = 120_000;
let nothingOwedAt = -believedMs;

/** After a refusal the server is asked again, whatever was believed. */
export function doubt(): void {
	nothingOwedAt = -believedMs;
}

/**
 * Settles what stands between this member and writing at a place. Resolves with the versions he accepts (none when
 * nothing is owed), or null when he will not accept now; rejects when the server cannot be asked.
 */
export async function settle(place: Record<string, string>): Promise<string[] | null> {
	if (performance.now() - nothingOwedAt < believedMs) {
		return [];
	}
	const { terms } = await api.get<Posting>('/plugins/forum-terms/posting', place);
	const due = terms.owed.filter(owed => owed.due);
	if (due.length === 0) {
		nothingOwedAt = performance.now();
		return [];
	}
	return await ask(due) ? due.map(({ version }) => version) : null;
}
