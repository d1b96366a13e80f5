import * as alerts from 'alerts';
import * as api from 'api';
import { confirmed } from 'forum-terms/kit/dialog';
import { say } from 'forum-terms/kit/dom';
import { attemptIn, isShownAtField, tellIn } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { forecastOf } from 'forum-terms/terms/admin/forecast';
import { comparisonOf } from 'forum-terms/terms/admin/comparison';
import { clauseList, type DraftClauses } from 'forum-terms/terms/admin/clause-list';
import { draftForm, type DraftForm } from 'forum-terms/terms/admin/draft-form';
import { askToPublish, hasChangelog } from 'forum-terms/terms/admin/publish';

/** Draft, preview, comparison, publish. Shows the server's own sentence for errors. */
export function initDraft(section: HTMLElement): void {
	const formElement = section.querySelector<HTMLFormElement>('form[data-role="draft"]');
	if (!formElement) {
		return;
	}
	const form: DraftForm = draftForm(formElement);
	const at = (selector: string) => section.querySelector<HTMLElement>(selector);
	const path = `/admin/terms/${section.dataset.document ?? ''}`;
	const base = `/plugins/forum-terms${path}`;
	let revision = Number(section.dataset.revision) || 0;
	let timer = 0;

	const problem = () => at('[data-role="problem"]');
	/** At its field, if the server names a visible one. */
	const attempt = attemptIn(problem, error => isShownAtField(formElement, error));

	async function preview(): Promise<void> {
		const region = at('[data-role="preview"]');
		const { html, ...read } = await api.post<{ html: string } & DraftClauses>(`${base}/preview`, { markdown: form.text() });
		if (region) {
			// Sanitised by the server.
			region.innerHTML = html;
		}
		at('[data-role="clauses"]')?.replaceChildren(...await clauseList(read));
	}
	async function save(): Promise<void> {
		const saved = await request<{ revision: number }>('PUT', `${path}/draft`, { ...form.read(), revision });
		({ revision } = saved);
		at('[data-role="unsaved"]')?.classList.add('d-none');
	}
	async function compare(): Promise<void> {
		const button = at('[data-action="compare"]');
		const isOpen = button?.getAttribute('aria-expanded') === 'true';
		button?.setAttribute('aria-expanded', String(!isOpen));
		at('[data-role="preview"]')?.classList.toggle('d-none', !isOpen);
		at('[data-role="comparison"]')?.classList.toggle('d-none', isOpen);
		if (!isOpen) {
			await save();
			at('[data-role="comparison"]')?.replaceChildren(await comparisonOf(section.dataset.document ?? '', form.language()));
		}
	}
	async function previewPage(): Promise<void> {
		// Opened synchronously in the click, or browsers would block it.
		const tab = window.open('about:blank');
		await save();
		const url = `${config.relative_path}/forum-terms/preview/${section.dataset.document ?? ''}?language=${form.language()}`;
		if (tab) {
			tab.location.href = url;
		} else {
			window.location.assign(url);
		}
	}
	async function forecast(): Promise<void> {
		await save();
		const box = at('[data-role="forecast"]');
		box?.replaceChildren(await forecastOf(section.dataset.document ?? ''));
		box?.classList.remove('d-none');
	}
	async function publish(): Promise<void> {
		const changelog = formElement?.querySelector<HTMLTextAreaElement>('[name="changelog"]') ?? null;
		if (!await hasChangelog(changelog, Number(section.dataset.versions) > 0)) {
			return;
		}
		await save();
		await preview();
		await askToPublish({
			document: section.dataset.document ?? '', revision, notice: form.read().notice, clauses: at('[data-role="clauses"]'),
			percent: Number(formElement?.querySelector<HTMLInputElement>('[name="percent"]')?.value ?? 100),
			mayRecord: section.dataset.enforcement === 'block',
		});
	}
	async function start(): Promise<void> {
		const current = section.dataset.current;
		if (current) {
			const { languages } = await api.get<{ languages: string[] }>(`/plugins/forum-terms/terms/${current}`);
			for (const language of languages) {
				const { markdown } = await api.get<{ markdown: string }>(`/plugins/forum-terms/terms/${current}`, { language });
				form.showLanguage(language);
				const area = formElement?.querySelector<HTMLTextAreaElement>(`textarea[data-language="${language}"]`);
				if (area) {
					area.value = markdown;
				}
			}
		} else {
			form.showLanguage(config.userLang);
		}
		formElement?.classList.remove('d-none');
		at('[data-role="no-draft"]')?.classList.add('d-none');
		form.focus();
		await preview();
	}
	async function discard(): Promise<void> {
		if (await confirmed(await say('admin/plugins/forum-terms:draft.discard-confirm'))) {
			await api.del(`${base}/draft`);
			alerts.success(await say('admin/plugins/forum-terms:draft.discarded'));
			ajaxify.refresh();
		}
	}
	function addLanguage(): Promise<void> {
		const field = at('[data-role="new-language"]');
		const input = field?.querySelector('input');
		if (field?.classList.contains('d-none')) {
			field.classList.remove('d-none');
			input?.focus();
		} else if (input?.value) {
			form.showLanguage(input.value.trim());
			field?.classList.add('d-none');
			input.value = '';
			form.focus();
		}
		return Promise.resolve();
	}

	const actions: Record<string, () => Promise<void>> = {
		'preview-page': previewPage, compare, forecast, publish, discard, 'start-draft': start, 'add-language': addLanguage,
	};
	section.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
		const action = actions[button?.dataset.action ?? ''];
		if (action) {
			attempt(action);
		}
	});
	formElement.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(async () => {
			await save();
			alerts.success(await say('admin/plugins/forum-terms:draft.saved'));
		});
	});
	formElement.addEventListener('input', () => {
		at('[data-role="unsaved"]')?.classList.remove('d-none');
		window.clearTimeout(timer);
		// Keeps the server's last message until the preview runs again.
		timer = window.setTimeout(() => void preview().catch((error: unknown) => tellIn(problem(), error)), 400);
	});
	at('[data-role="language"]')?.addEventListener('change', () => {
		form.showLanguage(form.language());
		attempt(preview);
	});
	if (form.language()) {
		form.showLanguage(form.language());
		attempt(preview);
	}
}
