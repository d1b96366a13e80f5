import * as alerts from 'alerts';
import * as api from 'api';
import { drawDecisions } from 'forum-terms/terms/admin/chart';
import { whenOpened } from 'forum-terms/kit/desk-section';
import { element, say } from 'forum-terms/kit/dom';

interface Row { uid: number; username: string; userslug: string; state: string; version: string; at: number }
interface Page { members: Row[]; cursor: number | null }

async function rowOf({ username, userslug, state, version, at }: Row): Promise<HTMLElement> {
	const when = at > 0 ? new Date(at).toLocaleString(config.userLang) : '';
	return element('tr', {},
		element('td', {}, element('a', { href: `${config.relative_path}/user/${userslug}` }, username)),
		element('td', {}, await say(`forum-terms:state.${state}`)),
		element('td', {}, version), element('td', {}, when));
}

/** "Who has and has not accepted", a page at a time. */
export function initMembers(section: HTMLElement): void {
	const body = section.querySelector<HTMLElement>('[data-role="members"]');
	const state = section.querySelector<HTMLSelectElement>('[data-role="members-state"]');
	const more = section.querySelector<HTMLElement>('[data-action="more-members"]');
	const none = section.querySelector<HTMLElement>('[data-role="members-none"]');
	let cursor: number | null = null;

	async function load(from: number | null): Promise<void> {
		const query: Record<string, string> = {
			...(state?.value ? { state: state.value } : {}), ...(from ? { cursor: String(from) } : {}),
		};
		const page = await api.get<Page>(`/plugins/forum-terms/admin/terms/${section.dataset.document ?? ''}/members`, query);
		const rows = await Promise.all(page.members.map(rowOf));
		if (from === null) {
			body?.replaceChildren();
		}
		body?.append(...rows);
		cursor = page.cursor;
		more?.classList.toggle('d-none', cursor === null);
		none?.classList.toggle('d-none', (body?.childElementCount ?? 0) > 0);
	}
	const show = (from: number | null) => {
		load(from).catch((error: unknown) => alerts.error(error as Error));
	};
	section.querySelector('[data-action="load-members"]')?.addEventListener('click', () => show(null));
	state?.addEventListener('change', () => show(null));
	more?.addEventListener('click', () => show(cursor));
	whenOpened(section, 'tab-members', () => {
		show(null);
		drawDecisions(section).catch((error: unknown) => console.error('[forum-terms] chart', error));
	});
}
