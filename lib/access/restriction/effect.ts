import * as v from 'valibot';
import type {
	HeldGroup, HeldQueued, HeldReport, HeldScheduled, HeldToken, Holdings, HostStanding,
} from '../../kernel/host/member-access';
import type { MemberTies } from '../../kernel/offers/member-ties';
import { closesSecurityPlaces } from './contact';
import type { ContentFate, Restriction } from './restriction';
import { endsAct, scopeName } from './scope';
import type { Hideable } from './reach';

/** One step of starting a restriction, with everything needed to revert it. */
export type Step =
	| { kind: 'ban'; before: HostStanding['ban'] }
	| { kind: 'mute'; before: HostStanding['mute'] }
	| { kind: 'tokens'; tokens: readonly HeldToken[] }
	| { kind: 'sessions'; count: number }
	| { kind: 'groups'; groups: readonly HeldGroup[]; groupTitle: string }
	| { kind: 'privileges'; names: readonly string[] }
	| { kind: 'queued'; queued: readonly HeldQueued[] }
	| { kind: 'scheduled'; scheduled: readonly HeldScheduled[] }
	| { kind: 'reports'; reports: readonly HeldReport[] }
	/** `pids`, or all from `since` until the start; `left`: visible ones that the person who decided may not delete. */
	| { kind: 'posts'; count: number; left: number; pids: readonly string[]; since: number; isAll: boolean }
	| { kind: 'return' }
	| { kind: 'account'; partner: string; company: string; isOwner: boolean };

const [word, count] = [v.string(), v.number()];
const hostStanding = v.nullable(v.object({ until: count, reason: word }));
/** A step as stored in the journal. */
export const stepSchema: v.GenericSchema<unknown, Step> = v.variant('kind', [
	v.object({ kind: v.picklist(['ban', 'mute']), before: hostStanding }),
	v.object({
		kind: v.literal('tokens'), tokens: v.array(v.object({ token: word, description: word, timestamp: count })),
	}),
	v.object({ kind: v.literal('sessions'), count }),
	v.object({
		kind: v.literal('groups'), groups: v.array(v.object({ name: word, isOwner: v.boolean() })), groupTitle: word,
	}),
	v.object({ kind: v.literal('privileges'), names: v.array(word) }),
	v.object({
		kind: v.literal('queued'), queued: v.array(v.object({
			id: word, score: count, title: word, act: v.picklist(['topic', 'reply']), cid: count,
			fields: v.record(word, word),
		})),
	}),
	v.object({
		kind: v.literal('scheduled'),
		scheduled: v.array(v.object({ tid: count, title: word, cid: count, at: count })),
	}),
	v.object({
		kind: v.literal('reports'),
		reports: v.array(v.object({ id: word, state: v.picklist(['open', 'wip']), pid: word })),
	}),
	v.object({
		kind: v.literal('posts'), count, left: count, pids: v.array(word), since: count, isAll: v.boolean(),
	}),
	v.object({ kind: v.literal('return') }),
	v.object({ kind: v.literal('account'), partner: word, company: word, isOwner: v.boolean() }),
]);

/** An effect as a moderator reads it: what ends, what can be restored, what stays, what needs a decision. */
export interface Effect {
	kind: Step['kind'] | 'licences' | 'partner' | 'appeals' | 'content' | 'topics' | 'gate' | 'security';
	/** `ends`: taken from the member, `hides`: their posts, `asks`: needs a decision, `stays`: untouched. */
	what: 'ends' | 'hides' | 'asks' | 'stays';
	count: number;
	/** Names of some of it. */
	names: readonly string[];
	/** Lifting the restriction restores it exactly. */
	isReversible: boolean;
}

/** The facts to know before restricting a member. */
export interface Facts {
	holdings: Holdings;
	ties: MemberTies;
	/** Groups that the plugin manages: they follow from accounts and licences, which stay. */
	managedGroups: readonly string[];
	/** Number of their unanswered appeals. */
	openAppeals: number;
	/** Whether they may still post security reports. */
	hasSecurityPlace: boolean;
	/** Categories for security reports. */
	securityPlaces: readonly number[];
	/** Posts that would be hidden, if any. */
	hideable: Hideable;
	/** Categories with all subcategories, for a restriction to categories. */
	places: readonly number[];
}

type Planned = Pick<Restriction, 'scope' | 'content' | 'blockReturn' | 'until'>;

const isFilled = (step: Step): boolean => {
	switch (step.kind) {
		case 'tokens': return step.tokens.length > 0;
		case 'sessions': return step.count > 0;
		case 'groups': return step.groups.length > 0;
		case 'privileges': return step.names.length > 0;
		case 'queued': return step.queued.length > 0;
		case 'scheduled': return step.scheduled.length > 0;
		case 'reports': return step.reports.length > 0;
		case 'posts': return step.count > 0;
		default: return true;
	}
};

function postStep({ posts, since }: ContentFate, hideable: Hideable): Step[] {
	const isAll = posts === 'all' || posts === 'since';
	return posts === 'keep' ? [] : [{ kind: 'posts', since: posts === 'since' ? since : 0, isAll, ...hideable }];
}

/** Steps for queued and scheduled posts, if the scope ends writing them there. */
function waitingSteps(
	{ scope, content }: Planned, { holdings: { queued, scheduled }, places, securityPlaces }: Facts,
): Step[] {
	const ends = (act: 'topic' | 'reply', cid: number) => (typeof scope !== 'string' ? places.includes(cid) :
		endsAct(scope, act, []) && (closesSecurityPlaces(scope) || !securityPlaces.includes(cid)));
	const ended = {
		queued: queued.filter(({ act, cid }) => ends(act, cid)),
		scheduled: scheduled.filter(({ cid }) => ends('topic', cid)),
	};
	return [
		...content.queued === 'end' ? [{ kind: 'queued' as const, queued: ended.queued }] : [],
		...content.scheduled === 'end' ? [{ kind: 'scheduled' as const, scheduled: ended.scheduled }] : [],
	];
}

/** People decide what follows for the account: of an owner always, of others if they do not come back. */
function accountStep({ partner }: MemberTies, until: number): Step[] {
	const isOwner = partner?.role === 'owner';
	return partner && (isOwner || until === 0) ?
		[{ kind: 'account', partner: partner.id, company: partner.company, isOwner }] : [];
}

/** Everything that a NodeBB ban leaves in place and that has to end with it. */
function wholeSteps({ holdings, ties, managedGroups }: Facts, { blockReturn, until }: Planned): Step[] {
	return [
		{ kind: 'ban', before: holdings.ban },
		{ kind: 'tokens', tokens: holdings.tokens },
		{ kind: 'sessions', count: holdings.sessions },
		{
			kind: 'groups', groups: holdings.groups.filter(({ name }) => !managedGroups.includes(name)),
			groupTitle: holdings.groupTitle,
		},
		{ kind: 'privileges', names: holdings.privileges },
		{ kind: 'reports', reports: holdings.reports },
		...blockReturn ? [{ kind: 'return' as const }] : [],
		...accountStep(ties, until),
	];
}

/** The steps of a restriction, from what the member holds now; without empty steps. */
export function stepsOf(planned: Planned, facts: Facts): Step[] {
	const [{ holdings, places }, { scope, content }] = [facts, planned];
	const own = scope === 'forum' ? wholeSteps(facts, planned) :
		scope === 'writing' ? [{ kind: 'mute' as const, before: holdings.mute }] :
			typeof scope === 'string' ? [] : [{
				kind: 'privileges' as const,
				names: holdings.privileges.filter(name => places.some(cid => name.startsWith(`cid:${cid}:`))),
			}];
	return [...own, ...waitingSteps(planned, facts), ...postStep(content, facts.hideable)]
		.filter(isFilled);
}

/** A step as displayed, before and after. */
export function effectOf(step: Step): Effect {
	const shown = (what: Effect['what'], names: readonly string[], count = names.length, isReversible = true): Effect =>
		({ kind: step.kind, what, count, names: names.slice(0, 10), isReversible });
	switch (step.kind) {
		case 'tokens': return shown('ends', step.tokens.map(({ description }) => description || '–'));
		case 'sessions': return shown('ends', [], step.count, false);
		case 'groups': return shown('ends', step.groups.map(({ name }) => name));
		case 'privileges': return shown('ends', step.names.map(name => name.replace(':privileges:', ': ')));
		case 'queued': return shown('hides', step.queued.map(({ title }) => title));
		case 'scheduled': return shown('hides', step.scheduled.map(({ title }) => title));
		case 'reports': return shown('ends', [], step.reports.length);
		case 'posts': return shown('hides', [], step.count);
		case 'account': return shown('asks', [step.company], 1, false);
		default: return shown('ends', [], 1);
	}
}

/** What stays untouched, listed so that nobody has to guess. */
function remainsOf({ scope, content, blockReturn }: Planned, facts: Facts): Effect[] {
	const { holdings, ties } = facts;
	const stays = (kind: Effect['kind'], names: readonly string[], count = names.length): Effect =>
		({ kind, what: 'stays', count, names, isReversible: true });
	return [
		...content.posts === 'keep' ? [stays('content', [], holdings.posts)] :
			facts.hideable.left > 0 ? [stays('content', [], facts.hideable.left)] : [],
		// A topic whose first post is hidden stays for those who replied.
		...holdings.topics > 0 ? [stays('topics', [], holdings.topics)] : [],
		...ties.licences > 0 ? [stays('licences', [], ties.licences)] : [],
		...ties.partner ? [stays('partner', [ties.partner.company], ties.partner.people)] : [],
		...facts.openAppeals > 0 ? [stays('appeals', [], facts.openAppeals)] : [],
		...scopeName(scope) !== 'forum' && facts.hasSecurityPlace ? [stays('security', [], 1)] : [],
		...scope === 'forum' && !blockReturn ? [stays('return', [], 1)] : [],
	];
}

/** The gate comes first: it applies immediately, before any other step. */
export function effectsOf(planned: Planned, facts: Facts): Effect[] {
	const gate: Effect = { kind: 'gate', what: 'ends', count: 1, names: [], isReversible: true };
	return [gate, ...stepsOf(planned, facts).map(effectOf), ...remainsOf(planned, facts)];
}
