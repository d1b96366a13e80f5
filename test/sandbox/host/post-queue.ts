import type { Context } from './context';
import type { Row } from './database';
import type { TopicData } from './topics';

export interface QueuedItem extends Row { id: string; uid: unknown; type: string; data: TopicData }

/** NodeBB's post queue: its own two hooks at submission, the posting hooks only at approval. */
export function postQueue(c: Context) {
	async function load(id: string): Promise<QueuedItem | null> {
		const row = await c.db.getObject(`post:queue:${id}`);
		if (!row) {
			return null;
		}
		const data = JSON.parse(String(row.data)) as TopicData;
		return { ...row, id, uid: row.uid, type: String(row.type), data: { ...data, fromQueue: true } };
	}
	async function remove(id: string): Promise<void> {
		await c.db.sortedSetRemove('post:queue', id);
		await c.db.delete(`post:queue:${id}`);
	}
	async function cidOf(data: TopicData): Promise<unknown> {
		return data.tid === undefined ? data.cid : c.topics.getTopicField(data.tid, 'cid');
	}

	const self = {
		load, cidOf,
		async list(): Promise<QueuedItem[]> {
			const ids = await c.db.getSortedSetRange('post:queue', 0, -1);
			const items = await Promise.all(ids.map(load));
			return items.filter((item): item is QueuedItem => item !== null);
		},
		/** HOST: src/posts/queue.js `shouldQueue`: always asks the plugins, even when the queue is off. */
		async shouldQueue(uid: number, data: TopicData): Promise<boolean> {
			let queued = false;
			if (Number(c.config.postQueue)) {
				const isOn = Number(await c.categories.getCategoryField(await cidOf(data), 'postQueue') ?? 0) === 1;
				const reputation = Number(await c.accounts.getUserField(uid, 'reputation') ?? 0);
				const postcount = Number(await c.accounts.getUserField(uid, 'postcount') ?? 0);
				queued = isOn && !await c.accounts.isPrivileged(uid) &&
					(reputation < Number(c.config.postQueueReputationThreshold) || postcount <= 0);
			}
			return (await c.hooks.fire('filter:post.shouldQueue', { shouldQueue: queued, uid, data })).shouldQueue;
		},
		async add(data: TopicData): Promise<Row> {
			const type = data.tid === undefined ? 'topic' : 'reply';
			const cid = await cidOf(data);
			c.topics.checkContent(data.sourceContent ?? data.content);
			if (type === 'topic') {
				c.topics.checkTitle(data.title);
			}
			if (!await c.privileges.categories.can(type === 'topic' ? 'topics:create' : 'topics:reply', cid, Number(data.uid))) {
				throw new Error('[[error:no-privileges]]');
			}
			await c.accounts.isReadyToPost(Number(data.uid), cid);
			const now = Date.now();
			let id = `${type}-${now}`;
			for (let i = 1; await c.db.exists(`post:queue:${id}`); i += 1) {
				id = `${type}-${now + i}`;
			}
			const payload = await c.hooks.fire('filter:post-queue.save', { id, uid: data.uid, type, data });
			const { req: _req, ...kept } = payload.data;
			await c.db.sortedSetAdd('post:queue', now, id);
			await c.db.setObject(`post:queue:${id}`, { id, uid: payload.uid, type, data: JSON.stringify(kept) });
			await c.hooks.fire('action:post-queue.save', payload);
			return { id, type, queued: true, message: '[[success:post-queued]]' };
		},
		async accept(id: string): Promise<Row> {
			const item = await load(id);
			if (!item) {
				throw new Error('[[error:no-post]]');
			}
			const { data } = await c.hooks.fire('filter:post-queue:submitFromQueue', { data: item });
			if (data.type === 'topic') {
				const { topicData, postData } = await c.topics.post(data.data);
				Object.assign(data, { tid: topicData.tid, pid: postData.pid });
			} else {
				const post = await c.topics.reply(data.data);
				Object.assign(data, { tid: post.tid, pid: post.pid });
			}
			await remove(id);
			void c.hooks.fire('action:post-queue:submitFromQueue', { data });
			return { type: data.type, pid: data.pid, tid: data.tid };
		},
		async reject(id: string): Promise<void> {
			const item = await load(id);
			if (!item) {
				throw new Error('[[error:no-post]]');
			}
			await c.hooks.fire('filter:post-queue:removeFromQueue', { data: item });
			await remove(id);
			void c.hooks.fire('action:post-queue:removeFromQueue', { data: item });
		},
		/** HOST: src/posts/queue.js `editQueuedContent` fires no hook at all. */
		async edit(id: string, changes: Row): Promise<void> {
			const item = await load(id);
			if (!item) {
				throw new Error('[[error:no-post]]');
			}
			const known = ['content', 'title', 'cid', 'tags'].filter(key => changes[key] !== undefined);
			const data = { ...item.data, ...Object.fromEntries(known.map(key => [key, changes[key]])) };
			await c.db.setObjectField(`post:queue:${id}`, 'data', JSON.stringify(data));
		},
		/**
		 * HOST: src/posts/queue.js `canEditQueue`: the forum's staff and moderators of the category; authors may change
		 * or take back what is theirs.
		 */
		async canEdit(uid: number, id: string, act: 'accept' | 'reject' | 'edit', toCid?: unknown): Promise<boolean> {
			const queued = await load(id);
			if (!queued || uid <= 0) {
				return false;
			}
			if (await c.accounts.isAdminOrGlobalMod(uid) || (act !== 'accept' && Number(queued.uid) === uid)) {
				return true;
			}
			return await c.accounts.isModerator(uid, await cidOf(queued.data)) &&
				(!toCid || c.accounts.isModerator(uid, toCid));
		},
	};
	return self;
}

export type PostQueue = ReturnType<typeof postQueue>;
