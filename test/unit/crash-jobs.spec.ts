import { digestJob, partnerJobs, peopleJob } from '../../lib/partners/jobs';
import { allOf, sortedSet } from '../../lib/platform/paged-index';
import { company } from '../builders/company';
import { crashes, runAll, toldOnce, whole } from '../builders/mortal';

const dayMs = 86_400_000;

describe('a job killed before any of its writes is done by its next run, and nobody hears of it twice or not at all', () => {
	type Company = ReturnType<typeof company>;
	type Process = ReturnType<Company['over']>;
	/** Acme (owner 7, staff 8), whose owner wants a digest; something happened there. */
	async function acme(more: Parameters<Company['put']>[1] = {}) {
		const ground = company();
		await ground.put('acme', more);
		await ground.over(ground.host).digests.choose(7, 'daily');
		await ground.partners.store.notePost('acme', { pid: '50', uid: 8 }, ground.time.at + 1000);
		return ground;
	}
	const all = ({ partners, people, digests }: Process) =>
		[...partnerJobs(partners), digestJob(digests), peopleJob(people)];
	async function state({ over, host, sent, inGroup, database }: Company) {
		const { partners, people: { pending } } = over(host);
		return {
			told: toldOnce(sent), groups: [...inGroup].map(([name, uids]) => [name, [...uids].sort()]),
			events: (await partners.store.lastEvents('acme', 1000)).map(({ kind }) => kind).sort(),
			invitations: (await pending.invitationsOf('acme', 0)).length,
			stored: database.everything().match(/partner-invitation[-\w]*:\w+/g),
			readers: await allOf(sortedSet(database, 'forum-terms:partner-digests')),
		};
	}
	const cases: Record<string, readonly [
		world: () => Promise<Company>, act: (process: Process) => Promise<unknown>,
	]> = {
		'that sends a digest': [async () => {
			const ground = await acme();
			ground.time.at += dayMs;
			return ground;
		}, ({ digests }) => digests.send()],
		'that reminds owners of their list of people': [async () => {
			const ground = await acme();
			ground.time.at += 100 * dayMs;
			await ground.over(ground.host).digests.choose(7, 'off');
			return ground;
		}, ({ people }) => people.confirmations.remind()],
		'that deletes what nobody can accept any more': [async () => {
			const ground = await acme();
			await ground.over(ground.host).digests.choose(7, 'off');
			await ground.invitations.invite('acme', { email: 'a@acme.example' }, 'sales', 7);
			await ground.invitations.invite('acme', { username: 'member 30' }, 'sales', 7);
			ground.time.at += 15 * dayMs;
			return ground;
		}, ({ people }) => peopleJob(people).run()],
		'that ends a level': [async () => {
			const ground = await acme({ levelValidUntil: Date.UTC(2026, 0, 2) });
			ground.time.at += 2 * dayMs;
			return ground;
		}, async ({ partners }) => partnerJobs(partners)[0]?.run()],
	};
	for (const [name, [world, act]] of Object.entries(cases)) {
		it(name, async () => whole(await crashes({
			world, host: ground => ground.host,
			act: (ground, host) => act(ground.over(host)),
			async restart(ground, host) {
				ground.time.at += 60_000;
				await runAll(all(ground.over(host)));
			},
			state,
		})));
	}
});
