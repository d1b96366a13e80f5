import { blueprintFigures } from './blueprint';
import { contender, layOut } from './contender';
import { decisionFigures } from './decisions';
import { partnerFigures } from './partner';
import { proofFigures } from './proof';
import { acts, median, ownActs, timed, type Sample } from './round';

const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
/** A forum that has run for some minutes: before that, V8 is still compiling what is measured. */
const warmUp = Number(process.env.BENCH_WARM_UP ?? 150);

/** The middle half of the ratios, round by round: what slows the machine slows both sides of a round. */
function spread(bare: readonly Sample[], plugin: readonly Sample[]): string {
	const ratios = plugin.map(({ ms }, round) => ms / (bare[round]?.ms ?? NaN)).sort((a, b) => a - b);
	const at = (share: number) => (ratios[Math.floor((ratios.length - 1) * share)] ?? NaN).toFixed(2);
	return `${at(0.25)}-${at(0.75)}`;
}

function line(name: string, bare: readonly Sample[], plugin: readonly Sample[]): string {
	const [was, is] = [bare, plugin].map(samples => median(samples.map(({ ms }) => ms))) as [number, number];
	const cpu = [bare, plugin].map(samples => median(samples.map(({ cpuMs }) => cpuMs))) as [number, number];
	const commands = [bare, plugin].map(samples => (samples.some(sample => sample.commands === null) ? null :
		median(samples.map(sample => sample.commands ?? 0))));
	const [few, more] = commands as [number | null, number | null];
	return [
		name.padEnd(28), was.toFixed(2).padStart(8), is.toFixed(2).padStart(8), (is / was).toFixed(2).padStart(7),
		spread(bare, plugin).padStart(12), (cpu[1] / cpu[0]).toFixed(2).padStart(5),
		...few === null || more === null ? ['      not counted'] :
			[String(few).padStart(8), String(more).padStart(8), String(more - few).padStart(6)],
	].join(' ');
}

/** Milliseconds and database commands of what the bare forum does not have, beside one of its topic posts. */
function ownLine(name: string, own: readonly Sample[], post: readonly Sample[]): string {
	const [ms, postMs] = [own, post].map(samples => median(samples.map(sample => sample.ms))) as [number, number];
	const commands = own.some(sample => sample.commands === null) ? 'not counted' :
		`${median(own.map(sample => sample.commands ?? 0))} db`;
	return `${name.padEnd(26)} ${ms.toFixed(2).padStart(7)} ms, ${(ms / postMs).toFixed(2)} of a bare topic post, ${commands}`;
}

/** Milliseconds of the bare forum. */
interface Bare { barePageMs: number; barePostMs: number }

/**
 * `npm run bench`: what the plugin adds to a post and to a page, against the same forum without it. Both run at the
 * same time and take turns, so that whatever slows the machine slows both.
 */
async function compared(): Promise<Bare> {
	const { NODEBB_DIR: nodebbDir } = process.env;
	// The bare forum first: in one process, the host that the plugin sees is the one started last.
	const bare = await contender(nodebbDir, 'bare');
	const plugin = await contender(nodebbDir, 'plugin');
	try {
		const grounds = { bare: await layOut(bare, false), plugin: await layOut(plugin, true) };
		const samples: Record<string, { bare: Sample[]; plugin: Sample[] }> = {};
		Object.keys(acts).forEach((name) => {
			samples[name] = { bare: [], plugin: [] };
		});
		const own: Record<string, Sample[]> = {};
		for (let round = 0; round < rounds + warmUp; round += 1) {
			for (const [name, act] of Object.entries(ownActs)) {
				const sample = await timed(plugin, grounds.plugin, act, round);
				if (round >= warmUp) {
					(own[name] ??= []).push(sample);
				}
			}
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
		console.log(`${''.padEnd(28)}  bare ms  with ms   ratio  middle half   cpu  db bare  db with    +db`);
		for (const [name, { bare: without, plugin: beside }] of Object.entries(samples)) {
			console.log(line(name, without, beside));
		}
		Object.entries(own).forEach(([name, taken]) =>
			console.log(ownLine(name, taken, samples['topic post']?.bare ?? [])));
		const bareMs = (name: string) => median((samples[name]?.bare ?? []).map(({ ms }) => ms));
		(await blueprintFigures(plugin, grounds.plugin, {
			forum: bare, ground: grounds.bare, pageMs: bareMs('topic page (JSON)'),
		})).forEach(figure => console.log(figure));
		return { barePageMs: bareMs('topic page (JSON)'), barePostMs: bareMs('reply') };
	} finally {
		await bare.stop();
		await plugin.stop();
	}
}

/** A forum of its own: the plugin that fills the store would slow one side of the comparison only. */
async function filled(bare: Bare): Promise<void> {
	const forum = await contender(process.env.NODEBB_DIR, 'filled');
	try {
		(await partnerFigures(forum, await layOut(forum, true), bare)).forEach(figure => console.log(figure));
	} finally {
		await forum.stop();
	}
}

async function run(): Promise<void> {
	await filled(await compared());
	(await proofFigures()).forEach(figure => console.log(figure));
	(await decisionFigures()).forEach(figure => console.log(figure));
}

run().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
