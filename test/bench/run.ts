import { range } from 'lodash';
import { blueprintFigures } from './blueprint';
import { countsOf, ownSamples, turnsOfPair, type Players, type Turn } from './comparison';
import { contender, layOut } from './contender';
import { decisionFigures } from './decisions';
import { switchedTimes, type Switched } from './hooks';
import { partnerFigures } from './partner';
import { proofFigures } from './proof';
import { median } from './round';
import { heading, line, ownLine } from './table';

const { env } = process;
/** Two processes of one forum differ by up to 5 %: the middle of several pairs says more than many rounds of one. */
const pairs = Number(env.BENCH_PAIRS ?? 3);
const lengths = {
	blocks: Number(env.BENCH_BLOCKS ?? 10), warmUp: Number(env.BENCH_WARM_UP ?? 5),
	requests: Number(env.BENCH_REQUESTS ?? 20),
};
/** The bare forum against itself: what the table says where there is no difference. */
const isSelf = env.BENCH_SELF === '1';
/** With everything else that the bench can tell; not where only a part was asked for. */
const isWhole = !isSelf && !env.BENCH_ACTS;

/** Milliseconds of the bare forum. */
interface Bare { barePageMs: number; barePostMs: number }

/**
 * `npm run bench`: what the plugin adds to a post and to a page, against the same forum without it. Both run at the
 * same time and take turns, so that whatever slows the machine slows both; every pair has new processes.
 */
async function compared(): Promise<Bare> {
	// The bare forum first: in one process, the host that the plugin sees is the one started last.
	const bare = await contender(env.NODEBB_DIR, 'bare', { beside: true });
	const plugin = await contender(env.NODEBB_DIR, isSelf ? 'bare' : 'plugin');
	try {
		const players: Players = {
			bare: { forum: bare, ground: await layOut(bare, false) },
			plugin: { forum: plugin, ground: await layOut(plugin, !isSelf) },
		};
		const turns: Record<string, Turn[]>[] = [];
		for (const pair of range(pairs)) {
			if (pair > 0) {
				await Promise.all([bare.restart(), plugin.restart()]);
			}
			turns.push(await turnsOfPair(players, lengths));
			console.error(`pair ${pair + 1} of ${pairs}`);
		}
		const switched: Record<string, Switched>[] = [];
		for (const pair of range(pairs)) {
			await plugin.restart();
			const found = await switchedTimes(players.plugin, lengths.blocks * lengths.requests * 2);
			void (found && switched.push(found));
			console.error(`hooks, ${pair + 1} of ${pairs}`);
		}
		const own = isWhole ? await ownSamples(players.plugin) : {};
		const counts = await countsOf(players);
		const turnsOf = (name: string): Turn[][] => turns.map(byAct => byAct[name] ?? []);
		const bareMs = (name: string) => median(turnsOf(name).flat().map(turn => turn.bare.ms));
		console.log(`${plugin.host}, ${pairs} pairs of processes, ${lengths.blocks} blocks of ` +
			`${lengths.requests} requests each, medians; "pairs": from the lowest to the highest of them`);
		console.log(heading);
		const none = { commands: null, promises: null };
		Object.keys(counts).forEach(name => console.log(line({
			name, pairs: turnsOf(name), switched: switched.flatMap(byAct => byAct[name] ?? []),
			bare: counts[name]?.bare ?? none, plugin: counts[name]?.plugin ?? none,
		})));
		Object.entries(own).forEach(([name, taken]) => console.log(ownLine(name, taken, bareMs('topic post'))));
		if (isWhole) {
			(await blueprintFigures(plugin, players.plugin.ground, {
				...players.bare, pageMs: bareMs('topic page (JSON)'),
			})).forEach(figure => console.log(figure));
		}
		return { barePageMs: bareMs('topic page (JSON)'), barePostMs: bareMs('reply') };
	} finally {
		await bare.stop();
		await plugin.stop();
	}
}

/** A forum of its own: the plugin that fills the store would slow one side of the comparison only. */
async function filled(bare: Bare): Promise<void> {
	const forum = await contender(env.NODEBB_DIR, 'filled');
	try {
		(await partnerFigures(forum, await layOut(forum, true), bare)).forEach(figure => console.log(figure));
	} finally {
		await forum.stop();
	}
}

async function run(): Promise<void> {
	const bare = await compared();
	if (isWhole) {
		await filled(bare);
		(await proofFigures()).forEach(figure => console.log(figure));
		(await decisionFigures()).forEach(figure => console.log(figure));
	}
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
