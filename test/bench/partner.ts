import { range } from 'lodash';
import { nodebbDatabase } from '../../lib/nodebb/database';
import { attributionFields } from '../../lib/partners/post-attribution';
import { partnerStore } from '../../lib/partners/store';
import { partnerOfBench, type Contender, type Ground } from './contender';
import { median, timed, type Sample } from './round';

const staff = 10_000;
const posts = 100_000;
const rounds = 15;
const base = '/api/v3/plugins/forum-terms';

function line(name: string, samples: readonly Sample[], bareMs: number): string {
	const ms = median(samples.map(sample => sample.ms));
	return `${name.padEnd(44)} ${ms.toFixed(2).padStart(7)} ms, ${(ms / bareMs).toFixed(2)} of a bare topic page, ` +
		`${median(samples.map(({ commands }) => commands ?? 0))} db`;
}

/**
 * A partner with 10,000 staff and 100,000 posts: what suspending and lifting it costs, whether a staff member's next
 * post is refused, and the owner's list. The people and the posts go into the store by its own writes; only the forum
 * in this process can be filled that way.
 */
export async function partnerFigures(
	forum: Contender, ground: Ground, rest: { barePageMs: number; barePostMs: number },
): Promise<string[]> {
	if (forum.host !== 'sandbox') {
		return ['a partner with 10,000 staff and 100,000 posts: measured in the sandbox only'];
	}
	const { admin, staffer, owner } = ground.partner;
	const database = nodebbDatabase();
	const store = partnerStore(database);
	await store.join(range(staff).map(index => ({
		uid: 1_000_000 + index, partner: partnerOfBench, role: 'support' as const, since: 1, isHalted: false,
	})));
	for (const index of range(posts)) {
		await store.notePost(partnerOfBench, { pid: String(10_000_000 + index), uid: 1_000_000 }, 1000 + index);
	}
	// Those that a page of the list can reach are there: posts that are gone would leave the index instead.
	for (const index of range(posts - 1000, posts)) {
		await database.setObject(`post:${10_000_000 + index}`, {
			pid: 10_000_000 + index, tid: ground.replyTid, uid: 1_000_000, timestamp: 1000 + index, content: 'A post of the bench.',
			[attributionFields.partner]: partnerOfBench,
		});
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
	const people = await store.peopleCount(partnerOfBench);
	const events = await store.events(partnerOfBench);
	const refusedMs = median((taken.refused ?? []).map(({ ms }) => ms));
	return [
		`a partner with ${people.toLocaleString('en')} people and ` +
			`${(await store.postCount(partnerOfBench)).toLocaleString('en')} posts, in the sandbox:`,
		line('suspending it, with a page of its people', taken.suspend ?? [], rest.barePageMs),
		line('lifting it', taken.lift ?? [], rest.barePageMs),
		`a suspended staff member's next post            refused in ${refusedMs.toFixed(2)} ms, ` +
			`${(refusedMs / rest.barePostMs).toFixed(2)} of a bare reply; after lifting it was answered ${again.status}`,
		line("the owner's list of posts", taken.list ?? [], rest.barePageMs),
		`events of ${rounds} suspensions and liftings: ` +
			`${events.filter(({ kind }) => kind === 'suspended' || kind === 'lifted').length}`,
	];
}
