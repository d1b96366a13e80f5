import { range } from 'lodash';
import type { Contender, Ground } from './contender';
import { median, timed, type Sample } from './round';

const count = 60;
const repeats = 10;
const [description, icon] = ['A place of the bench.', 'fa-phone'];
const grantees = { read: ['everybody'], topics: ['users'], replies: ['users'] };

/** Sixty categories, ten at the top and five below each, every one with words of its own. */
export function blueprintOfBench(): object {
	return { blueprint: 1, categories: range(count).map(index => ({
		key: `bench-${index}`, name: { 'en-GB': `Bench ${index}` }, description: { 'en-GB': description },
		...index < 10 ? {} : { parent: `bench-${index % 10}` }, ...grantees, icon,
		checklist: { topics: 'none' }, words: [`benchword${index}`, `another benchword ${index}`],
	})) };
}

/** What was done, how many database commands and how many of them wrote something; null where nobody counts. */
interface Work extends Sample { writes: number | null }

async function worked(
	forum: Contender, ground: Ground, act: () => Promise<{ status: number; text: string }>,
): Promise<Work> {
	const before = await forum.commands();
	const sample = await timed(forum, ground, act, 0);
	const after = await forum.commands();
	return { ...sample, writes: before && after && after.written - before.written };
}

function line(name: string, { ms, commands, writes }: Work, restMs: number, rest: string): string {
	return `${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms, ${(ms / restMs).toFixed(2)} of ${rest}, ` +
		`${commands ?? '?'} db, ${writes ?? '?'} writes`;
}

/** A blueprint of sixty categories: made, made again, and what readers and writers pay for it afterwards (clause 5). */
export async function blueprintFigures(
	forum: Contender, ground: Ground, bare: { forum: Contender; ground: Ground; pageMs: number },
): Promise<string[]> {
	const { admin } = ground.partner;
	const made = await worked(bare.forum, bare.ground, async () => {
		let answer = { status: 0, text: '' };
		for (const index of range(count)) {
			answer = await bare.ground.partner.admin.send('POST', '/api/v3/categories', {
				name: `Bench ${index}`, description, icon,
			});
		}
		return answer;
	});
	let plan = '';
	let [steps, total] = [0, 0];
	const planned = () => worked(forum, ground, async () => {
		const answer = await admin.terms.call('POST', '/admin/categories/plan', { blueprint: blueprintOfBench() });
		plan = String(answer.response.plan);
		steps = (answer.response.steps as unknown[]).length;
		return answer;
	});
	const applied = () => worked(forum, ground, async () => {
		const answer = await admin.terms.call('POST', '/admin/categories/apply', { plan });
		total = Number(answer.response.total);
		return answer;
	});
	const firstPlan = await planned();
	const [wanted, firstRun] = [steps, await applied()];
	const [secondPlan, again] = [await planned(), await applied()];
	if (steps > 0 || total > 0) {
		throw new Error(`the second apply had ${steps} steps`);
	}
	const repeated = async (act: () => Promise<{ status: number; text: string }>): Promise<Work> => {
		const works: Work[] = [];
		for (const _round of range(repeats)) {
			works.push(await worked(forum, ground, act));
		}
		const middle = (values: readonly (number | null)[]) =>
			(values.includes(null) ? null : median(values as number[]));
		return {
			ms: median(works.map(({ ms }) => ms)), cpuMs: median(works.map(({ cpuMs }) => cpuMs)),
			commands: middle(works.map(({ commands }) => commands)),
			writes: middle(works.map(({ writes }) => writes)),
		};
	};
	const text = 'A text that is long enough to be posted. '.repeat(40);
	const suggested = await repeated(() =>
		ground.member.terms.check({ cid: ground.cid, title: 'About benchword7', content: text }));
	const terms = await repeated(() => ground.member.get('/api/forum-terms'));
	await admin.terms.call('POST', '/admin/categories/undo', {});
	const bench = `${count} bare categories by the API`;
	return [
		`a blueprint of ${count} categories (${wanted} steps):`,
		line('planning it', firstPlan, made.ms, bench), `${line('applying it', firstRun, made.ms, bench)}; goal: at most 1.1`,
		line('planning it again: no steps, the plan is kept', secondPlan, made.ms, bench),
		line('applying that: no steps, only the lock is taken', again, made.ms, bench),
		line('checking a text that sounds like another place', suggested, bare.pageMs, 'a bare topic page'),
		`${line('the terms with their list of categories, JSON', terms, bare.pageMs, 'a bare topic page')}; goal: at most 20 db`,
	];
}
