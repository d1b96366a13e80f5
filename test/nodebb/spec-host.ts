import type { Request, RequestHandler, Response, Router } from 'express';
import type { MemberAccess } from '../../lib/kernel/host/member-access';
import { outsideWorld } from './outside-world';
import { writeRecorder, type Written } from './write-recorder';

/** What a spec asks of the host directly, past every route of the forum; a stand-in for other plugins. */
export interface SpecCall { call: string; uid?: number; until?: number; reason?: string; args?: unknown[] }

interface Editing { pid?: unknown }
interface Listener<P> { hook: string; priority: number; method: (params: P) => Promise<P | void> }

interface Modules {
	'./src/user': {
		isAdministrator(uid: number): Promise<boolean>;
		getUserFields(uid: number, fields: string[]): Promise<Record<string, unknown>>;
		bans: {
			ban(uid: number, until: number, reason: string): Promise<unknown>;
			unban(uid: number, reason: string): Promise<unknown>;
		};
	};
	'./src/groups': {
		isMemberOfGroups(uid: number, names: string[]): Promise<boolean[]>;
	};
	'./src/database': {
		getObject(key: string): Promise<Record<string, unknown> | null>;
		setObject(key: string, fields: Record<string, string>): Promise<void>;
		getSortedSetRange(key: string, start: number, stop: number): Promise<string[]>;
		getSortedSetRangeByScoreWithScores(
			key: string, start: number, count: number, min: string, max: string,
		): Promise<{ value: string; score: number }[]>;
		getListRange(key: string, start: number, stop: number): Promise<string[]>;
		scan(params: { match: string }): Promise<string[]>;
		type(key: string): Promise<string | undefined>;
	};
	'./src/plugins': {
		hooks: {
			register<P>(id: string, listener: Listener<P>): void;
		};
	};
	'./src/routes/helpers': {
		setupApiRoute(router: Router, verb: string, path: string, guards: RequestHandler[], work: RequestHandler): void;
	};
	'./src/controllers/helpers': {
		formatApiResponse(status: number, res: Response, payload?: unknown): Promise<void>;
	};
}

const from = <K extends keyof Modules>(path: K): Modules[K] =>
	(globalThis as unknown as { nodebb: { require(path: string): unknown } }).nodebb.require(path) as Modules[K];

/** The account as the database has it: reading it so ends no ban. */
async function stored(uid: number) {
	const db = from('./src/database');
	const row = await db.getObject(`user:${uid}`) ?? {};
	const names = await db.getSortedSetRange('groups:createtime', 0, -1);
	const isIn = await from('./src/groups').isMemberOfGroups(uid, names);
	const held = names.filter((_name, index) => isIn[index]).sort();
	const [bans, unbans] = await Promise.all(['bans', 'unbans'].map(name =>
		db.getSortedSetRange(`uid:${uid}:${name}:timestamp`, 0, -1)));
	return {
		banned: Number(row.banned ?? 0), expire: Number(row['banned:expire'] ?? 0), muted: Number(row.muted ?? 0),
		mutedUntil: Number(row.mutedUntil ?? 0), groups: held.filter(name => !name.startsWith('cid:')),
		privileges: held.filter(name => name.startsWith('cid:')), bans: bans?.length, unbans: unbans?.length,
	};
}

async function hashOf(key: string, fields: Record<string, string>) {
	const db = from('./src/database');
	await (Object.keys(fields).length > 0 ? db.setObject(key, { ...fields }) : undefined);
	return db.getObject(key);
}

/** Everything the plugin stores: keys, each with all that it holds as text. */
async function kept(): Promise<[key: string, text: string][]> {
	const db = from('./src/database');
	const keys = await db.scan({ match: 'forum-terms:*' });
	const held: Partial<Record<string, (key: string) => Promise<unknown>>> = {
		hash: key => db.getObject(key), list: key => db.getListRange(key, 0, -1),
		zset: key => db.getSortedSetRangeByScoreWithScores(key, 0, -1, '-inf', '+inf'),
	};
	return Promise.all(keys.map(async (key): Promise<[string, string]> =>
		[key, JSON.stringify(await held[await db.type(key) ?? '']?.(key) ?? null)]));
}

/**
 * Stops the next edit of a post at the question whether it is allowed, until it is released; later ones go by. So a
 * spec can do something in the middle of an edit.
 */
function editHolder() {
	const held = new Map<string, { isThere: boolean; release: () => void; until: Promise<void> }>();
	let isListening = false;
	return {
		hold(pid: string): void {
			let release: () => void = () => undefined;
			const until = new Promise<void>((resolve) => {
				release = resolve;
			});
			held.set(pid, { isThere: false, release, until });
			if (!isListening) {
				isListening = true;
				from('./src/plugins').hooks.register('spec-host', {
					hook: 'filter:privileges.posts.edit', priority: 1,
					method: async (params: Editing) => {
						const found = held.get(String(params.pid));
						if (found && !found.isThere) {
							found.isThere = true;
							await found.until;
						}
						return params;
					},
				});
			}
		},
		isHeld: (pid: string): boolean => held.get(pid)?.isThere === true,
		release(pid: string): void {
			held.get(pid)?.release();
			held.delete(pid);
		},
	};
}

const edits = editHolder();

/** What other plugins heard of decisions since this was asked last; the first time begins to listen. */
function hearing(): () => Promise<object[]> {
	let heard: object[] | undefined;
	return async () => {
		const taken = heard?.splice(0) ?? [];
		if (!heard) {
			heard = [];
			from('./src/plugins').hooks.register('spec-host', {
				hook: 'action:forum-terms.decision', priority: 10,
				method: async (params: object) => void heard?.push({ ...params }),
			});
		}
		return taken;
	};
}

/** Calls beside those, by name. */
export type MoreCalls = Readonly<Record<string, (given: never) => Promise<unknown>>>;

/** What was written since this was asked last; the first time begins to record. */
function recording(): () => Promise<Written[]> {
	let recorded: (() => Written[]) | undefined;
	return async () => {
		recorded ??= writeRecorder(from('./src/database'));
		return recorded();
	};
}

async function answer(access: MemberAccess, more: MoreCalls, asked: SpecCall) {
	const { call, uid = 0, until = 0, reason = '', args = [] } = asked;
	const user = from('./src/user');
	switch (call) {
		case 'ban': return user.bans.ban(uid, until, reason);
		case 'unban': return user.bans.unban(uid, reason);
		case 'stored': return stored(uid);
		case 'read': return user.getUserFields(uid, ['banned', 'banned:expire', 'muted', 'mutedUntil']);
		case 'kept': return kept();
		case 'hash': return hashOf(String(args[0]), args[1] as Record<string, string>);
		case 'holdEdit': return edits.hold(String(args[0]));
		case 'isEditHeld': return edits.isHeld(String(args[0]));
		case 'releaseEdit': return edits.release(String(args[0]));
		default: {
			const further = more[call] as ((given: unknown) => Promise<unknown>) | undefined;
			if (further) {
				return further(args[0]);
			}
			const method = access[call.replace('access.', '') as keyof MemberAccess] as (...given: unknown[]) => Promise<unknown>;
			return method(...args);
		}
	}
}

/**
 * One more plugin, for specs alone: `POST /api/v3/plugins/spec-host { call, … }` by an administrator. `call` is `ban`,
 * `unban`, `stored`, `read`, `hash`, `kept`, `writes`, `heard`, `outside`, `holdEdit`, `isEditHeld`, `releaseEdit` or
 * the name of a function of the port, with its `args` (`access.ban` and `access.unban` are the port's), or one of
 * `more`, with its first argument.
 */
export function specHost(access: () => MemberAccess, more: MoreCalls = {}) {
	const calls: MoreCalls = { writes: recording(), heard: hearing(), outside: outsideWorld(), ...more };
	return async ({ router }: { router: Router }): Promise<void> => {
		from('./src/routes/helpers').setupApiRoute(router, 'post', '/spec-host', [], async (req: Request, res: Response) => {
			const { uid } = req as Request & { uid: number };
			if (!await from('./src/user').isAdministrator(uid)) {
				throw new Error('[[error:no-privileges]]');
			}
			const result = await answer(access(), calls, req.body as SpecCall);
			await from('./src/controllers/helpers').formatApiResponse(200, res, { result: result ?? null });
		});
	};
}
