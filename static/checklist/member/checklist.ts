import type { Also, Answers, Checklist, ChecklistFields, Item } from 'forum-terms/checklist/member/model';
import { layoutOf } from 'forum-terms/checklist/member/layout';
import { problemOf } from 'forum-terms/checklist/member/problem';
import { shownAmong } from 'forum-terms/checklist/member/shown';
import { wordsOf } from 'forum-terms/checklist/member/words';
import { markProblem, marksChanged, problemAt, type Problem } from 'forum-terms/forms/mark';
import { problemSummary } from 'forum-terms/forms/summary';

interface Options { tags?: () => string[]; given?: Answers }
interface Wrong { item: Item; problem: Problem }

// Unsent answers of this visit, kept in case of a refusal.
const unsent = new Map<string, Answers>();
const answerField = 'forumTerms.checklist.answers.';

/** After a topic is sent, the next one starts fresh. */
export function forgetUnsent(): void {
	unsent.clear();
}

/** The fields and their answers; problems are marked and listed. */
async function questionsOf(checklist: Checklist, tags: () => string[]) {
	const { items } = checklist;
	const list = await problemSummary();
	const { root, rows, arrange, reach } = await layoutOf(checklist, list.root);
	const problems = new Map(await Promise.all(items.map(async item => [item.key, await problemOf(item)] as const)));
	const answerTo = (key: string) => rows.get(key)?.read();
	const shown = () => shownAmong(items, answerTo, tags());
	const problemIn = (item: Item) => problems.get(item.key)?.(answerTo(item.key)) ?? '';
	return {
		root,
		answerTo,
		reach,
		shown,
		write: (key: string, answer: Answers[string]) => rows.get(key)?.write(answer),
		answers: (): Answers => Object.fromEntries(shown().flatMap(({ key }) => {
			const answer = answerTo(key);
			return answer === undefined ? [] : [[key, answer]];
		})),
		typed: (): Answers => Object.fromEntries([...rows].map(([key, row]) => [key, row.typed()])),
		wrong: (): Wrong[] => shown().filter(item => problemIn(item) !== '')
			.map(item => ({ item, problem: () => problemIn(item) })),
		isMarked: () => [...rows.values()].some(({ control }) => problemAt(control) !== ''),
		arrange(): void {
			const now = new Set(shown().map(({ key }) => key));
			rows.forEach((row, key) => {
				row.root.classList.toggle('d-none', !now.has(key));
				row.say();
				if (!now.has(key)) {
					row.unmark();
				}
			});
			arrange();
		},
		point(wrong: readonly Wrong[], also: readonly Also[]): void {
			rows.forEach(row => row.unmark());
			also.forEach(({ control, problem }) => markProblem(control, problem));
			const beside = also.map(({ label, control }) => ({ label, control, go: () => control.focus() }));
			list.show([...beside, ...wrong.flatMap(({ item, problem }) => {
				const row = rows.get(item.key);
				row?.mark(problem);
				return row ? [{ label: item.prompt, control: row.control, go: () => reach(item.key) }] : [];
			})]);
			arrange();
		},
	};
}

/**
 * The fields of a checklist. `given` are initial answers, otherwise unsent or remembered ones. A checklist that does
 * not stop the post reports missing answers once, then lets everything pass.
 */
export async function checklistFields(
	checklist: Checklist, { tags = () => [], given }: Options = {},
): Promise<ChecklistFields> {
	const { profile, items, remembered = {}, stops = true } = checklist;
	const questions = await questionsOf(checklist, tags);
	const { root, answerTo, shown, write, answers, typed, wrong, isMarked, arrange, point, reach } = questions;
	const listeners: (() => void)[] = [];
	let wasTold = false;

	function changed(): void {
		arrange();
		listeners.forEach(listener => listener());
	}
	function kept(): void {
		unsent.set(profile, typed());
		changed();
	}
	Object.entries({ ...unsent.get(profile) ?? remembered, ...given }).forEach(([key, answer]) => write(key, answer));
	for (const name of ['input', 'change']) {
		root.addEventListener(name, kept);
	}
	root.addEventListener(marksChanged, () => listeners.forEach(listener => listener()));
	arrange();
	return {
		root,
		answers,
		typed,
		arrange: changed,
		complete(also = []) {
			const passes = (wrong().length === 0 || (!stops && wasTold)) && also.length === 0;
			point(passes ? [] : wrong(), also);
			wasTold = true;
			return passes;
		},
		refuse(reasons, also = []) {
			const named = items.flatMap((item) => {
				const reason = reasons.find(({ field }) => field === answerField + item.key);
				return reason ? [{ item, problem: reason.message }] : [];
			});
			point(named, also);
			return named.length + also.length > 0;
		},
		progress: () => ({
			asked: shown().length, answered: shown().filter(({ key }) => answerTo(key) !== undefined).length,
			isComplete: wrong().length === 0 && !isMarked(),
		}),
		answer(key, answer) {
			write(key, answer);
			kept();
		},
		line: () => shown().map(item => wordsOf(item, answerTo(item.key))).filter(words => words !== '').join(' · '),
		skip: () => void (wasTold = true),
		focus: () => reach((wrong()[0]?.item ?? shown()[0])?.key ?? ''),
		onChange: listener => void listeners.push(listener),
	};
}
