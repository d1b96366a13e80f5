import type { CallScopes } from '../../kernel/host/call-scope';
import type { Database } from '../../kernel/host/ports';
import { json, storedMap } from '../../platform/stored-row';
import { allOf, sortedSet } from '../../platform/paged-index';
import type { Step } from './effect';
import type { RestrictionStore } from './store';
import { hostReportSchema, type HostReport } from './confirmation';

const keys = {
	/** Hash: number of the latest report, and each as JSON. */
	reports: (id: number) => `forum-terms:restriction-told:${id}`,
	/** Sorted set: restrictions that took this group, by number. */
	takers: (group: string) => `forum-terms:restriction-takers:${group}`,
} as const;

/** What the forum reports about privileges and groups while a restriction withholds them. */
export interface HostReports {
	/** Runs our own changes: the forum's reports about them are ignored. */
	asOurs<T>(work: () => Promise<T>): Promise<T>;
	/** Call before a restriction takes anything. */
	watch(id: number, steps: readonly Step[]): Promise<void>;
	/** Call when it has ended. */
	unwatch(id: number, steps: readonly Step[]): Promise<void>;
	of(id: number): Promise<HostReport[]>;
	/** Somebody took privileges or groups from a member; names of the forum's groups. */
	taken(uid: number, names: readonly string[]): Promise<void>;
	destroyed(group: string): Promise<void>;
	renamed(group: string, to: string): Promise<void>;
}

const groupsIn = (steps: readonly Step[]) =>
	steps.flatMap(step => (step.kind === 'groups' ? step.groups.map(({ name }) => name) : []));

export function hostReports({ database, store, callScope }: {
	database: Database; callScope: CallScopes; store: Pick<RestrictionStore, 'openOf' | 'journal'>;
}): HostReports {
	const ours = callScope<true>('our own doing');
	const rows = storedMap(database, json(hostReportSchema), 'report');
	/** In one write: a lift may follow at once, and the forum does not wait for hooks. */
	async function note(id: number, reports: readonly HostReport[]): Promise<void> {
		if (reports.length > 0) {
			const last = await database.incrObjectFieldBy(keys.reports(id), 'last', reports.length);
			await rows.set(keys.reports(id), Object.fromEntries(reports.map((one, index) => [last - index, one])));
		}
	}
	async function of(id: number): Promise<HostReport[]> {
		return (await rows.get(keys.reports(id))).map(([, report]) => report);
	}
	const takersOf = async (group: string) =>
		(await allOf(sortedSet(database, keys.takers(group)))).map(Number);

	return {
		of,
		asOurs: work => ours.during(true, work),
		watch: (id, steps) => database.sortedSetAddBulk(
			groupsIn(steps).map(name => [keys.takers(name), id, String(id)])),
		async unwatch(id, steps) {
			const renamed = (await of(id)).flatMap(report => (report.kind === 'renamed' ? [report.to] : []));
			for (const name of [...groupsIn(steps), ...renamed]) {
				await database.sortedSetRemove(keys.takers(name), String(id));
			}
		},
		async taken(uid, names) {
			for (const { id } of ours.value() ? [] : await store.openOf(uid)) {
				const { steps = [] } = await store.journal.read(id) ?? {};
				const own = [...groupsIn(steps), ...steps.flatMap(step => (step.kind === 'privileges' ? step.names : []))];
				await note(id, names.filter(name => own.includes(name)).map(name => ({ kind: 'gone', name })));
			}
		},
		async destroyed(group) {
			for (const id of await takersOf(group)) {
				await note(id, [{ kind: 'gone', name: group }]);
			}
		},
		async renamed(group, to) {
			for (const id of await takersOf(group)) {
				await note(id, [{ kind: 'renamed', name: group, to }]);
				await database.sortedSetAdd(keys.takers(to), id, String(id));
			}
		},
	};
}
