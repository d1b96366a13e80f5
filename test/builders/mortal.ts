import assert from 'node:assert/strict';
import { uniqBy } from 'lodash';
import type { Host } from '../../lib/kernel/host/ports';
import { leasesInMemory } from './leases';

/** What the process was about to do when it died. */
export class Killed extends Error {}

/** What of each port changes the world outside the process. */
const writes: { [K in keyof Host]?: RegExp } = {
	database: /^(set|delete|incr|sortedSetAdd|sortedSetRemove|list)/,
	access: /^(ban|unban|mute|unmute|drop|restore|end|leave|join|setGroupTitle|take|put|hideScheduled|release|reopen)/,
	care: /^(withdraw|restore|edit)/, groups: /^(ensure|close|rename|change)/, messenger: /./,
	categories: /^(create|change|give|take|copy)/, outbound: /^post/, topics: /^write/,
};

/**
 * The same world seen by a process of its own, with its own leases, that dies before its write number `at` (0: the
 * first): from there on nothing that it does reaches the world.
 */
export function mortal(world: Host, at = Infinity) {
	const seen: string[] = [];
	const isDead = () => seen.length > at;
	const ported = <K extends keyof Host>(name: K): Host[K] => new Proxy(world[name], {
		get(port, property: string) {
			const member: unknown = Reflect.get(port, property);
			return typeof member !== 'function' ? member : async (...given: unknown[]) => {
				if (writes[name]?.test(property) && !isDead()) {
					seen.push(`${name}.${property} ${String(given[0])}`);
				}
				if (isDead()) {
					throw new Killed(seen.at(-1));
				}
				return (member as (...args: unknown[]) => Promise<unknown>).apply(port, given);
			};
		},
	});
	const names = Object.keys(writes) as (keyof typeof writes)[];
	const host = { ...world, ...Object.fromEntries(names.map(name => [name, ported(name)])) };
	return { host: { ...host, leases: leasesInMemory(host.database) }, writes: seen, isDead };
}

/** What a crash must leave whole. */
export interface CrashCase<World> {
	/** A new world, just before the act. */
	world(): Promise<World> | World;
	host(world: World): Host;
	/** The act, by a process over this host. */
	act(world: World, host: Host): Promise<unknown>;
	/** What a process does when it has started, and every minute. */
	restart(world: World, host: Host): Promise<unknown>;
	/** Whoever asked for it asks again, so until then it may be half done. */
	isRepeated?: boolean;
	/** The end state, in a form that can be compared. */
	state(world: World): unknown;
}

/**
 * Kills a process before each of its writes in turn. Afterwards another one starts, and the world must be as if the act
 * had never begun or as if it were done; the same act once more must leave it done. Answers what was not so.
 */
export async function crashes<World>(
	{ world: made, host, act, restart, state, isRepeated = false }: CrashCase<World>,
): Promise<string[]> {
	const wrong: string[] = [];
	// Links differ by the number of what they lead to, which a second try draws anew.
	const text = async (world: World) => JSON.stringify(await state(world)).replace(/access\/\d+-\w+/g, 'access/…');
	const untouched = await text(await made());
	const whole = await made();
	const { host: first, writes: all } = mortal(host(whole));
	await act(whole, first);
	await restart(whole, first);
	const finished = await text(whole);
	if (finished === untouched) {
		return ['the act changes nothing that the state shows'];
	}
	for (let at = 0; at < all.length; at += 1) {
		const world = await made();
		const { host: dying, writes: seen } = mortal(host(world), at);
		await act(world, dying).catch(() => undefined);
		const next = mortal(host(world)).host;
		await restart(world, next);
		const after = await text(world);
		if (!isRepeated && after !== untouched && after !== finished) {
			wrong.push(`killed before ${seen.at(-1)}: neither undone nor done: ${after}`);
		}
		await act(world, next);
		await restart(world, next);
		const again = await text(world);
		if (again !== finished) {
			wrong.push(`killed before ${seen.at(-1)}: not done by the same act again: ${again}`);
		}
	}
	return wrong.length > 0 ? [...wrong, `untouched: ${untouched}`, `done: ${finished}`] : [];
}

export const whole = (wrong: readonly string[]) => assert.equal(wrong.join('\n'), '');

/** One notification however often it was sent: its id says so. */
export const toldOnce = (sent: readonly { uid: number; kind: string; id: string }[]) =>
	uniqBy(sent, ({ uid, id }) => `${uid} ${id}`).map(({ uid, kind }) => `${uid} ${kind}`).sort();

/** What a process does every minute and every hour, whatever died before it. */
export async function runAll(jobs: readonly { run(): Promise<unknown> }[]): Promise<void> {
	for (const job of jobs) {
		await job.run();
	}
}
