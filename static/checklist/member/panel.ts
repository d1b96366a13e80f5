import type {
	Also, Answers, ChecklistFields, Checklist, Reason, SentChecklist, SuggestionChoice,
} from 'forum-terms/checklist/member/model';
import { checklistFields } from 'forum-terms/checklist/member/checklist';
import { panelFrame } from 'forum-terms/checklist/member/panel-frame';
import { say } from 'forum-terms/kit/dom';
import { asked } from 'forum-terms/posting/member/posting';

/** The checklist in a composer: a panel that folds, between title and text. */
export interface Panel {
	/** Loads the checklist of the place and shows it; answers that still apply are kept. */
	load(): Promise<void>;
	/** The same, unless this place's checklist is already shown. */
	ensure(): Promise<void>;
	isComplete(): boolean;
	/** True if nothing is missing; otherwise the panel opens and focuses what is. */
	complete(also: readonly Also[]): boolean;
	/** Opens with the server's reasons at their items; false if they name none. */
	refuse(reasons: readonly Reason[], also: readonly Also[]): boolean;
	/** The answers to send; undefined if nothing is asked. */
	sent(): SentChecklist | undefined;
	/** Everything typed, also for other places, for a draft. */
	typed(): Answers;
	onChange(listener: () => void): void;
	/** The author chose between two categories, which answers that item. */
	choose(choice: SuggestionChoice): void;
	/** After the tags changed. */
	arrange(): void;
}

interface PanelParts {
	container: HTMLElement;
	postData: object;
	/** The current place of the text. */
	place: () => Record<string, string>;
	tags: () => string[];
	/** Answers of a draft. */
	given?: Answers;
	/** Whether its author wrote here before: the text is in sight then. */
	hasText: () => boolean;
}

interface Shown { checklist: Checklist; fields: ChecklistFields; key: string; visit?: string }

function tell({ container, postData }: PanelParts, root: HTMLElement, now: Shown): void {
	document.dispatchEvent(new CustomEvent('forum-terms:checklist-shown', { detail: {
		container, root, postData, checklist: now.checklist,
		setVisit(id: string) {
			now.visit = id;
		},
	} }));
}

/** The item of clause 4 by which authors confirm the category. */
const rightCategory = 'right-category';

const isSame = ({ checklist, key }: Shown, other: Checklist | null, otherKey: string) =>
	checklist.profile === other?.profile && checklist.version === other.version && key === otherKey;

/** The content of the panel, and how it is loaded. */
async function shownIn(parts: PanelParts) {
	const { container, place, tags, given, hasText } = parts;
	const frame = await panelFrame(container, {
		mayGoOn: () => shown?.fields.complete() ?? true,
		skipped: () => shown?.fields.skip(),
		focus: step => (step === 'check' ? shown?.fields.focus() : container.querySelector('textarea')?.focus()),
	});
	const skips = await Promise.all(['write-first', 'report-now'].map(name => say(`forum-terms:checklist.${name}`)));
	let shown: Shown | null = null;
	let kept: Answers = given ?? {};
	let latest = 0;
	let loadedKey = '';
	let chosen: { suggested: SuggestionChoice; key: string } | null = null;

	const listeners: (() => void)[] = [];

	function changed(): void {
		void count();
		listeners.forEach(listener => listener());
	}
	async function count(): Promise<void> {
		if (shown) {
			const { answered, asked: all, isComplete } = shown.fields.progress();
			const progress = await say(`forum-terms:checklist.${isComplete ? 'progress-complete' : 'progress'}`, answered, all);
			frame.count({ progress, isComplete, line: shown.fields.line() });
		}
	}
	async function show(checklist: Checklist | null, key: string): Promise<void> {
		const before = shown;
		if (before && isSame(before, checklist, key)) {
			return;
		}
		kept = { ...kept, ...before?.fields.typed() };
		const fields = checklist && await checklistFields(checklist, { tags, given: kept });
		const isStill = before?.key === key;
		// A newer checklist for the same place continues the visit.
		const visit = isStill && before.visit !== undefined ? { visit: before.visit } : {};
		shown = fields && checklist && { checklist, fields, key, ...visit };
		frame.fill(fields?.root ?? null, skips[checklist?.kind === 'security' ? 1 : 0]);
		if (fields && !before) {
			// A reply or an edit begins with its text; its few questions come before it is sent.
			const { isComplete, answered } = fields.progress();
			frame.go(!('cid' in place()) || (isComplete && answered > 0) || hasText() ? 'write' : 'check');
		}
		fields?.onChange(changed);
		await count();
		if (shown && 'cid' in place() && !isStill) {
			tell(parts, frame.root, shown);
		}
	}
	return {
		frame,
		now: () => shown,
		typed: () => ({ ...kept, ...shown?.fields.typed() }),
		onChange: (listener: () => void) => void listeners.push(listener),
		/** A choice counts only in its own category. */
		suggested: () => (chosen && chosen.key === shown?.key ? { suggested: chosen.suggested } : {}),
		choose(suggested: SuggestionChoice): void {
			chosen = {
				suggested, key: JSON.stringify(suggested.choice === 'changed' ? { cid: String(suggested.cid) } : place()),
			};
			kept = { ...kept, [rightCategory]: true };
			if (shown?.checklist.items.some(({ key, kind }) => key === rightCategory && kind === 'confirm')) {
				shown.fields.answer(rightCategory, true);
			}
		},
		isCurrent: () => loadedKey === JSON.stringify(place()),
		async load(): Promise<void> {
			latest += 1;
			const mine = latest;
			const here = place();
			const answer = Object.keys(here).length > 0 ? await asked(here) : null;
			// Where posting is refused, nothing is asked.
			const checklist = answer?.access.allowed ? answer.checklist : null;
			// If the category changes twice in a row, the second wins.
			if (mine === latest) {
				loadedKey = JSON.stringify(here);
				await show(checklist, loadedKey);
			}
		},
	};
}

/** Inserts an empty panel into the composer; `load` fills it. */
export async function checklistPanel(parts: PanelParts): Promise<Panel> {
	const { frame, now, typed, onChange, isCurrent, load, suggested, choose } = await shownIn(parts);
	return {
		load,
		ensure: () => (isCurrent() ? Promise.resolve() : load()),
		isComplete: () => now()?.fields.progress().isComplete ?? true,
		complete(also) {
			const fields = now()?.fields;
			if (fields && !fields.progress().isComplete) {
				frame.go('check');
			}
			const passes = fields?.complete(also) ?? true;
			if (passes) {
				frame.go('write');
			}
			return passes;
		},
		refuse(reasons, also) {
			const fields = now()?.fields;
			if (fields && reasons.length > 0) {
				frame.go('check');
			}
			return fields?.refuse(reasons, also) ?? false;
		},
		sent() {
			const shown = now();
			return shown ? {
				version: shown.checklist.version, answers: shown.fields.answers(),
				...shown.visit === undefined ? {} : { visit: shown.visit }, ...suggested(),
			} : undefined;
		},
		typed,
		onChange,
		choose,
		arrange: () => now()?.fields.arrange(),
	};
}
