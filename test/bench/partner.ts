import { range } from 'lodash';
import type { Fill } from '../nodebb/bench-fill';
import { partnerOfBench, type Contender, type Ground } from './contender';
import { median, timed, type Sample } from './round';

const staff = 10_000;
const posts = 100_000;
const rounds = 15;
/** In parts, so that no request takes longer than a forum waits for one. */
const parts = 10;
const base = '/api/v3/plugins/forum-terms';

function line(name: string, samples: readonly Sample[], bareMs: number): string {
	const ms = median(samples.map(sample => sample.ms));
	return `${name.padEnd(44)} ${ms.toFixed(2).padStart(7)} ms, ${(ms / bareMs).toFixed(2)} of a bare topic page, ` +
		`${median(samples.map(({ commands }) => commands ?? 0))} db`;
}

/**
 * A partner with 10,000 staff and 100,000 posts: what suspending and lifting it costs, whether a staff member's next
 * post is refused, and the owner's list. People and posts go into the store by its own writes, inside the forum.
 */
export async function partnerFigures(
	forum: Contender, ground: Ground, rest: { barePageMs: number; barePostMs: number },
): Promise<string[]> {
	const { admin, staffer, owner } = ground.partner;
	let filled = { people: 0, posts: 0 };
	for (const part of range(parts)) {
		const fill: Fill = {
			partner: partnerOfBench, tid: ground.replyTid, people: [part * staff / parts, (part + 1) * staff / parts],
			posts: [part * posts / parts, (part + 1) * posts / parts],
		};
		const { status, text, response } = await admin.send('POST', '/api/v3/plugins/spec-host', { call: 'fill', args: [fill] });
		if (status !== 200) {
			throw new Error(`the bench could not be filled: ${status} ${text.slice(0, 300)}`);
		}
		filled = response.result as typeof filled;
	}
	const taken: Record<string, Sample[]> = { suspend: [], refused: [], lift: [], list: [] };
	const take = async (name: string, act: () => Promise<{ status: number; text: string }>) => {
		taken[name]?.push(await timed(forum, ground, act, 0));
	};
	const at = `${base}/admin/partners/${partnerOfBench}/suspension`;
	for (const round of range(rounds)) {
		await take('suspend', () => admin.send('PUT', at, { clause: '1', reason: 'A bench.', notice: 'none' }));
		await take('refused', async () => {
			const { status, text } = await staffer.reply(ground.replyTid, { content: `Not to be posted, number ${round}.` });
			return { status: status === 400 && text.includes('is suspended') ? 200 : 500, text };
		});
		await take('lift', () => admin.send('DELETE', at, { reason: 'The bench is over.' }));
		await take('list', () => owner.send('GET', `${base}/partners/${partnerOfBench}/posts`));
	}
	const again = await staffer.reply(ground.replyTid, { content: 'Posted again once the suspension was lifted.' });
	const refusedMs = median((taken.refused ?? []).map(({ ms }) => ms));
	return [
		`a partner with ${filled.people.toLocaleString('en')} people and ${filled.posts.toLocaleString('en')} posts, on ${forum.host}:`,
		line('suspending it, with a page of its people', taken.suspend ?? [], rest.barePageMs),
		line('lifting it', taken.lift ?? [], rest.barePageMs),
		`a suspended staff member's next post            refused in ${refusedMs.toFixed(2)} ms, ` +
			`${(refusedMs / rest.barePostMs).toFixed(2)} of a bare reply; after lifting it was answered ${again.status}`,
		line("the owner's list of posts", taken.list ?? [], rest.barePageMs),
	];
}
