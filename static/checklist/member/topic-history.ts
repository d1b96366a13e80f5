import type { EvidenceRecord, OnRecord, ShownAnswer } from 'forum-terms/checklist/member/topic-record';
import { element, say } from 'forum-terms/kit/dom';

type Answer = ShownAnswer & { readers?: string };

const tones: Partial<Record<string, string>> = {
	preferred: 'success', supported: 'success', latest: 'success', ahead: 'success', legacy: 'warning', behind: 'warning',
	unsupported: 'danger',
};

function badge(word: string, tone = 'secondary'): HTMLElement {
	return element('span', { class: `badge border border-${tone} text-body fw-normal` }, word);
}

async function lineOf({ prompt, text, standing, verdict, readers }: Answer): Promise<HTMLElement> {
	const badges = [
		...standing ? [badge(await say(`forum-terms:evidence.standing.${standing}`), tones[standing])] : [],
		...verdict === 'warn' ? [badge(await say('forum-terms:evidence.warned'), 'warning')] : [],
		...readers === 'staff' ? [badge(await say('forum-terms:evidence.staff-only'))] : [],
	];
	const words = text ? [/[?:]$/.test(prompt) ? `${prompt} ` : `${prompt}: `, element('strong', {}, text)] : [`✓ ${prompt}`];
	return element('li', { class: 'text-break' }, ...words, ...badges.flatMap(made => [' ', made]));
}

/** Answers with their support status and the warnings their author saw. */
export async function answerList(answers: readonly Answer[]): Promise<HTMLElement> {
	return element('ul', { class: 'list-unstyled mb-0 mt-1' }, ...await Promise.all(answers.map(lineOf)));
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
	const when = new Date(record.at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
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
