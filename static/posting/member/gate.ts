import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Checklist, ChecklistFields, SentChecklist } from 'forum-terms/checklist/member/model';
import { dialogButton, openDialog } from 'forum-terms/kit/dialog';
import { element, PlainError, say } from 'forum-terms/kit/dom';
import { asked, judged, type OwedText } from 'forum-terms/posting/member/posting';

/** The author's decision: accepted versions, and answers if there is a checklist. */
export interface Settled { accept: string[]; checklist?: SentChecklist }

/** The server's reasons against answers before sending; none if it cannot be asked. */
type Judge = (answers: SentChecklist) => Promise<Parameters<ChecklistFields['refuse']>[0]>;

async function textOf(owed: OwedText): Promise<HTMLElement> {
	const region = element('div', {
		class: 'forum-terms-text border rounded-1 p-3 mb-2', tabindex: '0', role: 'region', lang: owed.language, dir: 'auto',
		'aria-label': await say('forum-terms:terms.text-region', owed.title),
	});
	region.innerHTML = owed.html;
	const parts: Node[] = [element('h3', { class: 'fs-6 fw-semibold' }, `${owed.title} (${owed.name})`)];
	if (owed.changedSince) {
		const href = `${config.relative_path}/forum-terms/${owed.changedSince}/diff/${owed.version}`;
		if (owed.acceptedOn) {
			parts.push(element('p', { class: 'fw-semibold mb-1' }, await say('forum-terms:accept.changed-since', owed.acceptedOn)));
		}
		parts.push(element('p', { class: 'mb-2' }, owed.changelog ? `${owed.changelog} ` : '',
			element('a', { href, target: '_blank', rel: 'noopener' },
				await say('forum-terms:accept.compare'))));
	}
	if (owed.isFallback) {
		parts.push(element('p', { class: 'mb-2' }, await say('forum-terms:owed.fallback', owed.languageName)));
	}
	return element('section', {}, ...parts, region);
}

interface Parts { owed: readonly OwedText[]; checklist: Checklist | null; judge: Judge }

/** Shows the terms and the checklist in a dialog; resolves with the author's decision, or null unless they accept. */
async function ask({ owed, checklist, judge }: Parts): Promise<Settled | null> {
	const isTerms = owed.length > 0;
	const accept = dialogButton(await say(isTerms ? 'forum-terms:gate.accept' : 'forum-terms:checklist.send'), 'primary');
	const later = dialogButton(await say('forum-terms:gate.not-now'), 'outline-secondary');
	const fields = checklist ? await checklistFields(checklist) : null;
	const means = element('p', { class: 'form-text', id: 'forum-terms-gate-means' }, await say('forum-terms:gate.decline-help'));
	if (isTerms) {
		later.setAttribute('aria-describedby', means.id);
	}
	const { dialog, closed } = openDialog({
		id: 'forum-terms-gate-title', title: await say(isTerms ? 'forum-terms:gate.title' : 'forum-terms:checklist.heading'),
		body: [
			element('p', {}, await say(isTerms ? 'forum-terms:gate.lead' : 'forum-terms:checklist.lead')),
			...await Promise.all(owed.map(textOf)), ...fields ? [fields.root] : [], ...isTerms ? [means] : [],
		],
		buttons: [accept, later],
	});
	const sent = () => (fields && checklist ? { version: checklist.version, answers: fields.answers() } : undefined);

	accept.addEventListener('click', () => {
		const checked = sent();
		if (fields && !fields.complete()) {
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

// An empty answer is cached this long, to save a request per post; the server checks anyway.
const believedMs = 120_000;
const nothingAskedAt = new Map<string, number>();

/** After a refusal the server is asked again, despite the cache. */
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
		// Where posting is refused, nothing is asked.
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
 * Asks a member for the terms owed at a place. Resolves with the accepted versions (empty if none are owed), or null if
 * they decline; rejects if the server cannot be asked.
 */
export async function settleTerms(place: Record<string, string>): Promise<string[] | null> {
	const settled = await settleWith(place, { isChecking: false, judge: () => Promise.resolve([]) });
	return settled && settled.accept;
}

/** The same where there is no panel: the dialog also asks the checklist. */
export async function settle(place: Record<string, string>, content: string): Promise<Settled | null> {
	return settleWith(place, {
		isChecking: true, judge: checklist => judged(place, { content, checklist }).catch(() => []),
	});
}
