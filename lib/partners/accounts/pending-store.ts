import * as v from 'valibot';
import type { Database, StoredHash } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { allOf, sortedSet, walk } from '../../platform/paged-index';
import type { Invitation, JoinRequest, OwnerOffer } from './pending';
import { staffRoles, type StaffRole } from './pending';

type Row = Record<string, unknown>;

const keys = {
	/** Hash: number of the last invitation. */
	counter: 'forum-terms:partner-invitations',
	invitation: (id: number) => `forum-terms:partner-invitation:${id}`,
	/** Hash: the invitation behind a code, which itself is kept nowhere. */
	code: (hash: string) => `forum-terms:partner-invitation-code:${hash}`,
	/** Sorted sets: invitations by the moment they expire. */
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

const roleIn = (row: Row): StaffRole => staffRoles.find(role => role === row.role) ?? 'support';
const numberIn = (row: Row, name: string) => Number(row[name] ?? 0);

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
 * What a change of an account does to what waits. `invite`: the key of a member's own is `m<id>`. `use`: nobody but
 * they can come back to it: a second click, or a try after the process died.
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

/** What still waits for somebody's word, each by its own record; lists are indexes that the records correct. */
export interface PendingStore {
	/** A number that no invitation has. */
	nextId(): Promise<number>;
	/** Does what is planned; each step can be done twice. */
	follow(steps: readonly PendingStep[]): Promise<void>;
	invitation(id: number): Promise<Invitation | null>;
	behindCode(code: string): Promise<Invitation | null>;
	usedBy(code: string): Promise<{ uid: number; partner: string; role: StaffRole; at: number } | null>;
	invitationsOf(partner: string, now: number): Promise<Invitation[]>;
	invitationsFor(uid: number, now: number): Promise<Invitation[]>;
	/** Takes away what nobody can accept any more; how many. */
	sweep(partner: string, now: number): Promise<number>;
	request(partner: string, uid: number): Promise<JoinRequest | null>;
	requestsOf(partner: string): Promise<JoinRequest[]>;
	requestsBy(uid: number): Promise<JoinRequest[]>;
	offered(partner: string, uid: number): Promise<OwnerOffer | null>;
	offersOf(partner: string): Promise<OwnerOffer[]>;
	/** An owner does not want them; their e-mail domain alone does not bring them in again. */
	wasTurnedDown(partner: string, uid: number): Promise<boolean>;
	remindedAt(partner: string): Promise<number>;
	noteReminder(partner: string, at: number): Promise<void>;
}

function invitationFrom(row: Row | null): Invitation | null {
	return row && textOf(row.partner) !== '' ? {
		id: numberIn(row, 'id'), partner: textOf(row.partner), role: roleIn(row), uid: numberIn(row, 'uid'),
		email: textOf(row.email), by: numberIn(row, 'by'), at: numberIn(row, 'at'), expiresAt: numberIn(row, 'expiresAt'),
	} : null;
}

function requestFrom(row: Row | null): JoinRequest | null {
	return row && textOf(row.partner) !== '' ? {
		partner: textOf(row.partner), uid: numberIn(row, 'uid'), role: roleIn(row), words: textOf(row.words),
		at: numberIn(row, 'at'), isByDomain: numberIn(row, 'byDomain') === 1,
	} : null;
}

function offerFrom(row: Row | null): OwnerOffer | null {
	return row && textOf(row.partner) !== '' ? {
		partner: textOf(row.partner), uid: numberIn(row, 'uid'), by: numberIn(row, 'by'),
		leaves: numberIn(row, 'leaves') === 1, at: numberIn(row, 'at'),
	} : null;
}

export function pendingStore(database: Database): PendingStore {
	/** The records that an index names, without those that are gone. */
	async function listed<T>(index: string, from: number, keyOf: (value: string) => string,
		read: (row: Row | null) => T | null): Promise<T[]> {
		const found: T[] = [];
		for await (const values of walk(sortedSet(database, index, { min: from }))) {
			found.push(...(await database.getObjects(values.map(keyOf))).map(read).filter(row => row !== null));
		}
		return found;
	}
	const file = async (key: string, row: StoredHash, index: readonly (readonly [string, number, string])[]) => {
		await database.setObject(key, row);
		await database.sortedSetAddBulk(index);
	};
	async function invitation(id: number): Promise<Invitation | null> {
		return invitationFrom(await database.getObject(keys.invitation(id)));
	}
	async function removeInvitation({ id, partner, uid }: Invitation): Promise<void> {
		const row = await database.getObject(keys.invitation(id));
		await database.delete(keys.invitation(id));
		await database.delete(keys.code(textOf(row?.code)));
		await database.sortedSetRemove(keys.invitationsOf(partner), String(id));
		await database.sortedSetRemove(keys.invitationsFor(uid), String(id));
	}
	async function invite(invitation: Invitation, code: string): Promise<void> {
		const { id, partner, uid, expiresAt } = invitation;
		await file(keys.invitation(id), { ...invitation, code }, [
			[keys.invitationsOf(partner), expiresAt, String(id)],
			...uid > 0 ? [[keys.invitationsFor(uid), expiresAt, String(id)] as const] : [],
		]);
		await database.setObject(keys.code(code), { id });
	}
	async function use(used: Invitation, code: string, uid: number, at: number): Promise<void> {
		await removeInvitation(used);
		const { partner, role } = used;
		await database.setObject(keys.code(code), { id: 0, usedBy: uid, partner, role, at });
	}
	async function removeRequest({ partner, uid }: Pick<JoinRequest, 'partner' | 'uid'>): Promise<void> {
		await database.delete(keys.request(partner, uid));
		await database.sortedSetRemove(keys.requestsOf(partner), String(uid));
		await database.sortedSetRemove(keys.requestsBy(uid), partner);
	}
	const ask = ({ isByDomain, ...request }: JoinRequest) => file(keys.request(request.partner, request.uid),
		{ ...request, byDomain: isByDomain ? 1 : 0 }, [
			[keys.requestsOf(request.partner), request.at, String(request.uid)],
			[keys.requestsBy(request.uid), request.at, request.partner],
		]);
	async function removeOffer({ partner, uid }: Pick<OwnerOffer, 'partner' | 'uid'>): Promise<void> {
		await database.delete(keys.offer(partner, uid));
		await database.sortedSetRemove(keys.offersOf(partner), String(uid));
	}
	const byId = (id: string) => keys.invitation(Number(id));

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
					case 'offer': await file(keys.offer(step.offer.partner, step.offer.uid), {
						...step.offer, leaves: step.offer.leaves ? 1 : 0,
					}, [[keys.offersOf(step.offer.partner), step.offer.at, String(step.offer.uid)]]); break;
					case 'end-offer': await removeOffer(step); break;
				}
			}
		},
		invitation,
		async behindCode(code) {
			const row = await database.getObject(keys.code(code));
			return row && numberIn(row, 'id') > 0 ? invitation(numberIn(row, 'id')) : null;
		},
		async usedBy(code) {
			const row = await database.getObject(keys.code(code));
			return row && numberIn(row, 'usedBy') > 0 ? {
				uid: numberIn(row, 'usedBy'), partner: textOf(row.partner), role: roleIn(row), at: numberIn(row, 'at'),
			} : null;
		},
		invitationsOf: (partner, now) => listed(keys.invitationsOf(partner), now + 1, byId, invitationFrom),
		invitationsFor: (uid, now) => listed(keys.invitationsFor(uid), now + 1, byId, invitationFrom),
		async sweep(partner, now) {
			const ids = await allOf(sortedSet(database, keys.invitationsOf(partner), { max: now }));
			for (const id of ids) {
				const found = await invitation(Number(id));
				await (found ? removeInvitation(found) : database.sortedSetRemove(keys.invitationsOf(partner), id));
			}
			return ids.length;
		},
		request: async (partner, uid) => requestFrom(await database.getObject(keys.request(partner, uid))),
		requestsOf: partner =>
			listed(keys.requestsOf(partner), 0, uid => keys.request(partner, Number(uid)), requestFrom),
		requestsBy: uid => listed(keys.requestsBy(uid), 0, partner => keys.request(partner, uid), requestFrom),
		offered: async (partner, uid) => offerFrom(await database.getObject(keys.offer(partner, uid))),
		offersOf: partner => listed(keys.offersOf(partner), 0, uid => keys.offer(partner, Number(uid)), offerFrom),
		wasTurnedDown: async (partner, uid) => await database.getObject(keys.refusal(partner, uid)) !== null,
		remindedAt: async partner => Number((await database.getObject(keys.reminder(partner)))?.at ?? 0),
		noteReminder: (partner, at) => database.setObject(keys.reminder(partner), { at }),
	};
}
