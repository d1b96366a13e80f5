import type { AnswerVerdict, ChecklistItem } from './item';
import { comparePbxVersions, parsePbxVersion } from './version-number';

export type Answers = Readonly<Record<string, unknown>>;

/** What is wrong, or worth knowing, with the answer to one item. */
export interface Finding { item: ChecklistItem; problem: 'missing' | 'invalid' | 'blocked' | 'warned' }

const longestAnswer = 2000;

/** The items that these answers bring up. */
export function shownItems(items: readonly ChecklistItem[], answers: Answers): ChecklistItem[] {
	return items.filter(({ shownWhen }) => !shownWhen || shownWhen.values.includes(String(answers[shownWhen.item])));
}

function isEmpty(answer: unknown): boolean {
	return answer === undefined || answer === null || answer === '' || answer === false;
}

/** Ahead of the latest passes: hosted systems get release candidates without asking. */
function verdictOnVersion(text: string, behind: AnswerVerdict, latest: string): AnswerVerdict | 'invalid' {
	const [version, newest] = [parsePbxVersion(text), parsePbxVersion(latest)];
	if (!version) {
		return 'invalid';
	}
	return newest && comparePbxVersions(version, newest) < 0 ? behind : 'ok';
}

function verdictOn(item: ChecklistItem, answer: unknown, latest: string): AnswerVerdict | 'invalid' {
	if (item.kind === 'confirm') {
		return answer === true ? 'ok' : 'invalid';
	}
	if (typeof answer !== 'string' || answer.length > longestAnswer || answer.trim().length < item.minLength) {
		return 'invalid';
	}
	switch (item.kind) {
		case 'choice': return item.options?.find(({ value }) => value === answer)?.verdict ?? 'invalid';
		case 'version': return verdictOnVersion(answer, item.behind, latest);
		default: return 'ok';
	}
}

const problems = { invalid: 'invalid', block: 'blocked', warn: 'warned' } as const;

/** Judges answers item by item; what is not shown is not asked. An empty latest version blocks nobody. */
export function findingsOf(items: readonly ChecklistItem[], answers: Answers, latest: string): Finding[] {
	return shownItems(items, answers).flatMap((item): Finding[] => {
		const answer = answers[item.key];
		if (isEmpty(answer)) {
			return item.required ? [{ item, problem: 'missing' }] : [];
		}
		const verdict = verdictOn(item, answer, latest);
		return verdict === 'ok' || verdict === 'record' ? [] : [{ item, problem: problems[verdict] }];
	});
}

/** Answers to items that the profile does not have: a client that misspelt one must learn of it. */
export function unknownKeys(items: readonly ChecklistItem[], answers: Answers): string[] {
	return Object.keys(answers).filter(key => !items.some(item => item.key === key));
}
