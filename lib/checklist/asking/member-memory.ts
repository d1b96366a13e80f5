import * as v from 'valibot';
import type { Clock, Database } from '../../kernel/host/ports';
import { json, number, storedMap, storedRow } from '../../platform/stored-row';
import { answersSchema, type Answers } from './answers';

const keys = {
	/** Hash: answers to stable items (JSON), and the number of topics in a row without a warning. */
	memory: (uid: number) => `forum-terms:checklist-memory:${uid}`,
	/** Hash: per item, who waived it for this member, why and until when (JSON). */
	waivers: (uid: number) => `forum-terms:checklist-waivers:${uid}`,
} as const;

const mostRemembered = 50;

export interface MemberMemory { answers: Answers; streak: number }

/** Lets a member post without one item for some days; `decision`: its number on record. */
export interface Waiver { key: string; by: number; reason: string; at: number; until: number; decision: number }

const waiverField = json(v.object({
	by: v.number(), reason: v.string(), at: v.number(), until: v.number(), decision: v.number(),
}));
const memoryRow = storedRow<MemberMemory>({ answers: json(answersSchema, {}), streak: number });

/** What is stored about a member so that they are asked less: answers to stable items, a clean record, waivers. */
export interface MemberMemories {
	of(uid: number): Promise<MemberMemory>;
	/** Adds answers; the streak continues or starts again. */
	remember(uid: number, answers: Answers, isClean: boolean): Promise<void>;
	waivers(uid: number): Promise<Waiver[]>;
	waive(uid: number, waiver: Waiver): Promise<void>;
	endWaiver(uid: number, key: string): Promise<void>;
	/** Deletes the stored answers; waivers stay. */
	forgetAnswers(uid: number): Promise<void>;
	forget(uid: number): Promise<void>;
}

export function memberMemories(database: Database, clock: Clock): MemberMemories {
	const [memories, waivers] = [memoryRow.in(database), storedMap(database, waiverField)];
	const of = async (uid: number): Promise<MemberMemory> =>
		await memories.get(keys.memory(uid)) ?? { answers: {}, streak: 0 };
	return {
		of,
		async remember(uid, answers, isClean) {
			const before = await of(uid);
			const all = Object.entries({ ...before.answers, ...answers }).slice(-mostRemembered);
			await memories.set(keys.memory(uid), {
				answers: Object.fromEntries(all), streak: isClean ? before.streak + 1 : 0,
			});
		},
		async waivers(uid) {
			const all = await waivers.get(keys.waivers(uid));
			return all.flatMap(([key, waiver]) => (waiver.until > clock.now() ? [{ key, ...waiver }] : []));
		},
		waive: (uid, { key, ...waiver }) => waivers.set(keys.waivers(uid), { [key]: waiver }),
		endWaiver: (uid, key) => waivers.remove(keys.waivers(uid), key),
		async forgetAnswers(uid) {
			await database.delete(keys.memory(uid));
		},
		async forget(uid) {
			await Promise.all([database.delete(keys.memory(uid)), database.delete(keys.waivers(uid))]);
		},
	};
}
