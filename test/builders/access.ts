import assert from 'node:assert/strict';
import type { Holdings } from '../../lib/kernel/host/member-access';
import type { MemberTies } from '../../lib/kernel/offers/member-ties';
import type { ClauseTexts } from '../../lib/kernel/offers/clause-texts';
import { decisionBook } from '../../lib/records/decisions/book';
import { accessServices } from '../../lib/access/services';
import { decisionSchema, type Decision, type Restriction } from '../../lib/access/restriction/restriction';
import { parse } from 'valibot';
import type { Host } from '../../lib/kernel/host/ports';
import { forumOf } from '../../lib/platform/forum/forum';
import { shownDeciders } from '../../lib/platform/decisions/shown-decider';
import { statementComposer } from '../../lib/platform/decisions/statement';
import { hostInMemory } from './host';

/** A decision as the wire would decode it. */
export function decision(more: object): Decision {
	return parse(decisionSchema, { uid: 7, scope: 'forum', clause: '4.1', ...more });
}

/** Somebody with a bit of everything. */
export function richHoldings(more: Partial<Holdings> = {}): Holdings {
	return {
		ban: null, mute: null, sessions: 2, topics: 1, posts: 3,
		groupTitle: '["Testers"]',
		groups: [{ name: 'Testers', isOwner: true }, { name: 'Global Moderators', isOwner: false }],
		privileges: ['cid:5:privileges:moderate', 'cid:6:privileges:topics:create'],
		tokens: [{ token: 'secret', description: 'script', timestamp: 5 }],
		queued: [
			{ id: 'reply-1', score: 1, title: 'A', act: 'reply', cid: 5, fields: { uid: '7', type: 'reply' } },
			{ id: 'topic-2', score: 2, title: 'B', act: 'topic', cid: 6, fields: { uid: '7', type: 'topic' } },
		],
		scheduled: [{ tid: 9, title: 'Later', cid: 6, at: 9e12 }],
		reports: [{ id: '3', state: 'open', pid: '' }],
		...more,
	};
}

/** The slice over a host in memory, with everything a test looks at. */
export function accessGround(holdings: Holdings = richHoldings()) {
	const ground = hostInMemory();
	const { all } = ground.host.categories;
	// The categories of `richHoldings` are there, besides what a test makes.
	ground.host.categories.all = async () => {
		const made = await all();
		return [...made, ...[5, 6].filter(cid => !purged.has(cid) && !made.some(one => one.cid === cid)).map(cid => ({
			cid, key: '', name: `c${cid}`, description: '', parentCid: 0, order: cid, icon: '', background: '#111111',
			colour: '#ffffff', isSection: false, isDisabled: false, link: '', template: '', postQueue: false, tags: [], minTags: 0, maxTags: 5,
		}))];
	};
	/** Categories that are purged. */
	const purged = new Set<number>();
	const { standing: forum, time } = ground;
	const tied = new Map<number, MemberTies>();
	const questions: string[] = [];
	const endedDomains = new Set<string>();
	const security = new Set<number>();
	forum.held.set(7, structuredClone(holdings));
	/** The version in force. */
	const terms = { version: 'forum-1' };
	const clauses: ClauseTexts = {
		inForce: async clause => ({
			document: 'forum', version: terms.version, language: 'en-GB', hash: clause ? `${clause} of ${terms.version}` : '',
		}),
		text: async (version, clause, language) => ({ heading: '', text: `${clause} of ${version}`, language }),
	};
	const books = (host: Host) => decisionBook({ host, secret: async () => 'secret', clauses });
	const process = (host: Host, book = books(host)) => ({ book, ...accessServices(host, {
		...forumOf(host), secret: async () => 'secret',
	}, {
		book, composer: statementComposer({
			clauses, nameOf: async id => ({ key: 'forum-terms:version.unknown', facts: [id] }),
			deciders: shownDeciders(forumOf(host)), host,
		}),
		ties: {
			ties: async uid => tied.get(uid) ?? { partner: null, licences: 0 },
			areColleagues: async (one, other) => {
				const [own, theirs] = [one, other].map(uid => tied.get(uid)?.partner?.id);
				return own !== undefined && own === theirs;
			},
			ask: async (partner, { uid }, restriction) => void questions.push(`${partner} ${uid} ${restriction}`),
			restored: async (partner, uid, restriction) => void questions.push(`${partner} ${uid} ${restriction} restored`),
			referral: async () => null,
			isDomainEnded: async domain => endedDomains.has(domain),
		},
		managedGroups: async () => ['Partners'],
		securityCategories: async () => [...security],
		isSecurityPlace: async ({ cid }) => security.has(Number(cid)),
	}) });
	return {
		...process(ground.host), ...ground, terms, process,
		forum, time, tied, questions, endedDomains, security, purged,
	};
}

/** What can be compared before and after: sessions do not come back, and order means nothing. */
export function comparable(holdings: Holdings | undefined) {
	const { sessions: _gone, ...rest } = holdings ?? assert.fail();
	const sorted = <T>(list: readonly T[]) =>
		[...list].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
	return {
		...rest, groups: sorted(rest.groups), privileges: sorted(rest.privileges), queued: sorted(rest.queued),
		scheduled: sorted(rest.scheduled),
	};
}

/** A decision of administrator 1 about member 7 that went through. */
export async function restricted(
	{ restrictions }: Pick<ReturnType<typeof accessGround>, 'restrictions'>, more: object = {},
): Promise<Restriction> {
	const outcome = await restrictions.restrict(decision(more), 1);
	assert.ok(outcome.ok, JSON.stringify(outcome));
	return outcome.value;
}

/** Keys of all groups and tokens that whoever gives access back is asked about. */
export async function everyClaim({ restrictions }: ReturnType<typeof accessGround>, id: number): Promise<string[]> {
	const found = await restrictions.read(id, 1);
	return found.ok ? found.value.toConfirm.map(({ key }) => key) : [];
}

/** `done`, or the code of the refusal. */
export const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'done';
