import type { Row } from '../host/database';
import type { ForumControllers } from './controllers';
import type { ForumRequest } from './forum-request';
import { Answered, onePostAtATime, requestOf, tidOf, type WriteApi } from './write-api';

/** The topics of NodeBB's write API. HOST: src/api/topics.js. */
export function mountTopics({ c, anyone, members, controlled }: WriteApi, controllers: ForumControllers): void {
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
	members('put', '/topics/:tid/state', async req => c.api.topics.restore(req, { tids: [tidOf(req)] }));
	members('delete', '/topics/:tid/state', async req => c.topicTools.setDeleted(tidOf(req), req.uid, true));
	const { api } = c;
	members('put', '/topics/:tid/move', async (req, body) =>
		api.topics.move(req, { cid: body.cid, tid: await topicThere(req) }));
	members('put', '/topics/:tid/tags', async (req, { tags }) =>
		api.topics.updateTags(req, { tid: await topicThere(req), tags }), ['tags']);
	members('patch', '/topics/:tid/tags', async (req, { tags }) =>
		api.topics.addTags(req, { tid: await topicThere(req), tags }), ['tags']);
	members('delete', '/topics/:tid/tags', async req => api.topics.deleteTags(req, { tid: await topicThere(req) }));
	// HOST: src/routes/write/topics.js: the controller is looked up when the route is mounted.
	controlled('post', '/topics/:tid/crossposts', controllers.write.topics.crosspost);
	controlled('post', '/topics/:tid/thumbs', controllers.write.topics.addThumb);
}
