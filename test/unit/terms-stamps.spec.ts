import assert from 'node:assert/strict';
import { plainSettings } from '../../lib/terms/documents/version';
import { stampHooks } from '../../lib/terms/stamps/hooks';
import { draft, termsInMemory } from '../builders/terms';
import { called } from '../builders/handlers';

describe('the stamp of a new post (clause 4.5)', () => {
	/** The fields of a post that somebody sends, with the licence they say it has. */
	async function stamped(terms: Awaited<ReturnType<typeof termsInMemory>>) {
		const post: Record<string, unknown> = { pid: 9, forumTermsLicence: 'forum-99' };
		await called(stampHooks(terms, terms.host), terms.host).stampNew({ post, data: { uid: 7, cid: 4 } });
		return [post.forumTermsVersion, post.forumTermsLicence];
	}

	it('names the licence beside the versions only where it is another text, and never the author\'s word', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		assert.deepEqual(await stamped(terms), ['forum-1', undefined]);
		await terms.store.saveDocument('house', { ...plainSettings, title: 'House rules' });
		await terms.publication.saveDraft('house', draft({ texts: { 'en-GB': '## 1. Rule\n\nBe kind.' } }));
		assert.ok((await terms.publication.publish('house', 1)).ok);
		assert.deepEqual(await stamped(terms), ['forum-1, house-1', 'forum-1']);
	});

	it('of an edit goes with the post, and with no other', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		const hooks = called(stampHooks(terms, terms.host), terms.host);
		for (const pid of [9, 19]) {
			await hooks.stampEdit({ post: {}, data: { pid, uid: 7 }, uid: 7 });
		}
		await hooks.stampsPurged({ posts: [{ pid: 9 }] });
		assert.match(terms.database.everything(), /post:19:stamps/);
		assert.doesNotMatch(terms.database.everything(), /post:9:stamps/);
	});
});
