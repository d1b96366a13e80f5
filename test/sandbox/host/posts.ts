import { pick } from 'lodash';
import type { Context } from './context';
import type { Row } from './database';
import { parseContent, slugify, textOf } from './text';

export interface PostData extends Row {
	uid?: unknown; tid?: unknown; content?: unknown; sourceContent?: unknown; timestamp?: unknown; isMain?: unknown;
	handle?: unknown; toPid?: unknown; req?: unknown;
}

/** NodeBB's posts: `filter:post.create` sees every new one, `filter:post.edit` every edit before it is written. */
export function posts(c: Context) {
	async function saveDiff(pid: unknown, uid: unknown, before: Row, at: number): Promise<void> {
		await c.db.setObject(`diff:${String(pid)}.${at}`, { uid, at, pid, ...before });
		await c.db.sortedSetAdd(`post:${String(pid)}:diffs`, at, at);
	}

	// NodeBB's own search plugin listens at the usual place and writes the new author into what all listeners share.
	c.hooks.register('nodebb-plugin-dbsearch', { hook: 'action:post.changeOwner', method: (payload) => {
		const { posts: given, toUid } = payload as { posts: Row[]; toUid: unknown };
		given.forEach(post => Object.assign(post, { uid: toUid }));
	} });

	const self = {
		async create(data: PostData): Promise<Row> {
			const timestamp = Number(data.timestamp ?? Date.now());
			const pid = await c.db.incrObjectField('global', 'nextPid');
			let post: Row = {
				pid, uid: data.uid, tid: data.tid, content: String(data.content), timestamp,
				...(data.sourceContent ? { sourceContent: data.sourceContent } : {}),
				...(data.toPid ? { toPid: data.toPid } : {}),
			};
			({ post } = await c.hooks.fire('filter:post.create', { post, data }));
			await c.db.setObject(`post:${pid}`, post);
			await Promise.all([
				c.db.sortedSetAdd('posts:pid', timestamp, pid),
				c.db.sortedSetAdd(`uid:${String(data.uid)}:posts`, timestamp, pid),
				c.db.incrObjectField('global', 'postCount'),
				c.accounts.onNewPostMade(Number(data.uid), timestamp),
				c.topics.onNewPostMade(post, data.isMain === true),
			]);
			void c.hooks.fire('action:post.save', { post });
			return post;
		},
		async exists(pid: unknown): Promise<boolean> {
			return c.db.exists(`post:${String(pid)}`);
		},
		async getPostData(pid: unknown): Promise<Row | null> {
			return c.db.getObject(`post:${String(pid)}`);
		},
		async getPostFields(pid: unknown, fields: string[]): Promise<Row> {
			return c.db.getObjectFields(`post:${String(pid)}`, fields);
		},
		async getPostsFields(pids: readonly unknown[], fields: string[]): Promise<(Row | null)[]> {
			const rows = await c.db.getObjects(pids.map(pid => `post:${String(pid)}`));
			return rows.map(row => row && Object.fromEntries(fields.map(field => [field, row[field] ?? null])));
		},
		async setPostFields(pid: unknown, fields: Row): Promise<void> {
			await c.db.setObject(`post:${String(pid)}`, fields);
			void c.hooks.fire('action:post.setFields', { data: { ...fields, pid } });
		},
		async parse(post: Row): Promise<string> {
			const html = parseContent(String((post.sourceContent ?? post.content)));
			const { postData } = await c.hooks.fire('filter:parse.post', { postData: { ...post, content: html } });
			return String(postData.content);
		},
		async edit(data: Row & { pid: unknown; uid: unknown }): Promise<{ post: Row; topic: Row }> {
			const canEdit = await c.privileges.posts.canEdit(data.pid, Number(data.uid));
			if (!canEdit.flag) {
				throw new Error(canEdit.message);
			}
			const before = await self.getPostData(data.pid);
			if (!before) {
				throw new Error('[[error:no-post]]');
			}
			const topic = await c.db.getObject(`topic:${String(before.tid)}`) ?? {};
			const edited = Date.now();
			const result = await c.hooks.fire('filter:post.edit', {
				req: data.req, data, uid: data.uid,
				post: { content: data.content, edited, editor: data.uid },
			});
			await self.setPostFields(data.pid, result.post);
			const isMain = String(topic.mainPid) === String(data.pid);
			const title = typeof data.title === 'string' ? data.title.trim() : '';
			if (isMain && title) {
				await c.hooks.fire('filter:topic.edit', { req: data.req, topic: { ...topic, title }, data });
				await c.db.setObject(`topic:${String(topic.tid)}`, {
					title, slug: `${String(topic.tid)}/${slugify(title)}`,
				});
			}
			if (isMain && Array.isArray(data.tags)) {
				await c.topicTools.setTags(topic.tid, data.tags.map(String));
			}
			if (Number(c.config.enablePostHistory) === 1) {
				await saveDiff(data.pid, data.uid, {
					content: String((before.sourceContent ?? before.content)),
					...isMain && title && title !== topic.title ? { title: topic.title } : {},
				}, edited);
			}
			const post = {
				...before, ...result.post, pid: Number(data.pid), changed: true, oldContent: before.content,
			};
			void c.hooks.fire('action:post.edit', { post, data, uid: data.uid });
			return {
				post: { ...post, content: await self.parse(post) },
				topic: { ...topic, title: title || topic.title, isMainPost: isMain },
			};
		},
		/** HOST: src/api/posts.js `edit`: checks the length, then edits as the caller. */
		async editFor(caller: { uid: number }, data: Row & { pid: unknown }): Promise<{ post: Row; topic: Row }> {
			c.topics.checkContent(data.content);
			return self.edit({ ...data, uid: caller.uid, req: { uid: caller.uid, body: { ...data } } });
		},
		async keepDiff({ pid, uid, oldContent, edited }: Row): Promise<void> {
			await saveDiff(pid, uid, { content: String(oldContent) }, Number(edited));
		},
		async revisions(pid: unknown): Promise<{ timestamps: string[] }> {
			return { timestamps: await c.db.getSortedSetRevRange(`post:${String(pid)}:diffs`, 0, -1) };
		},
		/**
		 * Brings back the text from before an edit, and the title that its topic had then; an edit like any other.
		 * HOST: src/posts/diffs.js `restore` sends title and tags with every post of a topic.
		 */
		async restoreDiff(
			pid: unknown, uid: number, since: string, req: unknown,
		): Promise<{ post: Row; topic: Row }> {
			const diff = await c.db.getObject(`diff:${String(pid)}.${since}`);
			if (!diff) {
				throw new Error('[[error:no-diff]]');
			}
			const post = await self.getPostData(pid);
			const topic = await c.db.getObject(`topic:${String(post?.tid)}`) ?? {};
			const times = await c.db.getSortedSetRevRange(`post:${String(pid)}:diffs`, 0, -1);
			const later = await c.db.getObjects(times.filter(time => Number(time) >= Number(since))
				.map(time => `diff:${String(pid)}.${time}`));
			const renamed = later.filter(one => one?.title).at(-1);
			return self.edit({
				pid, uid, content: diff.content, req, title: renamed?.title ?? topic.title,
				tags: textOf(topic.tags).split(',').filter(tag => tag !== ''),
			});
		},
		async delete(pid: unknown, uid: number): Promise<Row> {
			await self.setDeleted(pid, uid, true);
			return await self.getPostData(pid) ?? {};
		},
		async restore(pid: unknown, uid: number): Promise<Row> {
			await self.setDeleted(pid, uid, false);
			return await self.getPostData(pid) ?? {};
		},
		async setDeleted(pid: unknown, uid: number, deleted: boolean): Promise<void> {
			const name = deleted ? 'delete' : 'restore';
			await c.hooks.fire(`filter:post.${name}`, { pid, uid });
			await c.db.setObject(`post:${String(pid)}`, { deleted: deleted ? 1 : 0, deleterUid: deleted ? uid : 0 });
			const { pid: id, tid, uid: author, timestamp, flagId } = await self.getPostData(pid) ?? {};
			// HOST: src/posts/delete.js: core's fields only, and a report against it is settled.
			void c.hooks.fire(`action:post.${name}`, { post: { pid: id, tid, uid: author, timestamp }, uid });
			if (deleted && flagId) {
				await c.flags.update(Number(flagId), uid, { state: 'resolved' });
			}
		},
		async purge(pid: unknown, uid: number): Promise<void> {
			const post = await self.getPostData(pid);
			if (!post) {
				throw new Error('[[error:no-post]]');
			}
			await c.hooks.fire('filter:posts.purge', { posts: [post], pids: [pid], uid });
			await c.db.sortedSetRemove(`tid:${String(post.tid)}:posts`, String(pid));
			await c.db.sortedSetRemove(`uid:${String(post.uid)}:posts`, String(pid));
			await c.db.delete(`post:${String(pid)}`);
			void c.hooks.fire('action:posts.purge', { posts: [post], uid });
		},
		async getPostSummaryByPids(pids: readonly unknown[], uid: number): Promise<Row[]> {
			const rows = await c.db.getObjects(pids.map(pid => `post:${String(pid)}`));
			const found = rows.filter((row): row is Row => row !== null);
			const posts = await Promise.all(found.map(row => c.topics.readable(row)));
			return (await c.hooks.fire('filter:post.getPostSummaryByPids', { posts, uid })).posts;
		},
		async changeOwner(pids: readonly unknown[], toUid: number): Promise<void> {
			const found = await c.db.getObjects(pids.map(pid => `post:${String(pid)}`));
			await Promise.all(pids.map(pid => c.db.setObjectField(`post:${String(pid)}`, 'uid', toUid)));
			for (const post of found) {
				const topic = await c.db.getObject(`topic:${String(post?.tid)}`);
				if (topic && String(topic.mainPid) === String(post?.pid)) {
					await c.db.setObjectField(`topic:${String(post?.tid)}`, 'uid', toUid);
				}
			}
			const handedOver = found.map(post => pick(post, ['pid', 'tid', 'uid', 'content', 'deleted', 'timestamp']) as Row);
			void c.hooks.fire('action:post.changeOwner', { posts: handedOver, toUid });
		},
	};
	return self;
}

export type Posts = ReturnType<typeof posts>;
