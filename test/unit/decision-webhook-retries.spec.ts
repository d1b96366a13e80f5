import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterDelivery, afterFailure, isDue, isStopped, pausesMs, resumed, untried } from '../../lib/records/webhook/rules';

const minute = 60_000;

describe('when a delivery is tried again', () => {
	const failure = { isTaken: false, failure: 'status', status: 500 } as const;

	it('is after 1, 5 and 30 minutes, 2, 6 and 24 hours, and then only when somebody asks', () => {
		let [progress, now] = [untried, 1000];
		const pauses: number[] = [];
		while (!isStopped(progress)) {
			assert.equal(isDue(progress, now), true);
			progress = afterFailure(progress, 1, failure, now);
			const pause = progress.nextAt - now;
			pauses.push(pause / minute);
			assert.equal(isDue(progress, now + pause - 1), false);
			now += pause;
		}
		assert.deepEqual(pauses, [1, 5, 30, 120, 360, 1440, 0]);
		assert.deepEqual([isDue(progress, now * 10), progress.failingSince], [false, 1000]);
		const again = resumed(progress, true);
		assert.deepEqual([isDue(again, now), again.failingSince, again.failure], [true, 1000, 'status']);
		assert.equal(afterFailure(again, 1, failure, now).nextAt, now + minute);
		assert.equal(resumed(progress, false).failure, '');
	});

	it('counts the refusals of one decision, not those of the one before it', () => {
		const refusal = { ...failure, status: 422 };
		const refused = (progress: typeof untried, id: number) => afterFailure(progress, id, refusal, 0);
		const first = refused(refused(untried, 1), 1);
		assert.deepEqual([first.refusals, refused(first, 1).refusals, refused(first, 2).refusals], [2, 3, 1]);
	});

	it('law: whatever failed and whatever the clock did, no pause is longer than a day, and a success ends all', () => {
		const moment = fc.integer({ min: 1, max: 4e12 });
		fc.assert(fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), moment, (moments, now) => {
			const progress = moments.reduce((before, at) => afterFailure(before, 1, failure, at), untried);
			const last = Math.max(...pausesMs);
			assert.ok(isDue(progress, now) || isDue(progress, now + last), JSON.stringify(progress));
			assert.deepEqual(afterDelivery(5, now), { ...untried, deliveredId: 5, deliveredAt: now });
		}));
	});
});
