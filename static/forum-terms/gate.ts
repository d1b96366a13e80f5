import * as api from 'api';
import { checklistFields, type Answers, type Checklist } from 'forum-terms/checklist';
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
interface Posting { terms: { owed: OwedText[] }; checklist: Checklist | null }

/** What the author said: versions he accepts, and his answers to the checklist of the category. */
export interface Settled { accept: string[]; checklist?: { version: number; answers: Answers } }

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
 * Shows what is owed and what is to be checked in a dialog; resolves with what the author said, or null for anything
 * else than "accept". A native dialog: the browser keeps the focus inside, closes it on Escape (which means "not now",
 * never "accept") and gives the focus back.
 */
async function ask(owed: readonly OwedText[], checklist: Checklist | null): Promise<Settled | null> {
	const box = element('input', {
		class: 'form-check-input', type: 'checkbox', id: 'forum-terms-gate-agree', autocomplete: 'off',
	});
	const problem = element('div', { class: 'text-danger mb-2 d-none', role: 'alert', id: 'forum-terms-gate-problem' });
	const isTerms = owed.length > 0;
	const heading = element('h2', { class: 'fs-5 fw-semibold', id: 'forum-terms-gate-title', tabindex: '-1' },
		await say(isTerms ? 'forum-terms:gate.title' : 'forum-terms:checklist.heading'));
	const accept = element('button', { class: 'btn btn-primary', type: 'button' },
		await say(isTerms ? 'forum-terms:gate.accept' : 'forum-terms:checklist.send'));
	const later = element('button', { class: 'btn btn-outline-secondary', type: 'button' },
		await say('forum-terms:gate.not-now'));
	const fields = checklist ? await checklistFields(checklist) : null;
	const agree = element('div', { class: 'form-check mb-2' }, box,
		element('label', { class: 'form-check-label', for: 'forum-terms-gate-agree' }, await say('forum-terms:accept.agree')));
	const dialog = element('dialog', {
		class: 'forum-terms-gate rounded-1 border p-4 bg-body text-body', 'aria-labelledby': 'forum-terms-gate-title',
	}, heading, element('p', {}, await say(isTerms ? 'forum-terms:gate.lead' : 'forum-terms:checklist.lead')),
	...await Promise.all(owed.map(textOf)), ...isTerms ? [agree, problem] : [], ...fields ? [fields.root] : [],
	element('div', { class: 'd-flex flex-wrap gap-2' }, accept, later));
	const tickFirst = await say('forum-terms:accept.tick-first');

	function refuseUnticked(): void {
		problem.textContent = tickFirst;
		problem.classList.remove('d-none');
		box.setAttribute('aria-describedby', problem.id);
		box.setAttribute('aria-invalid', 'true');
		box.focus();
	}

	return new Promise((resolve) => {
		const opener = document.activeElement as HTMLElement | null;
		accept.addEventListener('click', () => {
			if (isTerms && !box.checked) {
				refuseUnticked();
			} else if (!fields || fields.complete()) {
				fields?.remember();
				dialog.close('accept');
			}
		});
		later.addEventListener('click', () => dialog.close('later'));
		dialog.addEventListener('close', () => {
			dialog.remove();
			opener?.focus();
			resolve(dialog.returnValue === 'accept' ? {
				accept: owed.map(({ version }) => version),
				...fields && checklist ? { checklist: { version: checklist.version, answers: fields.answers() } } : {},
			} : null);
		});
		document.body.append(dialog);
		dialog.showModal();
		heading.focus();
	});
}

// An empty answer is believed for a while, so that writing does not cost a request each time; the server judges anyway.
const believedMs = 120_000;
const nothingAskedAt = new Map<string, number>();

/** After a refusal the server is asked again, whatever was believed. */
export function doubt(): void {
	nothingAskedAt.clear();
}

/**
 * Settles what stands between this member and writing at a place. Resolves with what he accepts and answers (nothing
 * when nothing is asked), or null when he will not now; rejects when the server cannot be asked.
 */
export async function settle(place: Record<string, string>): Promise<Settled | null> {
	const key = JSON.stringify(place);
	if (performance.now() - (nothingAskedAt.get(key) ?? -believedMs) < believedMs) {
		return { accept: [] };
	}
	const { terms, checklist } = await api.get<Posting>('/plugins/forum-terms/posting', place);
	const due = terms.owed.filter(owed => owed.due);
	if (due.length === 0 && !checklist) {
		nothingAskedAt.set(key, performance.now());
		return { accept: [] };
	}
	return ask(due, checklist);
}
