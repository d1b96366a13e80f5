import { languageToken } from '../../kernel/refusals/message';
import type { Host } from '../../kernel/host/ports';
import { named } from '../../platform/people';
import type { Effect } from './effect';
import type { Restriction, RestrictionEvent } from './restriction';
import { scopeName } from './scope';

/** A restriction as staff see it. */
export interface RestrictionView extends Omit<Restriction, 'moderated' | 'reporters'> {
	username: string;
	userslug: string;
	byName: string;
	endedByName: string;
	scopeName: string;
}

/** With the names of all people; one read. */
export async function restrictionViews(
	restrictions: readonly Restriction[], members: Host['members'],
): Promise<RestrictionView[]> {
	const nameOf = await named(members, restrictions.flatMap(({ uid, by, ended }) => [uid, by, ended?.by ?? 0]));
	return restrictions.map(({ moderated: _noted, reporters: _hidden, ...one }) => ({
		...one, scopeName: scopeName(one.scope), username: nameOf(one.uid).username,
		userslug: nameOf(one.uid).userslug, byName: nameOf(one.by).username,
		endedByName: nameOf(one.ended?.by ?? 0).username,
	}));
}

/** Its events, with names. */
export async function eventViews(events: readonly RestrictionEvent[], members: Host['members']) {
	const nameOf = await named(members, events.map(({ by }) => by));
	return events.map(event => ({ ...event, byName: nameOf(event.by).username }));
}

/** Effects with their sentence, `restriction.effect.<kind>`, in the reader's language. */
export async function effectViews(
	effects: readonly Effect[], language: string, translate: Host['translate'],
): Promise<(Effect & { message: string })[]> {
	const keyOf = ({ kind, what }: Effect) => (kind === 'return' && what === 'stays' ? 'return-stays' : kind);
	return Promise.all(effects.map(async effect => ({
		...effect,
		message: await translate(
			languageToken(`forum-terms:restriction.effect.${keyOf(effect)}`, [String(effect.count)]), language),
	})));
}

/** What the member reads: neither the staff's note nor who decided. */
export function statementOf(restriction: Restriction) {
	const { id, scope, at, from, until, clause, cause, target, termsVersion, evidence, reason, state } = restriction;
	const { ended, appeal } = restriction;
	return {
		id, scope, scopeName: scopeName(scope), decidedAt: at, from, until, clause: clause ?? '', cause,
		target: target ?? '', termsVersion, evidence, reason, state,
		ended: ended && { why: ended.why, at: ended.at, reason: ended.reason },
		appeal: appeal && {
			text: appeal.text, at: appeal.at, state: appeal.state, answer: appeal.answer,
			// Another person decides about an appeal; if there is nobody else, the member is told.
			isAlone: appeal.isAlone === true,
		},
	};
}
