import type { Answers, Checklist, ChecklistFields, Item } from 'forum-terms/checklist/member/model';
import { layoutOf } from 'forum-terms/checklist/member/layout';
import { problemOf } from 'forum-terms/checklist/member/problem';
import { shownAmong } from 'forum-terms/checklist/member/shown';
import { summary } from 'forum-terms/checklist/member/summary';

interface Options { tags?: () => string[]; given?: Answers }
interface Wrong { item: Item; problem: string }

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
	const list = await summary();
	const { root, rows } = await layoutOf(checklist, list.root);
	const problems = new Map(await Promise.all(items.map(async item => [item.key, await problemOf(item)] as const)));
	const answerTo = (key: string) => rows.get(key)?.read();
	const shown = () => shownAmong(items, answerTo, tags());
	return {
		root,
		answerTo,
		shown,
		write: (key: string, answer: Answers[string]) => rows.get(key)?.write(answer),
		answers: (): Answers => Object.fromEntries(shown().flatMap(({ key }) => {
			const answer = answerTo(key);
			return answer === undefined ? [] : [[key, answer]];
		})),
		typed: (): Answers => Object.fromEntries([...rows].map(([key, row]) => [key, row.typed()])),
		wrong: (): Wrong[] => shown().map(item => ({ item, problem: problems.get(item.key)?.(answerTo(item.key)) ?? '' }))
			.filter(({ problem }) => problem !== ''),
		arrange(): void {
			const now = new Set(shown().map(({ key }) => key));
			rows.forEach((row, key) => {
				row.root.classList.toggle('d-none', !now.has(key));
				row.say();
			});
		},
		point(wrong: readonly Wrong[]): void {
			rows.forEach((row, key) => row.mark(wrong.find(({ item }) => item.key === key)?.problem ?? ''));
			list.show(wrong.map(({ item, problem }) =>
				({ prompt: item.prompt, problem, go: () => rows.get(item.key)?.focus() })));
		},
	};
}

/**
 * The fields of a checklist. `given` are initial answers, otherwise unsent or remembered ones. A `security` checklist
 * reports missing answers once, then lets everything pass.
 */
export async function checklistFields(
	checklist: Checklist, { tags = () => [], given }: Options = {},
): Promise<ChecklistFields> {
	const { profile, items, remembered = {}, kind } = checklist;
	const { root, answerTo, shown, write, answers, typed, wrong, arrange, point } = await questionsOf(checklist, tags);
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
	arrange();
	return {
		root,
		answers,
		typed,
		arrange: changed,
		complete() {
			const passes = wrong().length === 0 || (kind === 'security' && wasTold);
			point(passes ? [] : wrong());
			wasTold = true;
			return passes;
		},
		refuse(reasons) {
			const named = items.flatMap((item) => {
				const reason = reasons.find(({ field }) => field === answerField + item.key);
				return reason ? [{ item, problem: reason.message }] : [];
			});
			point(named);
			return named.length > 0;
		},
		progress: () => ({
			asked: shown().length, answered: shown().filter(({ key }) => answerTo(key) !== undefined).length,
			isComplete: wrong().length === 0,
		}),
		answer(key, answer) {
			write(key, answer);
			kept();
		},
		onChange: listener => void listeners.push(listener),
	};
}
