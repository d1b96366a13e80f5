import assert from 'node:assert/strict';
import { draft, termsInMemory } from '../builders/terms';

const code = (answer: { ok: true } | { ok: false; refusal: { code: string; field?: string } }) =>
	(answer.ok ? 'ok' : [answer.refusal.code, answer.refusal.field].filter(Boolean).join(' '));

describe('publication (clause 2: the terms may change)', () => {
	it('publishes a draft as the next number and leaves no draft behind', async () => {
		const terms = await termsInMemory();
		assert.equal(await terms.publish(), 'forum-1');
		assert.equal(await terms.publish(), 'forum-2');
		assert.equal(code(await terms.publication.draft('forum')), 'draft-missing');
	});

	it('lets one of two administrators win and tells the other', async () => {
		const terms = await termsInMemory();
		await terms.publication.saveDraft('forum', draft());
		const answers = await Promise.all([1, 2].map(uid => terms.publication.publish('forum', uid)));
		assert.deepEqual(answers.map(code).sort(), ['draft-missing', 'ok']);
		assert.equal(code(await terms.publication.publish('forum', 2)), 'draft-missing');
	});

	it('refuses to save over or publish a draft that somebody else changed meanwhile', async () => {
		const terms = await termsInMemory();
		const first = await terms.publication.saveDraft('forum', draft());
		assert.ok(first.ok);
		await terms.publication.saveDraft('forum', draft({ texts: { 'en-GB': 'other' } }));
		const stale = first.value.revision;
		assert.equal(code(await terms.publication.saveDraft('forum', draft({ revision: stale }))), 'draft-stale revision');
		assert.equal(code(await terms.publication.publish('forum', 1, stale)), 'draft-stale revision');
	});

	it('never gives a draft revision twice, not even after a publication', async () => {
		const terms = await termsInMemory();
		const first = await terms.publication.saveDraft('forum', draft());
		await terms.publication.publish('forum', 1);
		const second = await terms.publication.saveDraft('forum', draft());
		assert.ok(first.ok && second.ok && second.value.revision > first.value.revision);
	});

	it('wants a text, a day that is not past, a readable length and, from the second version on, a reason', async () => {
		const terms = await termsInMemory();
		const save = (parts: Parameters<typeof draft>[0]) => terms.publication.saveDraft('forum', draft(parts));
		assert.equal(code(await save({ texts: { 'en-GB': '  \n' } })), 'draft-empty text');
		assert.equal(code(await save({ effectiveAt: terms.time.at - 1 })), 'effective-in-past effectiveAt');
		assert.equal(code(await save({ texts: { de: 'x'.repeat(200_001) } })), 'text-too-long text.de');
		await terms.publish();
		await save({ texts: { 'en-GB': 'new' }, changelog: ' ' });
		assert.equal(code(await terms.publication.publish('forum', 1)), 'changelog-missing changelog');
	});

	it('refuses to publish the same text again', async () => {
		const terms = await termsInMemory();
		const texts = { 'en-GB': 'the same' };
		await terms.publish({ texts });
		await terms.publication.saveDraft('forum', draft({ texts }));
		assert.equal(code(await terms.publication.publish('forum', 1)), 'draft-unchanged');
	});

	it('loosens what holds only once nothing stands in the way, and before the new version is in force', async () => {
		const terms = await termsInMemory();
		const loosened: number[] = [];
		const publish = (revision?: number) => terms.publication.publish('forum', 1, revision, undefined, async () => {
			loosened.push((await terms.store.documents())[0]?.versions.length ?? NaN);
		});
		const texts = { 'en-GB': 'the same' };
		assert.equal(code(await publish()), 'draft-missing');
		await terms.publish({ texts });
		await terms.publication.saveDraft('forum', draft({ texts, changelog: ' ' }));
		assert.equal(code(await publish()), 'changelog-missing changelog');
		await terms.publication.saveDraft('forum', draft({ texts }));
		assert.equal(code(await publish(1)), 'draft-stale revision');
		assert.equal(code(await publish()), 'draft-unchanged');
		await terms.publication.saveDraft('forum', draft({ texts: { 'en-GB': 'another' } }));
		assert.deepEqual(loosened, []);
		assert.equal(code(await publish()), 'ok');
		assert.deepEqual(loosened, [1]);
	});

	it('calls the first version significant, whatever the draft says', async () => {
		const terms = await termsInMemory();
		await terms.publish({ change: 'editorial' });
		assert.equal((await terms.catalogue.version('forum-1'))?.change, 'significant');
		assert.equal((await terms.acceptance.debts(7)).length, 1);
	});

	it('never shows a version whose publication was killed half way, and goes on with the next number', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.publication.saveDraft('forum', draft({ texts: { 'en-GB': 'new' } }));
		terms.database.killBefore = 'forum-terms:document:forum:versions';
		await assert.rejects(terms.publication.publish('forum', 1), /killed/);
		terms.database.killBefore = '';
		assert.equal(await terms.catalogue.version('forum-2'), null);
		assert.deepEqual(await terms.publication.publish('forum', 1), { ok: true, value: { version: 'forum-3' } });
	});

	it('answers for a document that does not exist', async () => {
		const terms = await termsInMemory();
		assert.equal(code(await terms.publication.publish('privacy', 1)), 'document-unknown');
		assert.equal(code(await terms.publication.saveDraft('privacy', draft())), 'document-unknown');
	});
});
