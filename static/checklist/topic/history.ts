import type { EvidenceRecord, OnRecord, ShownAnswer } from 'forum-terms/checklist/topic/record';
import { element, failed, say } from 'forum-terms/kit/dom';
import { localMoment } from 'forum-terms/kit/local-time';
import { versionNames } from 'forum-terms/kit/version-name';

type Answer = ShownAnswer & { readers?: string };

const tones: Partial<Record<string, string>> = {
	preferred: 'success', supported: 'success', latest: 'success', ahead: 'success', legacy: 'warning', behind: 'warning',
	unsupported: 'danger', empty: 'warning',
};

function badge(word: string, tone = 'secondary'): HTMLElement {
	return element('span', { class: `badge border border-${tone} text-body fw-normal` }, word);
}

/** Loads all of an answer of which only the beginning is here. */
type Whole = (key: string) => Promise<string>;

/** A text of several lines as it was typed, with all of it behind a button. */
async function longAnswer({ key, prompt, text, isCut }: Answer, whole: Whole | undefined): Promise<HTMLElement[]> {
	const box = element('div', {
		class: 'forum-terms-long-answer border-start ps-2 my-1', tabindex: '0', role: 'group', 'aria-label': prompt, dir: 'auto',
	}, isCut ? `${text}…` : text);
	if (!isCut || !whole) {
		return [box];
	}
	const more = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-action': 'show-all' },
		await say('forum-terms:checklist.show-all'));
	more.addEventListener('click', () => {
		whole(key).then((all) => {
			box.textContent = all;
			more.remove();
			box.focus();
		}).catch(failed);
	});
	return [box, more];
}

async function lineOf(answer: Answer, whole: Whole | undefined): Promise<HTMLElement> {
	const { prompt, text, standing, verdict, readers } = answer;
	const badges = [
		...standing ? [badge(await say(`forum-terms:evidence.standing.${standing}`), tones[standing])] : [],
		...verdict === 'warn' ? [badge(await say('forum-terms:evidence.warned'), 'warning')] : [],
		...readers === 'staff' ? [badge(await say('forum-terms:evidence.staff-only'))] : [],
	];
	if (text.length > 400 || text.includes('\n')) {
		return element('li', { class: 'text-break' }, prompt, ...badges.flatMap(made => [' ', made]), ...await longAnswer(answer, whole));
	}
	const versions = await versionNames(text);
	const words = versions ? [`✓ ${prompt} `, element('strong', {}, versions)] : text ? [/[?:]$/.test(prompt) ? `${prompt} ` : `${prompt}: `, element('strong', { dir: 'auto' }, text)] : [`${standing === 'empty' ? '–' : '✓'} ${prompt}`];
	return element('li', { class: 'text-break' }, ...words, ...badges.flatMap(made => [' ', made]));
}

/** Answers with their support status and the warnings their author saw; `whole` completes a long one. */
export async function answerList(answers: readonly Answer[], whole?: Whole): Promise<HTMLElement> {
	return element('ul', { class: 'list-unstyled mb-0 mt-1' }, ...await Promise.all(answers.map(answer => lineOf(answer, whole))));
}

/** Only the answers that changed since the previous record. */
function changedIn({ answers }: EvidenceRecord, before: EvidenceRecord | undefined) {
	return answers.filter(({ key, text }) => !before?.answers.some(other => other.key === key && other.text === text));
}

async function entryOf(
	record: EvidenceRecord, before: EvidenceRecord | undefined, { waived, people }: OnRecord,
): Promise<HTMLElement> {
	const who = people.find(({ uid }) => uid === record.by);
	const iso = new Date(record.at).toISOString();
	const when = localMoment(record.at);
	const letGo = record.cause === 'waived' ? record.waived.at(-1) : undefined;
	const item = waived.find(({ key }) => key === letGo?.key)?.prompt ?? letGo?.key ?? '';
	const why = letGo?.reason ? await say('forum-terms:evidence.waived-why', item, letGo.reason) : item;
	return element('li', { class: 'border-top pt-2 mt-2', 'data-cause': record.cause },
		element('div', {}, element('strong', {}, await say(`forum-terms:evidence.cause.${record.cause}`)), ' ',
			element('span', { class: 'text-muted' }, ...who ? [`${await say('forum-terms:evidence.by', who.username)}, `] : [],
				element('time', { datetime: iso, title: iso }, when))),
		...letGo ? [element('p', { class: 'mb-0' }, why)] : [], await answerList(changedIn(record, before)));
}

/** All records, newest first: what, who, when and why. */
export async function historyOf(onRecord: OnRecord): Promise<HTMLElement> {
	const { records } = onRecord;
	const before = (index: number) => records.slice(0, index).reverse().find(({ pid }) => pid === records[index]?.pid);
	const entries = await Promise.all(records.map((record, index) => entryOf(record, before(index), onRecord)));
	return element('div', { class: 'w-100', tabindex: '-1', 'data-role': 'history' },
		element('div', { class: 'fw-semibold' }, await say('forum-terms:evidence.history')),
		element('ol', { class: 'list-unstyled mb-0' }, ...entries.reverse()));
}
