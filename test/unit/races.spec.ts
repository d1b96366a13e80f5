import assert from 'node:assert/strict';
import { customerServices } from '../../lib/customers/services';
import { vendorFingerprint } from '../../lib/customers/claims/seal';
import type { Host } from '../../lib/kernel/host/ports';
import { importer } from '../../lib/partners/imports/importer';
import { importPlanner } from '../../lib/partners/imports/plan';
import { importStore } from '../../lib/partners/imports/store';
import { digestJob, partnerJobs, peopleJob } from '../../lib/partners/jobs';
import { forumOf } from '../../lib/platform/forum/forum';
import { accessGround, restricted, richHoldings } from '../builders/access';
import { codeOf, company, owner } from '../builders/company';
import { customersInMemory, licenceKey, no, sharedSecret, yes } from '../builders/customers';
import { leasesInMemory } from '../builders/leases';
import { memoryCache } from '../builders/host';
import { runAll } from '../builders/mortal';
import { draft, termsInMemory } from '../builders/terms';

/** The same world seen by another process: its own leases and caches. */
const other = (host: Host): Host => ({ ...host, leases: leasesInMemory(host.database), cache: memoryCache });
const both = <T>(host: Host, act: (host: Host, index: number) => Promise<T>): Promise<T[]> =>
	Promise.all([other(host), other(host)].map(act));
const codes = (outcomes: readonly Parameters<typeof codeOf>[0][]) => outcomes.map(codeOf).sort();

describe('two processes at once over one database', () => {
	type Company = ReturnType<typeof company>;
	async function acme() {
		const ground = company();
		await ground.put('acme', { owners: [7, 10], staff: [{ uid: 8, role: 'support' }] });
		return ground;
	}
	const eventsOf = async ({ partners }: Company) =>
		(await partners.store.lastEvents('acme', 1000)).map(({ kind }) => kind);
	const count = (kinds: readonly string[], kind: string) => kinds.filter(one => one === kind).length;
	const csv = (company: string, people: string) =>
		`id,company,level,domains,owners,staff\nacme,${company},Silver,,member 7;member 10,${people}\nother,Other,Gold,,member 9,`;
	const [seven, ten] = [owner, { ...owner, uid: 10 }];
	const imports = (ground: Company, host: Host) => {
		const { partners } = ground.over(host);
		const parts = { ...partners, imports: importStore(host.database), host };
		return { ...importer(parts), plan: importPlanner(parts) };
	};

	it('carry out one import once', async () => {
		const ground = await acme();
		await imports(ground, ground.host).plan('one', 'csv', csv('Acme Ltd', 'member 8:support'), 1);
		const before = count(await eventsOf(ground), 'described');
		const done = await both(ground.host, host => imports(ground, host).apply('one', 1));
		await both(ground.host, host => imports(ground, host).resume());
		assert.deepEqual(codes(done), ['ok', 'ok']);
		assert.equal(count(await eventsOf(ground), 'described') - before, 1);
	});

	it('carry out one of two files that say different things, and refuse the other', async () => {
		const ground = await acme();
		const { plan } = imports(ground, ground.host);
		await plan('one', 'csv', csv('Acme One', 'member 8:support'), 1);
		await plan('two', 'csv', csv('Acme Two', 'member 8:sales'), 1);
		const done = await both(ground.host, (host, index) => imports(ground, host).apply(index === 0 ? 'one' : 'two', 1));
		assert.deepEqual(codes(done), ['ok', 'partner-import-stale']);
		const [called, roles] = [(await ground.partners.store.account('acme'))?.company, await ground.roles()];
		assert.deepEqual(roles[8], called === 'Acme One' ? 'support' : 'sales');
	});

	it('let two owners change the same person in turn', async () => {
		const ground = await acme();
		const done = await both(ground.host, (host, index) =>
			ground.over(host).people.ownership.assign('acme', 8, index === 0 ? 'sales' : 'purchase', index === 0 ? seven : ten));
		assert.deepEqual(codes(done), ['ok', 'ok']);
		const people = await ground.partners.store.people('acme');
		assert.deepEqual(people.map(({ uid }) => uid).sort(), [10, 7, 8]);
		assert.ok(['sales', 'purchase'].includes(people.find(({ uid }) => uid === 8)?.role ?? ''));
	});

	it('remove a person once, whoever of the owners asks', async () => {
		const ground = await acme();
		const done = await both(ground.host, (host, index) =>
			ground.over(host).people.ownership.remove('acme', 8, 'Has left.', index === 0 ? seven : ten));
		assert.deepEqual(codes(done), ['ok', 'partner-member-unknown']);
		assert.equal(count(await eventsOf(ground), 'removed'), 1);
	});

	it('accept an invitation once, and for one account where there are two', async () => {
		const ground = await acme();
		await ground.put('other', { owners: [9], staff: [] });
		await ground.invitations.invite('acme', { username: 'member 30' }, 'sales', 7);
		await ground.invitations.invite('other', { username: 'member 30' }, 'sales', 9);
		const same = await both(ground.host, host => ground.over(host).people.invitations.accept('m1', 30));
		assert.deepEqual(codes(same), ['ok', 'ok']);
		assert.equal(count(await eventsOf(ground), 'joined'), 4);
		await ground.invitations.invite('acme', { username: 'member 31' }, 'sales', 7);
		await ground.invitations.invite('other', { username: 'member 31' }, 'sales', 9);
		const two = await both(ground.host, (host, index) =>
			ground.over(host).people.invitations.accept(index === 0 ? 'm3' : 'm4', 31));
		assert.deepEqual(codes(two), ['ok', 'partner-member-elsewhere']);
		const lists = await Promise.all(['acme', 'other'].map(id => ground.partners.store.people(id)));
		assert.equal(lists.flat().filter(({ uid }) => uid === 31).length, 1);
	});

	it('use a code that was mailed for one of two people', async () => {
		const ground = await acme();
		await ground.invitations.invite('acme', { email: 'a@acme.example' }, 'sales', 7);
		const code = ground.mailed();
		const done = await both(ground.host, (host, index) =>
			ground.over(host).people.invitations.accept(code, 40 + index));
		assert.deepEqual(codes(done), ['ok', 'partner-invitation-unknown']);
	});

	it('suspend an account once, and say so in one record', async () => {
		const ground = await acme();
		const suspend = (by: number) => ({ clause: '4.12', reason: `By ${by}.`, notice: 'sent', noticeReason: '', noticeAt: 0, by, target: null } as const);
		ground.administrators.add(2);
		const done = await both(ground.host, (host, index) => ground.over(host).partners.accounts.suspend('acme', suspend(index + 1)));
		assert.deepEqual(codes(done), ['ok', 'partner-suspended-already']);
		assert.equal((await ground.book.of({ kind: 'partner', id: 'acme' }, 10)).length, 1);
	});

	it('send digests, reminders and ends of levels once', async () => {
		const ground = await acme();
		await ground.over(ground.host).digests.choose(7, 'daily');
		await ground.put('acme', { owners: [7, 10], levelValidUntil: ground.time.at + 1000 });
		ground.time.at += 100 * 86_400_000;
		await ground.partners.store.notePost('acme', { pid: '50', uid: 8 }, ground.time.at - 1000);
		await both(ground.host, (host) => {
			const { partners, people, digests } = ground.over(host);
			const jobs = [...partnerJobs(partners), digestJob(digests), peopleJob(people)];
			// As NodeBB's cron runs them, on every node at the same second.
			return runAll(jobs.map(({ name, run }) => ({
				run: () => host.leases.withLease(`job:${name}`, run, () => null),
			})));
		});
		assert.deepEqual([count(await eventsOf(ground), 'level-ended'), new Set(ground.sent.map(({ uid, id }) => `${uid} ${id}`)).size], [1, 6]);
	});

	it('claim a licence once, and decide about it once', async () => {
		const ground = customersInMemory();
		await ground.secret.set(sharedSecret);
		const over = (host: Host) => customerServices(host, { ...forumOf(host), secret: async () => 'the secret of this forum' }, {
			areColleagues: async () => false,
		}).licences;
		const claimed = await both(ground.host, host => over(host).claim(2, licenceKey));
		assert.deepEqual(claimed.map(one => one.ok && one.value.id), [1, 1]);
		await both(ground.host, (host, index) => over(host).claim(3 + index, licenceKey));
		assert.deepEqual((await ground.store.doubles()).map(({ uid }) => uid).sort(), [2, 3, 4]);
		const [said] = await both(ground.host, (host, index) =>
			over(host).applyVendorVerdict(vendorFingerprint(sharedSecret, licenceKey), index === 0 ? yes : no));
		assert.ok(said?.ok && said.value.changed === 0 && said.value.held === 3);
		await both(ground.host, host => over(host).decide(1, yes, 1));
		assert.deepEqual((await ground.store.events(1)).map(({ kind }) => kind), ['claimed', 'verified']);
	});

	it('decide an appeal once: the second administrator reads that it is decided', async () => {
		const ground = accessGround(richHoldings());
		ground.administrators.add(2).add(3);
		await restricted(ground, { scope: 'chat' });
		const appealed = await both(ground.host, host =>
			ground.process(host).appeals.appeal({ code: '1', uid: 7 }, 'I did not do it.'));
		assert.deepEqual(codes(appealed), ['appeal-made', 'ok']);
		const done = await both(ground.host, (host, index) =>
			ground.process(host).appeals.answer(1, 2 + index, index === 0, 'Looked at it.'));
		assert.deepEqual(codes(done), ['appeal-none', 'ok']);
		assert.equal((await ground.store.events(1)).filter(({ kind }) => /^appeal-/.test(kind)).length, 1);
		assert.equal((await ground.store.events(1)).filter(({ kind }) => kind === 'appealed').length, 1);
	});

	it('end a restriction once, and lift it once', async () => {
		const ground = accessGround(richHoldings());
		await restricted(ground, { scope: 'chat', until: ground.time.at + 1000 });
		await restricted(ground, { scope: 'posting' });
		ground.time.at += 2000;
		await both(ground.host, host => ground.process(host).lifecycle.work());
		const done = await both(ground.host, host => ground.process(host).restrictions.lift(2, 1, 'A mistake.', false));
		assert.deepEqual(codes(done), ['ok', 'restriction-over']);
		const ends = await Promise.all([1, 2].map(async id => (await ground.store.events(id)).filter(({ kind }) => kind === 'ended').length));
		assert.deepEqual(ends, [1, 1]);
	});

	it('publish a draft once', async () => {
		const ground = await termsInMemory();
		await ground.publication.saveDraft('forum', draft());
		const done = await both(ground.host, host => ground.over(host).publication.publish('forum', 1));
		assert.deepEqual(codes(done), ['draft-missing', 'ok']);
	});

	it('announce and seal once', async () => {
		const ground = await termsInMemory();
		ground.host.members.highestUid = async () => 10;
		await ground.publish({ notify: true });
		await ground.accept(7, 'forum-1');
		const sealed = await both(ground.host, host => ground.over(host).seals.sealNow());
		await both(ground.host, host => ground.over(host).announcements.announce());
		assert.deepEqual(sealed.sort(), [0, 1]);
		assert.equal(ground.sent.length, new Set(ground.sent.map(({ uid, id }) => `${uid} ${id}`)).size);
		assert.equal((await ground.verifyLedger()).intact, true);
	});
});
