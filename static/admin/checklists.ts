import * as alerts from 'alerts';
import * as api from 'api';
import { element, say } from 'forum-terms/dom';

interface Profile { id: string; version: number; kind: string; title: object; items: object[] }
interface Release { version: string; since: number }
interface Knowledge { releases: Release[]; graceDays: number; staleDays: number; trunks: object[]; phones: object[] }
interface Places { topics: Record<string, string>; replies: Record<string, string> }
interface Checklists { profiles: Profile[]; places: Places; knowledge: Knowledge & { reviewedAt: number } }
interface Category { cid: number; name: string }

const base = '/plugins/forum-terms/admin';
const kinds = ['topics', 'replies'] as const;

/** Which category asks what, what is known of the phone system, and the profiles as data. */
export function initChecklists(root: HTMLElement): void {
	const section = root.querySelector<HTMLElement>('[data-role="checklists"]');
	const at = <T extends HTMLElement>(selector: string) => section?.querySelector<T>(selector) ?? null;
	const field = (name: string) => at<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`);
	let profiles: Profile[] = [];
	let knowledge: Knowledge = { releases: [], graceDays: 14, staleDays: 90, trunks: [], phones: [] };

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
	const onSubmit = (role: string, work: () => Promise<void>) => {
		at<HTMLFormElement>(`form[data-role="${role}"]`)?.addEventListener('submit', (event) => {
			event.preventDefault();
			attempt(async () => {
				await work();
				alerts.success(await say('admin/plugins/forum-terms:checklist.saved'));
			});
		});
	};

	async function rowOf({ cid, name }: Category, places: Places): Promise<HTMLElement> {
		const [inherited, nothing] = await Promise.all(['inherited', 'nothing']
			.map(choice => say(`admin/plugins/forum-terms:checklist.${choice}`)));
		const selects = await Promise.all(kinds.map(async (kind) => {
			const select = element('select', {
				class: 'form-select form-select-sm', 'data-cid': String(cid), 'data-kind': kind,
				'aria-label': `${name}: ${await say(`admin/plugins/forum-terms:checklist.${kind}`)}`,
			}, new Option(inherited, ''), new Option(nothing, 'none'),
			...profiles.map(profile => new Option(profile.id, profile.id)));
			select.value = places[kind][String(cid)] ?? '';
			return element('td', {}, select);
		}));
		return element('tr', {}, element('th', { scope: 'row', class: 'fw-normal' }, name), ...selects);
	}
	function showProfile(): void {
		const found = profiles.find(({ id }) => id === field('profile')?.value);
		const area = field('items');
		if (area && found) {
			const { kind, title, items } = found;
			area.value = JSON.stringify({ kind, title, items }, null, 2);
		}
	}
	function showKnowledge(): void {
		const { releases, graceDays, staleDays, trunks, phones } = knowledge;
		const values: Record<string, string> = {
			latest: releases.at(-1)?.version ?? '', graceDays: String(graceDays), staleDays: String(staleDays),
			lists: JSON.stringify({ trunks, phones }, null, 2),
		};
		for (const [name, value] of Object.entries(values)) {
			const input = field(name);
			if (input) {
				input.value = value;
			}
		}
	}
	async function load(): Promise<void> {
		const [lists, { categories }] = await Promise.all([
			api.get<Checklists>(`${base}/checklists`), api.get<{ categories: Category[] }>('/categories'),
		]);
		({ profiles } = lists);
		const { releases, graceDays, staleDays, trunks, phones } = lists.knowledge;
		knowledge = { releases, graceDays, staleDays, trunks, phones };
		showKnowledge();
		const rows = await Promise.all(categories.filter(({ cid }) => cid > 0).map(row => rowOf(row, lists.places)));
		at('[data-role="checklist-categories"]')?.replaceChildren(...rows);
		at('[data-role="checklist-names"]')?.replaceChildren(...profiles.map(({ id }) => new Option(id, id)));
		const name = field('profile');
		if (name && name.value === '') {
			name.value = profiles[0]?.id ?? '';
		}
		showProfile();
	}

	/** A version that was not the latest before is out since now; its days of grace begin. */
	function releasesWith(latest: string): Release[] {
		const { releases } = knowledge;
		return latest === '' ? [] : releases.at(-1)?.version === latest ? releases :
			[...releases, { version: latest, since: Date.now() }];
	}

	field('profile')?.addEventListener('change', showProfile);
	onSubmit('checklist-places', async () => {
		const chosen = (kind: string) => Object.fromEntries(
			[...section?.querySelectorAll<HTMLSelectElement>(`select[data-kind="${kind}"]`) ?? []]
				.filter(({ value }) => value !== '').map(select => [select.dataset.cid ?? '', select.value]));
		await api.put(`${base}/checklist-places`, { topics: chosen('topics'), replies: chosen('replies') });
	});
	onSubmit('checklist-knowledge', async () => {
		const lists = JSON.parse(field('lists')?.value ?? '{}') as Partial<Knowledge>;
		knowledge = await api.put<Knowledge>(`${base}/checklist-knowledge`, {
			releases: releasesWith(field('latest')?.value.trim() ?? ''),
			graceDays: Number(field('graceDays')?.value), staleDays: Number(field('staleDays')?.value), ...lists,
		});
		showKnowledge();
	});
	onSubmit('checklist-profile', async () => {
		const content = JSON.parse(field('items')?.value ?? '{}') as object;
		await api.put(`${base}/checklists/${encodeURIComponent(field('profile')?.value ?? '')}`, content);
		await load();
	});
	const tab = root.querySelector('#tab-checklists');
	if (tab?.classList.contains('active')) {
		attempt(load);
	} else {
		tab?.addEventListener('shown.bs.tab', () => attempt(load), { once: true });
	}
}
