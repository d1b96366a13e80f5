import * as api from 'api';
import { element, say } from 'forum-terms/dom';

interface Strike {
	id: number; pid: string; username: string; clause: string; points: number; reason: string; at: number;
	state: string;
}
interface Answer { strikes: Strike[]; standing: { points: number; people: number; stage: string } }

async function line({ pid, username, clause, points, reason, at }: Strike): Promise<HTMLElement> {
	const when = new Date(at);
	return element('li', { class: 'list-group-item' },
		element('a', { class: 'fw-semibold', href: `${config.relative_path}/post/${pid}` },
			await say('forum-terms:partner.strike', clause, points)),
		element('span', { class: 'd-block text-muted text-sm' }, `${username} · `,
			element('time', { datetime: when.toISOString() }, when.toLocaleDateString(config.userLang))),
		element('span', { class: 'd-block text-break' }, reason));
}

/** Strikes and standing of the account, where somebody counts them; a friendly word where nobody does. */
export async function fillStrikes(section: HTMLElement, partner: string): Promise<void> {
	const state = section.querySelector('[data-role="strikes-state"]');
	const answer = await api.get<Answer>(`/plugins/forum-terms/partners/${partner}/strikes`).catch(() => null);
	if (!state) {
		return;
	}
	if (!answer) {
		state.textContent = await say('forum-terms:partner.strikes-uncounted');
		return;
	}
	const { strikes, standing } = answer;
	state.textContent = strikes.length === 0 ? await say('forum-terms:partner.strikes-none') :
		await say('forum-terms:partner.strikes-standing', standing.points, standing.people);
	section.append(element('ul', { class: 'list-group' }, ...await Promise.all(strikes.map(line))));
}
