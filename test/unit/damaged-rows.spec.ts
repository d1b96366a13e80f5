import assert from 'node:assert/strict';
import { keys } from '../../lib/terms/documents/keys';
import { nodebbQueue } from '../../lib/nodebb/writing/queue';
import { ownAgreements } from '../../lib/terms/own-data';
import { accessGround, restricted } from '../builders/access';
import { company, owner } from '../builders/company';
import { memoryDatabase } from '../builders/memory-database';
import { draft, ledgerOf } from '../builders/terms';

type Hashes = [key: string, fields: Record<string, string>][];
interface Field { key: string; field: string; value: string }
/** No number, no JSON, none of the words that stand in a field. */
const nonsense = '{"';

const fieldsIn = (everything: string): Field[] => (JSON.parse(everything) as [Hashes, unknown])[0]
	.flatMap(([key, fields]) => Object.entries(fields).map(([field, value]) => ({ key, field, value })));

/** Every field of every hash that has parts, by the key of its hash. */
function partsIn(everything: string): Field[] {
	const found = fieldsIn(everything).filter(({ value }) => /^[[{]/.test(value));
	assert.ok(found.length > 5, 'there is something to damage');
	return found;
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const row of rows) {
		found.push(row);
	}
	return found;
}

/** Two versions, one of them on its way to some, a draft, four sealed records and one that is not. */
async function terms() {
	const ground = await ledgerOf(3);
	await ground.publish({ notify: true });
	await ground.publication.rollOut('forum', { percent: 50, groups: ['pilots'], declineLimit: 5, pausedAt: 0 });
	await ground.publication.saveDraft('forum', draft());
	await ground.owedTo(40, 'en-GB');
	await ground.seals.sealNow();
	await ground.accept(2, 'forum-2');
	Object.assign(ground.stored, { keepShownDays: 1000, keepErasedDays: 1000 });
	return ground;
}
type Terms = Awaited<ReturnType<typeof terms>>;

/** Everything that reads or works through what is stored for clause 2. */
const looks: Record<string, (ground: Terms) => Promise<unknown>> = {
	'the documents': ({ store }) => store.documents(),
	'the texts': ({ store }) => store.text('forum-1', 'en-GB'),
	'the draft': ({ store }) => store.draft('forum'),
	'what a member owes': async ({ owedTo }) => owedTo(3, 'en-GB'),
	'their overview': ({ overview }) => overview(3),
	'their records': ({ ledger }) => all(ledger.allOf(3, 'oldest')),
	'their own page': ground => ownAgreements(ground)(3, 'en-GB', { kind: 'page' }),
	'their summary': ground => ownAgreements(ground)(3, 'en-GB', { kind: 'summary', from: null }),
	'a receipt with its proof': async ({ ledger, provenReceipt }) => {
		const record = await ledger.record(1);
		return record && provenReceipt(record);
	},
	'announcing': ({ announcements }) => announcements.announce(),
	'reminding': ({ announcements }) => announcements.remind(),
	'sealing': ({ seals }) => seals.sealNow(),
	'retention': ({ erasure }) => erasure.purgeExpired(),
	'verifying': ({ verifyLedger }) => verifyLedger(),
};

/** What a job writes as it goes on; lost, the job begins anew. */
const cursors = ['cursor', 'lookedTo', 'horizon', 'horizonAt'];
/** Without the counter of records no record can be made, and whoever needs one is told so. */
const leftOut = new Set([...cursors, 'lastRecordId']);

describe('any one damaged field of the terms', () => {
	it('ends no list, no page and no job, is said once, and stands there as before', async () => {
		const fields = fieldsIn((await terms()).database.everything()).filter(({ field }) => !leftOut.has(field));
		assert.ok(fields.length > 80);
		for (const { key, field } of fields) {
			const ground = await terms();
			await ground.database.setObject(key, { [field]: nonsense });
			ground.catalogue.forget();
			for (const [name, look] of Object.entries(looks)) {
				await assert.doesNotReject(look(ground), `${name}: ${key} ${field}`);
			}
			assert.equal((await ground.database.getObject(key))?.[field], nonsense, `${key} ${field}`);
			assert.ok(ground.database.damaged.size <= 1, `${key} ${field}: ${[...ground.database.damaged].join()}`);
		}
	});

	it('is named by verification where it is one of a record or of a seal', async () => {
		const named = /^forum-terms:(record|seal):(\d+)$/;
		const fields = fieldsIn((await terms()).database.everything()).filter(({ key }) => named.test(key));
		assert.ok(fields.length > 60);
		for (const { key, field } of fields) {
			const ground = await terms();
			await ground.database.setObject(key, { [field]: nonsense });
			const [, kind, number] = named.exec(key) ?? [];
			const { intact, firstBroken } = await ground.verifyLedger();
			assert.equal(intact, false, `${key} ${field}`);
			assert.deepEqual([firstBroken?.kind, kind === 'seal' ? firstBroken?.seal : firstBroken?.record],
				[kind === 'seal' ? 'seal' : 'altered', Number(number)], `${key} ${field}`);
		}
	});

	it('of a record keeps retention from it: what was altered stays for whoever looks into it', async () => {
		const ground = await terms();
		const [shown] = await all(ground.ledger.allOf(40, 'oldest'));
		const key = keys.record(shown?.[0]?.id ?? 0);
		await ground.database.setObject(key, { at: nonsense });
		ground.time.at += 2000 * 86_400_000;
		await ground.erasure.purgeExpired();
		assert.equal((await ground.database.getObject(key))?.purgedAt, undefined);
		assert.equal((await ground.verifyLedger()).intact, false);
	});

	it('of the counters starts no second first seal', async () => {
		for (const field of ['lastSeal', 'lastSealed', 'lastRecordId']) {
			const ground = await terms();
			const before = await ground.seals.read(1);
			await ground.database.setObject(keys.ledger, { [field]: nonsense });
			assert.equal(await ground.seals.sealNow(), 0);
			assert.deepEqual(await ground.seals.read(1), before);
			assert.equal((await ground.verifyLedger()).intact, false, field);
		}
	});
});

describe('retention that died between its two writes', () => {
	it('takes the rest away in its next round', async () => {
		const ground = await terms();
		const [shown] = await all(ground.ledger.allOf(40, 'oldest'));
		const key = keys.record(shown?.[0]?.id ?? 0);
		ground.time.at += 2000 * 86_400_000;
		const { deleteObjectFields } = ground.database;
		ground.database.deleteObjectFields = async () => {
			throw new Error('killed');
		};
		await assert.rejects(ground.erasure.purgeExpired());
		ground.database.deleteObjectFields = deleteObjectFields;
		await ground.erasure.purgeExpired();
		assert.deepEqual(Object.keys(await ground.database.getObject(key) ?? {}).sort(), ['digest', 'id', 'mark', 'purgedAt']);
	});
});

describe('any one damaged field of what waits for a word in an account', () => {
	const made = async () => {
		const ground = company();
		await ground.put('acme', { domains: ['acme.example'], staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }] });
		await ground.invitations.invite('acme', { username: 'member 20' }, 'sales', 7);
		await ground.invitations.invite('acme', { email: 'new@acme.example' }, 'sales', 7);
		for (const uid of [30, 31]) {
			await ground.requests.ask('acme', uid, 'sales', 'I belong there.');
		}
		await ground.ownership.assign('acme', 8, 'owner', owner);
		await ground.ownership.assign('acme', 9, 'owner', owner);
		return ground;
	};

	it('leaves the others in their lists, is said once, and stands there as before', async () => {
		const count = async ({ pending, time }: Awaited<ReturnType<typeof made>>) => {
			const [invited, mine, asking, asked, offered] = await Promise.all([
				pending.invitationsOf('acme', time.at), pending.invitationsFor(20, time.at), pending.requestsOf('acme'),
				pending.requestsBy(30), pending.offersOf('acme'),
			]);
			return [invited, mine, asking, asked, offered].map(list => list.length);
		};
		assert.deepEqual(await count(await made()), [2, 1, 2, 1, 2]);
		const fields = fieldsIn((await made()).database.everything())
			.filter(({ key }) => /partner-(invitation|request|offer)(-code)?:/.test(key));
		assert.ok(fields.length > 30);
		for (const { key, field } of fields) {
			const ground = await made();
			await ground.database.setObject(key, { [field]: nonsense });
			const [invited = 0, , asking = 0, , offered = 0] = await count(ground);
			assert.ok(invited >= 1 && asking >= 1 && offered >= 1, `${key} ${field}`);
			assert.ok(invited + asking + offered >= 5, `${key} ${field}`);
			await assert.doesNotReject(ground.views.ofMember(20, 'en-GB'));
			await assert.doesNotReject(ground.pending.sweep('acme', ground.time.at));
			assert.equal((await ground.database.getObject(key))?.[field], nonsense, `${key} ${field}`);
			assert.ok(ground.database.damaged.size <= 1, `${key} ${field}`);
		}
	});
});

describe('a damaged field in any one record', () => {
	it('of partner accounts ends no list of the others', async () => {
		const made = async () => {
			const ground = company();
			await ground.put('acme');
			await ground.put('other', { owners: [40] });
			await ground.partners.suspensions.suspend('acme', { clause: '1', reason: 'spoke ill', notice: 'sent', by: 1 });
			return ground;
		};
		for (const { key, field } of partsIn((await made()).database.everything())) {
			const { partners: { store }, database } = await made();
			await database.setObject(key, { [field]: nonsense });
			const [accounts, states, lastEvents] = await Promise.all([
				store.accounts(['acme', 'other']), store.states('acme'), store.lastEvents('acme', 50),
			]);
			assert.equal(accounts.length, 2);
			assert.ok(states.length >= 1 && lastEvents.length >= 1, `${key} ${field}`);
			assert.equal((await store.people('acme')).length > 0, true, `${key} ${field}`);
		}
	});

	it('of a restriction ends no list, and never gives access back', async () => {
		const made = async () => {
			const ground = accessGround();
			await restricted(ground, { scope: 'forum' });
			return ground;
		};
		for (const { key, field } of partsIn((await made()).database.everything())) {
			const { store, database } = await made();
			await database.setObject(key, { [field]: nonsense });
			await store.list(0, { count: 10 });
			await store.events(1);
			const open = await store.openOf(7).catch(() => 'closed');
			assert.ok(open === 'closed' || open.length === 1, `${key} ${field}`);
		}
	});
});

describe('a damaged row of the host\'s post queue', () => {
	it('takes no answers: they would be all that is left of the post', async () => {
		for (const data of ['{"content":"half', '', '[]', '7', 'null']) {
			const database = memoryDatabase();
			await database.setObject('post:queue:topic-1', { uid: 7, type: 'topic', data });
			const queue = nodebbQueue(database);
			await queue.keepAnswers('topic-1', { checklist: { version: 'x-1', answers: {} } });
			assert.deepEqual([await queue.read('topic-1'), (await database.getObject('post:queue:topic-1'))?.data], [null, data]);
			assert.deepEqual([...database.damaged], ['post:queue:topic-1']);
		}
	});
});
