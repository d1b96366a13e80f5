import assert from 'node:assert/strict';
import fc from 'fast-check';
import { range } from 'lodash';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { stateAt, type PartnerEvent } from '../../lib/partners/timeline/event';
import { partnerRoutes } from '../../lib/partners/desk/account-routes';
import { shownEvents, timelineOf } from '../../lib/partners/timeline/timeline';
import { company } from '../builders/company';

const role = fc.constantFrom('owner' as const, 'sales' as const, 'support' as const);
const uid = fc.integer({ min: 1, max: 5 });
const happening = fc.oneof(
	fc.record({ kind: fc.constant('joined' as const), uid, role }),
	fc.record({ kind: fc.constant('left' as const), uid, role }),
	fc.record({
		kind: fc.constant('described' as const), company: fc.string(), level: fc.constantFrom('', 'Gold'),
		levelValidUntil: fc.nat(),
	}),
	fc.record({
		kind: fc.constant('suspended' as const), clause: fc.constant('1'), reason: fc.string(), notice: fc.constant('sent'),
		decision: fc.constant(1),
	}),
	fc.record({ kind: fc.constant('lifted' as const), reason: fc.string(), decision: fc.constant(2) }),
	fc.record({ kind: fc.constant('peeked' as const), uid, path: fc.constant('posts') }),
);
/** A history as it is written: numbers go up, time never goes back, several things may happen at one moment. */
const history = fc.array(fc.tuple(fc.nat(3), happening), { maxLength: 30 }).map((steps) => {
	let at = 0;
	return steps.map(([pause, what], index): PartnerEvent => {
		at += pause;
		return { id: index + 1, partner: 'acme', at, by: 1, ...what };
	});
});

/** An account with a long life behind it: so many acts of moderators, and a post that came to another author. */
async function longLife(acts: number) {
	const memory = company();
	await memory.put('acme');
	const { store } = memory.partners;
	const began = memory.time.at;
	await store.append(range(1, acts + 1).map(pid => ({
		kind: 'post-moderated' as const, partner: 'acme', at: began + Math.ceil(pid / 2), by: 0, uid: 8, pid: String(pid), act: 'edited' as const,
	})));
	memory.time.at += acts;
	await store.append([{
		kind: 'post-reowned', partner: 'acme', at: memory.time.at, by: 0, uid: 8, pid: '5', from: 7, wasOurs: true, isOurs: true,
	}]);
	const route = partnerRoutes({ ...memory, accepted: async () => [], access: partnerAccess(memory) })
		.find(({ path }) => path === '/partners/:id/timeline') ?? assert.fail();
	const { getObjects } = memory.database;
	const read = { rows: 0 };
	memory.database.getObjects = (keys) => {
		read.rows += keys.length;
		return getObjects(keys);
	};
	return {
		...memory, began, read,
		async ask(query: Record<string, string>) {
			read.rows = 0;
			const answer = await route.handle({
				actor: { kind: 'member', uid: 7 }, params: { id: 'acme' }, query,
			} as unknown as RouteCall<unknown>);
			return (answer.ok ? answer.value : assert.fail(JSON.stringify(answer))) as
				{ events: PartnerEvent[]; next: unknown; owners: { uid: number }[]; post: { author: number } | null };
		},
	};
}

describe('a long timeline', () => {
	it('is read a page at a time, and its pages are together all that happened until then', async () => {
		const { ask, read, began } = await longLife(3000);
		const moment = began + 1000;
		const found: PartnerEvent[] = [];
		for (let before: unknown = ''; before !== 0;) {
			const { events, next, owners } = await ask({ at: String(moment), before: String(before) });
			assert.deepEqual(owners.map(({ uid }) => uid), [7]);
			assert.ok(read.rows <= 600, `${read.rows} rows`);
			found.unshift(...events);
			before = next;
		}
		assert.equal(found.filter(({ kind }) => kind === 'post-moderated').length, 2000);
		assert.deepEqual(found.map(({ id }) => id), [...found].map(({ id }) => id).sort((a, b) => a - b));
		assert.ok(found.every(({ at }) => at <= moment));
	});

	it('knows who wrote a post then, without reading what happened to the others', async () => {
		const { ask, read, kept, began } = await longLife(3000);
		kept.set('5', {
			pid: '5', tid: 1, cid: 1, uid: 8, timestamp: 1, editedAt: 0, content: '', title: '', slug: '', isDeleted: false,
			deleterUids: [], isLocked: false, named: { forumTermsPartner: 'acme' },
		});
		const authors = await Promise.all([began + 10, began + 9000].map(async at =>
			(await ask({ at: String(at), pid: '5' })).post?.author));
		assert.deepEqual(authors, [7, 8]);
		assert.ok(read.rows <= 1200, `${read.rows} rows`);
	});
});

describe('any moment of a partner account (feature 16)', () => {
	it('law: what was known at a moment is what is answered about it for ever', () => {
		fc.assert(fc.property(history, fc.nat(90), (events, moment) => {
			const then = events.filter(({ at }) => at <= moment);
			assert.deepEqual(stateAt(events, moment), stateAt(then, Number.MAX_SAFE_INTEGER));
		}));
	});

	it('law: looking, and being looked at, changes nothing', () => {
		fc.assert(fc.property(history, fc.nat(90), (events, moment) => {
			assert.deepEqual(stateAt(events, moment), stateAt(events.filter(({ kind }) => kind !== 'peeked'), moment));
		}));
	});

	it('law: a replay names the same owners, people and terms', async () => {
		const accepted = async (who: number, at: number) => [{ version: `forum-${who}`, at }];
		await fc.assert(fc.asyncProperty(history, fc.nat(90), fc.array(happening), async (events, moment, later) => {
			const first = await timelineOf(events, moment, accepted);
			const more = later.map((what, index): PartnerEvent =>
				({ id: 100 + index, partner: 'acme', at: 1000 + index, by: 1, ...what }));
			assert.deepEqual(await timelineOf([...events, ...more], moment, accepted), first);
		}));
	});
});

describe('who acted, as the people of an account read its events (clause 4.12)', () => {
	it('is named while they spoke for it, also again; before, after and in what staff decide, the setting says', () => {
		const event = { partner: 'acme', uid: 8, role: 'support' as const, reason: '', decision: 1 };
		const stays = ([['joined', 10], ['left', 20], ['joined', 40]] as const)
			.map(([kind, at], id): PartnerEvent => ({ ...event, id, by: 1, kind, at }));
		const done = (at: number, by = 8): PartnerEvent => ({ ...event, id: at, by, kind: 'halted', at });
		const lifted: PartnerEvent = { ...event, id: 99, by: 8, kind: 'lifted', at: 15 };
		const peeked: PartnerEvent = { ...event, id: 98, by: 9, kind: 'peeked', path: 'posts', at: 5 };
		const events = [...[9, 10, 20, 21, 39, 40, 99].map(at => done(at)), done(15, 9), lifted, peeked];
		assert.deepEqual(shownEvents(events, stays, () => 0).map(({ by }) => by), [0, 8, 8, 0, 0, 8, 8, 0, 0, 9]);
	});
});
