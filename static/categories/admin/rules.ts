import * as alerts from 'alerts';
import * as api from 'api';
import { word } from 'forum-terms/categories/admin/model';
import { categoryTree, type ListedCategory } from 'forum-terms/checklist/admin/category-tree';
import type { Texts } from 'forum-terms/checklist/admin/model';
import { deskSection, whenOpened } from 'forum-terms/kit/desk-section';
import { say } from 'forum-terms/kit/dom';
import { onSubmit, showProblem } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { fillTexts, isLanguageTag } from 'forum-terms/forms/text-fields';
import { keepUnsaved } from 'forum-terms/forms/unsaved';

interface Stored { cid: number; rules: Texts }

const what = 'rules';
const longest = 5000;

/** The rules of each category: chosen from a list, written per language, in force when saved. */
export function initRules(root: HTMLElement): void {
	const parts = deskSection(root, 'category-rules', 'category-rules-problem');
	if (!parts) {
		return;
	}
	const { section, at, attempt } = parts;
	const unsaved = keepUnsaved(section);
	const select = at<HTMLSelectElement>('#category-rules-category');
	const place = at('[data-texts="rules"]');
	const language = at<HTMLInputElement>('#category-rules-language');
	let stored = new Map<string, Texts>();
	let texts: Texts = {};
	let languages: string[] = [];
	let cid = '';

	function fill(): void {
		fillTexts(place, texts, languages, {
			path: 'rules', labelId: 'category-rules-label', most: longest, changed: () => unsaved.mark(what),
		});
	}
	/** The languages of all rules, so that a missing translation is seen. */
	function open(): void {
		cid = select.value;
		at<HTMLButtonElement>('button[type="submit"]').disabled = cid === '';
		texts = { ...stored.get(cid) };
		languages = [...new Set(['en-GB', 'de', ...[...stored.values()].flatMap(one => Object.keys(one))])];
		fill();
	}
	async function choose(): Promise<void> {
		if (await unsaved.mayLose(what)) {
			open();
		} else {
			select.value = cid;
		}
	}
	async function load(): Promise<void> {
		const [{ rules }, { categories }] = await Promise.all([
			api.get<{ rules: Stored[] }>('/plugins/forum-terms/admin/categories/rules'),
			api.get<{ categories: ListedCategory[] }>('/categories'),
		]);
		stored = new Map(rules.map(one => [String(one.cid), one.rules]));
		select.replaceChildren(...categoryTree(categories).map(({ cid: id, name, depth }) =>
			new Option(`${'\u2003'.repeat(depth)}${name}`, String(id))));
		open();
		section.setAttribute('data-loaded', '');
	}
	async function addLanguage(): Promise<void> {
		const tag = language.value.trim();
		if (!isLanguageTag(tag)) {
			showProblem(language, await say('admin/plugins/forum-terms:checklist.language-wrong'), () => isLanguageTag(language.value.trim()));
			return;
		}
		language.value = '';
		languages = [...new Set([...languages, tag])];
		fill();
		place.querySelector<HTMLElement>(`[data-path="rules.${tag}"]`)?.focus();
	}

	select.addEventListener('change', () => attempt(choose));
	at('[data-action="add-rules-language"]').addEventListener('click', () => attempt(addLanguage));
	onSubmit(at<HTMLFormElement>('form'), {
		alert: at('[data-role="category-rules-problem"]'),
		async send() {
			const saved = await request<Stored>('PUT', `/admin/categories/rules/${cid}`, { rules: texts });
			stored.set(cid, saved.rules);
			unsaved.clear(what);
			alerts.success(await word('rules.saved'));
		},
	});
	whenOpened(root, 'tab-categories', () => attempt(load));
}
