import type { ChecklistForm } from '../../kernel/offers/checklist-form';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Host } from '../../kernel/host/ports';
import { isEmpty, type Answers } from '../asking/answers';
import type { Asking, Askings } from '../asking/asking';
import { publicIn, topicField } from './keeper';
import { textFor, type ChecklistItem } from '../profiles/item';
import type { StoredKnowledge, KnowledgeStore } from '../profiles/knowledge';
import type { MemberMemories } from '../asking/member-memory';
import type { ChecklistStore } from '../profiles/store';

const mostSuggestions = 300;

/** Suggestions while typing, from the lists only, never from other members' answers. */
function suggestionsFor({ kind, lookup }: ChecklistItem, { trunks, phones }: StoredKnowledge): string[] {
	const names = kind === 'trunk' ? trunks.map(({ provider }) => provider) :
		lookup === 'phones' ? phones.map(({ vendor }) => vendor) : [];
	return [...new Set(names)].slice(0, mostSuggestions);
}

function itemView(item: ChecklistItem, language: string, knowledge: StoredKnowledge) {
	const { key, kind, required, link = '', minLength, minWords, readers, stable, hosts = [], shownWhen } = item;
	return {
		key, kind, required, minLength, minWords, readers, stable, link, hosts: [...hosts],
		prompt: textFor(item.prompt, language), help: textFor(item.help, language),
		referencePrompt: textFor(item.referencePrompt, language),
		suggestions: suggestionsFor(item, knowledge),
		shownWhen: shownWhen?.item === undefined && shownWhen?.tags === undefined ? null : {
			item: shownWhen.item ?? '', values: [...shownWhen.values ?? []], tags: [...shownWhen.tags ?? []],
		},
		options: (item.options ?? []).map(option => ({
			value: option.value, label: textFor(option.label, language), verdict: option.verdict,
			say: textFor(option.say, language), required: option.required,
		})),
	};
}

/** The checklist of a place in the member's language, with their remembered answers; null if there is none. */
export function checklistForms(parts: {
	store: ChecklistStore; askings: Askings; knowledge: KnowledgeStore; memories: MemberMemories;
	isExempt: (uid: number) => Promise<boolean>;
	host: Pick<Host, 'places' | 'topics'>;
}) {
	const { store, askings, knowledge, memories, isExempt, host } = parts;

	function viewOf(
		{ profile, items, share, stops }: Asking, cid: number | null, language: string, known: StoredKnowledge,
		remembered: Answers,
	): ChecklistForm {
		const here = items.filter(({ shownWhen }) =>
			shownWhen?.categories === undefined || (cid !== null && shownWhen.categories.includes(cid)));
		return {
			profile: profile.id, version: profile.version, kind: profile.kind, share, stops,
			items: here.map(item => itemView(item, language, known)),
			remembered: Object.fromEntries(Object.entries(remembered)
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
		// Open items depend on known answers, except on each other.
		const items = asking.items.filter(({ key }) => owed.includes(key)).map(({ shownWhen, ...item }) =>
			(shownWhen?.item !== undefined && !owed.includes(shownWhen.item) ? item : { ...item, shownWhen }));
		const [known, { answers }] = await Promise.all([knowledge.stored(), memories.of(uid)]);
		return viewOf({ ...asking, items }, topic.cid, language, known, answers);
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
		const [known, { answers }] = await Promise.all([knowledge.stored(), memories.of(uid)]);
		return viewOf(asking, cid, language, known, answers);
	};
}

