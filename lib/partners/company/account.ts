import { uniq } from 'lodash';
import * as v from 'valibot';
import { plainName } from '../../kernel/formats/text';
import { json, number, storedRow, text } from '../../platform/stored-row';
import { isFreeMailDomain } from './mail-domain';
import { suspensionSchema, type Suspension } from './suspension';

/** A person's role at a partner, as in 3CX's Partner Portal. */
export const partnerRoles = ['owner', 'sales', 'support', 'purchase'] as const;
export type PartnerRole = typeof partnerRoles[number];

const uid = v.pipe(v.number(), v.integer(), v.minValue(1));
const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most), v.transform(plainName));

/** Id of a partner account, from the partner list. */
export const partnerIdSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

const domain = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(253),
	v.regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/),
	v.check(name => !isFreeMailDomain(name), 'a domain of the company, not of a mail provider'));

const staffSchema = v.pipe(v.array(v.strictObject({
	uid, role: v.picklist(partnerRoles.filter(role => role !== 'owner')),
})), v.maxLength(20_000));

/** A partner as administrators or the partner portal describe it (definition of Partner, clause 4.12). */
export const partnerInputSchema = v.strictObject({
	company: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), v.transform(plainName), v.minLength(1)),
	contact: v.optional(line(200), ''),
	email: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.trim(), v.maxLength(254), v.email())]), ''),
	/** Empty: registered without a level; such a company is not a Partner. */
	level: v.optional(line(60), ''),
	/** When the level expires, milliseconds since 1970; 0: never. */
	levelValidUntil: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), 0),
	domains: v.optional(v.pipe(v.array(domain), v.maxLength(50)), []),
	owners: v.pipe(v.array(uid), v.minLength(1), v.transform(uids => uniq(uids)), v.maxLength(20)),
	staff: v.optional(staffSchema, []),
});

export type PartnerInput = v.InferOutput<typeof partnerInputSchema>;

/** The same with changes of the staff only, for callers who do not have all ten thousand people. */
export const partnerSaveSchema = v.strictObject({
	...partnerInputSchema.entries,
	staffChange: v.optional(v.pipe(v.strictObject({
		/** People who join or get a new role. */
		joined: v.optional(staffSchema, []),
		left: v.optional(v.pipe(v.array(uid), v.maxLength(20_000)), []),
	}), v.description('In place of `staff`, only what changes; everybody else stays'))),
});

export type PartnerSave = v.InferOutput<typeof partnerSaveSchema>;

export interface PartnerAccount {
	id: string;
	company: string;
	contact: string;
	email: string;
	level: string;
	levelValidUntil: number;
	domains: readonly string[];
	owners: readonly number[];
	suspension: Suspension | null;
	/** When an owner last confirmed the list of people; initially when the account was created. */
	confirmedAt: number;
	/** 0 until an owner has confirmed. */
	confirmedBy: number;
	/** Number of the latest change, for `If-Match`. */
	revision: number;
	createdAt: number;
	updatedAt: number;
}

/** The partner a member speaks for. */
export interface Membership {
	uid: number;
	partner: string;
	role: PartnerRole;
	/** Milliseconds since 1970. */
	since: number;
	/** Set by the owner: this person may not post for the company. */
	isHalted: boolean;
}

/** A stored account. */
export const accountRow = storedRow<PartnerAccount>({
	id: text, company: text, contact: text, email: text, level: text, levelValidUntil: number,
	domains: json(v.array(v.string()), []), owners: json(v.array(v.number()), []),
	suspension: json(v.nullable(suspensionSchema), null),
	confirmedAt: number, confirmedBy: number, revision: number, createdAt: number, updatedAt: number,
});

/** The same inside another record. */
export const accountSchema: v.GenericSchema<unknown, PartnerAccount> = v.object({
	id: v.string(), company: v.string(), contact: v.string(), email: v.string(), level: v.string(),
	levelValidUntil: v.number(), domains: v.array(v.string()), owners: v.array(v.number()),
	suspension: v.nullable(suspensionSchema), confirmedAt: v.number(), confirmedBy: v.number(), revision: v.number(),
	createdAt: v.number(), updatedAt: v.number(),
});
export const membershipSchema: v.GenericSchema<unknown, Membership> = v.object({
	uid: v.number(), partner: v.string(), role: v.picklist(partnerRoles), since: v.number(), isHalted: v.boolean(),
});

/** A registered company with a valid level; no other company is a Partner (definitions). */
export function isPartner({ level, levelValidUntil }: Pick<PartnerAccount, 'level' | 'levelValidUntil'>, now: number): boolean {
	return level !== '' && (levelValidUntil === 0 || levelValidUntil > now);
}
