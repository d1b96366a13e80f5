import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { LicenceJournal } from './journal';
import { after, isDouble, isLive, lastFourOf, licenceKeyIn, type Licence } from './licence';
import { licenceHash, vendorFingerprint } from './seal';
import type { LicenceStore } from './store';
import type { CustomerSettings } from './settings';
import type { Soon } from '../../kernel/host/soon';

/** A decision about a claim. */
export interface Verdict { isVerified: boolean; reason: string; validUntil: number }

/** Claims and decisions; every act is safe to repeat. */
export interface Licences {
	/** The key is hashed here and not passed on. Claiming the same key again is the same claim. */
	claim(uid: number, key: string): Promise<Outcome<Licence>>;
	withdraw(uid: number, id: number): Promise<Outcome<Licence>>;
	/** Staff decide about a claim. */
	decide(id: number, verdict: Verdict, by: number): Promise<Outcome<Licence>>;
	/** The vendor's system decides about a key; claims that need or have a decision by a person are held for people. */
	applyVendorVerdict(digest: string, verdict: Verdict): Promise<Outcome<{ changed: number; held: number }>>;
	/** Erases everything about a member whose account is deleted. */
	forget(uid: number): Promise<void>;
}

interface Parts {
	store: LicenceStore;
	journal: LicenceJournal;
	settings: () => Soon<CustomerSettings>;
	/** For fingerprints; never changes. */
	secret: () => Promise<string>;
	/** The secret shared with the vendor; empty if none. */
	shared: () => Promise<string>;
	/** Whether both speak for the same partner. */
	areColleagues(one: number, other: number): Promise<boolean>;
	host: Pick<Host, 'clock' | 'leases' | 'members'>;
}

const hourMs = 3_600_000;
const mostLive = 20;
const unknown = (id: number) => refused(refuse('licence-unknown', [id], { field: 'id' }));

export function licences({ store, journal, settings, secret, shared, areColleagues, host }: Parts): Licences {
	const { clock, leases, members } = host;
	const busy = () => refused(refuse('licence-busy'));
	/** One change at a time for all claims of a key; an interrupted change is finished first. */
	const onKey = <T>(hash: string, work: (lease: Lease) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		leases.withLease(`licence:${hash}`, async (lease) => {
			await journal.finish(hash, lease);
			return work(lease);
		}, busy);

	/** The claim after a decision; `by`: 0 for the vendor's system. */
	async function settle(licence: Licence, verdict: Verdict, by: number, lease: Lease): Promise<Licence> {
		const event = {
			licence: licence.id, at: clock.now(), by, kind: verdict.isVerified ? 'verified' as const : 'refused' as const,
			reason: verdict.reason, validUntil: verdict.isVerified ? verdict.validUntil : 0,
		};
		const settled = after(licence, event);
		await journal.perform(settled, event, lease);
		return settled;
	}
	const isSaid = ({ state, validUntil }: Licence, verdict: Verdict) =>
		state === (verdict.isVerified ? 'verified' : 'refused') && (!verdict.isVerified || validUntil === verdict.validUntil);

	async function claimed(uid: number, key: string, hash: string, lease: Lease): Promise<Outcome<Licence>> {
		const { licenceClaimsPerHour } = await settings();
		const [own, now] = [await store.ofMember(uid), clock.now()];
		const already = own.find(licence => licence.hash === hash && isLive(licence));
		if (already) {
			return done(already);
		}
		if (own.filter(isLive).length >= mostLive) {
			return refused(refuse('licence-too-many', [mostLive]));
		}
		if (await store.claimsSince(uid, now - hourMs) >= licenceClaimsPerHour) {
			return refused(refuse('licence-too-often', [licenceClaimsPerHour]));
		}
		const licence: Licence = {
			id: await store.nextId(), uid, hash, digest: vendorFingerprint(await shared(), key),
			lastFour: lastFourOf(key), state: 'claimed', validUntil: 0, claimedAt: now, decidedAt: 0, decidedBy: 0, reason: '',
		};
		const event = { licence: licence.id, at: now, by: uid, kind: 'claimed' as const, reason: '', validUntil: 0 };
		await journal.perform(licence, event, lease);
		return done(licence);
	}

	/** The members about whose claims of a key a person has decided: that outlives a withdrawal and a new claim. */
	async function decidedByPeople(sameKey: readonly Licence[]): Promise<ReadonlySet<number>> {
		const decided = await Promise.all(sameKey.map(async ({ id, uid, decidedAt, decidedBy }) =>
			(decidedAt > 0 && decidedBy > 0) || (await store.events(id)).some(({ by }) => by > 0 && by !== uid)));
		return new Set(sameKey.filter((_licence, index) => decided[index]).map(({ uid }) => uid));
	}

	/** Claims of their own or of their company are for another administrator, if there is one. */
	async function ownRefusal(claimant: number, by: number): Promise<Refusal | null> {
		const isOwn = async (uid: number) => uid === claimant || areColleagues(uid, claimant);
		if (!await isOwn(by)) {
			return null;
		}
		for (const uid of await members.inGroups(['administrators'])) {
			if (!await isOwn(uid)) {
				return refuse(claimant === by ? 'licence-own' : 'own-company');
			}
		}
		return null;
	}

	async function applied(
		digest: string, verdict: Verdict, lease: Lease,
	): Promise<Outcome<{ changed: number; held: number }>> {
		const all = await store.ofVendorFingerprint(digest);
		const claims = all.filter(({ state }) => state !== 'withdrawn');
		if (claims.length === 0) {
			return refused(refuse('licence-unknown', ['digest'], { field: 'digest' }));
		}
		const isForStaff = isDouble(claims);
		const forPeople = isForStaff ? new Set<number>() : await decidedByPeople(all);
		let [changed, held] = [0, 0];
		for (const claim of claims) {
			if (isForStaff || forPeople.has(claim.uid)) {
				held += 1;
			} else if (!isSaid(claim, verdict)) {
				await settle(claim, verdict, 0, lease);
				changed += 1;
			}
		}
		return done({ changed, held });
	}

	return {
		async claim(uid, text) {
			const key = licenceKeyIn(text);
			if (key === null) {
				return refused(refuse('licence-malformed', ['XXXX-XXXX-XXXX-XXXX'], { field: 'key' }));
			}
			const hash = licenceHash(await secret(), key);
			// Depends on the member's number of claims, and on who else claims the key.
			return onKey(hash, lease => leases.withLease(`member:${uid}`, () => claimed(uid, key, hash, lease), busy));
		},
		async withdraw(uid, id) {
			const found = await store.licence(id);
			return found?.uid !== uid ? unknown(id) : onKey(found.hash, async (lease) => {
				const licence = await store.licence(id) ?? found;
				if (licence.state === 'withdrawn') {
					return done(licence);
				}
				const event = {
					licence: id, at: clock.now(), by: uid, kind: 'withdrawn' as const, reason: '', validUntil: 0,
				};
				const withdrawn = after(licence, event);
				await journal.perform(withdrawn, event, lease);
				return done(withdrawn);
			});
		},
		async decide(id, verdict, by) {
			const found = await store.licence(id);
			const own = found && await ownRefusal(found.uid, by);
			return !found ? unknown(id) : own ? refused(own) : onKey(found.hash, async (lease) => {
				const licence = await store.licence(id) ?? found;
				if (licence.state === 'withdrawn') {
					return refused(refuse('licence-withdrawn', [id]));
				}
				const isRepeated = isSaid(licence, verdict) && licence.decidedBy === by;
				return done(isRepeated ? licence : await settle(licence, verdict, by, lease));
			});
		},
		async applyVendorVerdict(digest, verdict) {
			// All of them have the same key.
			const [first] = await store.ofVendorFingerprint(digest);
			return first ? onKey(first.hash, lease => applied(digest, verdict, lease)) :
				refused(refuse('licence-unknown', ['digest'], { field: 'digest' }));
		},
		async forget(uid) {
			// Finishing an interrupted change later would restore a claim.
			await journal.resume();
			await store.forget(uid);
		},
	};
}
