import * as api from 'api';
import { drawDecisions } from 'forum-terms/terms/admin/chart';
import { whenOpened } from 'forum-terms/kit/desk-section';
import { growingList } from 'forum-terms/kit/list';
import { localMoment } from 'forum-terms/kit/local-time';
import { element, failed, say } from 'forum-terms/kit/dom';

interface Row { uid: number; username: string; userslug: string; state: string; version: string; at: number }
interface Page { members: Row[]; cursor: number | null }

async function rowOf({ username, userslug, state, version, at }: Row): Promise<HTMLElement> {
	const when = at > 0 ? localMoment(at) : '';
	const named = version ? await say('forum-terms:version.number-name', version.slice(version.lastIndexOf('-') + 1)) : '';
	// On a phone two columns have room: the others stand below the name.
	const below = [named, when].filter(text => text !== '').join(', ');
	return element('tr', {},
		element('td', { class: 'text-break' }, element('a', { href: `${config.relative_path}/user/${userslug}` }, username),
			element('div', { class: 'text-sm text-muted d-md-none' }, below)),
		element('td', {}, await say(`forum-terms:state.${state}`)),
		element('td', { class: 'd-none d-md-table-cell' }, named),
		element('td', { class: 'd-none d-md-table-cell text-nowrap' }, when));
}

/** Who has and has not accepted, page by page. */
export function initMembers(section: HTMLElement): void {
	const at = <T extends HTMLElement>(role: string) => section.querySelector<T>(`[data-role="${role}"]`);
	const state = at<HTMLSelectElement>('members-state');
	const attempt = (work: () => Promise<void>) => void work().catch(failed);
	const show = growingList({
		list: at('members'), more: section.querySelector<HTMLElement>('[data-action="more-members"]'), none: at('members-none'), attempt,
		async load(from) {
			const { members, cursor } = await api.get<Page>(
				`/plugins/forum-terms/admin/terms/${section.dataset.document ?? ''}/members`,
				{ ...state?.value ? { state: state.value } : {}, ...from ? { cursor: String(from) } : {} });
			return { rows: await Promise.all(members.map(rowOf)), next: cursor };
		},
	});
	section.querySelector('[data-action="load-members"]')?.addEventListener('click', () => attempt(show));
	state?.addEventListener('change', () => attempt(show));
	whenOpened(section, 'tab-members', () => {
		attempt(show);
		drawDecisions(section).catch((error: unknown) => console.error('[forum-terms] chart', error));
	});
}
