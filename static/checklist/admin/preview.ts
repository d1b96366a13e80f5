import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Knowledge } from 'forum-terms/checklist/admin/desk';
import { hasField, textIn, type Content, type Item } from 'forum-terms/checklist/admin/model';

const mostSuggestions = 300;

function suggestionsFor({ kind, lookup }: Item, { trunks, phones }: Knowledge): string[] {
	const names = kind === 'trunk' ? trunks.map(({ provider }) => provider) :
		kind === 'vendor' && lookup ? phones.map(({ vendor }) => vendor) : [];
	return [...new Set(names)].slice(0, mostSuggestions);
}

function itemView(item: Item, language: string, knowledge: Knowledge) {
	const { key, kind, required, link = '', minLength, minWords, readers, stable, shownWhen: when } = item;
	const of = <T>(field: string, value: T, none: T) => (hasField(kind, field) ? value : none);
	return {
		key, kind, required, readers, stable, link,
		minLength: of('minLength', minLength, 0), minWords: of('minWords', minWords, 0), hosts: of('hosts', item.hosts ?? [], []),
		prompt: textIn(item.prompt, language) || key, help: textIn(item.help, language),
		referencePrompt: of('referencePrompt', textIn(item.referencePrompt, language), ''),
		suggestions: suggestionsFor(item, knowledge),
		shownWhen: !when?.item && !when?.tags?.length ? null :
			{ item: when.item ?? '', values: when.values ?? [], tags: when.tags ?? [] },
		options: of('options', item.options ?? [], []).map(option => ({
			value: option.value, label: textIn(option.label, language) || option.value, verdict: option.verdict,
			say: textIn(option.say, language), required: option.required,
		})),
	};
}

/** The checklist as members see it, in one language, unanswered; it works, so that conditions can be tried. */
export async function previewOf(content: Content, language: string, knowledge: Knowledge): Promise<HTMLElement> {
	const { root } = await checklistFields({
		// A new name each time, so that answers in a preview are not kept.
		profile: `preview-${Date.now()}`, version: 0, kind: content.kind, share: 'all', remembered: {},
		items: content.items.map(item => itemView(item, language, knowledge)),
	});
	return root;
}
