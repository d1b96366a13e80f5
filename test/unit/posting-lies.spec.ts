import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { WaitingPost } from '../../lib/kernel/host/content';
import type { Act, Submission, Reviewer } from '../../lib/kernel/slice/review';
import { RefusedError } from '../../lib/kernel/slice/edges';
import { refuse, type Refusal } from '../../lib/kernel/refusals/refusal';
import { door } from '../../lib/posting/door';
import { postingGuards } from '../../lib/posting/guards';
import { postingHooks } from '../../lib/posting/hooks';
import { called } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

type Body = Record<string, unknown>;

/** A door that tells everything it saw of a submission, and asks NodeBB to queue what it may. */
function witness(waiting: Record<string, WaitingPost> = {}) {
	const seen: Submission[] = [];
	const { host, posts } = hostInMemory();
	posts.set('9', { uid: '7' });
	posts.set('10', { uid: '0' });
	const reviewer: Reviewer = {
		slice: 'screening', mayHold: () => true,
		async review(submission, { dryRun }) {
			seen.push(structuredClone(submission));
			return !dryRun ? [] : [{ outcome: 'hold', refusal: refuse('partner-held') }];
		},
	};
	const made = door([reviewer], { queue: { read: async id => waiting[id] ?? null } });
	const hooks = called(postingHooks(made, host, async () => undefined), host);
	return { seen, hooks, guards: postingGuards(made, host.topics) };
}

const waiting: Record<string, WaitingPost> = {
	'topic-1': {
		uid: 7, act: 'topic', cid: 3, tid: '', title: 'Calls drop', content: 'They drop.', sourceContent: '', tags: ['sip'],
		forumTerms: {},
	},
	'reply-2': {
		uid: 7, act: 'reply', cid: null, tid: '6', title: '', content: 'Have a look.', sourceContent: '', tags: [], forumTerms: {},
	},
};

/** The request as NodeBB hands it on: what was sent stands in its body too. HOST: src/api/helpers.js. */
const requestOf = (body: Body, originalUrl: string) => ({ uid: 7, body, originalUrl });

interface Way {
	act: Act;
	/** What an honest client sends. */
	honest: Body;
	/** Fields of the act itself, which are no lies. */
	own: readonly string[];
	/** The body on its way through NodeBB to the door. */
	send(w: ReturnType<typeof witness>, body: Body): Promise<unknown>;
}

const written = { content: 'They drop.', sourceContent: undefined };
// HOST: src/api/topics.js `create` and `reply`: the body first, then what is the server's own word.
const newPost = (body: Body, ids: Body, url: string): Body => {
	const payload = { ...body, ...ids };
	return { ...payload, uid: 7, req: requestOf(payload, url), ip: '', timestamp: 1, fromQueue: false };
};
const topicOf = ({ tid: _tid, pid: _pid, ...body }: Body) => newPost(body, {}, '/api/v3/topics');
const replyOf = ({ pid: _pid, ...body }: Body) => newPost(body, { tid: '6' }, '/api/v3/topics/6');
const editOf = (body: Body) => ({ ...body, pid: '9', uid: 7, req: requestOf(body, '/api/v3/posts/9'), timestamp: 1 });
const form = ({ cid, tid, title, content, handle, ...rest }: Body, isReply: boolean): Body => ({
	uid: 7, content, handle, fromQueue: false, timestamp: 1, ...isReply ? { tid } : { cid, title, tags: [] },
	req: requestOf({ cid, tid, title, content, handle, ...rest, noscript: 'true' }, '/compose'),
});
type Witness = ReturnType<typeof witness>;
/** As NodeBB puts the address and the body together; an `id` in the body of a queue edit goes before the address. */
const examined = (w: Witness, write: string, data: Body) =>
	w.guards.find(guard => guard.write === write)?.examine({ actor: { kind: 'member', uid: 7 }, data }) ??
		assert.fail(write);

const topic = { cid: 3, title: 'Calls drop', content: 'They drop.', tags: ['sip'] };
const ways: Record<string, Way> = {
	'a new topic': {
		act: 'topic', honest: topic, own: ['cid', 'title', 'tags'], send: (w, body) => w.hooks.topic(topicOf(body)),
	},
	'a new topic that may have to wait': {
		act: 'topic', honest: topic, own: ['cid', 'title', 'tags'],
		send: (w, body) => w.hooks.shouldQueue({ shouldQueue: false, uid: 7, data: topicOf(body) }),
	},
	'a topic on its way into the queue': {
		act: 'topic', honest: topic, own: ['cid', 'title', 'tags'],
		send: (w, body) => w.hooks.queued({ type: 'topic', uid: 7, data: topicOf(body) }),
	},
	'a topic without script': {
		act: 'topic', honest: topic, own: ['cid', 'title', 'tid', 'forumTermsAccept'], send: (w, body) => w.hooks.topic(form(body, false)),
	},
	'a reply': { act: 'reply', honest: written, own: ['tid'], send: (w, body) => w.hooks.reply(replyOf(body)) },
	'a reply on its way into the queue': {
		act: 'reply', honest: written, own: ['tid'],
		send: (w, body) => w.hooks.queued({ type: 'reply', uid: 7, data: replyOf(body) }),
	},
	'a reply without script': {
		act: 'reply', honest: { ...written, tid: '6' }, own: ['tid', 'forumTermsAccept'], send: (w, body) => w.hooks.reply(form(body, true)),
	},
	'an edit': {
		act: 'edit', honest: written, own: ['pid', 'title', 'tags'],
		send: (w, body) => w.hooks.edit({ data: editOf(body), uid: 7 }),
	},
	'new tags': {
		act: 'tags', honest: { tags: ['sip'] }, own: ['tid', 'tags'],
		send: (w, body) => examined(w, 'api.topics.updateTags', { ...body, tid: '6' }),
	},
	'no tags any more': {
		act: 'tags', honest: {}, own: ['tid'],
		send: (w, body) => examined(w, 'api.topics.deleteTags', { ...body, tid: '6' }),
	},
	'a crosspost': {
		act: 'crosspost', honest: { cid: 4 }, own: ['tid', 'cid'],
		send: (w, body) => examined(w, 'controllers.write.topics.crosspost', { ...body, tid: '6' }),
	},
	'a change of a waiting topic': {
		act: 'queue-edit', honest: { content: 'They drop, all of them.' }, own: ['id', 'cid', 'title', 'tags'],
		send: (w, body) => examined(w, 'api.posts.editQueuedPost', { id: 'topic-1', ...body }),
	},
	'a change of a waiting reply': {
		act: 'queue-edit', honest: { content: 'Have another look.' }, own: ['id'],
		send: (w, body) => examined(w, 'api.posts.editQueuedPost', { id: 'reply-2', ...body }),
	},
};

const id = fc.oneof(
	fc.integer({ min: -2, max: 99 }), fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom(
		'', ' ', '0', '07', '-1', 'x', '__proto__', 'constructor', 'https://elsewhere.example/category/1', null, true,
		'6f1ed002-ab59-4f4f-9c2d-6f1ed002ab59', Number.NaN, 1.5,
	), fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }), fc.record({ 0: fc.integer() }),
);
const yes = fc.constantFrom<unknown>(true, 1, 'true', '1', 'on', false, null);
const lies: Record<string, fc.Arbitrary<unknown>> = {
	cid: id, tid: id, pid: id, id, toPid: id, crosspostCid: id, mainPid: id, queued: id, uid: id, _uid: id, editor: id,
	fromQueue: yes, isMain: yes, scheduled: yes, deleted: yes, noscript: yes, isAdmin: yes, dryRun: yes,
	timestamp: fc.oneof(fc.integer(), fc.constantFrom('9999999999999', null, [])),
	_activitypub: fc.oneof(yes, fc.record({ url: fc.webUrl() })), handle: fc.oneof(fc.string(), yes, fc.constant(['x'])),
	origin: fc.constantFrom('queue-approval', 'federation', 'host'), act: fc.constantFrom('chat', 'fork', 'merge'),
	place: fc.record({ cid: id }), author: fc.constantFrom({ kind: 'system' }), req: fc.constantFrom({}, null),
	title: fc.string(), tags: fc.array(fc.string(), { maxLength: 3 }), forumTermsAccept: fc.constant('forum-1'),
	'constructor': id, caller: fc.record({ uid: id }),
};
const lying = (own: readonly string[]) => fc.record(
	Object.fromEntries(Object.entries(lies).filter(([name]) => !own.includes(name))), { requiredKeys: [] },
).chain(body => fc.boolean().map(isPrototype =>
	(isPrototype ? JSON.parse(JSON.stringify(body).replace(/^\{/, '{"__proto__":{"cid":9,"tid":9,"fromQueue":true},')
		.replace(/,\}$/, '}')) as Body : body)));

async function outcomeOf(way: Way, body: Body): Promise<string> {
	const w = witness(waiting);
	const answer = await way.send(w, { ...body }).then(() => 'went through', (error: unknown) =>
		(error instanceof RefusedError ? `${error.refusal.code} ${error.refusal.field ?? ''}` : String(error)));
	return JSON.stringify([w.seen, answer]);
}

describe('lies change nothing', () => {
	for (const [name, way] of Object.entries(ways)) {
		it(`${name}: whatever else its body says, what is judged is the same`, async () => {
			const truth = await outcomeOf(way, way.honest);
			assert.ok(truth.includes(`"act":"${way.act}"`), truth);
			await fc.assert(fc.asyncProperty(lying(way.own), async (lie) => {
				assert.equal(await outcomeOf(way, { ...lie, ...way.honest }), truth);
			}), { numRuns: 200 });
		});
	}
});

describe('what a body may not say', () => {
	it('is gone before any other hook sees it', async () => {
		const lie = { crosspostCid: 9, isMain: true, _activitypub: { url: 'https://elsewhere.example' } };
		for (const [name, send] of [
			['topic', (w, data) => w.hooks.topic(data)], ['reply', (w, data) => w.hooks.reply(data)],
			['queued topic', (w, data) => w.hooks.queued({ type: 'topic', uid: 7, data })],
			['queued reply', (w, data) => w.hooks.queued({ type: 'reply', uid: 7, data })],
			['topic that may wait', (w, data) => w.hooks.shouldQueue({ shouldQueue: true, uid: 7, data })],
		] as [string, (w: Witness, data: Body) => Promise<unknown>][]) {
			const isReply = name.includes('reply');
			const data = isReply ? replyOf({ ...written, ...lie, cid: 9, title: 'x' }) : topicOf({ ...topic, ...lie });
			await send(witness(), data);
			const gone = [...Object.keys(lie), ...isReply ? ['cid', 'title'] : []];
			assert.deepEqual(gone.filter(field => field in data), [], name);
			assert.equal(data.content, 'They drop.', name);
		}
	});

	it('is that it comes out of the queue: what does has no request', async () => {
		for (const act of ['topic', 'reply'] as const) {
			const origins = await Promise.all([requestOf({}, '/api/v3/topics'), undefined].map(async (req) => {
				const w = witness();
				await w.hooks[act]({ ...topic, tid: 6, uid: 7, fromQueue: true, req });
				return w.seen[0]?.origin;
			}));
			assert.deepEqual(origins, ['api', 'queue-approval']);
		}
	});
});

describe('the name beside a guest\'s post', () => {
	it('may be mended by staff, and is judged with the edit; beside any other it is dropped', async () => {
		for (const [pid, kept] of [['10', 'Somebody'], ['9', undefined]] as const) {
			const w = witness();
			const handle = 'Somebody';
			const payload = { post: { handle }, data: { pid, handle, content: 'They drop.' }, uid: 1 };
			await w.hooks.edit(payload);
			const names = [w.seen[0]?.text.handle, payload.post.handle, payload.data.handle];
			assert.deepEqual(names, [kept, kept, kept], pid);
		}
	});
});

describe('an id of another shape is refused by the name of its field', () => {
	const shapes: unknown[] = [
		[7], [], {}, { id: 7 }, true, false, null, '', ' ', '0', 0, -2, 1.5, Number.NaN, '07', '+7', '7 ', '7.0', '1e3', '0x7',
		'seven', '__proto__', 'constructor', 'javascript:alert(1)', `https://elsewhere.example/${'x'.repeat(1000)}`,
	];
	for (const [name, way, key, foreign] of [
		['a new topic', 'a new topic', 'cid', []], ['a topic into the queue', 'a topic on its way into the queue', 'cid', []],
		['a topic that may wait', 'a new topic that may have to wait', 'cid', []],
		['a topic without script', 'a topic without script', 'cid', []],
		['a reply without script', 'a reply without script', 'tid', ['-1', 'https://elsewhere.example/topic/1']],
		['a crosspost', 'a crosspost', 'cid', []], ['a change of a waiting topic', 'a change of a waiting topic', 'cid', []],
	] as const) {
		it(name, async () => {
			for (const shape of [...shapes, ...foreign]) {
				const w = witness(waiting);
				const sent = ways[way] ?? assert.fail(way);
				const thrown = (error: unknown) => (error instanceof RefusedError ? error.refusal : error);
				const answer = await sent.send(w, { ...sent.honest, [key]: shape }).catch(thrown);
				const { code, field } = (answer ?? {}) as Partial<Refusal>;
				const said = [code, field, w.seen];
				assert.deepEqual(said, ['body-invalid', key, []], JSON.stringify(shape));
			}
		});
	}

	it('the forms that NodeBB itself uses are ids: numbers, the same as text, and those of what is federated', async () => {
		for (const [way, key, id] of [
			['a new topic', 'cid', 7], ['a new topic', 'cid', '7'], ['a new topic', 'cid', -1], ['a new topic', 'cid', '-1'],
			['a new topic', 'cid', 'https://elsewhere.example/category/1'],
			['a reply without script', 'tid', '6f1ed002-ab59-4f4f-9c2d-6f1ed002ab59'], ['a crosspost', 'cid', 'https://elsewhere.example'],
		] as const) {
			const w = witness(waiting);
			const sent = ways[way] ?? assert.fail(way);
			await sent.send(w, { ...sent.honest, [key]: id });
			assert.equal(w.seen[0]?.place[key], String(id), way);
		}
	});
});
