import assert from 'node:assert/strict';
import { range } from 'lodash';
import { forgetAuthor } from '../../lib/checklist/forget';
import { checklistServices } from '../../lib/checklist/services';
import { customerServices } from '../../lib/customers/services';
import type { Host } from '../../lib/kernel/host/ports';
import { forgetPerson } from '../../lib/partners/forget';
import { partnerJobs } from '../../lib/partners/jobs';
import { forumOf } from '../../lib/platform/forum/forum';
import { allOf, sortedSet } from '../../lib/platform/paged-index';
import { company, suspensionOf } from '../builders/company';
import { customersInMemory, yes } from '../builders/customers';
import { recordOver } from '../builders/decisions';
import { crashes, mortal, runAll, toldOnce, whole } from '../builders/mortal';
import { termsInMemory } from '../builders/terms';
import { opened, posted } from '../builders/visit';

type Company = ReturnType<typeof company>;

describe('an account whose deletion was killed before any write is forgotten when it is deleted again', () => {
	/** Member 918273, who owns Acme, has asked to join Other, and is invited to Third. */
	const uid = 918_273;
	async function acme(owners: readonly number[] = [uid]) {
		const ground = company();
		await ground.put('acme', { owners: [...owners] });
		await ground.put('other', { owners: [9], staff: [] });
		await ground.put('third', { owners: [10], staff: [] });
		return ground;
	}
	const forget = (ground: Company, host: Host) => {
		const { partners, people, digests } = ground.over(host);
		return forgetPerson({ ...partners, pending: people.pending, digests }, uid);
	};
	const resumed = (ground: Company, host: Host) => runAll(partnerJobs(ground.over(host).partners));

	it('by their company, and administrators are told that it has no owner', async () => whole(await crashes({
		isRepeated: true,
		async world() {
			const ground = await acme();
			const process = ground.over(ground.host);
			await process.digests.choose(uid, 'weekly');
			await process.people.requests.ask('other', uid, 'sales', 'I work there.');
			await process.people.invitations.invite('third', { username: `member ${uid}` }, 'sales', 10);
			return ground;
		},
		host: ground => ground.host, act: forget, restart: resumed,
		async state({ over, host, sent, inGroup, database }: Company) {
			const { partners, people: { pending } } = over(host);
			return {
				owners: (await partners.store.account('acme'))?.owners,
				people: (await partners.store.people('acme')).map(one => one.uid),
				told: toldOnce(sent), groups: [...inGroup].map(([name, uids]) => [name, [...uids].sort()]),
				waiting: [await pending.requestsOf('other'), await pending.invitationsFor(uid, 0), await pending.invitationsOf('third', 0)],
				readers: await allOf(sortedSet(database, 'forum-terms:partner-digests')),
				events: (await partners.store.lastEvents('acme', 100)).map(({ kind }) => kind).sort(),
			};
		},
	})));

	it('and an act that had been killed before is finished all the same', async () => {
		for (const at of range(60)) {
			const ground = await acme([uid, 7]);
			const { host: dying } = mortal(ground.host, at);
			await ground.over(dying).partners.accounts.suspend('acme', suspensionOf()).catch(() => undefined);
			await forget(ground, ground.host);
			const { partners, book } = ground.over(ground.host);
			await runAll([...partnerJobs(partners), { run: () => book.finishOpen() }]);
			const account = await partners.store.account('acme') ?? assert.fail();
			const events = (await partners.store.lastEvents('acme', 100)).filter(({ kind }) => kind === 'suspended');
			assert.deepEqual([account.owners, events.length], [[7], account.suspension ? 1 : 0], `killed before write ${at}`);
		}
	});

	it('and a request of theirs that had been cut off does not come back', async () => {
		for (const at of range(20)) {
			const ground = await acme();
			await ground.put('acme', { owners: [7], staff: [] });
			const { host: dying } = mortal(ground.host, at);
			await ground.over(dying).people.requests.ask('other', uid, 'sales', 'I work there.').catch(() => undefined);
			await forget(ground, ground.host);
			await resumed(ground, ground.host);
			assert.deepEqual(await ground.pending.requestsOf('other'), [], `killed before write ${at}`);
		}
	});

	it('by the licences', async () => {
		const over = (host: Host) => customerServices(host, { ...forumOf(host), secret: async () => 'the secret of this forum' }, {
			areColleagues: async () => false,
		});
		whole(await crashes({
			isRepeated: true,
			async world() {
				const ground = customersInMemory();
				await ground.claimed(uid);
				await ground.claimed(3);
				await ground.licences.decide(1, yes, 1);
				return ground;
			},
			host: ground => ground.host,
			act: (_ground, host) => over(host).licences.forget(uid), restart: async () => undefined,
			state: async ({ store, database }) => [
				(await store.doubles()).map(({ id }) => id), database.everything().includes(String(uid)),
				(await store.licence(2))?.state, await store.licence(1),
			],
		}));
	});

	it('by the terms, whatever was half written before', async () => {
		for (const at of range(14)) {
			const ground = await termsInMemory();
			await ground.publish();
			const { host: dying } = mortal(ground.host, at);
			const accepting = { uid, versionId: 'forum-1', language: 'en-GB', method: 'api' } as const;
			await ground.over(dying).acceptance.accept(accepting).catch(() => undefined);
			for (const dies of range(14)) {
				const again = mortal(ground.host, dies).host;
				await ground.over(again).erasure.forget(uid).catch(() => undefined);
			}
			await ground.over(ground.host).erasure.forget(uid);
			assert.ok(!ground.database.everything().includes(String(uid)), `killed before write ${at}`);
		}
	});

	it('by the checklists', async () => {
		for (const at of range(30)) {
			const ground = await opened(uid);
			await posted(ground, ground.id, uid);
			const over = (host: Host) => checklistServices(host, forumOf(host), {
				suggestionNote: async () => null, termsInForce: async () => 'forum-3', book: recordOver(host).book,
			});
			await ground.memories.waive(uid, { key: 'trunk', by: 1, reason: 'By phone.', at: 0, until: 9e12, decision: 1 });
			const dying = mortal(ground.host, at).host;
			await forgetAuthor(over(dying), uid).catch(() => undefined);
			await forgetAuthor(over(ground.host), uid);
			assert.ok(!ground.database.everything().includes(String(uid)), `killed before write ${at}: ${ground.database.everything()}`);
		}
	});
});
