import { setTimeout as sleep } from 'node:timers/promises';
import { pick, range } from 'lodash';
import type { Contender, Ground } from './contender';
import { acts, median, ownActs, timed, type Act, type Sample } from './round';

/** A forum, laid out, that takes turns with another one. */
export interface Player { forum: Contender; ground: Ground }
export interface Players { bare: Player; plugin: Player }

/** Both sides in neighbouring blocks: what slows the machine slows both. */
export interface Turn { bare: Sample; plugin: Sample }

/** What one request costs in database commands and promises; null where nobody counts them. */
export interface Counts { commands: number | null; promises: number | null }

/** All acts, or those that BENCH_ACTS names. */
export const wanted = process.env.BENCH_ACTS ? pick(acts, process.env.BENCH_ACTS.split(';')) : acts;

export interface Lengths { blocks: number; warmUp: number; requests: number }

async function turn({ bare, plugin }: Players, act: Act, block: number, requests: number): Promise<Turn> {
	const take = ({ forum, ground }: Player) => timed(forum, ground, act, block, requests);
	// As many for each, or one forum would have twice the other's topics, and longer pages.
	return block % 2 === 0 ? { bare: await take(bare), plugin: await take(plugin) } :
		{ plugin: await take(plugin), bare: await take(bare) };
}

/** What was taken of each act, in rounds through all of them; the ones before V8 has compiled do not count. */
async function taken<T>(
	from: Readonly<Record<string, Act>>, rounds: { warmUp: number; counting: number },
	take: (act: Act, round: number) => Promise<T>,
): Promise<Record<string, T[]>> {
	const found: Record<string, T[]> = {};
	for (const round of range(rounds.warmUp + rounds.counting)) {
		for (const [name, act] of Object.entries(from)) {
			const one = await take(act, round);
			if (round >= rounds.warmUp) {
				(found[name] ??= []).push(one);
			}
		}
	}
	return found;
}

/** The turns of one pair of processes, by act. */
export const turnsOfPair = (
	players: Players, { blocks, warmUp, requests }: Lengths,
): Promise<Record<string, Turn[]>> =>
	taken(wanted, { warmUp, counting: blocks }, (act, block) => turn(players, act, block, requests));

/** What only the plugin has; there is nothing to take turns with. */
export const ownSamples = ({ forum, ground }: Player): Promise<Record<string, Sample[]>> =>
	taken(ownActs, { warmUp: 150, counting: 60 }, (act, round) => timed(forum, ground, act, round));

const countedRounds = 15;
/** What a forum does on its own after an answer is done by then. */
const settleMs = 30;

async function counted({ forum, ground }: Player, act: Act, round: number): Promise<Counts> {
	await forum.promises();
	const before = await forum.commands();
	await timed(forum, ground, act, round);
	await sleep(settleMs);
	const [after, promises] = [await forum.commands(), await forum.promises()];
	return { commands: before && after && after.sent - before.sent, promises };
}

/** Request by request, apart from what is timed: counting promises makes them dearer. */
export async function countsOf(players: Players): Promise<Record<string, { bare: Counts; plugin: Counts }>> {
	const middle = (values: readonly (number | null)[]) =>
		(values.includes(null) ? null : median(values as number[]));
	const middles = (taken: readonly Counts[]): Counts => ({
		commands: middle(taken.map(({ commands }) => commands)),
		promises: middle(taken.map(({ promises }) => promises)),
	});
	const counts: Record<string, { bare: Counts; plugin: Counts }> = {};
	for (const [name, act] of Object.entries(wanted)) {
		const taken: { bare: Counts; plugin: Counts }[] = [];
		for (const round of range(countedRounds)) {
			taken.push({
				bare: await counted(players.bare, act, round), plugin: await counted(players.plugin, act, round),
			});
		}
		counts[name] = {
			bare: middles(taken.map(({ bare }) => bare)), plugin: middles(taken.map(({ plugin }) => plugin)),
		};
	}
	await Promise.all([players.bare, players.plugin].map(({ forum }) => forum.stopPromises()));
	return counts;
}
