import type { Database, Host } from '../kernel/host/ports';
import { setupSteps, type SetupStep, type Slice } from '../kernel/slice/slice';
import { flag, oneOf, storedRow } from '../platform/stored-row';

const key = 'forum-terms:setup';
/** By default the list is shown while something is left to do. */
const row = storedRow({ list: oneOf(['auto', 'shown', 'hidden']) });

const asideKey = 'forum-terms:setup:aside';
/** Steps that a forum can do without; nothing works before the terms are published. */
export const optionalSteps = setupSteps.filter(name => name !== 'terms');
type OptionalStep = typeof optionalSteps[number];
/** One field a step, so that two administrators do not undo each other's choice. */
const asideRow = storedRow(
	Object.fromEntries(optionalSteps.map(name => [name, flag])) as Record<OptionalStep, typeof flag>);

interface SetupView {
	isShown: boolean;
	done: number;
	total: number;
	/** `isAside`: an administrator said that this forum does not need it. */
	steps: { name: string; opens: string; presses: string; isDone: boolean; isAside: boolean; isOptional: boolean }[];
	/** The first one that is left to do and has an area. */
	next: { name: string; opens: string; presses: string };
}

/** The steps in order with their state, and whether an administrator wants to see them. */
export interface SetupList {
	view(): Promise<SetupView>;
	show(isShown: boolean): Promise<void>;
	/** Counts a step as settled although it is not done, or takes that back. */
	setAside(step: OptionalStep, isAside: boolean): Promise<void>;
	/** Adds missing pages to the forum's navigation; answers the added routes. */
	addToNavigation(): Promise<string[]>;
}

type Parts = { database: Database } & Pick<Host, 'navigation' | 'leases'>;

export function setupList({ database, navigation, leases }: Parts, slices: readonly Slice[]): SetupList {
	const [states, asides] = [row.in(database), asideRow.in(database)];
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
			const [stored, aside, found] = await Promise.all([
				states.get(key), asides.get(asideKey), Promise.all(steps.map(async ({ name, opens = '', presses = '', isDone }) =>
					({ name, opens, presses, isDone: await isDone() }))),
			]);
			const all = found.map((step) => {
				const isOptional = step.name !== 'terms';
				return { ...step, isOptional, isAside: !step.isDone && step.name !== 'terms' && aside?.[step.name] === true };
			});
			const done = all.filter(({ isDone, isAside }) => isDone || isAside).length;
			const list = stored?.list ?? 'auto';
			const ordered = all.sort((one, other) => setupSteps.indexOf(one.name) - setupSteps.indexOf(other.name));
			const { name = '', opens = '', presses = '' } = ordered.find(one => one.opens && !one.isDone && !one.isAside) ?? {};
			return {
				isShown: list === 'shown' || (list === 'auto' && done < all.length), done, total: all.length,
				steps: ordered, next: { name, opens, presses },
			};
		},
		show: isShown => states.set(key, { list: isShown ? 'shown' : 'hidden' }),
		setAside: (step, isAside) => asides.set(asideKey, { [step]: isAside }),
		// In sequence: two concurrent clicks would both find the same pages missing.
		addToNavigation: () => leases.withLease('job:navigation', async (lease) => {
			const added = await missing();
			lease.check();
			await (added.length > 0 ? navigation.add(added) : undefined);
			return added.map(({ route }) => route);
		}, () => []),
	};
}
