import * as v from 'valibot';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { journal, openList } from '../../platform/journal';
import type { CustomerGroup } from './group';
import { licenceEventSchema, licenceSchema, type Licence, type LicenceEvent } from './licence';
import type { LicenceStore } from './store';

/** A claim after an event; `number` is the event's. */
interface LicenceChange { licence: Licence; event: LicenceEvent; number: number }

const changeSchema: v.GenericSchema<unknown, LicenceChange> =
	v.object({ licence: licenceSchema, event: licenceEventSchema, number: v.number() });

/** Changes of claims, each done completely or not at all: interrupted ones are finished. */
export interface LicenceJournal {
	/** Under the lease of the licence. */
	perform(licence: Licence, event: LicenceEvent, lease: Lease): Promise<void>;
	/** Finishes an interrupted change of a key; under the lease of the licence. */
	finish(hash: string, lease: Lease): Promise<void>;
	/** The same for all keys. */
	resume(): Promise<void>;
}

export function licenceJournal({ store, group, host }: {
	store: LicenceStore; group: Pick<CustomerGroup, 'step'>;
	host: Pick<Host, 'database' | 'leases' | 'messenger'>;
}): LicenceJournal {
	const { database, leases, messenger } = host;
	const entries = journal(database, 'licence-change', changeSchema);
	const changing = openList({
		database, leases, key: 'forum-terms:licences-changing', leaseOf: hash => `licence:${hash}`,
	});

	async function tell({ id, uid, lastFour }: Licence, { kind, at, reason }: LicenceEvent, isDouble: boolean) {
		if (kind === 'verified' || kind === 'refused') {
			await messenger.send([uid], { kind: `licence-${kind}`, about: `${id}:${at}`, facts: [lastFour, reason] });
		} else if (kind === 'claimed' && isDouble) {
			// Staff are told that a key is claimed more than once; members are not.
			await messenger.toAdministrators({ kind: 'licence-double', about: id, facts: [lastFour] });
		}
	}
	async function follow({ licence, event, number }: LicenceChange): Promise<void> {
		await store.save(licence, event, number);
		const isDouble = await store.stepDouble(licence.hash);
		// Considers all licences of the member; if the lease is busy, the hourly repair does it.
		await (event.kind === 'claimed' ? undefined :
			leases.withLease(`member:${licence.uid}`, () => group.step(licence.uid), () => undefined));
		await tell(licence, event, isDouble);
	}
	async function finish(hash: string, lease: Lease): Promise<void> {
		await entries.run(hash, lease, follow);
		await entries.drop(hash);
		await changing.remove(hash);
	}

	return {
		async perform(licence, event, lease) {
			const change = { licence, event, number: await store.nextEvent() };
			lease.check();
			await changing.add(licence.hash, event.at);
			await entries.write(licence.hash, [change]);
			await finish(licence.hash, lease);
		},
		// Most keys have no open change, which takes one read to see.
		finish: async (hash, lease) => ((await entries.read(hash)) ? finish(hash, lease) : undefined),
		resume: () => changing.each(Number.MAX_SAFE_INTEGER, finish),
	};
}
