import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Checklist, ChecklistFields, SentChecklist } from 'forum-terms/checklist/member/model';
import { dialogButton, openDialog } from 'forum-terms/kit/dialog';
import { element, PlainError, say } from 'forum-terms/kit/dom';
import { showProblem } from 'forum-terms/kit/form';
import { asked, judged, type OwedText } from 'forum-terms/posting/member/posting';

/** What the author said: versions they accept, and their answers where a checklist is asked. */
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
	const tickFirst = await say('forum-terms:accept.tick-first');
	return {
		node: element('div', { class: 'form-check mb-2' }, box, element('label', {
			class: 'form-check-label', for: box.id,
		}, await say('forum-terms:accept.agree'))),
		isGiven(): boolean {
			if (!box.checked) {
				showProblem(box, tickFirst, () => box.checked);
			}
			return box.checked;
		},
	};
}

/** Shows what is owed and what is to be checked; resolves with what the author said, or null for all but "accept". */
async function ask({ owed, checklist, judge }: Parts): Promise<Settled | null> {
	const isTerms = owed.length > 0;
	const accept = dialogButton(await say(isTerms ? 'forum-terms:gate.accept' : 'forum-terms:checklist.send'), 'primary');
	const later = dialogButton(await say('forum-terms:gate.not-now'), 'outline-secondary');
	const fields = checklist ? await checklistFields(checklist) : null;
	const agreed = isTerms ? await agreement() : null;
	const { dialog, closed } = openDialog({
		id: 'forum-terms-gate-title', title: await say(isTerms ? 'forum-terms:gate.title' : 'forum-terms:checklist.heading'),
		body: [
			element('p', {}, await say(isTerms ? 'forum-terms:gate.lead' : 'forum-terms:checklist.lead')),
			...await Promise.all(owed.map(textOf)), ...agreed ? [agreed.node] : [], ...fields ? [fields.root] : [],
		],
		buttons: [accept, later],
	});
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
	const checked = await closed === 'accept' ? sent() : null;
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
 * Settles the terms between this member and writing at a place. Resolves with the versions they accept (none when none
 * is owed), or null when they will not now; rejects when the server cannot be asked.
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
