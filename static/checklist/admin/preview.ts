import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Item as AskedItem } from 'forum-terms/checklist/member/model';
import { unsupportedIn } from 'forum-terms/checklist/member/listed';
import type { Knowledge, PlatformRow } from 'forum-terms/checklist/admin/desk';
import { hasField, lookupOf, textIn, type Content, type Item } from 'forum-terms/checklist/admin/model';

const mostSuggestions = 300;

const isOwn = ({ parts = [] }: Item) => ({ part }: PlatformRow) => parts.length === 0 || parts.includes(part);

/** As the server finds it: lib/checklist/evidence/form.ts. */
function unsupportedFor(item: Item, language: string, { platforms }: Knowledge): string[] {
	if (lookupOf(item) !== 'platforms') {
		return [];
	}
	const suggestions = platforms.filter(isOwn(item)).map(({ name }) => name);
	const unsupported = platforms.filter(row => row.status === 'unsupported' && (isOwn(item)(row) || !suggestions.includes(row.name)))
		.map(({ name }) => name);
	const isNamedIn = (text: string) => unsupportedIn({ suggestions, unsupported, options: [] }, text).length > 0;
	return item.kind === 'text' ? unsupported :
		(item.options ?? []).filter(({ label }) => Object.values(label).some(isNamedIn))
			.map(({ label, value }) => textIn(label, language) || value);
}

function suggestionsFor(item: Item, { trunks, phones, platforms }: Knowledge): string[] {
	const names = item.kind === 'trunk' ? trunks.map(({ provider }) => provider) :
		lookupOf(item) === 'phones' ? phones.map(({ vendor }) => vendor) :
			item.kind === 'text' && lookupOf(item) === 'platforms' ? platforms.filter(isOwn(item)).map(({ name }) => name) : [];
	return [...new Set(names)].slice(0, mostSuggestions);
}

function itemView(item: Item, language: string, knowledge: Knowledge): AskedItem {
	const { key, kind, required, empty, link = '', minLength, minWords, readers, stable, shownWhen: when } = item;
	const of = <T>(field: string, value: T, none: T) => (hasField(kind, field) ? value : none);
	return {
		key, kind, required, empty, readers, stable, link,
		minLength: of('minLength', minLength, 0), minWords: of('minWords', minWords, 0), hosts: lookupOf(item) === 'guides' ? knowledge.guideHosts : of('hosts', item.hosts ?? [], []), terms: '',
		prompt: textIn(item.prompt, language) || key, promptMarkdown: textIn(item.prompt, language),
		help: textIn(item.help, language), helpMarkdown: textIn(item.help, language),
		placeholder: of('placeholder', textIn(item.placeholder, language), ''),
		referencePrompt: of('referencePrompt', textIn(item.referencePrompt, language), ''),
		suggestions: suggestionsFor(item, knowledge),
		unsupported: unsupportedFor(item, language, knowledge),
		shownWhen: !when?.item && !when?.tags?.length && !when?.listed ? null :
			{ item: when.item ?? '', values: when.values ?? [], tags: when.tags ?? [], listed: when.listed ?? '' },
		options: of('options', item.options ?? [], []).map(option => ({
			value: option.value, label: textIn(option.label, language) || option.value,
			labelMarkdown: textIn(option.label, language), verdict: option.verdict,
			say: textIn(option.say, language), required: option.required,
			unticked: kind === 'multi-choice' && option.unticked && option.unticked.verdict !== 'ok' ?
				{ verdict: option.unticked.verdict, say: textIn(option.unticked.say, language) } : null,
		})),
	};
}

/** The checklist as members see it, in one language, unanswered; it works, so that conditions can be tried. */
export async function previewOf(content: Content, language: string, knowledge: Knowledge): Promise<HTMLElement> {
	const { root } = await checklistFields({
		// A new name each time, so that answers in a preview are not kept.
		profile: `preview-${Date.now()}`, version: 0, kind: content.kind, stops: true, share: 'all', remembered: {},
		items: content.items.map(item => itemView(item, language, knowledge)),
	});
	return root;
}
