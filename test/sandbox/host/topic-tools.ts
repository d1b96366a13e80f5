import type { Context } from './context';
import type { Row } from './database';
import { notifications } from './messages';
import { textOf } from './text';

/** What moderators do with topics: move, fork, merge, tag, crosspost. */
export function topicTools(c: Context) {
	async function movePost(pid: string, tid: number, uid: number): Promise<void> {
		const post = await c.posts.getPostData(pid);
		if (!post) {
			throw new Error('[[error:no-post]]');
		}
		await c.db.sortedSetRemove(`tid:${String(post.tid)}:posts`, pid);
		await c.db.sortedSetAdd(`tid:${tid}:posts`, Number(post.timestamp), pid);
		await c.db.setObjectField(`post:${pid}`, 'tid', tid);
		void c.hooks.fire('action:post.move', { uid, post, tid });
	}
	async function staffOnly(tid: unknown, uid: number): Promise<void> {
		if (!await c.privileges.topics.isAdminOrMod(tid, uid)) {
			throw new Error('[[error:no-privileges]]');
		}
	}

	/** HOST: src/api/topics.js `move`, src/socket.io/helpers.js `sendNotificationToTopicOwner`. */
	async function tellOwner(topic: Row, uid: number): Promise<void> {
		const { username } = await c.accounts.getUserFields(uid, ['username']);
		const { create, push } = notifications(c);
		const notification = await create({
			bodyShort: `[[notifications:moved-your-topic, ${textOf(username)}, ${textOf(topic.title)}]]`,
			path: `/topic/${textOf(topic.slug)}`, nid: `move:tid:${String(topic.tid)}:uid:${uid}`, from: uid,
		});
		await (notification ? push(notification, [Number(topic.uid)]) : undefined);
	}

	return {
		async setTags(tid: unknown, tags: readonly string[]): Promise<void> {
			await c.db.setObjectField(`topic:${String(tid)}`, 'tags', tags.join(','));
			void c.hooks.fire('action:topic.updateTags', { tags: [...tags], tid });
		},
		async move(tid: unknown, toCid: unknown, uid: number): Promise<void> {
			const topic = await c.topics.getTopicData(tid);
			// HOST: src/api/topics.js `move`: an author may take their own topic where they may write.
			const isOwn = Number(topic?.uid) === uid && await c.privileges.categories.can('topics:create', toCid, uid);
			await (isOwn ? undefined : staffOnly(tid, uid));
			if (!topic || !await c.categories.exists(toCid)) {
				throw new Error('[[error:no-category]]');
			}
			await c.db.sortedSetRemove(`cid:${String(topic.cid)}:tids`, String(tid));
			await c.db.sortedSetAdd(`cid:${String(toCid)}:tids`, Number(topic.timestamp), String(tid));
			await c.db.setObjectField(`topic:${String(tid)}`, 'cid', Number(toCid));
			void c.hooks.fire('action:topic.move', { tid, fromCid: topic.cid, toCid, uid });
			if (Number(topic.uid) !== uid && !topic.deleted) {
				void tellOwner(topic, uid);
			}
		},
		async fork(
			uid: number, title: string, pids: readonly unknown[], fromTid: unknown, cid?: unknown,
		): Promise<Row> {
			c.topics.checkTitle(title);
			const [first] = await c.db.getObjects(pids.slice(0, 1).map(pid => `post:${String(pid)}`));
			if (!first || String(first.tid) !== String(fromTid)) {
				throw new Error('[[error:invalid-pid]]');
			}
			await staffOnly(fromTid, uid);
			const into = cid ?? await c.topics.getTopicField(fromTid, 'cid');
			const { params } = await c.hooks.fire('filter:topic.fork', {
				params: { uid: first.uid, title, cid: into, timestamp: first.timestamp }, tid: fromTid,
			});
			const tid = await c.topics.create(params);
			for (const pid of pids) {
				await movePost(String(pid), tid, uid);
			}
			await c.db.setObject(`topic:${tid}`, { mainPid: pids[0], postcount: pids.length });
			void c.hooks.fire('action:topic.fork', { tid, fromTid, uid });
			return await c.topics.getTopicData(tid) ?? {};
		},
		async merge(tids: readonly unknown[], uid: number, options: { newTopicTitle?: string } = {}): Promise<number> {
			await Promise.all(tids.map(tid => staffOnly(tid, uid)));
			const oldest = Math.min(...tids.map(Number));
			let into = oldest;
			if (options.newTopicTitle) {
				const topic = await c.topics.getTopicData(oldest);
				const { params } = await c.hooks.fire('filter:topic.mergeCreateNewTopic', {
					oldestTid: oldest, params: { uid: topic?.uid, cid: topic?.cid, title: options.newTopicTitle },
				});
				into = await c.topics.create(params);
			}
			for (const tid of tids.filter(other => Number(other) !== into)) {
				for (const pid of await c.db.getSortedSetRange(`tid:${String(tid)}:posts`, 0, -1)) {
					await movePost(pid, into, uid);
				}
				await c.db.setObject(`topic:${String(tid)}`, { deleted: 1, mergeIntoTid: into });
			}
			const [mainPid] = await c.db.getSortedSetRange(`tid:${into}:posts`, 0, 0);
			await c.db.setObjectField(`topic:${into}`, 'mainPid', Number(mainPid ?? 0));
			void c.hooks.fire('action:topic.merge', { uid, tids, mergeIntoTid: into });
			return into;
		},
		/** HOST: src/topics/crossposts.js `add`: what is no number must be the URI of a category from elsewhere. */
		async crosspost(tid: unknown, cid: unknown, uid: number): Promise<Row[]> {
			if ((typeof cid !== 'number' && typeof cid !== 'string') || !await c.categories.exists(cid)) {
				throw new Error('[[error:invalid-cid]]');
			}
			if (!await c.privileges.categories.can('topics:crosspost', cid, uid)) {
				throw new Error('[[error:no-privileges]]');
			}
			await c.db.sortedSetAdd(`tid:${String(tid)}:crossposts`, Date.now(), String(cid));
			return [{ tid, cid, uid }];
		},
		/** HOST: src/topics/delete.js asks nobody. */
		async delete(tid: unknown, uid: number): Promise<void> {
			await c.db.setObject(`topic:${String(tid)}`, { deleted: 1, deleterUid: uid });
		},
		async restore(tid: unknown): Promise<void> {
			await c.db.setObject(`topic:${String(tid)}`, { deleted: 0, deleterUid: 0 });
		},
		async setLocked(tid: unknown, uid: number, locked: boolean): Promise<void> {
			await staffOnly(tid, uid);
			await c.db.setObjectField(`topic:${String(tid)}`, 'locked', locked ? 1 : 0);
		},
		async setDeleted(tid: unknown, uid: number, deleted: boolean): Promise<void> {
			const before = await c.db.getObject(`topic:${String(tid)}`);
			// HOST: src/privileges/topics.js `canDelete`: authors too, unless somebody else took it away.
			if (Number(before?.uid) !== uid || ![0, uid].includes(Number(before?.deleterUid ?? 0))) {
				await staffOnly(tid, uid);
			}
			await c.db.setObject(`topic:${String(tid)}`, { deleted: deleted ? 1 : 0, deleterUid: deleted ? uid : 0 });
			const topic = await c.db.getObject(`topic:${String(tid)}`);
			void c.hooks.fire(deleted ? 'action:topic.delete' : 'action:topic.restore', { topic, uid });
		},
	};
}

export type TopicTools = ReturnType<typeof topicTools>;
