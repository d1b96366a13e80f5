import * as alerts from 'alerts';
import type { Desk } from 'forum-terms/checklist/admin/desk';
import { initEditor } from 'forum-terms/checklist/admin/editor';
import { initImport } from 'forum-terms/checklist/admin/import';
import { idFrom, isProfileId, textIn, type Content, type Profile } from 'forum-terms/checklist/admin/model';
import { confirmed } from 'forum-terms/kit/dialog';
import { showProblem } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { templatePart } from 'forum-terms/kit/template-part';
import { say } from 'forum-terms/kit/dom';

const files = () => `${config.relative_path}/api/v3/plugins/forum-terms/admin/checklists`;
const contentOf = ({ kind, title, titleRule, items }: Content): Content =>
	({ kind, title, ...titleRule && { titleRule }, items });
const titleOf = ({ title, id }: Profile) => textIn(title, config.userLang) || id;

/** The list of checklists: create, copy, edit, remove, import. */
export function initProfiles(desk: Desk): { show(): Promise<void> } {
	const { section, profiles, attempt } = desk;
	const at = <T extends HTMLElement>(selector: string) => section.querySelector<T>(selector);
	const list = at('[data-role="checklist-list"]');
	const form = at<HTMLFormElement>('form[data-role="checklist-new"]');
	const title = at<HTMLInputElement>('#checklist-new-title');
	const id = at<HTMLInputElement>('#checklist-new-id');
	let copied: Content | null = null;
	const open = (name: string, content: Content, version: number, isChanged: boolean) => {
		list?.classList.add('d-none');
		return editor.open(name, structuredClone(content), version, isChanged);
	};
	const editor = initEditor(desk, () => {
		list?.classList.remove('d-none');
		at<HTMLButtonElement>('[data-action="new-checklist"]')?.focus();
	});
	const importing = initImport(desk, async (name, content) => {
		const version = profiles().find(profile => profile.id === name)?.version ?? 0;
		await open(name, content, version, true);
	});

	function showForm(isShown: boolean): void {
		form?.classList.toggle('d-none', !isShown);
		at('[data-action="new-checklist"]')?.setAttribute('aria-expanded', String(isShown));
		if (isShown) {
			importing.close();
			title?.focus();
		}
	}
	async function startNew(profile: Profile | null): Promise<void> {
		copied = profile;
		const heading = at('[data-role="checklist-new-heading"]');
		if (heading && title && id) {
			heading.textContent = profile ? await say('admin/plugins/forum-terms:checklist.copy-of', titleOf(profile)) :
				await say('admin/plugins/forum-terms:checklist.new');
			title.value = profile ? `${titleOf(profile)} 2` : '';
			id.value = profile ? idFrom(`${profile.id}-2`) : '';
		}
		showForm(true);
	}
	async function begin(): Promise<void> {
		if (!id || !title) {
			return;
		}
		const isFree = () => isProfileId(id.value) && !profiles().some(profile => profile.id === id.value);
		if (!isFree()) {
			showProblem(id, await say(isProfileId(id.value) ? 'admin/plugins/forum-terms:checklist.id-taken' :
				'admin/plugins/forum-terms:checklist.id-wrong'), isFree);
			return;
		}
		const content: Content = structuredClone(copied ?? { kind: 'standard', title: {}, items: [] });
		content.title = { ...content.title, [config.userLang]: title.value };
		showForm(false);
		await open(id.value, contentOf(content), 0, true);
	}
	async function remove(profile: Profile): Promise<void> {
		if (await confirmed(await say('admin/plugins/forum-terms:checklist.remove-confirm', titleOf(profile)))) {
			await request('DELETE', `/admin/checklists/${encodeURIComponent(profile.id)}`);
			await desk.profilesChanged();
			alerts.success(await say('admin/plugins/forum-terms:checklist.removed', titleOf(profile)));
		}
	}
	async function rowOf(profile: Profile): Promise<HTMLElement> {
		const root = templatePart(section, 'checklist-profile', `checklist-profile-${profile.id}`);
		root.dataset.profile = profile.id;
		const inRow = (selector: string) => root.querySelectorAll<HTMLElement>(selector);
		inRow('[data-role="title"]').forEach((node) => { node.textContent = titleOf(profile); });
		const facts = await say('admin/plugins/forum-terms:checklist.facts', profile.id, profile.version, profile.items.length);
		inRow('[data-role="facts"]').forEach((node) => { node.textContent = facts; });
		inRow('[data-role="security"]').forEach(node => node.classList.toggle('d-none', profile.kind !== 'security'));
		inRow('[data-role="actions"]').forEach(node => node.setAttribute('aria-label', titleOf(profile)));
		inRow('[data-file]').forEach(node =>
			node.setAttribute('href', `${files()}/${profile.id}/file.${node.dataset.file ?? ''}`));
		const { id, version } = profile;
		const onClick = (action: string, work: () => Promise<void>) => inRow(`[data-action="${action}"]`)
			.forEach(node => node.addEventListener('click', () => attempt(work)));
		onClick('edit', () => open(id, contentOf(profile), version, false));
		onClick('duplicate', () => startNew(profile));
		onClick('remove', () => remove(profile));
		return root;
	}

	at('[data-action="new-checklist"]')?.addEventListener('click', () => {
		const isOpen = !form?.classList.contains('d-none');
		attempt(async () => (isOpen ? showForm(false) : startNew(null)));
	});
	at('[data-action="import-checklist"]')?.addEventListener('click', () => showForm(false));
	title?.addEventListener('input', () => {
		if (id && !copied) {
			id.value = idFrom(title.value);
		}
	});
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(begin);
	});
	return {
		async show() {
			at('[data-role="checklist-profiles"]')?.replaceChildren(...await Promise.all(profiles().map(rowOf)));
			at('[data-role="checklist-none"]')?.classList.toggle('d-none', profiles().length > 0);
		},
	};
}
