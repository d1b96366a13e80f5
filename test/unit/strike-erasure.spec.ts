import assert from 'node:assert/strict';
import fc from 'fast-check';
import { standingOf, usualThresholds } from '../../lib/partners/strikes/standing-rules';
import type { Strike } from '../../lib/partners/strikes/strike';
import { company } from '../builders/company';
import { mortal } from '../builders/mortal';

/** Uids that stand in no other number. */
const people = [918_273, 827_364, 736_455, 645_546];
const person = fc.constantFrom(...people);
const member = fc.option(person);
const given = fc.record({
	uid: person, by: person, reporters: fc.uniqueArray(person, { maxLength: 2 }),
	points: fc.integer({ min: 1, max: 6 }),
	partner: fc.constantFrom('acme', 'beta'), answeredBy: member, decidedBy: member,
	counts: fc.boolean(),
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

/** Strikes as they were given, answered and decided. */
async function struck(all: readonly Given[]) {
	const memory = company();
	const { strikeStore, time } = memory;
	for (const { answeredBy, decidedBy, counts, ...strike } of all) {
		const { partner } = strike;
		const made: Strike = await strikeStore.give({
			pid: '1', cid: 1, clause: '4.1', reason: 'Why.', at: time.at, answerBy: time.at - 1, expiresAt: time.at + 9e9, decision: 1, ...strike,
		});
		const event = { partner, at: time.at, strike: made.id };
		await (answeredBy === null ? undefined : strikeStore.append({ ...event, by: answeredBy, kind: 'answered', text: 'No.' }));
		await (decidedBy === null ? undefined :
			strikeStore.append({ ...event, by: decidedBy, kind: 'decided', counts, reason: 'So.', isAlone: false, decision: 2 }));
	}
	const standings = async () => Promise.all(['acme', 'beta'].map(async id =>
		standingOf((await strikeStore.history(id)).strikes, time.at, usualThresholds)));
	return { ...memory, standings };
}
const named = (everything: string) => people.filter(uid => everything.includes(String(uid)));

describe('strikes after an account is deleted', () => {
	it('law: no stored row names the person, everybody else stays, and no standing changes', async () => {
		const some = fc.array(given, { minLength: 1, maxLength: 6 });
		await fc.assert(fc.asyncProperty(some, fc.subarray(people, { minLength: 1 }),
			async (all, gone) => {
				const { forget, standings, database } = await struck(all);
				const [before, namedBefore] = [await standings(), named(database.everything())];
				for (const uid of gone) {
					await forget(uid);
				}
				assert.deepEqual(await standings(), before);
				assert.deepEqual(named(database.everything()), namedBefore.filter(uid => !gone.includes(uid)));
			}), { numRuns: 60 });
	});

	it('is the same for a process that dies while it erases, and another that does it again', async () => {
		const all: Given[] = [1, 2].map(points => ({
			uid: 918_273, by: 827_364, reporters: [736_455], points, partner: 'acme', answeredBy: 918_273, decidedBy: null, counts: true,
		}));
		const run = async (at: number) => {
			const world = await struck(all);
			const { host, writes } = mortal(world.host, at);
			await world.over(host).partners.strikeStore.forget(918_273).catch(() => undefined);
			await world.over(world.host).partners.strikeStore.forget(918_273);
			assert.deepEqual(named(world.database.everything()), [827_364, 736_455], `before ${writes[at] ?? 'the end'}`);
			const { strikes } = await world.over(world.host).partners.strikeStore.history('acme');
			assert.equal(new Set(strikes.map(({ uid }) => uid)).size, 1, `one person: before ${writes[at] ?? 'the end'}`);
			return writes.length;
		};
		const writes = await run(Infinity);
		for (let at = 0; at < writes; at += 1) {
			await run(at);
		}
	});
});
