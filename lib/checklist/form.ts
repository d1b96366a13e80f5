import { textFor } from './item';
import type { ChecklistItem } from './item';
import type { ChecklistForm } from '../kernel/checklist-form';
import type { ChecklistStore } from './store';

function itemView(item: ChecklistItem, language: string) {
	const { key, kind, required, link = '', minLength, shownWhen = null } = item;
	return {
		key, kind, required, minLength, shownWhen, link, prompt: textFor(item.prompt, language),
		help: textFor(item.help, language),
		options: (item.options ?? []).map(({ value, label, verdict, say }) =>
			({ value, label: textFor(label, language), verdict, say: textFor(say, language) })),
	};
}

/** What a category asks before a new topic, in the author's language; null when it asks nothing. */
export function checklistForms(store: ChecklistStore) {
	return async (cid: number | null, language: string): Promise<ChecklistForm | null> => {
		const profile = await store.profileOf(cid);
		return profile && {
			profile: profile.id, version: profile.version, items: profile.items.map(item => itemView(item, language)),
		};
	};
}
