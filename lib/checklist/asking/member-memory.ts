import { isEmpty } from 'lodash';
import * as v from 'valibot';
import type { Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import type { Soon } from '../../kernel/host/soon';
import { pageOf, sortedSet, type Page, type Position } from '../../platform/paged-index';
import { json, number, storedMap, storedRow } from '../../platform/stored-row';
import { answersSchema, type Answer, type Answers } from './answers';

const keys = {
	/** Hash: answers to stable items (JSON), and the number of topics in a row without a warning. */
	memory: (uid: number) => `forum-terms:checklist-memory:${uid}`,
	/** Hash: per item, who waived it for this member, why and until when (JSON). */
	waivers: (uid: number) => `forum-terms:checklist-waivers:${uid}`,
	/** Sorted set: `<uid>:<item>` of each waiver, by its end. */
	waived: 'forum-terms:checklist-waived',
} as const;

const mostRemembered = 50;
const valueOf = (uid: number, key: string) => `${uid}:${key}`;

export interface MemberMemory { answers: Answers; streak: number }

/** Lets a member post without one item for some days; `decision`: its number on record. */
export interface Waiver { key: string; by: number; reason: string; at: number; until: number; decision: number }

const waiverField = json(v.object({
	by: v.number(), reason: v.string(), at: v.number(), until: v.number(), decision: v.number(),
}));
const memoryRow = storedRow<MemberMemory>({ answers: json(answersSchema, {}), streak: number });

/** What is stored about a member so that they are asked less: answers to stable items, a clean record, waivers. */
export interface MemberMemories {
	of(uid: number): Soon<MemberMemory>;
	/**
	 * Adds answers; the streak continues or starts again. No post waits for it, and what fails is logged: a crash costs
	 * a member some typing the next time. Readers in this process wait for it.
	 */
	remember(uid: number, answers: Answers, isClean: boolean): void;
	waivers(uid: number): Promise<Waiver[]>;
	/** Those of all members, the next to end first. */
	allWaivers(count: number, from: Position | null): Promise<Page<Waiver & { uid: number }>>;
	/** Safe to repeat. */
	waive(uid: number, waiver: Waiver): Promise<void>;
	endWaiver(uid: number, key: string): Promise<void>;
	/** Removes the waiver of this decision, which is over. */
	dropWaiver(uid: number, decision: number): Promise<void>;
	/** Deletes the stored answers; waivers stay. */
	forgetAnswers(uid: number): Promise<void>;
	forget(uid: number): Promise<void>;
}

type Remembered = readonly [answers: Answers, isClean: boolean];

/** Answers of one shape have their parts in one order, the order of the schema. */
const isSame = (one: Answer, other: Answer | undefined) =>
	one === other || JSON.stringify(one) === JSON.stringify(other);

/** What of this is new; most members answer as they did last time. */
function newIn(before: MemberMemory, [answers, isClean]: Remembered): Partial<MemberMemory> {
	const isNew = Object.entries(answers).some(([key, answer]) => !isSame(answer, before.answers[key]));
	const streak = isClean ? before.streak + 1 : 0;
	const all = () => Object.fromEntries(Object.entries({ ...before.answers, ...answers }).slice(-mostRemembered));
	return {
		...isNew ? { answers: all() } : {},
		...streak === before.streak ? {} : { streak },
	};
}

export function memberMemories(
	{ database, clock, log, cache }: Pick<Host, 'database' | 'clock' | 'log' | 'cache'>,
): MemberMemories {
	const [memories, waivers] = [memoryRow.in(database), storedMap(database, waiverField)];
	/** What is being remembered, per member, one after the other. */
	const running = new Map<number, Promise<void>>();
	const stored = async (uid: number): Promise<MemberMemory> =>
		await memories.get(keys.memory(uid)) ?? { answers: {}, streak: 0 };
	const kept = readThrough<MemberMemory>(cache('forum-terms-checklist-memory', { max: 5000, ttlSeconds: 60 }),
		uid => stored(Number(uid)));

	async function add(uid: number, remembered: Remembered, before: Soon<unknown>): Promise<void> {
		try {
			await before;
			const changed = newIn(await stored(uid), remembered);
			if (!isEmpty(changed)) {
				await memories.set(keys.memory(uid), changed);
				kept.forget(String(uid));
			}
		} catch (error) {
			log.error('checklist', 'remember', error, uid);
		}
	}
	async function readBehind(uid: number): Promise<MemberMemory> {
		await running.get(uid);
		return kept.get(String(uid));
	}
	async function endWaiver(uid: number, key: string): Promise<void> {
		await database.sortedSetRemove(keys.waived, valueOf(uid, key));
		await waivers.remove(keys.waivers(uid), key);
	}
	const inForce = (all: readonly [string, Omit<Waiver, 'key'>][]): Waiver[] =>
		all.flatMap(([key, waiver]) => (waiver.until > clock.now() ? [{ key, ...waiver }] : []));
	return {
		of: uid => (running.has(uid) ? readBehind(uid) : kept.get(String(uid))),
		remember(uid, ...remembered) {
			const before = running.get(uid) ?? kept.get(String(uid));
			if (before instanceof Promise || !isEmpty(newIn(before, remembered))) {
				const adding = add(uid, remembered, before);
				running.set(uid, adding);
				void adding.then(() => running.get(uid) === adding && running.delete(uid));
			}
		},
		waivers: async uid => inForce(await waivers.get(keys.waivers(uid))),
		allWaivers: (count, from) => pageOf(sortedSet(database, keys.waived, { min: clock.now() }), from, { count },
			async (values) => {
				const named = values.map(value => /^(\d+):(.*)$/.exec(value) ?? []);
				const all = await waivers.getAll(named.map(([, uid]) => keys.waivers(Number(uid))));
				return named.map(([, uid, key], index) => {
					const found = inForce(all[index] ?? []).find(waiver => waiver.key === key);
					return found ? { uid: Number(uid), ...found } : null;
				});
			}),
		async waive(uid, { key, ...waiver }) {
			await waivers.set(keys.waivers(uid), { [key]: waiver });
			await database.sortedSetAdd(keys.waived, waiver.until, valueOf(uid, key));
		},
		endWaiver,
		async dropWaiver(uid, decision) {
			const own = await waivers.get(keys.waivers(uid));
			const over = own.filter(([, waiver]) => waiver.decision === decision);
			await Promise.all(over.map(([key]) => endWaiver(uid, key)));
		},
		async forgetAnswers(uid) {
			await running.get(uid);
			await database.delete(keys.memory(uid));
			kept.forget(String(uid));
		},
		async forget(uid) {
			await running.get(uid);
			const own = await waivers.get(keys.waivers(uid));
			await database.sortedSetRemove(keys.waived, own.map(([key]) => valueOf(uid, key)));
			await Promise.all([database.delete(keys.memory(uid)), database.delete(keys.waivers(uid))]);
			kept.forget(String(uid));
		},
	};
}
