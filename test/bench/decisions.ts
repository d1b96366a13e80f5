import { range } from 'lodash';
import { done } from '../../lib/kernel/refusals/outcome';
import { decisionDraft, decisionsInMemory, snapshot } from '../builders/decisions';

const records = 100_000;
const reader = {
	uid: 1, isAdministrator: true, isGlobalStaff: true, mayBan: true, mayMute: true, moderates: 'all' as const, partner: '' as const,
};

/**
 * What a decision costs, and a page of the list in a small book and a large one, in calls: the database in memory sorts
 * its whole set for each of them.
 */
export async function decisionFigures(): Promise<string[]> {
	const { book, services, time, database } = await decisionsInMemory();
	let calls = 0;
	const counted = [
		'incrObjectFieldBy', 'setObjectBulk', 'sortedSetAddBulk', 'sortedSetPage', 'getObjects', 'sortedSetScores',
	] as const;
	for (const name of counted) {
		const call = database[name] as (...args: unknown[]) => Promise<never>;
		Object.assign(database, { [name]: (...args: unknown[]) => {
			calls += 1;
			return call(...args);
		} });
	}
	const callsOf = async (work: () => Promise<unknown>) => {
		const before = calls;
		await work();
		return calls - before;
	};
	const decide = async (index: number) => {
		time.at += 1;
		await book.during(decisionDraft({
			subject: { kind: 'post', id: String(index) }, act: index % 1000 === 0 ? 'waive' : 'hide',
		}), async () => done(null), { snapshots: index === 0 ? [snapshot()] : [] });
	};
	const page = (wanted: object) => callsOf(() => services.list.page(wanted, reader, 20));
	const figures: string[] = [];
	await decide(0);
	figures.push(`a decision with one text: ${await callsOf(() => decide(0))} database calls`);
	let made = 1;
	for (const count of [1000, records]) {
		for (const index of range(made, count)) {
			await decide(index);
		}
		made = count;
		const [all, rare, several] = [await page({}), await page({ act: 'waive' }), await page({ act: 'hide', clause: '2' })];
		figures.push(`${count.toLocaleString('en')} decisions: a page ${all} database calls, of a rare act ` +
			`${rare}, of two filters ${several}`);
	}
	return figures;
}
