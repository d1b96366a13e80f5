import type { Row } from '../host/database';
import { textOf } from '../host/text';
import type { ForumRequest } from './forum-request';
import { Answered, onePostAtATime, requestOf, tidOf, type WriteApi } from './write-api';

function listOf(tags: unknown): string[] {
	if (!Array.isArray(tags)) {
		throw new Error('[[error:invalid-data]]');
	}
	return tags.map(String);
}

/** The topics of NodeBB's write API. HOST: src/api/topics.js. */
export function mountTopics({ c, anyone, members }: WriteApi): void {
	/** What is always the server's word, whatever the body says. HOST: src/api/helpers.js `setDefaultPostData`. */
	const ours = (req: ForumRequest) => ({
		uid: req.uid, req: requestOf(req), timestamp: Date.now(), fromQueue: false,
	});

	async function topicThere(req: ForumRequest): Promise<string> {
		if (!await c.topics.exists(tidOf(req))) {
			throw new Error('[[error:no-topic]]');
		}
		return tidOf(req);
	}
	async function taggable(req: ForumRequest): Promise<string> {
		const tid = await topicThere(req);
		if (!await c.privileges.topics.canEdit(tid, req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		return tid;
	}
	const tagsOf = async (tid: string): Promise<string[]> =>
		textOf(await c.topics.getTopicField(tid, 'tags')).split(',').filter(tag => tag !== '');

	anyone('post', '/topics', (req, body) => onePostAtATime(c, req.uid, async () => {
		const { tid: _tid, pid: _pid, generatedTitle: _generatedTitle, ...data } = body;
		if (!Number.isInteger(body.cid) && typeof body.cid !== 'string') {
			throw new Error('[[error:invalid-data]]');
		}
		const payload: Row = { ...data, ...ours(req) };
		if (Number(body.timestamp) > Number(payload.timestamp) &&
			await c.privileges.categories.can('topics:schedule', body.cid, req.uid)) {
			payload.timestamp = Number(body.timestamp);
		}
		if (await c.queue.shouldQueue(req.uid, payload)) {
			return new Answered(202, await c.queue.add(payload));
		}
		return (await c.topics.post(payload)).topicData;
	}), ['cid', 'content']);
	anyone('get', '/topics/:tid', async (req) => {
		const tid = await topicThere(req);
		if (!await c.privileges.topics.can('topics:read', tid, req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		return c.topics.getTopicData(tid);
	});
	anyone('post', '/topics/:tid', (req, body) => onePostAtATime(c, req.uid, async () => {
		const tid = await topicThere(req);
		const { pid: _pid, ...data } = body;
		const payload: Row = { ...data, tid, ...ours(req) };
		return await c.queue.shouldQueue(req.uid, payload) ? c.queue.add(payload) : c.topics.reply(payload);
	}), ['content']);
	members('put', '/topics/:tid/lock', async req => c.topicTools.setLocked(tidOf(req), req.uid, true));
	members('delete', '/topics/:tid/lock', async req => c.topicTools.setLocked(tidOf(req), req.uid, false));
	members('put', '/topics/:tid/state', async req => c.topicTools.setDeleted(tidOf(req), req.uid, false));
	members('delete', '/topics/:tid/state', async req => c.topicTools.setDeleted(tidOf(req), req.uid, true));
	members('put', '/topics/:tid/move', async (req, body) =>
		c.topicTools.move(await topicThere(req), body.cid, req.uid));

	members('put', '/topics/:tid/tags', async (req, body) => {
		await c.topicTools.setTags(await taggable(req), listOf(body.tags));
	}, ['tags']);
	members('patch', '/topics/:tid/tags', async (req, body) => {
		const tid = await taggable(req);
		await c.topicTools.setTags(tid, [...new Set([...await tagsOf(tid), ...listOf(body.tags)])]);
	}, ['tags']);
	members('delete', '/topics/:tid/tags', async req => c.topicTools.setTags(await taggable(req), []));

	members('post', '/topics/:tid/crossposts', async (req, body) => ({
		crossposts: await c.topicTools.crosspost(await topicThere(req), body.cid, req.uid),
	}));
}
