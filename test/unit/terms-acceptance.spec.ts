import assert from 'node:assert/strict';
import { pseudonymOf } from '../../lib/platform/fingerprint';
import { recordHash } from '../../lib/terms/ledger/record';
import { termsInMemory } from '../builders/terms';

type Terms = Awaited<ReturnType<typeof termsInMemory>>;
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) => (answer.ok ? 'ok' : answer.refusal.code);
const events = async (terms: Terms, uid: number) =>
	(await terms.ledger.recordsOf(uid, 50)).map(({ event, version }) => `${event} ${version}`);

describe('acceptance (clause 2)', () => {
	it('asks for nothing before the first publication', async () => {
		const terms = await termsInMemory();
		assert.deepEqual(await terms.acceptance.debts(7), []);
	});

	it('is owed after publication and settled by accepting', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		assert.deepEqual((await terms.acceptance.debts(7)).map(({ version }) => version.id), ['forum-1']);
		assert.equal(code(await terms.accept(7, 'forum-1')), 'ok');
		assert.deepEqual(await terms.acceptance.debts(7), []);
	});

	it('records version, language, hash of the text, way and server time', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		const [record] = await terms.ledger.recordsOf(7, 1);
		const text = await terms.catalogue.text('forum-1', 'en-GB');
		const facts = {
			id: 1, uid: 7, subject: pseudonymOf(await terms.secret(), 7), event: 'accepted' as const,
			document: 'forum', version: 'forum-1', n: 1, language: 'en-GB', hash: text?.hash ?? '', method: 'api' as const,
			at: terms.time.at, by: '', reason: '',
		};
		assert.deepEqual(record, { ...facts, digest: recordHash(facts) });
	});

	it('writes one record for a hundred equal requests at once', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		const answers = await Promise.all(Array.from({ length: 100 }, () => terms.accept(7, 'forum-1')));
		assert.equal(new Set(answers.map(answer => (answer.ok ? answer.value.id : code(answer)))).size, 1);
		assert.deepEqual(await events(terms, 7), ['accepted forum-1']);
	});

	it('answers a repeated acceptance with the record that stands', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		const first = await terms.accept(7, 'forum-1');
		terms.time.at += 5000;
		assert.deepEqual(await terms.accept(7, 'forum-1'), first);
	});

	it('takes over when the first writer died between claim and record', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.database.incrObjectField('forum-terms:member:7:claims', 'accepted:forum-1:0');
		assert.equal(code(await terms.accept(7, 'forum-1')), 'ok');
		assert.deepEqual(await terms.acceptance.debts(7), []);
	});

	it('is given once even if the summary of a member is damaged or was never written', async () => {
		for (const damage of ['acceptedN', 'acceptedAt', 'acceptedId']) {
			const terms = await termsInMemory();
			await terms.publish();
			await terms.accept(7, 'forum-1');
			await terms.database.setObject('forum-terms:member:7', { [`forum:${damage}`]: 'nonsense' });
			assert.equal(code(await terms.accept(7, 'forum-1')), 'ok', damage);
			assert.deepEqual(await terms.acceptance.debts(7), [], damage);
		}
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.database.delete('forum-terms:member:7');
		assert.equal(code(await terms.accept(7, 'forum-1')), 'ok');
		assert.deepEqual(await terms.acceptance.debts(7), []);
		assert.deepEqual(await events(terms, 7), ['accepted forum-1']);
	});

	it('keeps a change of mind as two records and lets the last word count', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.decline(7, 'forum-1');
		assert.equal((await terms.acceptance.debts(7))[0]?.declined, true);
		await terms.accept(7, 'forum-1');
		assert.deepEqual(await terms.acceptance.debts(7), []);
		assert.deepEqual(await events(terms, 7), ['accepted forum-1', 'declined forum-1', 'accepted forum-1']);
	});

	it('counts each member once, whatever they do in which order', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.accept(8, 'forum-1');
		await terms.decline(8, 'forum-1');
		await terms.decline(9, 'forum-1');
		const counts = await terms.database.getObject('forum-terms:document:forum:counts');
		assert.deepEqual(counts, { 'accepted:1': '1', 'declined:1': '2' });
	});

	it('refuses a superseded, an unknown and an upcoming version by name', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.publish();
		await terms.publish({ effectiveAt: terms.time.at + 86_400_000 });
		assert.equal(code(await terms.accept(7, 'forum-1')), 'version-superseded');
		assert.equal(code(await terms.accept(7, 'forum-9')), 'version-unknown');
		assert.equal(code(await terms.accept(7, 'forum-3')), 'version-upcoming');
		assert.deepEqual(await events(terms, 7), []);
	});

	it('refuses a language that the version does not have and a text that was not its own', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		const statement = { uid: 7, versionId: 'forum-1', method: 'api' as const };
		assert.equal(code(await terms.acceptance.accept({ ...statement, language: 'fr' })), 'language-unknown');
		assert.equal(
			code(await terms.acceptance.accept({ ...statement, language: 'en-GB', hash: 'ab' })), 'hash-mismatch');
		assert.equal(code(await terms.acceptance.accept({ ...statement, language: '__proto__' })), 'language-unknown');
	});

	it('notes once that a text was shown', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.owedTo(7, 'en-GB');
		await terms.owedTo(7, 'en-GB');
		assert.deepEqual(await events(terms, 7), ['shown forum-1']);
	});

	it('starts to be owed by itself on the day a version comes into force', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.publish({ effectiveAt: terms.time.at + 1000 });
		assert.deepEqual(await terms.acceptance.debts(7), []);
		terms.time.at += 1000;
		assert.equal((await terms.acceptance.debts(7))[0]?.version.id, 'forum-2');
	});
});
