import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { allOf, sortedSet, walk } from '../../platform/paged-index';
import { filled, flag, number, oneOf, storedRow, text, type RowsIn } from '../../platform/stored-row';
import type { Invitation, JoinRequest, OwnerOffer } from './pending';
import { staffRoles, type StaffRole } from './pending';

const keys = {
	/** Hash: number of the latest invitation. */
	counter: 'forum-terms:partner-invitations',
	invitation: (id: number) => `forum-terms:partner-invitation:${id}`,
	/** Hash: the invitation of a code; the code itself is not stored. */
	code: (hash: string) => `forum-terms:partner-invitation-code:${hash}`,
	/** Sorted sets: invitations by expiry. */
	invitationsOf: (partner: string) => `forum-terms:partner-invitations-of:${partner}`,
	invitationsFor: (uid: number) => `forum-terms:partner-invitations-for:${uid}`,
	request: (partner: string, uid: number) => `forum-terms:partner-request:${partner}:${uid}`,
	requestsOf: (partner: string) => `forum-terms:partner-requests-of:${partner}`,
	requestsBy: (uid: number) => `forum-terms:partner-requests-by:${uid}`,
	offer: (partner: string, uid: number) => `forum-terms:partner-offer:${partner}:${uid}`,
	offersOf: (partner: string) => `forum-terms:partner-offers-of:${partner}`,
	refusal: (partner: string, uid: number) => `forum-terms:partner-turned-down:${partner}:${uid}`,
	reminder: (partner: string) => `forum-terms:partner-reminder:${partner}`,
} as const;

const role = oneOf(staffRoles);
const invitationRow = storedRow<Invitation & { code: string }>({
	id: number, partner: filled, role, uid: number, email: text, by: number, at: number, expiresAt: number, code: text,
});
const requestRow = storedRow<JoinRequest>({
	partner: filled, uid: number, role, words: text, at: number, isByDomain: flag,
});
const offerRow = storedRow<OwnerOffer>({ partner: filled, uid: number, by: number, leaves: flag, at: number });
/** `id`: the invitation, 0 once it is used. */
const codeRow = storedRow({ id: number, usedBy: number, partner: text, role: oneOf(staffRoles, 'support'), at: number });

const invitation = v.object({
	id: v.number(), partner: v.string(), role: v.picklist(staffRoles), uid: v.number(), email: v.string(),
	by: v.number(), at: v.number(), expiresAt: v.number(),
});

const whose = { partner: v.string(), uid: v.number() };
const request = v.object({
	...whose, role: v.picklist(staffRoles), words: v.string(), at: v.number(), isByDomain: v.boolean(),
});
const offer = v.object({ ...whose, by: v.number(), leaves: v.boolean(), at: v.number() });

/**
 * What a change of an account does to pending invitations, requests and offers. `invite`: a member's own key is
 * `m<id>`. `use`: only the same member can return to it, by a second click or a retry after a crash.
 */
export const pendingStepSchema = v.variant('kind', [
	v.object({ kind: v.literal('invite'), invitation, code: v.string() }),
	v.object({ kind: v.literal('use'), invitation, code: v.string(), uid: v.number(), at: v.number() }),
	v.object({ kind: v.literal('withdraw'), invitation }),
	v.object({ kind: v.literal('ask'), request }),
	v.object({ kind: v.literal('answer'), ...whose }),
	v.object({ kind: v.literal('turn-down'), ...whose, at: v.number() }),
	v.object({ kind: v.literal('offer'), offer }),
	v.object({ kind: v.literal('end-offer'), ...whose }),
]);
export type PendingStep = v.InferOutput<typeof pendingStepSchema>;

/** Pending invitations, requests and offers, one record each; the lists are indexes, checked against the records. */
export interface PendingStore {
	/** An unused invitation number. */
	nextId(): Promise<number>;
	/** Performs planned steps; each is safe to repeat. */
	follow(steps: readonly PendingStep[]): Promise<void>;
	invitation(id: number): Promise<Invitation | null>;
	behindCode(code: string): Promise<Invitation | null>;
	usedBy(code: string): Promise<{ uid: number; partner: string; role: StaffRole; at: number } | null>;
	invitationsOf(partner: string, now: number): Promise<Invitation[]>;
	invitationsFor(uid: number, now: number): Promise<Invitation[]>;
	/** Deletes what nobody can accept any more; answers how many. */
	sweep(partner: string, now: number): Promise<number>;
	request(partner: string, uid: number): Promise<JoinRequest | null>;
	requestsOf(partner: string): Promise<JoinRequest[]>;
	requestsBy(uid: number): Promise<JoinRequest[]>;
	offered(partner: string, uid: number): Promise<OwnerOffer | null>;
	offersOf(partner: string): Promise<OwnerOffer[]>;
	/** An owner has declined them; their e-mail domain alone does not let them join again. */
	wasDeclined(partner: string, uid: number): Promise<boolean>;
	remindedAt(partner: string): Promise<number>;
	noteReminder(partner: string, at: number): Promise<void>;
}

export function pendingStore(database: Database): PendingStore {
	const [invitations, requests, offers, codes] = [
		invitationRow.in(database), requestRow.in(database), offerRow.in(database), codeRow.in(database),
	];
	/** The records of an index, without missing and damaged ones. */
	async function listed<T>(
		rows: RowsIn<T>, index: string, from: number, keyOf: (value: string) => string,
	): Promise<T[]> {
		const found: T[] = [];
		for await (const values of walk(sortedSet(database, index, { min: from }))) {
			found.push(...await rows.found(values.map(keyOf)));
		}
		return found;
	}
	/** The code's fingerprint stays internal. */
	const withoutCode = ({ code: _code, ...invitation }: Invitation & { code: string }): Invitation => invitation;
	const invitationsIn = async (index: string, now: number) =>
		(await listed(invitations, index, now + 1, id => keys.invitation(Number(id)))).map(withoutCode);
	async function invitation(id: number): Promise<Invitation | null> {
		const row = await invitations.get(keys.invitation(id));
		return row && withoutCode(row);
	}
	async function removeInvitation({ id, partner, uid }: Invitation): Promise<void> {
		const row = await invitations.get(keys.invitation(id));
		// The code first: only the record knows it.
		await database.delete(keys.code(row?.code ?? ''));
		await database.delete(keys.invitation(id));
		await database.sortedSetRemove(keys.invitationsOf(partner), String(id));
		await database.sortedSetRemove(keys.invitationsFor(uid), String(id));
	}
	async function invite(invitation: Invitation, code: string): Promise<void> {
		const { id, partner, uid, expiresAt } = invitation;
		await invitations.set(keys.invitation(id), { ...invitation, code });
		await database.sortedSetAddBulk([
			[keys.invitationsOf(partner), expiresAt, String(id)],
			...uid > 0 ? [[keys.invitationsFor(uid), expiresAt, String(id)] as const] : [],
		]);
		await codes.set(keys.code(code), { id });
	}
	async function use(used: Invitation, code: string, uid: number, at: number): Promise<void> {
		await removeInvitation(used);
		const { partner, role } = used;
		await codes.set(keys.code(code), { id: 0, usedBy: uid, partner, role, at });
	}
	async function removeRequest({ partner, uid }: Pick<JoinRequest, 'partner' | 'uid'>): Promise<void> {
		await database.delete(keys.request(partner, uid));
		await database.sortedSetRemove(keys.requestsOf(partner), String(uid));
		await database.sortedSetRemove(keys.requestsBy(uid), partner);
	}
	async function ask(request: JoinRequest): Promise<void> {
		const { partner, uid, at } = request;
		await requests.set(keys.request(partner, uid), request);
		await database.sortedSetAddBulk([
			[keys.requestsOf(partner), at, String(uid)], [keys.requestsBy(uid), at, partner],
		]);
	}
	async function makeOffer(offer: OwnerOffer): Promise<void> {
		await offers.set(keys.offer(offer.partner, offer.uid), offer);
		await database.sortedSetAdd(keys.offersOf(offer.partner), offer.at, String(offer.uid));
	}
	async function removeOffer({ partner, uid }: Pick<OwnerOffer, 'partner' | 'uid'>): Promise<void> {
		await database.delete(keys.offer(partner, uid));
		await database.sortedSetRemove(keys.offersOf(partner), String(uid));
	}

	return {
		nextId: () => database.incrObjectField(keys.counter, 'lastId'),
		async follow(steps) {
			for (const step of steps) {
				switch (step.kind) {
					case 'invite': await invite(step.invitation, step.code); break;
					case 'use': await use(step.invitation, step.code, step.uid, step.at); break;
					case 'withdraw': await removeInvitation(step.invitation); break;
					case 'ask': await ask(step.request); break;
					case 'answer': await removeRequest(step); break;
					case 'turn-down': await database.setObject(keys.refusal(step.partner, step.uid), { at: step.at }); break;
					case 'offer': await makeOffer(step.offer); break;
					case 'end-offer': await removeOffer(step); break;
				}
			}
		},
		invitation,
		async behindCode(code) {
			const row = await codes.get(keys.code(code));
			return row && row.id > 0 ? invitation(row.id) : null;
		},
		async usedBy(code) {
			const row = await codes.get(keys.code(code));
			return row && row.usedBy > 0 ? { uid: row.usedBy, partner: row.partner, role: row.role, at: row.at } : null;
		},
		invitationsOf: (partner, now) => invitationsIn(keys.invitationsOf(partner), now),
		invitationsFor: (uid, now) => invitationsIn(keys.invitationsFor(uid), now),
		async sweep(partner, now) {
			const ids = await allOf(sortedSet(database, keys.invitationsOf(partner), { max: now }));
			for (const id of ids) {
				const found = await invitation(Number(id));
				await (found ? removeInvitation(found) : database.sortedSetRemove(keys.invitationsOf(partner), id));
			}
			return ids.length;
		},
		request: (partner, uid) => requests.get(keys.request(partner, uid)),
		requestsOf: partner => listed(requests, keys.requestsOf(partner), 0, uid => keys.request(partner, Number(uid))),
		requestsBy: uid => listed(requests, keys.requestsBy(uid), 0, partner => keys.request(partner, uid)),
		offered: (partner, uid) => offers.get(keys.offer(partner, uid)),
		offersOf: partner => listed(offers, keys.offersOf(partner), 0, uid => keys.offer(partner, Number(uid))),
		wasDeclined: async (partner, uid) => await database.getObject(keys.refusal(partner, uid)) !== null,
		remindedAt: async partner => Number((await database.getObject(keys.reminder(partner)))?.at) || 0,
		noteReminder: (partner, at) => database.setObject(keys.reminder(partner), { at }),
	};
}
