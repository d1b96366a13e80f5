import assert from 'node:assert/strict';
import { quietJob, type DueHour } from '../../lib/kernel/slice/slice';
import { createPlugin } from '../../lib/plugin';
import { scheduled } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

const hourMs = 3_600_000;
/** A Tuesday, in the time of the server. */
const tuesday = (hour: number) => new Date(2026, 10, 24, hour, 41).getTime();

describe('a job that is due once a day or week', () => {
	async function opened(due: DueHour, startsAt: number) {
		const memory = hostInMemory();
		memory.time.at = startsAt;
		const runs: number[] = [];
		const broken = { isSo: false };
		const job = quietJob('rare', '41 * * * *', async () => {
			assert.ok(!broken.isSo, 'broken');
			runs.push(new Date(memory.time.at).getHours());
		});
		await scheduled([{ ...job, due }], memory.host);
		const hour = async () => {
			await memory.jobs.get('forum-terms-rare')?.().catch(() => undefined);
			memory.time.at += hourMs;
		};
		const hours = async (count: number) => {
			for (let i = 0; i < count; i += 1) {
				await hour();
			}
			return runs.splice(0).join();
		};
		const down = (count: number) => void (memory.time.at += count * hourMs);
		return { ...memory, hours, down, broken };
	}

	it('runs in its hour of each day', async () => {
		const { hours } = await opened({ hour: 6 }, tuesday(5));
		await hours(1);
		assert.equal(await hours(48), '6,6');
	});

	it('runs in the first hour after it if the forum was down or it failed, and the next time in its own', async () => {
		const { hours, down, broken } = await opened({ hour: 6 }, tuesday(5));
		await hours(1);
		down(5);
		assert.equal(await hours(24), '11,6');
		await hours(18);
		broken.isSo = true;
		assert.equal(await hours(2), '');
		broken.isSo = false;
		assert.equal(await hours(24), '7,6');
	});

	it('is no week late for a minute in which the forum was down', async () => {
		const { hours, down } = await opened({ hour: 6, weekday: 1 }, tuesday(5));
		await hours(1);
		assert.equal(await hours(24 * 6), '');
		down(2);
		assert.equal(await hours(24), '8');
		assert.equal(await hours(24 * 7), '6');
	});

	it('law: no job of the plugin depends on one minute of the day', () => {
		const jobs = createPlugin(hostInMemory().host).slices.flatMap(slice => slice.jobs ?? []);
		assert.ok(jobs.length > 15, String(jobs.length));
		assert.deepEqual(jobs.filter(({ cron }) => !/^\S+ \* \* \* \*$/.test(cron)).map(({ name }) => name), []);
	});
});
