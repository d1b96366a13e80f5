import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Checklist, ChecklistFields, SentChecklist } from 'forum-terms/checklist/member/model';
import { element, PlainError, say } from 'forum-terms/kit/dom';
import { asked, judged, type OwedText } from 'forum-terms/posting/member/posting';

/** What the author said: versions he accepts, and his answers where a checklist is asked. */
export interface Settled { accept: string[]; checklist?: SentChecklist }

/** What the server has against answers before they are sent; none when it cannot be asked. */
type Judge = (answers: SentChecklist) => Promise<Parameters<ChecklistFields['refuse']>[0]>;

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

interface Parts { owed: readonly OwedText[]; checklist: Checklist | null; judge: Judge }

/** The tick for what is owed, and the sentence for whoever overlooks it. */
async function agreement() {
	const box = element('input', {
		class: 'form-check-input', type: 'checkbox', id: 'forum-terms-gate-agree', autocomplete: 'off',
	});
	const problem = element('div', { class: 'text-danger mb-2 d-none', role: 'alert', id: 'forum-terms-gate-problem' });
	const tickFirst = await say('forum-terms:accept.tick-first');
	return {
		nodes: [element('div', { class: 'form-check mb-2' }, box, element('label', {
			class: 'form-check-label', for: box.id,
		}, await say('forum-terms:accept.agree'))), problem],
		isGiven(): boolean {
			if (!box.checked) {
				problem.textContent = tickFirst;
				problem.classList.remove('d-none');
				box.setAttribute('aria-describedby', problem.id);
				box.setAttribute('aria-invalid', 'true');
				box.focus();
			}
			return box.checked;
		},
	};
}

/** A dialog that answers true on its first button and false on everything else, Escape included. */
function answerOf(dialog: HTMLDialogElement, heading: HTMLElement): Promise<boolean> {
	const opener = document.activeElement as HTMLElement | null;
	return new Promise((resolve) => {
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

/**
 * Shows what is owed and what is to be checked in a dialog; resolves with what the author said, or null for anything
 * else than "accept". A native dialog: the browser keeps the focus inside, closes it on Escape (which means "not now",
 * never "accept") and gives the focus back.
 */
async function ask({ owed, checklist, judge }: Parts): Promise<Settled | null> {
	const isTerms = owed.length > 0;
	const heading = element('h2', { class: 'fs-5 fw-semibold', id: 'forum-terms-gate-title', tabindex: '-1' },
		await say(isTerms ? 'forum-terms:gate.title' : 'forum-terms:checklist.heading'));
	const accept = element('button', { class: 'btn btn-primary', type: 'button' },
		await say(isTerms ? 'forum-terms:gate.accept' : 'forum-terms:checklist.send'));
	const later = element('button', { class: 'btn btn-outline-secondary', type: 'button' },
		await say('forum-terms:gate.not-now'));
	const fields = checklist ? await checklistFields(checklist) : null;
	const agreed = isTerms ? await agreement() : null;
	const dialog = element('dialog', {
		class: 'forum-terms-gate rounded-1 border p-4 bg-body text-body', 'aria-labelledby': heading.id,
	}, heading, element('p', {}, await say(isTerms ? 'forum-terms:gate.lead' : 'forum-terms:checklist.lead')),
	...await Promise.all(owed.map(textOf)), ...agreed?.nodes ?? [], ...fields ? [fields.root] : [],
	element('div', { class: 'd-flex flex-wrap gap-2' }, accept, later));
	const sent = () => (fields && checklist ? { version: checklist.version, answers: fields.answers() } : undefined);

	accept.addEventListener('click', () => {
		const checked = sent();
		if ((agreed && !agreed.isGiven()) || (fields && !fields.complete())) {
			return;
		}
		accept.disabled = true;
		void (checked ? judge(checked) : Promise.resolve([])).then((reasons) => {
			accept.disabled = false;
			if (!fields?.refuse(reasons)) {
				dialog.close('accept');
			}
		});
	});
	later.addEventListener('click', () => dialog.close('later'));
	const checked = await answerOf(dialog, heading) ? sent() : null;
	return checked === null ? null :
		{ accept: owed.map(({ version }) => version), ...checked ? { checklist: checked } : {} };
}

// An empty answer is believed for a while, so that writing does not cost a request each time; the server judges anyway.
const believedMs = 120_000;
const nothingAskedAt = new Map<string, number>();

/** After a refusal the server is asked again, whatever was believed. */
export function doubt(): void {
	nothingAskedAt.clear();
}

async function settleWith(
	place: Record<string, string>, { isChecking, judge }: { isChecking: boolean; judge: Judge },
): Promise<Settled | null> {
	const key = JSON.stringify([place, isChecking]);
	if (performance.now() - (nothingAskedAt.get(key) ?? -believedMs) < believedMs) {
		return { accept: [] };
	}
	const { terms, checklist, access } = await asked(place);
	if (!access.allowed) {
		// Nobody is asked for anything where nothing will be taken.
		throw new PlainError(access.reasons.map(({ message }) => message).join(' '));
	}
	const owed = terms.owed.filter(({ due }) => due);
	if (owed.length === 0 && !(isChecking && checklist)) {
		nothingAskedAt.set(key, performance.now());
		return { accept: [] };
	}
	return ask({ owed, checklist: isChecking ? checklist : null, judge });
}

/**
 * Settles the terms between this member and writing at a place. Resolves with the versions he accepts (none when none
 * is owed), or null when he will not now; rejects when the server cannot be asked.
 */
export async function settleTerms(place: Record<string, string>): Promise<string[] | null> {
	const settled = await settleWith(place, { isChecking: false, judge: () => Promise.resolve([]) });
	return settled && settled.accept;
}

/** The same where there is no room for a panel: the checklist of the place is asked in the dialog as well. */
export async function settle(place: Record<string, string>, content: string): Promise<Settled | null> {
	return settleWith(place, {
		isChecking: true, judge: checklist => judged(place, { content, checklist }).catch(() => []),
	});
}
