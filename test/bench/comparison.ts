import { range } from 'lodash';
import type { Contender, Ground } from './contender';
import { acts, median, ownActs, timed, type Act, type Sample } from './round';

/** A forum, laid out, that takes turns with another one. */
export interface Player { forum: Contender; ground: Ground }
export interface Players { bare: Player; plugin: Player }

/** The two sides in neighbouring blocks: what slows the machine slows both. */
export interface Turn { bare: Sample; plugin: Sample }

/** What one request costs in database commands and promises; null where nobody counts them. */
export interface Counts { commands: number | null; promises: number | null }

export interface Lengths { blocks: number; warmUp: number; requests: number }

async function turn({ bare, plugin }: Players, act: Act, block: number, requests: number): Promise<Turn> {
	const take = ({ forum, ground }: Player) => timed(forum, ground, act, block, requests);
	if (block % 2 === 0) {
		const first = await take(bare);
		return { bare: first, plugin: await take(plugin) };
	}
	const first = await take(plugin);
	return { bare: await take(bare), plugin: first };
}

/** The turns of one pair of processes, by act; the blocks before V8 has compiled what is measured do not count. */
export async function turnsOfPair(
	players: Players, { blocks, warmUp, requests }: Lengths,
): Promise<Record<string, Turn[]>> {
	const turns: Record<string, Turn[]> = {};
	for (const block of range(blocks + warmUp)) {
		for (const [name, act] of Object.entries(acts)) {
			const taken = await turn(players, act, block, requests);
			if (block >= warmUp) {
				(turns[name] ??= []).push(taken);
			}
		}
	}
	return turns;
}

const ownRounds = 60;
const ownWarmUp = 150;

/** What only the plugin has; there is nothing to take turns with. */
export async function ownSamples({ forum, ground }: Player): Promise<Record<string, Sample[]>> {
	const samples: Record<string, Sample[]> = {};
	for (const round of range(ownRounds + ownWarmUp)) {
		for (const [name, act] of Object.entries(ownActs)) {
			const sample = await timed(forum, ground, act, round);
			if (round >= ownWarmUp) {
				(samples[name] ??= []).push(sample);
			}
		}
	}
	return samples;
}

const countedRounds = 9;

/** Request by request, apart from what is timed: counting promises makes them dearer. */
export async function countsOf({ forum, ground }: Player): Promise<Record<string, Counts>> {
	const counts: Record<string, Counts> = {};
	const middle = (values: readonly (number | null)[]) => (values.includes(null) ? null : median(values as number[]));
	await forum.promises();
	for (const [name, act] of Object.entries(acts)) {
		const taken: Counts[] = [];
		for (const round of range(countedRounds)) {
			await forum.promises();
			const { commands } = await timed(forum, ground, act, round);
			taken.push({ commands, promises: await forum.promises() });
		}
		counts[name] = {
			commands: middle(taken.map(({ commands }) => commands)),
			promises: middle(taken.map(({ promises }) => promises)),
		};
	}
	await forum.stopPromises();
	return counts;
}
