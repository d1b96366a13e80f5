import * as alerts from 'alerts';
import type { Desk } from 'forum-terms/checklist/admin/desk';
import { itemList } from 'forum-terms/checklist/admin/items';
import { languagesOf, sent, textIn, type Content, type Profile } from 'forum-terms/checklist/admin/model';
import { previewOf } from 'forum-terms/checklist/admin/preview';
import { controlAt, isShownAtField, showProblem } from 'forum-terms/forms/form';
import { Refused, request } from 'forum-terms/kit/request';
import { fillTexts, isLanguageTag } from 'forum-terms/forms/text-fields';
import { say } from 'forum-terms/kit/dom';

const waitMs = 300;
interface Sheet { id: string; version: number; content: Content }

/** The editor of one checklist with its preview; `closed` runs on the way back to the list. */
export function initEditor(desk: Desk, closed: () => void): {
	open(id: string, content: Content, version: number, isChanged: boolean): Promise<void>;
} {
	const { section, unsaved, attempt } = desk;
	const form = section.querySelector<HTMLFormElement>('form[data-role="checklist-editor"]') as HTMLFormElement;
	const at = <T extends HTMLElement>(selector: string) => form.querySelector<T>(selector);
	const previewLanguage = at<HTMLSelectElement>('#checklist-preview-language');
	const kind = at<HTMLSelectElement>('#checklist-kind') as HTMLSelectElement;
	const titles = at('[data-texts="title"]');
	const titleRule = at<HTMLInputElement>('#checklist-title-rule') as HTMLInputElement;
	let sheet: Sheet = { id: '', version: 0, content: { kind: 'standard', title: {}, items: [] } };
	let languages: string[] = [];
	let timer = 0;
	let latest = 0;
	const items = itemList(form, desk, () => changed());

	const tell = (selector: string, text: string) => {
		const node = at(selector);
		if (node) {
			node.textContent = text;
		}
	};
	async function showHead(): Promise<void> {
		const { id, version, content } = sheet;
		tell('[data-role="checklist-heading"]', textIn(content.title, config.userLang) || id);
		tell('[data-role="checklist-version"]', version > 0 ? await say('admin/plugins/forum-terms:checklist.version', id, version) : id);
		tell('[data-role="kind-help"]', await say(content.kind === 'security' ? 'admin/plugins/forum-terms:checklist.kind.security-help' : 'admin/plugins/forum-terms:checklist.kind.standard-help'));
	}
	/** Titles of security reports are never checked. */
	function showTitleRule(): void {
		titleRule.checked = sheet.content.titleRule === 'telling';
		at('[data-role="title-rule"]')?.classList.toggle('d-none', sheet.content.kind === 'security');
	}
	async function preview(): Promise<void> {
		latest += 1;
		const mine = latest;
		const root = await previewOf(sheet.content, previewLanguage?.value ?? 'en-GB', desk.knowledge());
		if (mine === latest) {
			at('[data-role="checklist-preview"]')?.replaceChildren(root);
		}
	}
	async function show(): Promise<void> {
		items.refresh();
		await showHead();
		await preview();
	}
	function changed(): void {
		unsaved.mark('profile');
		say('admin/plugins/forum-terms:checklist.unsaved').then(text => tell('[data-role="checklist-unsaved"]', text), () => undefined);
		window.clearTimeout(timer);
		timer = window.setTimeout(() => attempt(show), waitMs);
	}
	function showLanguages(): void {
		const before = previewLanguage?.value ?? '';
		previewLanguage?.replaceChildren(...languages.map(language => new Option(language, language)));
		if (previewLanguage) {
			previewLanguage.value = languages.includes(before) ? before :
				languages.find(language => language === config.userLang) ?? 'en-GB';
		}
		if (titles) {
			fillTexts(titles, sheet.content.title, languages, { path: 'title', labelId: 'checklist-title-label', changed });
		}
		items.show(sheet.content.items, languages);
	}
	async function open(id: string, content: Content, version: number, isChanged: boolean): Promise<void> {
		sheet = { id, version, content };
		languages = languagesOf(content);
		form.classList.remove('d-none');
		kind.value = content.kind;
		showTitleRule();
		showLanguages();
		await show();
		tell('[data-role="checklist-unsaved"]', '');
		if (isChanged) {
			changed();
		} else {
			unsaved.clear('profile');
		}
		at('[data-role="checklist-heading"]')?.focus();
	}
	/** Shows a refusal at the item and field it names; false if it names none. */
	async function showRefusal({ field, message, code }: Refused): Promise<boolean> {
		// The server expects a pattern there, which tells few people anything.
		const isName = /\.(key|value)$/.test(field) && message.includes('/^');
		const text = isName ? await say('admin/plugins/forum-terms:checklist.name-wrong') : message;
		return isShownAtField(form, new Refused(text, { field, code }), path =>
			items.point(path) ?? (path.startsWith('items') ? null : controlAt(form, path)));
	}
	async function save(): Promise<void> {
		const { id, content } = sheet;
		const empty = items.withoutText();
		if (empty) {
			showProblem(empty, await say('admin/plugins/forum-terms:checklist.text-missing'));
			return;
		}
		try {
			const saved = await request<Profile>('PUT', `/admin/checklists/${encodeURIComponent(id)}`, sent(content));
			sheet = { ...sheet, version: saved.version };
			unsaved.clear('profile');
			await showHead();
			tell('[data-role="checklist-unsaved"]', '');
			await desk.profilesChanged();
			alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
		} catch (error) {
			if (!(error instanceof Refused) || !await showRefusal(error)) {
				throw error;
			}
			tell('[data-role="checklist-unsaved"]', await say('admin/plugins/forum-terms:checklist.not-saved'));
		}
	}
	async function close(): Promise<void> {
		if (await unsaved.mayLose('profile')) {
			window.clearTimeout(timer);
			form.classList.add('d-none');
			closed();
		}
	}
	async function addLanguage(): Promise<void> {
		const field = at<HTMLInputElement>('#checklist-language');
		const tag = field?.value.trim() ?? '';
		if (field && !isLanguageTag(tag)) {
			showProblem(field, await say('admin/plugins/forum-terms:checklist.language-wrong'), () => isLanguageTag(field.value.trim()));
		} else if (field) {
			field.value = '';
			languages = [...new Set([...languages, tag])];
			showLanguages();
			items.refresh();
			form.querySelector<HTMLElement>(`[data-path="title.${tag}"]`)?.focus();
		}
	}

	kind.addEventListener('change', () => {
		sheet.content.kind = kind.value === 'security' ? 'security' : 'standard';
		showTitleRule();
		changed();
	});
	titleRule.addEventListener('change', () => {
		if (titleRule.checked) {
			sheet.content.titleRule = 'telling';
		} else {
			delete sheet.content.titleRule;
		}
		changed();
	});
	previewLanguage?.addEventListener('change', () => attempt(preview));
	at('[data-action="close-editor"]')?.addEventListener('click', () => attempt(close));
	at('[data-action="add-language"]')?.addEventListener('click', () => attempt(addLanguage));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(save);
	});
	return { open };
}
