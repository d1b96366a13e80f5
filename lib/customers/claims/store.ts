import type { Database } from '../../kernel/host/ports';
import { firstOf, pageOf, sortedSet, walk, type Page, type Position } from '../../platform/paged-index';
import { json, storedRow } from '../../platform/stored-row';
import { isDouble, licenceEventSchema, licenceRow, licenceStates, type Licence, type LicenceEvent, type LicenceState } from './licence';

const keys = {
	/** Hash: numbers of the latest claim and event. */
	counter: 'forum-terms:licence-numbers',
	licence: (id: number) => `forum-terms:licence:${id}`,
	event: (id: number) => `forum-terms:licence-event:${id}`,
	/** Sorted set: events of a claim by number. */
	events: (id: number) => `forum-terms:licence-events-of:${id}`,
	/** Sorted set: a member's claims by time. */
	ofMember: (uid: number) => `forum-terms:licences-of:${uid}`,
	/** Sorted set: claims of one key by number. */
	ofKey: (hash: string) => `forum-terms:licences-with:${hash}`,
	/** Sorted set: claims of a key, by the vendor's fingerprint. */
	ofVendorFingerprint: (digest: string) => `forum-terms:licences-known:${digest}`,
	/** Sorted set: claims in a state by number. */
	inState: (state: LicenceState) => `forum-terms:licences-in:${state}`,
	/** Sorted set: claims of keys with several claimants, by number. */
	doubles: 'forum-terms:licence-doubles',
	/** Hash: uses of each nonce in an hour. */
	nonces: (hour: number) => `forum-terms:licence-nonces:${hour}`,
	/** Sorted set: hours since 1970 with stored nonces. */
	nonceHours: 'forum-terms:licence-nonce-hours',
} as const;

const batch = 500;

/** Claims, their events, and their indexes. */
export interface LicenceStore {
	nextId(): Promise<number>;
	licence(id: number): Promise<Licence | null>;
	ofMember(uid: number): Promise<Licence[]>;
	/** Number of claims a member made since a moment, including withdrawn ones. */
	claimsSince(uid: number, moment: number): Promise<number>;
	ofKey(hash: string): Promise<Licence[]>;
	ofVendorFingerprint(digest: string): Promise<Licence[]>;
	/** A page ordered by number. */
	inState(state: LicenceState, count: number, from: Position | null): Promise<Page<Licence>>;
	/** All of them, in batches. */
	allInState(state: LicenceState): AsyncGenerator<Licence[]>;
	count(state: LicenceState): Promise<number>;
	/** An unused event number. */
	nextEvent(): Promise<number>;
	/** Writes the event, then the state, then the indexes. Safe to repeat. */
	save(licence: Licence, event: LicenceEvent, number: number): Promise<void>;
	events(id: number): Promise<LicenceEvent[]>;
	/** Updates the list of doubles for a key; answers whether staff have to be asked. */
	stepDouble(hash: string): Promise<boolean>;
	doubles(): Promise<Licence[]>;
	/** Deletes a member's claims with all their events. */
	forget(uid: number): Promise<void>;
	/** True for the first use of a nonce, on all nodes. `signedAt`: the signed time, seconds since 1970. */
	useNonce(nonce: string, signedAt: number): Promise<boolean>;
	/** Deletes the nonces of all hours before a moment, milliseconds since 1970. */
	dropNonces(before: number): Promise<void>;
}

export function licenceStore(database: Database): LicenceStore {
	const licences = licenceRow.in(database);
	const eventRows = storedRow({ json: json(licenceEventSchema) }).in(database);
	const read = (ids: readonly string[]) => licences.getAll(ids.map(id => keys.licence(Number(id))));
	/** The record is authoritative; after a crash the index may be outdated. */
	const readIn = async (state: LicenceState, ids: readonly string[]) =>
		(await read(ids)).map(licence => (licence?.state === state ? licence : null));
	async function found(key: string): Promise<Licence[]> {
		const claims: Licence[] = [];
		for await (const ids of walk(sortedSet(database, key), batch)) {
			claims.push(...(await read(ids)).filter(licence => licence !== null));
		}
		return claims;
	}

	async function stepDouble(hash: string): Promise<boolean> {
		const claims = await found(keys.ofKey(hash));
		const isAsked = isDouble(claims);
		for (const { id, state } of claims) {
			await (isAsked && state === 'claimed' ? database.sortedSetAdd(keys.doubles, id, String(id)) :
				database.sortedSetRemove(keys.doubles, String(id)));
		}
		return isAsked;
	}
	async function remove({ id, hash, digest }: Licence): Promise<void> {
		for await (const events of walk(sortedSet(database, keys.events(id)), batch)) {
			await Promise.all(events.map(event => database.delete(keys.event(Number(event)))));
		}
		await database.delete(keys.events(id));
		const lists = [
			keys.ofKey(hash), keys.doubles, ...licenceStates.map(keys.inState),
			...digest ? [keys.ofVendorFingerprint(digest)] : [],
		];
		for (const key of lists) {
			await database.sortedSetRemove(key, String(id));
		}
		await stepDouble(hash);
		// Last: after a crash the next attempt still finds it, and with it the key.
		await database.delete(keys.licence(id));
	}

	return {
		nextId: () => database.incrObjectField(keys.counter, 'licence'),
		licence: async id => (await read([String(id)]))[0] ?? null,
		ofMember: uid => found(keys.ofMember(uid)),
		claimsSince: async (uid, moment) =>
			(await firstOf(sortedSet(database, keys.ofMember(uid), { min: moment }), batch)).length,
		ofKey: hash => found(keys.ofKey(hash)),
		ofVendorFingerprint: digest => found(keys.ofVendorFingerprint(digest)),
		inState: (state, count, from) =>
			pageOf(sortedSet(database, keys.inState(state)), from, { count }, ids => readIn(state, ids)),
		async* allInState(state) {
			for await (const ids of walk(sortedSet(database, keys.inState(state)), batch)) {
				yield (await readIn(state, ids)).filter(licence => licence !== null);
			}
		},
		count: state => database.sortedSetCard(keys.inState(state)),
		nextEvent: () => database.incrObjectField(keys.counter, 'event'),
		async save(licence, event, number) {
			const { id, uid, hash, digest, state, claimedAt } = licence;
			await eventRows.set(keys.event(number), { json: event });
			await database.sortedSetAdd(keys.events(id), number, String(number));
			// The member's own list first: a record missing there would survive their account.
			await database.sortedSetAdd(keys.ofMember(uid), claimedAt, String(id));
			await licences.set(keys.licence(id), licence);
			await database.sortedSetAddBulk([
				[keys.ofKey(hash), id, String(id)], [keys.inState(state), id, String(id)],
				...digest ? [[keys.ofVendorFingerprint(digest), id, String(id)] as const] : [],
			]);
			for (const other of licenceStates.filter(name => name !== state)) {
				await database.sortedSetRemove(keys.inState(other), String(id));
			}
		},
		async events(id) {
			const events: LicenceEvent[] = [];
			for await (const numbers of walk(sortedSet(database, keys.events(id)), batch)) {
				const rows = await eventRows.found(numbers.map(event => keys.event(Number(event))));
				events.push(...rows.map(row => row.json));
			}
			return events;
		},
		stepDouble,
		doubles: () => found(keys.doubles),
		async forget(uid) {
			for (const licence of await found(keys.ofMember(uid))) {
				await remove(licence);
			}
			// Last: after a crash the next attempt still finds them.
			await database.delete(keys.ofMember(uid));
		},
		async useNonce(nonce, signedAt) {
			const hour = Math.floor(signedAt / 3600);
			// The hour first, so that the sweep finds every nonce.
			await database.sortedSetAdd(keys.nonceHours, hour, String(hour));
			return await database.incrObjectField(keys.nonces(hour), nonce) === 1;
		},
		async dropNonces(before) {
			const over = sortedSet(database, keys.nonceHours, { max: Math.floor(before / 3_600_000) - 1 });
			for await (const hours of walk(over, batch)) {
				for (const hour of hours) {
					await database.delete(keys.nonces(Number(hour)));
					await database.sortedSetRemove(keys.nonceHours, hour);
				}
			}
		},
	};
}
