import { listed, minutePhrase } from '../../kernel/refusals/message';
import type { Fact } from '../../kernel/refusals/phrase';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import { closesSecurityPlaces } from './contact';
import type { Restriction } from './restriction';
import { endedBy, isRightEnded } from './rules';

/** What a member may still do under a restriction; the words are `forum-terms:access.open.<name>`. */
const stillOpen = ['read', 'topic', 'reply', 'chat'] as const;
type StillOpen = typeof stillOpen[number] | 'elsewhere';

/**
 * What a member's open restrictions still allow where they were refused; `path` is the category and its ancestors. The
 * forum's own privileges are not considered.
 */
export function leftOpen(
	found: Restriction, open: readonly Restriction[], path: readonly number[], now: number,
): StillOpen[] {
	const left = stillOpen.filter(name => (name === 'read' ? !isRightEnded('topics:read', open, path, now, false) :
		endedBy(name, open, path, now, false) === null));
	return typeof found.scope === 'string' ? left : [...left, 'elsewhere'];
}

interface More {
	/** Contact for security reports. */
	contact: string;
	/** Whether a text was to be posted; anything else is said in another sentence. */
	isPost: boolean;
	left: readonly StillOpen[];
	/** Address of the statement, which only the member can open; empty until they are notified. */
	statement: string;
}

const saidAhead: readonly Refusal['code'][] = ['access-writing-contact', 'access-restricted', 'access-restricted-until'];

/** The same before anything is written: there is no text yet that could be kept. */
export const ahead = (refusal: Refusal): Refusal =>
	(saidAhead.includes(refusal.code) && !refusal.sentence ? { ...refusal, sentence: 'ahead' } : refusal);

/** The refusal of a restricted member: until when, what they may still do, where to read why. */
export function accessRefusal(
	{ scope, until, clause }: Restriction, { contact, isPost, left, statement }: More,
): Refusal {
	const cited = clause ?? '6';
	const day = until > 0 ? [minutePhrase(until)] : [];
	const when = (kind: 'banned' | 'barred'): Fact =>
		({ key: `forum-terms:access.${kind}.${until > 0 ? 'until' : 'for-good'}`, facts: day });
	const way: Fact = statement ? { key: 'forum-terms:access.statement', facts: [statement] } : { key: 'forum-terms:access.statement-later' };
	const still: Fact = left.length > 0 ? { key: 'forum-terms:access.open', facts: [listed(left.map(name => ({ key: `forum-terms:access.open.${name}` })))] } :
		{ key: 'forum-terms:access.open-nothing' };
	const said = (...[code, ...facts]: [Refusal['code'], ...Fact[]]) => refuse(code, [cited, ...facts], { clause: cited });
	const isClosed = contact !== '' && closesSecurityPlaces(scope);
	if (scope === 'forum') {
		return isClosed ? said('access-ended-contact', contact, when('banned'), way) : said('access-ended', when('banned'), way);
	}
	if (isClosed) {
		return said('access-writing-contact', contact, when('barred'), still, way);
	}
	const part = until > 0 ? said('access-restricted-until', ...day, still, way) : said('access-restricted', still, way);
	return isPost ? part : { ...part, sentence: 'other' };
}
