import { element, say } from 'forum-terms/kit/dom';

/** One effect as the server sends it (lib/access/restriction/effect.ts). */
export interface Effect {
	kind: string; what: 'ends' | 'hides' | 'asks' | 'stays'; count: number; names: string[]; isReversible: boolean; message: string;
}

const icons = { ends: 'fa-circle-xmark', hides: 'fa-eye-slash', asks: 'fa-circle-question', stays: 'fa-circle-check' };

async function line({ kind, message, names, count, isReversible, what }: Effect): Promise<HTMLElement> {
	// A partner account has a company name and a number of people.
	const unnamed = names.length === 0 || kind === 'partner' ? 0 : Math.max(0, count - names.length);
	const more = unnamed > 0 ? ` ${await say('forum-terms:restriction.more-names', unnamed)}` : '';
	const isGone = !isReversible && (what === 'ends' || what === 'hides');
	return element('li', {}, message,
		...names.length > 0 ? [element('span', { class: 'd-block text-sm text-muted text-break' }, names.join(', '), more)] : [],
		...isGone ? [' ', element('span', { class: 'badge border border-warning text-body fw-normal' },
			await say('forum-terms:restriction.irreversible'))] : []);
}

/** The effects in four lists: what ends, what is hidden, what needs a decision, what stays. */
export async function effectLists(effects: readonly Effect[]): Promise<HTMLElement[]> {
	const groups = (['ends', 'hides', 'asks', 'stays'] as const)
		.map(what => ({ what, shown: effects.filter(effect => effect.what === what) }))
		.filter(({ shown }) => shown.length > 0);
	return Promise.all(groups.map(async ({ what, shown }) => element('section', { class: 'mb-3', 'data-group': what },
		element('h4', { class: 'fs-6 fw-semibold mb-1' },
			element('i', { class: `fa fa-fw ${icons[what]}`, 'aria-hidden': 'true' }), ' ',
			await say(`forum-terms:restriction.group.${what}`)),
		element('ul', { class: 'mb-0' }, ...await Promise.all(shown.map(line))))));
}
