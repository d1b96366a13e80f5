import { range } from 'lodash';
import { wanted, type Player } from './comparison';
import type { Act } from './round';

/** Milliseconds of single requests to one process: NodeBB calls the plugin's hooks, or none of them. */
export interface Switched { on: number[]; off: number[] }

/** So few at a time that both meet the same machine; the first after each switch does not count. */
const atATime = 5;
/** Until V8 has compiled both ways. */
const warmUp = 100;

async function timesOf({ forum, ground }: Player, act: Act, requests: number): Promise<Switched> {
	let round = 0;
	async function once(): Promise<number> {
		round += 1;
		const start = performance.now();
		const { status, text } = await act(ground, round);
		if (status >= 300) {
			throw new Error(`the bench was answered ${status}: ${text.slice(0, 300)}`);
		}
		return performance.now() - start;
	}
	const taken: Switched = { on: [], off: [] };
	for (const block of range((warmUp + requests) / atATime)) {
		for (const side of block % 2 === 0 ? ['on', 'off'] as const : ['off', 'on'] as const) {
			await forum.listen(side === 'on');
			await once();
			for (const _turn of range(atATime)) {
				const ms = await once();
				void (block * atATime < warmUp || taken[side].push(ms));
			}
		}
	}
	await forum.listen(true);
	return taken;
}

/** By act, for the process that runs now; null where hooks cannot be switched. */
export async function switchedTimes(player: Player, requests: number): Promise<Record<string, Switched> | null> {
	const found: Record<string, Switched> = {};
	for (const [name, act] of Object.entries(await player.forum.listen(true) ? wanted : {})) {
		found[name] = await timesOf(player, act, requests);
	}
	return Object.keys(found).length > 0 ? found : null;
}
