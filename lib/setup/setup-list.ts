import type { Database, Host } from '../kernel/host/ports';
import { setupSteps, type SetupStep, type Slice } from '../kernel/slice/slice';
import { oneOf, storedRow } from '../platform/stored-row';

const key = 'forum-terms:setup';
/** By default the list is shown while something is left to do. */
const row = storedRow({ list: oneOf(['auto', 'shown', 'hidden']) });

interface SetupView {
	isShown: boolean;
	done: number;
	total: number;
	steps: { name: string; opens: string; isDone: boolean }[];
}

/** The steps in order with their state, and whether an administrator wants to see them. */
export interface SetupList {
	view(): Promise<SetupView>;
	show(isShown: boolean): Promise<void>;
	/** Adds missing pages to the forum's navigation; answers the added routes. */
	addToNavigation(): Promise<string[]>;
}

type Parts = { database: Database } & Pick<Host, 'navigation' | 'leases'>;

export function setupList({ database, navigation, leases }: Parts, slices: readonly Slice[]): SetupList {
	const states = row.in(database);
	const entries = slices.flatMap(slice => slice.navigation ?? []);
	async function missing() {
		const held = new Set(await navigation.routes());
		return entries.filter(({ route }) => !held.has(route));
	}
	const steps: SetupStep[] = [
		...slices.flatMap(({ setup = [] }) => setup),
		{ name: 'navigation', isDone: async () => (await missing()).length === 0 },
	];
	return {
		async view() {
			const [stored, all] = await Promise.all([
				states.get(key), Promise.all(steps.map(async ({ name, opens = '', isDone }) =>
					({ name, opens, isDone: await isDone() }))),
			]);
			const done = all.filter(({ isDone }) => isDone).length;
			const list = stored?.list ?? 'auto';
			return {
				isShown: list === 'shown' || (list === 'auto' && done < all.length), done, total: all.length,
				steps: all.sort((one, other) => setupSteps.indexOf(one.name) - setupSteps.indexOf(other.name)),
			};
		},
		show: isShown => states.set(key, { list: isShown ? 'shown' : 'hidden' }),
		// In sequence: two concurrent clicks would both find the same pages missing.
		addToNavigation: () => leases.withLease('job:navigation', async (lease) => {
			const added = await missing();
			lease.check();
			await (added.length > 0 ? navigation.add(added) : undefined);
			return added.map(({ route }) => route);
		}, () => []),
	};
}
