import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stateAt, type PartnerEvent } from '../../lib/partners/event';
import { timelineOf } from '../../lib/partners/timeline';

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
	}),
	fc.record({ kind: fc.constant('lifted' as const), reason: fc.string() }),
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
