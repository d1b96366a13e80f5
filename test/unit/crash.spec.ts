import { allOf, sortedSet } from '../../lib/platform/paged-index';
import { parse } from 'valibot';
import { partnerInputSchema } from '../../lib/partners/company/account';
import { importPlanner } from '../../lib/partners/imports/plan';
import { importStore } from '../../lib/partners/imports/store';
import { importer } from '../../lib/partners/imports/importer';
import { accessGround, decision, restricted, richHoldings } from '../builders/access';
import { standing, started } from '../builders/access-crash';
import { company } from '../builders/company';
import { draft, termsInMemory } from '../builders/terms';
import { fileOf, forumWithBlueprints, place } from '../builders/blueprint';
import { crashes, whole } from '../builders/mortal';

const reason = 'A mistake.';

describe('a process killed before any of its writes leaves nothing half done', () => {
	for (const scope of ['forum', 'writing', 'chat'] as const) {
		it(`when it restricts (${scope})`, async () => {
			whole(await crashes({
				world: () => {
					const ground = accessGround();
					ground.forum.posts.set(7, [{ pid: '1', at: 1, isDeleted: false }, { pid: '2', at: 2, isDeleted: false }]);
					return ground;
				},
				host: ground => ground.host,
				act: (ground, host) => ground.process(host).restrictions.restrict(decision({ scope, content: { posts: 'all' } }), 1),
				restart: started, state: standing,
			}));
		});

		it(`when it lifts a restriction (${scope})`, async () => {
			whole(await crashes({
				world: async () => {
					const ground = accessGround(richHoldings());
					await restricted(ground, { scope });
					return ground;
				},
				host: ground => ground.host,
				act: (ground, host) => ground.process(host).restrictions.lift(1, 1, reason, false),
				restart: started, state: standing,
			}));
		});
	}

	for (const scope of ['forum', 'writing', 'chat'] as const) {
		it(`when it gives a restriction another end (${scope})`, async () => {
			const until = Date.UTC(2026, 1, 1);
			whole(await crashes({
				world: async () => {
					const ground = accessGround(richHoldings());
					ground.fields.set('7 email', 'seven@example.org');
					await restricted(ground, { scope, until: Date.UTC(2026, 0, 9) });
					return ground;
				},
				host: ground => ground.host,
				act: (ground, host) => ground.process(host).newEnds.set(1, 1, until, reason),
				restart: started,
				state: async ground => [await standing(ground), (await ground.store.read([1]))[0]?.until],
			}));
		});
	}

	it('when it restricts from a later day on', async () => {
		whole(await crashes({
			world: () => accessGround(),
			host: ground => ground.host,
			act: (ground, host) => ground.process(host).restrictions.restrict(
				decision({ scope: 'chat', from: ground.time.at + 9e8 }), 1),
			restart: started, state: standing,
		}));
	});

	const suspension = { clause: '1' as const, reason: 'spoke ill', notice: 'sent' as const, by: 1 };

	it('when it suspends a partner account, and when it lifts that', async () => {
		for (const isLift of [false, true]) {
			whole(await crashes({
				world: async () => {
					const ground = company();
					await ground.put('acme');
					await (isLift ? ground.partners.suspensions.suspend('acme', suspension) : undefined);
					// It is announced in the background.
					while (isLift && !ground.notified.some(({ kind }) => kind === 'partner-suspended')) {
						await new Promise(resolve => setImmediate(resolve));
					}
					return ground;
				},
				host: ground => ground.host,
				async act(ground, host) {
					const { suspensions, announcements } = ground.over(host).partners;
					await (isLift ? suspensions.lift('acme', 'sorted out', 1) : suspensions.suspend('acme', suspension));
					await announcements.send('acme');
				},
				restart: companyStarted, state: account,
			}));
		}
	});

	it('when somebody is invited', async () => {
		whole(await crashes({
			world: async () => {
				const ground = company();
				await ground.put('acme');
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => ground.over(host).people.invitations.invite('acme', { username: 'member 30' }, 'sales', 7),
			restart: companyStarted, state: account,
		}));
	});

	it('when an invitation is accepted', async () => {
		whole(await crashes({
			world: async () => {
				const ground = company();
				await ground.put('acme');
				await ground.invitations.invite('acme', { email: 'a@acme.example' }, 'sales', 7);
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => ground.over(host).people.invitations.accept(ground.mailed(), 30),
			restart: companyStarted, state: account,
		}));
	});

	it('when an account is saved with other people', async () => {
		whole(await crashes({
			world: async () => {
				const ground = company();
				await ground.put('acme');
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => ground.over(host).partners.accounts.put('acme', parse(partnerInputSchema, {
				company: 'Acme', level: 'Silver', owners: [9], staff: [{ uid: 7, role: 'sales' }],
			}), null, 1),
			restart: companyStarted, state: account,
		}));
	});

	it('when it publishes terms', async () => {
		whole(await crashes({
			world: async () => {
				const ground = await termsInMemory();
				await ground.publish();
				await ground.publication.saveDraft('forum', draft());
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => ground.over(host).publication.publish('forum', 1),
			restart: async () => undefined,
			state: async ({ over, host }) => {
				const { store, publication } = over(host);
				const [{ versions = [] } = {}] = await store.documents();
				const texts = await Promise.all(versions.map(({ id }) => store.text(id, 'en-GB')));
				return { texts: texts.map(text => text?.markdown), draft: (await publication.draft('forum')).ok };
			},
		}));
	});

	for (const isUndo of [false, true]) {
		it(`when it ${isUndo ? 'takes back' : 'applies'} a blueprint`, async () => {
			whole(await crashes({
				world: async () => {
					const ground = forumWithBlueprints();
					ground.add({ name: 'By hand' });
					const planned = await ground.blueprints.plan(fileOf(place('a'), place('b', { parent: 'a', read: ['partners'] })), {});
					const plan = planned.ok ? planned.value.plan : '';
					await (isUndo ? ground.blueprints.apply(plan, 1) : undefined);
					return { ...ground, plan };
				},
				host: ground => ground.host,
				act: (ground, host) => {
					const { undo, apply } = ground.over(host);
					return isUndo ? undo(1) : apply(ground.plan, 1);
				},
				restart: (ground, host) => ground.over(host).resume(),
				state: async ({ tree, store, time }) => ({
					all: await tree.all(), held: (await store.applied())?.blueprint.categories.length ?? 0, at: time.at,
					grants: await tree.grants((await tree.all()).map(({ cid }) => cid), ['registered-users', 'Partners'], ['topics:read', 'topics:create']),
					runs: (await store.lastRun())?.state ?? 'none',
				}),
			}));
		});
	}

	it('when it carries out an import', async () => {
		whole(await crashes({
			world: async () => {
				const ground = company();
				await ground.put('acme');
				const text = 'id,company,level,domains,owners,staff\nacme,Acme,Silver,,member 7,\nother,Other,Gold,,member 9,member 30:sales';
				await importsOf(ground, ground.host).plan('list', 'csv', text, 1);
				return ground;
			},
			host: ground => ground.host,
			act: (ground, host) => importsOf(ground, host).apply('list', 1),
			async restart(ground, host) {
				await companyStarted(ground, host);
				await importsOf(ground, host).resume();
			},
			state: async ground => ({
				...await account(ground), other: await ground.partners.store.people('other'),
				state: (await importStore(ground.database).read('list'))?.state,
			}),
		}));
	});
});

type Company = ReturnType<typeof company>;

/** A company seen from outside: what it is, who belongs to it, what is on record, and who heard of it. */
async function account({ partners, pending, sent, notified, letters, inGroup, time, database }: Company) {
	const found = await partners.store.account('acme');
	const people = await partners.store.people('acme');
	const events = await partners.store.lastEvents('acme', 1000);
	const open = await pending.invitationsOf('acme', time.at);
	return {
		account: {
			...found, updatedAt: 0,
			suspension: found?.suspension && { ...found.suspension, at: 0, decision: 0 },
		},
		people: people.map(({ uid, role }) => `${uid} ${role}`).sort(), events: events.map(({ kind }) => kind).sort(),
		open: open.map(({ uid, role }) => `${uid} ${role}`), groups: [...inGroup].map(([name, uids]) => [name, [...uids].sort()]),
		told: [...new Set([...sent, ...notified].map(({ uid, kind }) => `${uid} ${kind}`))].sort(), letters: letters.length,
		left: await allOf(sortedSet(database, 'forum-terms:partners-changing')),
	};
}

async function companyStarted(ground: Company, host: Company['host']) {
	const { partners } = ground.over(host);
	await partners.journal.resume();
	await partners.announcements.resume();
}

function importsOf(ground: Company, host: Company['host']) {
	const { partners } = ground.over(host);
	const imports = importStore(host.database);
	return { plan: importPlanner({ ...partners, imports, host }), ...importer({ ...partners, imports, host }) };
}
