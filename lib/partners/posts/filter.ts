import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { positionIn } from '../../platform/cursor';
import { postStates } from './state';
import type { PostFilter } from './staff-posts';

const dayMs = 86_400_000;

/** Milliseconds, or a day as forms send it (`2026-01-31`); null if neither. */
function momentIn(text: string, isEnd: boolean): number | null {
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
		const day = Date.parse(`${text}T00:00:00Z`);
		return Number.isNaN(day) ? null : day + (isEnd ? dayMs - 1 : 0);
	}
	return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The filter of a query; empty fields are ignored, an invalid one is refused by name. */
export function postFilter(query: Record<string, string | undefined>): Outcome<PostFilter> {
	const before = positionIn(query, 'before');
	if (!before.ok) {
		return before;
	}
	const filter: PostFilter = before.value ? { before: before.value } : {};
	for (const name of ['uid', 'cid'] as const) {
		const text = query[name] ?? '';
		if (text !== '') {
			if (!/^\d{1,15}$/.test(text)) {
				return refused(refuse('body-invalid', [name, '0-9'], { field: name, clause: '4.12' }));
			}
			filter[name] = Number(text);
		}
	}
	for (const name of ['from', 'to'] as const) {
		const text = query[name] ?? '';
		const moment = text === '' ? undefined : momentIn(text, name === 'to');
		if (moment === null) {
			return refused(refuse('body-invalid', [name, 'YYYY-MM-DD'], { field: name, clause: '4.12' }));
		}
		if (moment !== undefined) {
			filter[name] = moment;
		}
	}
	if (query.state) {
		const state = postStates.find(known => known === query.state);
		if (!state) {
			return refused(refuse('body-invalid', ['state', postStates.join(' / ')], { field: 'state', clause: '4.12' }));
		}
		filter.state = state;
	}
	return done(filter);
}
