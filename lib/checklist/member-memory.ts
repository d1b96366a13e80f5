import * as v from 'valibot';
import type { Clock, Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { answersSchema, type Answers } from './answers';

const keys = {
	/** Hash: stable answers (JSON) and topics in a row without a warning. */
	memory: (uid: number) => `forum-terms:checklist-memory:${uid}`,
	/** Hash: per item, who waived it for this member, why and until when (JSON). */
	waivers: (uid: number) => `forum-terms:checklist-waivers:${uid}`,
} as const;

const mostRemembered = 50;

export interface MemberMemory { answers: Answers; streak: number }

/** Staff let a member post without one item for some days. */
export interface Waiver { key: string; by: number; reason: string; at: number; until: number }

const waiverSchema = v.object({ by: v.number(), reason: v.string(), at: v.number(), until: v.number() });

/** What is kept of a member so that he is asked less: stable answers, a clean record, waivers. */
export interface MemberMemories {
	of(uid: number): Promise<MemberMemory>;
	/** Adds to what is remembered; the streak goes on or starts anew. */
	remember(uid: number, answers: Answers, isClean: boolean): Promise<void>;
	waivers(uid: number): Promise<Waiver[]>;
	waive(uid: number, waiver: Waiver): Promise<void>;
	/** Takes back what is remembered of his answers; what staff let go stays let go. */
	forgetAnswers(uid: number): Promise<void>;
	forget(uid: number): Promise<void>;
}

export function memberMemories(database: Database, clock: Clock): MemberMemories {
	async function of(uid: number): Promise<MemberMemory> {
		const row = await database.getObject(keys.memory(uid));
		const answers = v.safeParse(answersSchema, JSON.parse(textOf(row?.answers) || '{}'));
		return { answers: answers.success ? answers.output : {}, streak: Number(row?.streak ?? 0) };
	}
	return {
		of,
		async remember(uid, answers, isClean) {
			const before = await of(uid);
			const all = Object.entries({ ...before.answers, ...answers }).slice(-mostRemembered);
			await database.setObject(keys.memory(uid), {
				answers: JSON.stringify(Object.fromEntries(all)), streak: isClean ? before.streak + 1 : 0,
			});
		},
		async waivers(uid) {
			const row = await database.getObject(keys.waivers(uid)) ?? {};
			return Object.entries(row).flatMap(([key, json]) => {
				const read = v.safeParse(waiverSchema, JSON.parse(textOf(json) || 'null'));
				return read.success && read.output.until > clock.now() ? [{ key, ...read.output }] : [];
			});
		},
		async waive(uid, { key, ...waiver }) {
			await database.setObject(keys.waivers(uid), { [key]: JSON.stringify(waiver) });
		},
		async forgetAnswers(uid) {
			await database.delete(keys.memory(uid));
		},
		async forget(uid) {
			await Promise.all([database.delete(keys.memory(uid)), database.delete(keys.waivers(uid))]);
		},
	};
}
