import type { Row } from '../host/database';
import { param, type ForumRequest } from './forum-request';
import { pidOf, requestOf, type WriteApi } from './write-api';

/** Posts and the post queue of NodeBB's write API. HOST: src/api/posts.js. */
export function mountPosts({ c, anyone, members }: WriteApi): void {
	// The queue comes first: in NodeBB too, `/queue/:id` must not be read as a post called "queue".
	anyone('post', '/posts/queue/:id', async req => ({ post: await c.api.posts.acceptQueuedPost(req, { id: param(req, 'id') }) }));
	anyone('delete', '/posts/queue/:id', req =>
		c.api.posts.removeQueuedPost(req, { id: param(req, 'id'), message: req.query.message || (req.body as Row).message }));
	// HOST: src/controllers/write/posts.js `editQueuedPost`: an id in the body goes before the one of the address.
	anyone('put', '/posts/queue/:id', (req, body) => c.api.posts.editQueuedPost(req, { id: param(req, 'id'), ...body }));

	members('post', '/flags', (req, { type, id, reason }) =>
		c.api.flags.create(req, { type, id, reason }), ['type', 'id', 'reason']);
	members('put', '/flags/:flagId', async (req, { state }) => {
		if (!await c.accounts.isAdminOrGlobalMod(req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		await c.flags.update(Number(param(req, 'flagId')), req.uid, { state });
	});

	async function readablePost(req: ForumRequest): Promise<Row> {
		const post = await c.posts.getPostData(pidOf(req));
		if (!post) {
			throw new Error('[[error:no-post]]');
		}
		if (!await c.privileges.posts.can('topics:read', post.pid, req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		return post;
	}
	async function deletable(req: ForumRequest): Promise<void> {
		const post = await readablePost(req);
		const isMod = await c.privileges.posts.can('moderate', post.pid, req.uid);
		if (Number(post.uid) !== req.uid && !isMod) {
			throw new Error('[[error:no-privileges]]');
		}
	}
	anyone('get', '/posts/:pid', async (req) => {
		const { pid } = await readablePost(req);
		return c.api.posts.get(req, { pid });
	});
	members('put', '/posts/:pid', async (req, body) => {
		c.topics.checkContent(body.content);
		const { post, topic } = await c.posts.edit({ ...body, pid: pidOf(req), uid: req.uid, req: requestOf(req) });
		return { ...post, topic };
	}, ['content']);
	members('delete', '/posts/:pid', async (req) => {
		if (!await c.privileges.posts.can('purge', pidOf(req), req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		await c.posts.purge(pidOf(req), req.uid);
	});
	members('put', '/posts/:pid/state', async (req) => {
		await deletable(req);
		await c.api.posts.restore(req, { pid: pidOf(req) });
	});
	members('delete', '/posts/:pid/state', async (req) => {
		await deletable(req);
		await c.posts.setDeleted(pidOf(req), req.uid, true);
	});
	members('put', '/posts/:pid/owner', async (req, body) => {
		if (!await c.accounts.isAdminOrGlobalMod(req.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		await c.posts.changeOwner([pidOf(req)], Number(body.uid));
	}, ['uid']);
	anyone('get', '/posts/:pid/diffs', async (req) => {
		await readablePost(req);
		return c.posts.revisions(pidOf(req));
	});
	members('put', '/posts/:pid/diffs/:since', async req =>
		c.posts.restoreDiff(pidOf(req), req.uid, param(req, 'since'), requestOf(req)));
}
