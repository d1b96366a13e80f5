import type { Router } from 'express';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { textOf } from '../host/text';
import { publicFields } from './core-routes';
import { bodyOf, waited } from './forum-request';
import type { Identity } from './identity';

interface SettingsModule { get(hash: string): Promise<Row>; set(hash: string, values: Row): Promise<void> }

/**
 * What NodeBB's client says over a socket, as one HTTP route: the sandbox has no sockets. Events and refusals are those
 * of src/socket.io.
 */
export function mountSocketCalls(router: Router, c: Context, identity: Identity, settings: SettingsModule): void {
	async function administrator(uid: number): Promise<void> {
		if (!await c.accounts.isAdministrator(uid)) {
			throw new Error('[[error:no-privileges]]');
		}
	}
	const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

	const events: Record<string, (uid: number, params: Row) => Promise<unknown>> = {
		'topics.createTopicFromPosts': (uid, { title, pids, fromTid, cid }) =>
			c.topicTools.fork(uid, textOf(title), listed(pids), fromTid, cid),
		'topics.merge': async (uid, { tids, options }) =>
			c.topicTools.merge(listed(tids), uid, (options ?? {})),
		'posts.editQueuedContent': (uid, data) => c.api.posts.editQueuedPost({ uid }, data),
		'user.updateCover': (uid, data) => c.api.sockets.user.updateCover({ uid }, data),
		'user.uploadCroppedPicture': (uid, data) => c.api.sockets.user.uploadCroppedPicture({ uid }, data),
		'groups.cover.update': (uid, data) => c.api.sockets.groups.cover.update({ uid }, data),
		'topics.move': (uid, { tids, cid }) => c.api.topics.move({ uid }, { tid: tids, cid }),
		/** HOST: src/socket.io/posts/tools.js, as far as plugins add to it. */
		async 'posts.loadPostTools'(uid, { pid }) {
			if (!await c.privileges.posts.can('topics:read', textOf(pid), uid)) {
				throw new Error('[[error:no-privileges]]');
			}
			const post = await c.posts.getPostData(textOf(pid)) ?? {};
			const { tools } = await c.hooks.fire('filter:post.tools', { pid, post, uid, tools: [] as Row[] });
			return { posts: { ...post, tools } };
		},
		'user.getUserByUID': async (_uid, about) => c.accounts.getUserFields(Number(about), publicFields),
		async 'user.acceptRegistration'(uid, { username }) {
			await administrator(uid);
			return c.approvals.accept(textOf(username));
		},
		async 'user.rejectRegistration'(uid, { username }) {
			await administrator(uid);
			return c.approvals.reject(textOf(username));
		},
		async 'sandbox.runJob'(uid, { name }) {
			await administrator(uid);
			await c.jobs.get(textOf(name))?.();
		},
		async 'admin.settings.get'(uid, { hash }) {
			await administrator(uid);
			return settings.get(textOf(hash));
		},
		async 'admin.settings.set'(uid, { hash, values }) {
			await administrator(uid);
			return settings.set(textOf(hash), (values ?? {}) as Row);
		},
	};

	router.post('/sandbox/socket', identity.applyCSRF, waited(async (req, res) => {
		const { event, params } = bodyOf(req);
		const handle = Object.hasOwn(events, textOf(event)) ? events[textOf(event)] : undefined;
		try {
			if (!handle) {
				throw new Error('[[error:invalid-event]]');
			}
			res.json({ error: '', result: await handle(req.uid, (params ?? {}) as Row) ?? null });
		} catch (error) {
			res.json({ error: (error as Error).message, result: null });
		}
	}));
}
