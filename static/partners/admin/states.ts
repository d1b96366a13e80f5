import type { State } from 'forum-terms/partners/admin/desk';
import { element, say } from 'forum-terms/kit/dom';

const looks: Record<State, string> = {
	suspended: 'text-bg-danger', ownerless: 'text-bg-warning', 'no-level': 'text-bg-secondary', 'unknown-level': 'text-bg-warning',
};

/** What needs an administrator's attention, as badges. */
export async function stateBadges(states: readonly State[]): Promise<HTMLElement[]> {
	return Promise.all(states.map(async state => element('span', { class: `badge me-1 ${looks[state]}` },
		await say(`admin/plugins/forum-terms:partner.state.${state}`))));
}
