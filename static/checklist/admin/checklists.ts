import * as api from 'api';
import { categoryTree, type ListedCategory } from 'forum-terms/checklist/admin/category-tree';
import type { Category, Desk, Knowledge, Places } from 'forum-terms/checklist/admin/desk';
import type { Profile } from 'forum-terms/checklist/admin/model';
import { initKnowledge } from 'forum-terms/checklist/admin/knowledge';
import { initPlaces } from 'forum-terms/checklist/admin/places';
import { initProfiles } from 'forum-terms/checklist/admin/profiles';
import { whenOpened } from 'forum-terms/kit/desk-section';
import { attemptIn } from 'forum-terms/forms/form';
import { keepUnsaved } from 'forum-terms/forms/unsaved';

interface Checklists { profiles: Profile[]; places: Places; knowledge: Knowledge }

/** The checklists, their categories, and supported versions and devices. */
export function initChecklists(root: HTMLElement): void {
	const section = root.querySelector<HTMLElement>('[data-role="checklists"]');
	if (!section) {
		return;
	}
	let all: Checklists = {
		profiles: [], places: { topics: {}, replies: {}, recordOnly: { topics: [], replies: [] } },
		knowledge: {
			releases: [], graceDays: 0, staleDays: 0, trunks: [], phones: [], platforms: [], guideHosts: [],
			vagueWords: [], reviewedAt: 0,
		},
	};
	let categories: Category[] = [];

	const attempt = attemptIn(() => section.querySelector<HTMLElement>('[data-role="checklist-problem"]'));
	const desk: Desk = {
		section, attempt, unsaved: keepUnsaved(section),
		profiles: () => all.profiles, categories: () => categories, knowledge: () => all.knowledge,
		async profilesChanged() {
			all = await api.get<Checklists>('/plugins/forum-terms/admin/checklists');
			await places.show(all.places);
			await profiles.show();
		},
	};
	const places = initPlaces(desk);
	const profiles = initProfiles(desk);
	const knowledge = initKnowledge(desk);

	async function load(): Promise<void> {
		const [lists, listed] = await Promise.all([
			api.get<Checklists>('/plugins/forum-terms/admin/checklists'),
			api.get<{ categories: ListedCategory[] }>('/categories'),
		]);
		all = lists;
		categories = categoryTree(listed.categories);
		await places.show(all.places);
		await profiles.show();
		await knowledge.show(all.knowledge);
		section?.setAttribute('data-loaded', '');
	}
	whenOpened(root, 'tab-checklists', () => attempt(load));
}
