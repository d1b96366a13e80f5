import assert from 'node:assert/strict';
import { RefusedError } from '../../lib/kernel/slice/edges';
import { door } from '../../lib/posting/door';
import { decodeAnswers, submissionOf, originOf } from '../../lib/posting/submission';
import { postingHooks } from '../../lib/posting/hooks';
import { verdictOf } from '../../lib/posting/rules';
import { refuse, type RefusalCode } from '../../lib/kernel/refusals/refusal';
import type { Submission, Reason, Reviewer } from '../../lib/kernel/slice/review';
import { called } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

const reason = (outcome: Reason['outcome'], code: RefusalCode = 'terms-unaccepted'): Reason =>
	({ outcome, refusal: refuse(code) });
const reviewer = (slice: Reviewer['slice'], reasons: Reason[], seen: string[] = []): Reviewer => ({
	slice, mayHold: () => slice === 'screening',
	review: async (submission: Submission) => {
		seen.push(`${slice} ${submission.act}`);
		return reasons;
	},
});
const post = { uid: 7, tid: 3, content: 'text', req: { body: {} } };

describe('the one door', () => {
	it('lets the worst outcome win: allow < ask < hold < refuse', () => {
		assert.equal(verdictOf([]).outcome, 'allow');
		assert.equal(verdictOf([reason('ask'), reason('hold')]).outcome, 'hold');
		assert.equal(verdictOf([reason('hold'), reason('refuse'), reason('ask')]).outcome, 'refuse');
	});

	it('asks the slices in a fixed order, however they were handed over', async () => {
		const seen: string[] = [];
		const slices = ['screening', 'terms', 'access', 'categories', 'checklist', 'partners'] as const;
		await door(slices.map(slice => reviewer(slice, [], seen))).judgePost('reply', post, 'api');
		assert.deepEqual(seen, ['access', 'terms', 'partners', 'categories', 'checklist', 'screening'].map(slice => `${slice} reply`));
	});

	it('costs no promise where nobody has anything to say, and waits for whoever has', async () => {
		const { host } = hostInMemory();
		const quiet: Reviewer = { slice: 'access', mayHold: () => true, review: () => [] };
		const hooks = (...reviewers: Reviewer[]) => postingHooks(door(reviewers), host, async () => undefined);
		const { topic, reply, shouldQueue } = hooks(quiet);
		assert.equal(topic.handle({ ...post, cid: 2 }), undefined);
		assert.equal(reply.handle({ ...post }), undefined);
		assert.equal(shouldQueue.handle({ shouldQueue: false, uid: 7, data: { ...post } }), undefined);
		await assert.rejects(async () => hooks(quiet, reviewer('terms', [reason('ask')])).reply.handle({ ...post }), RefusedError);
	});

	it('asks nothing of an author who is not there: approval, fork, merge', async () => {
		const asking = door([reviewer('terms', [reason('ask')])]);
		for (const [act, origin] of [['reply', 'queue-approval'], ['fork', 'host'], ['merge', 'host']] as const) {
			const judged = await asking.judgePost(act, post, origin);
			assert.equal(judged.ok && judged.value.outcome, 'allow', act);
		}
	});

	it('still refuses what may not stand, even on approval', async () => {
		const refusing = door([reviewer('screening', [reason('refuse')])]);
		const judged = await refusing.judgePost('reply', post, 'queue-approval');
		assert.equal(judged.ok && judged.value.outcome, 'refuse');
	});

	it('takes a federated author for what they are', () => {
		assert.equal(originOf({ uid: 'https://elsewhere.example/u/1' }), 'federation');
		const made = submissionOf('topic', { uid: 'https://elsewhere.example/u/1' }, {}, 'federation');
		assert.deepEqual(made.ok && made.value.author, { kind: 'remote', uri: 'https://elsewhere.example/u/1' });
	});

	it('reads the answers of the no-script composer from its form', () => {
		const req = { body: { forumTermsAccept: 'forum-3' } };
		assert.deepEqual(decodeAnswers({ req }, 'no-script'), { ok: true, value: { accept: ['forum-3'] } });
	});

	for (const [what, forumTerms, field] of [
		['a text', 'forum-3', 'forumTerms'],
		['a list', ['forum-3'], 'forumTerms'],
		['an unknown key', { akzept: ['forum-3'] }, 'forumTerms.akzept'],
		['a version that is not one', { accept: ['<script>'] }, 'forumTerms.accept.0'],
		['too many versions', { accept: Array.from({ length: 21 }, (_, i) => `forum-${i + 1}`) }, 'forumTerms.accept'],
		['null', null, 'forumTerms'],
	] as const) {
		it(`names the field when forumTerms is ${what}`, () => {
			const decoded = decodeAnswers({ forumTerms }, 'api');
			assert.equal(decoded.ok, false);
			assert.equal(!decoded.ok && decoded.refusal.field, field);
		});
	}

	it('refuses tags that are no texts by name, whatever they do when they are made one', async () => {
		for (const tags of [[{ toString: 'x' }], [{}], [null], [['a']]]) {
			const judged = await door([]).judgePost('tags', { ...post, tags }, 'api');
			assert.match(judged.ok ? '' : judged.refusal.field ?? '', /^tags/, JSON.stringify(tags));
		}
		assert.ok((await door([]).judgePost('tags', { ...post, tags: ['sip', 20] }, 'api')).ok);
	});
});

describe('the posting hooks', () => {
	const hooks = (reasons: Reason[]) => {
		const { host, errors } = hostInMemory();
		return { ...called(postingHooks(door([reviewer('screening', reasons)]), host, async () => undefined), host), errors };
	};

	it('never refuse and never record in the probe that NodeBB makes when a composer opens', async () => {
		const probe = { shouldQueue: false, uid: 7, data: { cid: 1, content: '' } };
		assert.deepEqual(await hooks([reason('refuse')]).shouldQueue(probe), probe);
	});

	it('send a post that is held to staff', async () => {
		const asked = await hooks([reason('hold')]).shouldQueue({ shouldQueue: false, uid: 7, data: post });
		assert.equal(asked.shouldQueue, true);
	});

	it('let a held post through where NodeBB writes it into the queue', async () => {
		await hooks([reason('hold')]).queued({ uid: 7, type: 'reply', data: post });
	});

	it('keep a held post out, to be sent again, if NodeBB could not be told to queue it', async () => {
		const sent = { ...post, req: { originalUrl: '/api/v3/topics' } };
		for (const name of ['topic', 'reply'] as const) {
			await assert.rejects(hooks([reason('hold')])[name](sent), (error: unknown) =>
				error instanceof RefusedError && error.refusal.code === 'store-unavailable');
			await hooks([reason('hold')])[name]({ ...post, req: undefined, fromQueue: true });
		}
	});

	it('ask the author of a held post what is missing all the same', async () => {
		await assert.rejects(hooks([reason('hold'), reason('ask')]).queued({ uid: 7, type: 'reply', data: post }));
	});

	it('are native async functions, as NodeBB tests for', () => {
		for (const [name, handler] of Object.entries(hooks([]))) {
			if (typeof handler === 'function') {
				assert.equal(handler.constructor.name, 'AsyncFunction', name);
			}
		}
	});

	it('keep a post out, with a sentence, when the plugin itself fails', async () => {
		const { host, errors } = hostInMemory();
		const broken: Reviewer = { slice: 'terms', review: () => Promise.reject(new Error('database gone')) };
		const failing = called(postingHooks(door([broken]), host, async () => undefined), host, 'posting');
		await assert.rejects(failing.reply(post), (error: unknown) =>
			error instanceof RefusedError && error.refusal.code === 'store-unavailable');
		assert.deepEqual(errors, [{ slice: 'posting', event: 'reply' }]);
	});

	it('log nothing for a refusal', async () => {
		const refusing = hooks([reason('refuse')]);
		await assert.rejects(refusing.topic(post), RefusedError);
		assert.deepEqual(refusing.errors, []);
	});
});
