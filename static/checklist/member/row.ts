import type { Answer, Item } from 'forum-terms/checklist/member/model';
import { fieldOf } from 'forum-terms/checklist/member/field';
import { unsupportedIn } from 'forum-terms/checklist/member/listed';
import { markedLine, markedText } from 'forum-terms/checklist/member/marked';
import { element, say } from 'forum-terms/kit/dom';
import { termsName } from 'forum-terms/kit/version-name';
import { clearProblem, markProblem, problemAt, type Problem } from 'forum-terms/forms/mark';

/** One item on the page: prompt, field, help, and messages about the answer. */
export interface Row {
	root: HTMLElement;
	read(): Answer | undefined;
	/** The typed values, for restoring: half answers too, an empty text for none. */
	typed(): Answer;
	write(answer: Answer): void;
	/** Shows the messages of the chosen options. */
	say(): void;
	/** Whether the answer stops the topic or is marked; one that the author is only warned about does not. */
	isInTheWay(): boolean;
	/** Marks the item as wrong. */
	mark(problem: Problem): void;
	unmark(): void;
	/** What the mark is at. */
	control: HTMLElement;
}

const tones = { block: 'text-danger-emphasis', warn: 'text-warning-emphasis' };

async function helpOf({ help, helpMarkdown, link, terms }: Item, id: string): Promise<HTMLElement[]> {
	if (!help && !link) {
		return [];
	}
	const name = terms ? await termsName(terms) : link;
	const root = element('div', { class: 'form-text mt-0', id: `${id}-help` },
		...helpMarkdown ? markedText(helpMarkdown) : [help]);
	if (link) {
		root.append(help ? ' ' : '', element('a', { href: link, target: '_blank', rel: 'noopener' }, name));
	}
	return [root];
}

interface Words { text: string; tone: string }

// Stands in a sentence for names that change while somebody types.
const names = '\u0001';

/** What is to be said about an answer: by the options chosen and left out, about what is not supported, about none. */
async function wordsOf(item: Item): Promise<(answer: Answer | undefined) => Words> {
	const { options, empty, required } = item;
	const listed = await say('forum-terms:checklist.listed-unsupported', names);
	const left = empty === 'ok' ? '' : await say(`forum-terms:checklist.left-empty-${empty}`);
	return (answer) => {
		if (answer === undefined) {
			return { text: required || empty === 'ok' ? '' : left, tone: 'text-body' };
		}
		const values = Array.isArray(answer) ? answer : [answer];
		const chosen = options.filter(({ value }) => values.includes(value))
			.map(({ verdict, say: text }) => ({ verdict, text }));
		const unticked = options.flatMap(option => (option.unticked && !values.includes(option.value) ?
			[{ verdict: option.unticked.verdict, text: option.unticked.say }] : []));
		const unsupported = unsupportedIn(item, answer);
		const said = [
			...chosen, ...unticked,
			...unsupported.length > 0 ? [{ verdict: 'warn', text: listed.replace(names, unsupported.join(', ')) }] : [],
		].filter(({ text }) => text !== '');
		const worst = (['block', 'warn'] as const).find(verdict => said.some(one => one.verdict === verdict));
		return { text: said.map(({ text }) => text).join(' '), tone: worst ? tones[worst] : 'text-body' };
	};
}

/** The row of an item; its ids begin with `id`, and `[data-item]` finds it. */
export async function rowOf(item: Item, id: string, { isRemembered }: { isRemembered: boolean }): Promise<Row> {
	const [field, words] = await Promise.all([fieldOf(item, id), wordsOf(item)]);
	const small = (text: string, name: string) => element('div', { class: 'form-text mt-0', id: `${id}-${name}` }, text);
	const note = element('div', { class: 'form-text mt-0', id: `${id}-note`, role: 'status' });
	const describing = [
		...await helpOf(item, id),
		...isRemembered ? [small(await say('forum-terms:checklist.remembered'), 'remembered')] : [],
		...item.readers === 'staff' ? [small(await say('forum-terms:checklist.staff-only'), 'readers')] : [],
		note,
	];
	field.controls.forEach(control =>
		control.setAttribute('aria-describedby', describing.map(node => node.id).join(' ')));
	const prompt = [
		...item.promptMarkdown ? markedLine(item.promptMarkdown) : [item.prompt],
		item.required ? '' : ` (${await say('forum-terms:checklist.optional')})`,
	];
	const name = field.isGroup ? element('legend', { class: 'form-label fs-6 mb-1' }, ...prompt) :
		element('label', { class: item.kind === 'confirm' ? 'form-check-label' : 'form-label mb-1', for: id }, ...prompt);
	const parts = item.kind === 'confirm' ? [...field.nodes, name] : [name, ...field.nodes];
	const root = element(field.isGroup ? 'fieldset' : 'div', {
		class: item.kind === 'confirm' ? 'form-check mb-3' : 'mb-3', 'data-item': item.key,
	}, ...parts, ...describing);
	const control = field.controls[0] ?? root;
	return {
		root,
		read: field.read,
		typed: () => field.typed?.() ?? field.read() ?? '',
		write: field.write,
		say() {
			const { text, tone } = words(field.read());
			if (note.textContent !== text) {
				note.className = `form-text mt-0 ${tone}`;
				note.textContent = text;
			}
		},
		isInTheWay: () => note.classList.contains(tones.block) || problemAt(control) !== '',
		control,
		mark: problem => markProblem(control, problem, { controls: field.controls, place: root }),
		unmark: () => clearProblem(control),
	};
}
