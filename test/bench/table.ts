import type { Counts, Turn } from './comparison';
import type { Switched } from './hooks';
import { goals, median, type Sample } from './round';

/** Everything that was found out about an act; `switched` is empty where hooks cannot be switched. */
export interface Row { name: string; pairs: Turn[][]; switched: Switched[]; bare: Counts; plugin: Counts }

/** The middle over all turns, and the lowest and highest of the pairs' middles. */
interface Ratio { middle: number; low: number; high: number }

const spanOf = (middles: readonly number[]) => ({ low: Math.min(...middles), high: Math.max(...middles) });

function ratio(pairs: readonly Turn[][], time: 'ms' | 'cpuMs'): Ratio {
	const each = pairs.map(turns => turns.map(({ plugin, bare }) => plugin[time] / bare[time]));
	return { middle: median(each.flat()), ...spanOf(each.map(median)) };
}

/** What only the fastest fifth stays below: other work on the machine, and collecting garbage, make the rest differ. */
const quintile = (times: readonly number[]): number =>
	[...times].sort((a, b) => a - b)[Math.floor(times.length / 5)] ?? NaN;

function hooksRatio(switched: readonly Switched[]): Ratio {
	const each = switched.map(({ on, off }) => quintile(on) / quintile(off));
	return each.length === 0 ? { middle: NaN, low: NaN, high: NaN } : { middle: median(each), ...spanOf(each) };
}

const millisecondsOf = (pairs: readonly Turn[][], side: 'bare' | 'plugin'): number =>
	median(pairs.flat().map(turn => turn[side].ms));

const text = (value: number | null, width: number, digits = 0): string =>
	(value === null || Number.isNaN(value) ? '-' : value.toFixed(digits)).padStart(width);
const ratioText = ({ middle, low, high }: Ratio): string =>
	`${text(middle, 7, 3)} ${(Number.isNaN(low) ? '' : `${low.toFixed(3)}-${high.toFixed(3)}`).padStart(11)}`;
const more = (bare: number | null, plugin: number | null, width: number): string =>
	(bare === null || plugin === null ? '-' : `${plugin < bare ? '' : '+'}${Math.round(plugin - bare)}`).padStart(width);

/**
 * Whether the goals are met: by what the hooks cost within one process, which is precise; and the pairs of processes,
 * which are not, do not all say otherwise.
 */
function verdict({ name, pairs, switched, bare, plugin }: Row): string {
	const { ratio: most = Infinity, commands = 0 } = goals[name] ?? {};
	const [hooks, all] = [hooksRatio(switched).middle, ratio(pairs, 'ms')];
	const holds = (value: number) => Number(value.toFixed(2)) <= most;
	const isFast = Number.isNaN(hooks) ? holds(all.middle) : holds(hooks) && holds(all.low);
	const isQuiet = bare.commands === null || plugin.commands === null || plugin.commands - bare.commands <= commands;
	return isFast && isQuiet ? 'yes' : 'NO';
}

export const heading = [
	''.padEnd(28), '  bare ms', ' with ms', '  ratio       pairs', '    cpu       pairs', '  hooks       pairs',
	'db bare', 'db with', ' +db', 'promises', '    +', '      goal', 'holds',
].join(' ');

export function line(row: Row): string {
	const { name, pairs, switched, bare, plugin } = row;
	const { ratio: most, commands = 0 } = goals[name] ?? {};
	return [
		name.padEnd(28), text(millisecondsOf(pairs, 'bare'), 9, 2), text(millisecondsOf(pairs, 'plugin'), 8, 2),
		ratioText(ratio(pairs, 'ms')), ratioText(ratio(pairs, 'cpuMs')), ratioText(hooksRatio(switched)),
		text(bare.commands, 7), text(plugin.commands, 7), more(bare.commands, plugin.commands, 4),
		text(bare.promises, 8), more(bare.promises, plugin.promises, 5),
		`${most?.toFixed(2) ?? 'none'}, +${commands}`.padStart(10), verdict(row).padStart(5),
	].join(' ');
}

/** Milliseconds and database commands of what the bare forum does not have, beside one of its topic posts. */
export function ownLine(name: string, own: readonly Sample[], postMs: number): string {
	const ms = median(own.map(sample => sample.ms));
	const commands = own.some(sample => sample.commands === null) ? 'not counted' :
		`${median(own.map(sample => sample.commands ?? 0))} db`;
	return `${name.padEnd(28)} ${text(ms, 9, 2)} ms, ${(ms / postMs).toFixed(2)} of a bare topic post, ${commands}`;
}
