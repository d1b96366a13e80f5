import { element, say } from 'forum-terms/kit/dom';
import type { Strike } from 'forum-terms/partners/member/strike-model';

const day = (at: number) => new Date(at).toLocaleDateString(config.userLang, { dateStyle: 'medium' });
export const minute = (at: number): string =>
	new Date(at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });

const tones: Record<string, string> = { open: 'border-warning', answered: 'border-info', counts: 'border-danger' };

/** The current effect of a strike, and when that changes, as a sentence. */
function thenSentence({ state, weight, points, halvesAt, expiresAt, answerBy }: Strike): Promise<string> {
	switch (state) {
		case 'open': return say('forum-terms:partner.strike.then.open', minute(answerBy));
		case 'counts': return weight === points && Date.now() < halvesAt ?
			say('forum-terms:partner.strike.then.counts', weight, day(halvesAt), day(expiresAt)) :
			say('forum-terms:partner.strike.then.fading', weight, day(expiresAt));
		case 'expired': return say('forum-terms:partner.strike.then.expired', day(expiresAt));
		default: return say(`forum-terms:partner.strike.then.${state}`);
	}
}

export const quote = (head: string, words: string, role: string) => element('div', { class: 'border-start ps-3 mb-2', 'data-role': role },
	element('p', { class: 'text-muted text-sm mb-0' }, head),
	element('p', { class: 'text-break mb-0 forum-terms-words' }, words));

/** Those affected may read the forum's staff instead of a name. */
export const decider = async (name: string) => name || say('forum-terms:statement.by-staff');

async function clauseHeading({ clause }: Strike): Promise<HTMLElement> {
	const name = await say(`forum-terms:strike.clause.${clause.replace('.', '-')}`);
	return element('h3', { class: 'fs-6 fw-semibold mb-0 text-break' },
		clause === 'definitions' ? name : await say('forum-terms:partner.strike.title', clause, name));
}

/** Everything recorded about a strike; callers add the buttons. */
export async function strikeRow(strike: Strike): Promise<HTMLElement> {
	const { id, pid, clause, points, username, reason, byName, at, state, answer, decision } = strike;
	const anchor = `#clause-${clause.replace('.', '-')}`;
	const row = element('li', { class: 'list-group-item p-3', 'data-strike': String(id), 'data-state': state, tabindex: '-1' },
		element('div', { class: 'd-flex flex-wrap gap-2 align-items-center mb-1' }, await clauseHeading(strike),
			element('span', { class: `badge border ${tones[state] ?? ''} text-body fw-normal` },
				await say(`forum-terms:partner.strike.state.${state}`)),
			element('span', { class: 'badge border text-body fw-normal' },
				await say('forum-terms:partner.strike.points', points))),
		element('p', { class: 'text-muted text-sm mb-2 d-flex flex-wrap column-gap-3' },
			element('a', { href: `${config.relative_path}/post/${pid}` }, await say('forum-terms:partner.strike.post', username)),
			element('a', { href: `${config.relative_path}/forum-terms${anchor}` }, await say('forum-terms:partner.strike.clause')),
			element('span', {}, await say('forum-terms:partner.strike.by', await decider(byName), day(at)))),
		element('p', { class: 'text-break mb-2 forum-terms-words', 'data-role': 'reason' }, reason));
	if (answer) {
		row.append(quote(await say('forum-terms:partner.strike.answer', day(answer.at)), answer.text, 'answer'));
	}
	if (decision) {
		const key = decision.counts ? 'counts' : 'withdrawn';
		row.append(quote(await say(`forum-terms:partner.strike.decision.${key}`, await decider(decision.byName), day(decision.at)),
			decision.reason, 'decision'));
		if (decision.isAlone) {
			row.append(element('p', { class: 'text-muted text-sm', 'data-role': 'alone' },
				await say('forum-terms:partner.strike.alone')));
		}
	}
	row.append(element('p', { class: 'mb-0', 'data-role': 'then' }, await thenSentence(strike)));
	return row;
}
