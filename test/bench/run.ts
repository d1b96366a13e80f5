import { contender, layOut } from './contender';
import { proofFigures } from './proof';
import { acts, median, timed, type Sample } from './round';

const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const warmUp = 10;

function line(name: string, bare: readonly Sample[], plugin: readonly Sample[]): string {
	const [was, is] = [bare, plugin].map(samples => median(samples.map(({ ms }) => ms))) as [number, number];
	const commands = [bare, plugin].map(samples => (samples.some(sample => sample.commands === null) ? null :
		median(samples.map(sample => sample.commands ?? 0))));
	const [few, more] = commands as [number | null, number | null];
	return [
		name.padEnd(18), was.toFixed(2).padStart(8), is.toFixed(2).padStart(8), (is / was).toFixed(2).padStart(7),
		(is - was).toFixed(2).padStart(8),
		...few === null || more === null ? ['      not counted'] :
			[String(few).padStart(8), String(more).padStart(8), String(more - few).padStart(6)],
	].join(' ');
}

/**
 * `npm run bench`: what the plugin adds to a post and to a page, against the same forum without it. Both run at the
 * same time and take turns, so that whatever slows the machine slows both.
 */
async function main(): Promise<void> {
	const { NODEBB_DIR: nodebbDir } = process.env;
	// The bare forum first: in one process, the host that the plugin sees is the one started last.
	const bare = await contender(nodebbDir, false);
	const plugin = await contender(nodebbDir, true);
	try {
		const grounds = { bare: await layOut(bare, false), plugin: await layOut(plugin, true) };
		const samples: Record<string, { bare: Sample[]; plugin: Sample[] }> = {};
		Object.keys(acts).forEach((name) => {
			samples[name] = { bare: [], plugin: [] };
		});
		for (let round = 0; round < rounds + warmUp; round += 1) {
			for (const [name, act] of Object.entries(acts)) {
				const turns = [['bare', bare], ['plugin', plugin]] as const;
				for (const [side, forum] of round % 2 === 0 ? turns : [...turns].reverse()) {
					const sample = await timed(forum, grounds[side], act, round);
					if (round >= warmUp) {
						samples[name]?.[side].push(sample);
					}
				}
			}
		}
		console.log(`${plugin.host}, Node ${process.version}, ${rounds} rounds, medians`);
		console.log('                    bare ms  with ms   ratio  +ms      db bare  db with   +db');
		for (const [name, { bare: without, plugin: beside }] of Object.entries(samples)) {
			console.log(line(name, without, beside));
		}
	} finally {
		await bare.stop();
		await plugin.stop();
	}
}

async function run(): Promise<void> {
	await main();
	(await proofFigures()).forEach(figure => console.log(figure));
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
