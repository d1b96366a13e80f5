import { omit } from 'lodash';
import type { ChecklistForm } from '../../kernel/offers/checklist-form';
import type { TermsInForce } from '../../kernel/offers/terms-in-force';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Host } from '../../kernel/host/ports';
import type { Soon } from '../../kernel/host/soon';
import { clauseAnchor } from '../../kernel/refusals/clause';
import { isEmpty } from '../asking/answers';
import type { Asking, Askings } from '../asking/asking';
import { unsupportedOptions } from '../asking/platform-answer';
import { hostsFor } from '../asking/rules';
import { publicIn, topicField } from './topic-field';
import { looksUp, markdownFor, textFor, type ChecklistItem, type Texts } from '../profiles/item';
import type { StoredKnowledge, KnowledgeStore } from '../profiles/knowledge';
import { rowsFor } from '../profiles/platform-list';
import type { MemberMemories } from '../asking/member-memory';
import type { ChecklistStore } from '../profiles/store';

const mostSuggestions = 300;

/** Suggestions while typing, from the lists only, never from other members' answers. */
function suggestionsFor(item: ChecklistItem, { trunks, phones, platforms }: StoredKnowledge): string[] {
	const names = item.kind === 'trunk' ? trunks.map(({ provider }) => provider) :
		looksUp(item, 'phones') ? phones.map(({ vendor }) => vendor) :
			item.kind === 'text' && looksUp(item, 'platforms') ?
				platforms.filter(({ part }) => item.parts?.includes(part) ?? true).map(({ name }) => name) : [];
	return [...new Set(names)].slice(0, mostSuggestions);
}

/** What is known as not supported: names that a text may have, or the labels of options. */
function unsupportedFor(item: ChecklistItem, { platforms }: StoredKnowledge, language: string): string[] {
	return item.kind !== 'text' ? unsupportedOptions(item, platforms).map(({ label }) => textFor(label, language)) :
		!looksUp(item, 'platforms') ? [] :
			rowsFor(platforms, item.parts).filter(({ status }) => status === 'unsupported').map(({ name }) => name);
}

/** A text in plain words, and with its Markdown; empty where that is the same. */
function marked<Name extends 'prompt' | 'help' | 'label'>(name: Name, texts: Texts | undefined, language: string) {
	const [plain, markdown] = [textFor(texts, language), markdownFor(texts, language)];
	return { [name]: plain, [`${name}Markdown`]: plain === markdown ? '' : markdown } as
		Record<Name | `${Name}Markdown`, string>;
}

/** What the forum knows beside the item itself. */
interface Around { language: string; knowledge: StoredKnowledge; terms: string; termsAddress: string }

function itemView(item: ChecklistItem, { language, knowledge, terms, termsAddress }: Around) {
	const { key, kind, required, empty, minLength, minWords, readers, stable, shownWhen } = item;
	const isAboutTerms = looksUp(item, 'terms') && terms !== '';
	return {
		key, kind, required, empty, minLength, minWords, readers, stable, hosts: [...hostsFor(item, knowledge)],
		link: isAboutTerms ? termsAddress : item.link ?? '', terms: isAboutTerms ? terms : '',
		unsupported: unsupportedFor(item, knowledge, language).slice(0, mostSuggestions),
		...marked('prompt', item.prompt, language), ...marked('help', item.help, language),
		placeholder: textFor(item.placeholder, language),
		referencePrompt: textFor(item.referencePrompt, language),
		suggestions: suggestionsFor(item, knowledge),
		shownWhen: !shownWhen || !(shownWhen.item ?? shownWhen.tags ?? shownWhen.listed) ? null : {
			item: shownWhen.item ?? '', values: [...shownWhen.values ?? []], tags: [...shownWhen.tags ?? []],
			listed: shownWhen.listed ?? '' as const,
		},
		options: (item.options ?? []).map(option => ({
			value: option.value, ...marked('label', option.label, language), verdict: option.verdict,
			say: textFor(option.say, language), required: option.required,
			unticked: option.unticked ? { ...option.unticked, say: textFor(option.unticked.say, language) } : null,
		})),
	};
}

/** The checklist of a place in the member's language, with their remembered answers; null if there is none. */
export function checklistForms(parts: {
	store: ChecklistStore; askings: Askings; knowledge: KnowledgeStore; memories: MemberMemories;
	isExempt: (uid: number) => Soon<boolean>;
	termsInForce: TermsInForce;
	host: Pick<Host, 'places' | 'topics' | 'site'>;
}) {
	const { store, askings, knowledge, memories, isExempt, termsInForce, host } = parts;

	async function viewOf(
		{ profile, items, share, stops }: Asking, cid: number | null, uid: number, language: string,
	): Promise<ChecklistForm> {
		const here = items.filter(({ shownWhen }) =>
			shownWhen?.categories === undefined || (cid !== null && shownWhen.categories.includes(cid)));
		const [known, { answers }, terms] = await Promise.all([
			knowledge.stored(), memories.of(uid),
			here.some(item => looksUp(item, 'terms')) ? termsInForce(uid, cid === null ? {} : { cid: String(cid) }) : '',
		]);
		const around = { language, knowledge: known, terms, termsAddress: `${host.site.url}/forum-terms#${clauseAnchor('4')}` };
		return {
			profile: profile.id, version: profile.version, kind: profile.kind, share, stops,
			items: here.map(item => itemView(item, around)),
			remembered: Object.fromEntries(Object.entries(answers)
				.filter(([key, answer]) => here.some(item => item.key === key) && !isEmpty(answer))),
		};
	}

	/** The topic whose checklist this member must complete before they change it. */
	async function owedForm(pid: string, uid: number, language: string): Promise<ChecklistForm | null> {
		const topic = await host.topics.ofMainPost(pid, topicField);
		const owed = topic?.uid === uid ? publicIn(topic)?.owed ?? [] : [];
		const asking = topic && owed.length > 0 ? await askings.of(uid, topic.cid, 'topics') : null;
		if (!asking || !topic) {
			return null;
		}
		// Open items depend on known answers, except on each other; known ones name what is listed, too.
		const items = asking.items.filter(({ key }) => owed.includes(key)).map(({ shownWhen, ...item }) =>
			(shownWhen?.item !== undefined && !owed.includes(shownWhen.item) ? item :
				{ ...item, shownWhen: shownWhen && omit(shownWhen, ['listed']) }));
		return viewOf({ ...asking, items }, topic.cid, uid, language);
	}

	return async (place: WritingPlace, uid: number, language: string): Promise<ChecklistForm | null> => {
		if (place.pid) {
			return await store.asksAnything('topics') ? owedForm(place.pid, uid, language) : null;
		}
		const asked = place.tid ? 'replies' : 'topics';
		if (!await store.asksAnything(asked)) {
			return null;
		}
		const cid = await host.places.categoryOf(place);
		const asking = await askings.of(uid, cid, asked);
		if (!asking || asking.items.length === 0 || await isExempt(uid)) {
			return null;
		}
		return viewOf(asking, cid, uid, language);
	};
}

