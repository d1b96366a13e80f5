import type { Context } from './context';
import type { Row } from './database';
import { slugify, textOf } from './text';

export interface TopicData extends Row {
	uid?: unknown; cid?: unknown; tid?: unknown; title?: unknown; content?: unknown; sourceContent?: unknown;
	tags?: unknown; timestamp?: unknown; fromQueue?: unknown;
}

// HOST: src/posts/summary.js: the fields of a summary; everything else of a post is left out.
const summaryFields = [
	'pid', 'tid', 'toPid', 'content', 'sourceContent', 'uid', 'timestamp', 'deleted', 'upvotes', 'downvotes', 'handle',
];

/** NodeBB's topics: creating, replying, reading. */
export function topics(c: Context) {
	function check(text: unknown, least: number, most: number, name: string): void {
		const { length } = textOf(text).trim();
		if (length < least) {
			throw new Error(`[[error:${name}-too-short, ${least}]]`);
		}
		if (length > most) {
			throw new Error(`[[error:${name}-too-long, ${most}]]`);
		}
	}

	const self = {
		checkTitle: (title: unknown): void => check(title, 3, 255, 'title'),
		checkContent: (content: unknown): void => check(content, Number(c.config.minimumPostLength), 32_767, 'content'),
		async exists(tid: unknown): Promise<boolean> {
			return c.db.exists(`topic:${String(tid)}`);
		},
		async getTopicData(tid: unknown): Promise<Row | null> {
			return c.db.getObject(`topic:${String(tid)}`);
		},
		async getTopicFields(tid: unknown, fields: readonly string[]): Promise<Row | null> {
			const row = await c.db.getObject(`topic:${String(tid)}`);
			return row && Object.fromEntries(fields.map(field => [field, row[field] ?? null]));
		},
		async getTopicsFields(tids: readonly unknown[], fields: readonly string[]): Promise<(Row | null)[]> {
			return Promise.all(tids.map(async tid => self.getTopicFields(tid, fields)));
		},
		async setTopicField(tid: unknown, field: string, value: unknown): Promise<void> {
			await c.db.setObjectField(`topic:${String(tid)}`, field, value);
		},
		async getTopicField(tid: unknown, field: string): Promise<unknown> {
			return c.db.getObjectField(`topic:${String(tid)}`, field);
		},
		/** Writes the topic alone; its first post comes after, which is why nothing may throw in between. */
		async create(data: TopicData): Promise<number> {
			const timestamp = Number(data.timestamp ?? Date.now());
			const tid = await c.db.incrObjectField('global', 'nextTid');
			let topic: Row = {
				tid, uid: data.uid, cid: data.cid, mainPid: 0, title: data.title, timestamp, lastposttime: 0,
				postcount: 0,
				slug: `${tid}/${slugify(String(data.title)) || 'topic'}`,
				...(Array.isArray(data.tags) && data.tags.length > 0 ? { tags: data.tags.join(',') } : {}),
			};
			({ topic } = await c.hooks.fire('filter:topic.create', { topic, data }));
			await c.db.setObject(`topic:${tid}`, topic);
			await c.db.sortedSetAdd(`cid:${String(topic.cid)}:tids`, timestamp, tid);
			await c.db.sortedSetAdd(`cid:${String(topic.cid)}:tids:create`, timestamp, tid);
			await c.db.sortedSetAdd(`uid:${String(topic.uid)}:topics`, timestamp, tid);
			if (timestamp > Date.now()) {
				await c.db.sortedSetAdd('topics:scheduled', timestamp, tid);
			}
			await c.db.incrObjectField(`category:${String(topic.cid)}`, 'topic_count');
			void c.hooks.fire('action:topic.save', { topic: { ...topic }, data });
			return tid;
		},
		async post(given: TopicData): Promise<{ topicData: Row; postData: Row }> {
			const data = await c.hooks.fire('filter:topic.post', given);
			const uid = Number(data.uid);
			data.tags = data.tags ?? [];
			data.content = `${(data.content || '') as string}`.trimEnd();
			// HOST: src/topics/create.js: a title of another shape as it reads; without one the first sentence is it.
			data.title = data.title ? `${data.title as string}`.trim() : /^[^\n.!?]*[.!?]?/.exec(String(data.content))?.[0] ?? '';
			if (!await c.categories.exists(data.cid)) {
				throw new Error('[[error:no-category]]');
			}
			if (!await c.privileges.categories.can('topics:create', data.cid, uid)) {
				throw new Error('[[error:no-privileges]]');
			}
			if (!await c.accounts.isAdministrator(uid)) {
				self.checkTitle(data.title);
				self.checkContent(data.sourceContent ?? data.content);
			}
			if (!data.fromQueue) {
				await c.accounts.isReadyToPost(uid, data.cid);
			}
			const tid = await self.create(data);
			const postData = await c.posts.create({ ...data, tid, isMain: true });
			// HOST: src/topics/create.js `post`: what appears later is deleted until then.
			if (Number(data.timestamp ?? 0) > Date.now()) {
				await c.topicTools.delete(tid, uid);
			}
			const topicData = await self.getTopicData(tid) ?? {};
			void c.hooks.fire('action:topic.post', { topic: topicData, post: postData, data });
			return { topicData, postData: await self.summary(postData, uid) };
		},
		/** HOST: src/topics/scheduled.js `handleExpired`: every minute; in the sandbox, every second. */
		async publishDue(): Promise<void> {
			const tids = await c.db.getSortedSetRangeByScore('topics:scheduled', 0, -1, '-inf', Date.now());
			await Promise.all(tids.map(tid => c.topicTools.restore(tid)));
			await c.db.sortedSetRemove('topics:scheduled', tids);
		},
		async reply(given: TopicData): Promise<Row> {
			const data = await c.hooks.fire('filter:topic.reply', given);
			const uid = Number(data.uid);
			const topic = await self.getTopicData(data.tid);
			if (!topic) {
				throw new Error('[[error:no-topic]]');
			}
			data.cid = topic.cid;
			if (topic.locked || !await c.privileges.categories.can('topics:reply', topic.cid, uid)) {
				throw new Error(topic.locked ? '[[error:topic-locked]]' : '[[error:no-privileges]]');
			}
			data.content = textOf(data.content).trimEnd();
			if (!data.fromQueue) {
				await c.accounts.isReadyToPost(uid, data.cid);
				self.checkContent(data.sourceContent ?? data.content);
			}
			const post = await c.posts.create(data);
			// HOST: src/topics/create.js `onNewPost`: hook and response get a summary, with the topic as it is now.
			const summary = await self.summary(post, uid);
			void c.hooks.fire('action:topic.reply', { post: { ...summary }, data });
			return summary;
		},
		async onNewPostMade(post: Row, isMain: boolean): Promise<void> {
			const key = `topic:${String(post.tid)}`;
			await Promise.all([
				c.db.sortedSetAdd(`tid:${String(post.tid as string)}:posts`, Number(post.timestamp), String(post.pid as string)),
				c.db.incrObjectField(key, 'postcount'),
				c.db.setObject(key, { lastposttime: post.timestamp, ...(isMain ? { mainPid: post.pid } : {}) }),
			]);
		},
		/** A new post as its author and readers are told of it: core's fields and what plugins add to a summary. */
		async summary(post: Row, uid: number): Promise<Row> {
			const known = Object.fromEntries(summaryFields.map(field => [field, post[field] ?? null]));
			const { posts } = await c.hooks.fire('filter:post.getPostSummaryByPids', {
				posts: [await self.readable(known)], uid,
			});
			return posts[0] ?? known;
		},
		/** A post with its author and its HTML, as pages and the API show it. */
		async readable(post: Row): Promise<Row> {
			const fields = ['uid', 'username', 'userslug', 'icon:text', 'icon:bgColor'];
			const user = await c.accounts.getUserFields(Number(post.uid), fields);
			const topic = await self.getTopicData(post.tid);
			return {
				...post, content: await c.posts.parse(post), user,
				timestampISO: new Date(Number(post.timestamp)).toISOString(),
				topic: { uid: topic?.uid, title: topic?.title, slug: topic?.slug, cid: topic?.cid },
			};
		},
		async getTopicPosts(tid: unknown, uid: number): Promise<Row[]> {
			const pids = await c.db.getSortedSetRange(`tid:${String(tid)}:posts`, 0, -1);
			const rows = (await c.db.getObjects(pids.map(pid => `post:${pid}`))).filter((row): row is Row => row !== null);
			const readable = await Promise.all(rows.map((row, index) => self.readable({ ...row, index })));
			const added = await c.hooks.fire('filter:topics.addPostData', { posts: readable, uid });
			const topic = await self.getTopicData(tid) ?? {};
			const { posts } = await c.hooks.fire('filter:topic.getPosts', { topic, uid, posts: added.posts });
			const isMod = await c.privileges.topics.isAdminOrMod(tid, uid);
			// HOST: src/topics/posts.js `modifyPostsByPrivilege`.
			return posts.map(post => (Number(post.deleted) && !isMod && Number(post.uid) !== uid ?
				{ ...post, content: '[[topic:post-is-deleted]]' } : post));
		},
	};
	return self;
}

export type Topics = ReturnType<typeof topics>;
