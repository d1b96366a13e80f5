import * as alerts from 'alerts';
import * as api from 'api';
import { element, say } from 'forum-terms/dom';

interface Profile { id: string; version: number; items: object[] }
interface Checklists { profiles: Profile[]; places: Record<string, string>; latest: string }
interface Category { cid: number; name: string }

const base = '/plugins/forum-terms/admin';

/** Which category asks what before a new topic, and the profiles as data. */
export function initChecklists(root: HTMLElement): void {
	const section = root.querySelector<HTMLElement>('[data-role="checklists"]');
	const at = <T extends HTMLElement>(selector: string) => section?.querySelector<T>(selector) ?? null;
	let profiles: Profile[] = [];

	const attempt = (work: () => Promise<void>) => {
		const problem = at('[data-role="checklist-problem"]');
		problem?.classList.add('d-none');
		work().catch((error: unknown) => {
			if (problem) {
				problem.textContent = error instanceof Error ? error.message : String(error);
				problem.classList.remove('d-none');
				problem.focus();
			}
		});
	};

	function rowOf({ cid, name }: Category, chosen: string): HTMLElement {
		const id = `checklist-category-${cid}`;
		const select = element('select', { class: 'form-select form-select-sm', id, 'data-cid': String(cid) },
			new Option('–', ''), ...profiles.map(profile => new Option(profile.id, profile.id)));
		select.value = chosen;
		return element('div', { class: 'col d-flex gap-2 align-items-center' },
			element('label', { class: 'me-auto', for: id }, name), element('div', {}, select));
	}
	function showProfile(): void {
		const name = at<HTMLInputElement>('[name="profile"]')?.value;
		const found = profiles.find(({ id }) => id === name);
		const area = at<HTMLTextAreaElement>('[name="items"]');
		if (area && found) {
			area.value = JSON.stringify(found.items, null, 2);
		}
	}
	async function load(): Promise<void> {
		const [lists, { categories }] = await Promise.all([
			api.get<Checklists>(`${base}/checklists`), api.get<{ categories: Category[] }>('/categories'),
		]);
		({ profiles } = lists);
		const latest = at<HTMLInputElement>('[name="latest"]');
		if (latest) {
			latest.value = lists.latest;
		}
		at('[data-role="checklist-categories"]')?.replaceChildren(...categories.filter(({ cid }) => cid > 0)
			.map(category => rowOf(category, lists.places[String(category.cid)] ?? '')));
		at('[data-role="checklist-names"]')?.replaceChildren(...profiles.map(({ id }) => new Option(id, id)));
		const name = at<HTMLInputElement>('[name="profile"]');
		if (name && name.value === '') {
			name.value = profiles[0]?.id ?? '';
		}
		showProfile();
	}

	at('[name="profile"]')?.addEventListener('change', showProfile);
	at<HTMLFormElement>('form[data-role="checklist-places"]')?.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(async () => {
			const selects = [...section?.querySelectorAll<HTMLSelectElement>('select[data-cid]') ?? []];
			await api.put(`${base}/checklist-places`, {
				latest: at<HTMLInputElement>('[name="latest"]')?.value ?? '',
				places: Object.fromEntries(selects.filter(({ value }) => value !== '')
					.map(select => [select.dataset.cid ?? '', select.value])),
			});
			alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
		});
	});
	at<HTMLFormElement>('form[data-role="checklist-profile"]')?.addEventListener('submit', (event) => {
		event.preventDefault();
		attempt(async () => {
			const name = at<HTMLInputElement>('[name="profile"]')?.value ?? '';
			const items = JSON.parse(at<HTMLTextAreaElement>('[name="items"]')?.value ?? '[]') as object[];
			await api.put(`${base}/checklists/${encodeURIComponent(name)}`, { items });
			await load();
			alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
		});
	});
	const tab = root.querySelector('#tab-checklists');
	if (tab?.classList.contains('active')) {
		attempt(load);
	} else {
		tab?.addEventListener('shown.bs.tab', () => attempt(load), { once: true });
	}
}
