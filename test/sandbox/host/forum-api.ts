import { apiTokens } from './api-tokens';
import { chats } from './chats';
import type { Context } from './context';
import type { Row } from './database';
import { profiles } from './profiles';
import { textOf } from './text';
import { userApi } from './user-api';

interface Caller { uid: number }

function listOf(tags: unknown): string[] {
	if (!Array.isArray(tags)) {
		throw new Error('[[error:invalid-data]]');
	}
	return tags.map(String);
}

/**
 * NodeBB's `./src/api`: what its routes and its sockets call alike, with the caller first. A plugin may put functions
 * of its own in their place, so everybody looks them up here when they call.
 */
export function forumApi(c: Context) {
	async function taggable({ uid }: Caller, tid: unknown): Promise<string> {
		if (!await c.privileges.topics.canEdit(String(tid), uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		return String(tid);
	}
	const tagsOf = async (tid: string): Promise<string[]> =>
		textOf(await c.topics.getTopicField(tid, 'tags')).split(',').filter(tag => tag !== '');

	async function mayDecide({ uid }: Caller, id: string, act: 'accept' | 'reject'): Promise<void> {
		if (!await c.queue.canEdit(uid, id, act)) {
			throw new Error('[[error:no-privileges]]');
		}
	}

	const { users, groups, sockets } = profiles(c);

	return {
		users: { ...userApi(c), ...users },
		groups,
		/** Beside `./src/api`: what NodeBB does over sockets alone. HOST: src/socket.io. */
		sockets,
		flags: {
			/** HOST: src/api/flags.js `create`. */
			create: (caller: Caller, { type, id, reason }: Row): Promise<Row> =>
				c.flags.create(textOf(type), id, caller.uid, textOf(reason)),
		},
		utils: { tokens: apiTokens(c) },
		chats: chats(c),
		posts: {
			edit: c.posts.editFor,
			restore: async (caller: Caller, { pid }: Row): Promise<void> => c.posts.setDeleted(pid, caller.uid, false),
			/** HOST: src/api/posts.js `get`: the whole stored post; its route has looked at the reader's rights. */
			get: async (_caller: Caller, { pid }: Row): Promise<Row | null> => c.posts.getPostData(pid),
			async acceptQueuedPost(caller: Caller, { id }: Row): Promise<Row> {
				await mayDecide(caller, textOf(id), 'accept');
				return c.queue.accept(textOf(id));
			},
			async removeQueuedPost(caller: Caller, { id }: Row): Promise<void> {
				await mayDecide(caller, textOf(id), 'reject');
				await c.queue.reject(textOf(id));
			},
			/** HOST: src/api/posts.js `editQueuedPost`, src/posts/queue.js `editQueuedContent`. */
			async editQueuedPost(caller: Caller, data: Row): Promise<Row> {
				const id = textOf(data.id);
				if (!id || !['content', 'title', 'cid', 'tags'].some(name => data[name])) {
					throw new Error('[[error:invalid-data]]');
				}
				if (!await c.queue.canEdit(caller.uid, id, 'edit', data.cid)) {
					throw new Error('[[error:no-privileges]]');
				}
				await c.queue.edit(id, data);
				return { postData: data };
			},
		},
		topics: {
			async restore(caller: Caller, { tids }: Row): Promise<void> {
				for (const tid of [tids].flat()) {
					await c.topicTools.setDeleted(tid, caller.uid, false);
				}
			},
			async updateTags(caller: Caller, { tid, tags }: Row): Promise<void> {
				await c.topicTools.setTags(await taggable(caller, tid), listOf(tags));
			},
			async addTags(caller: Caller, data: Row): Promise<void> {
				const tid = await taggable(caller, data.tid);
				await c.topicTools.setTags(tid, [...new Set([...await tagsOf(tid), ...listOf(data.tags)])]);
			},
			async deleteTags(caller: Caller, { tid }: Row): Promise<void> {
				await c.topicTools.setTags(await taggable(caller, tid), []);
			},
			/** HOST: src/api/topics.js `move`: one topic or many. */
			async move(caller: Caller, { tid, cid }: Row): Promise<void> {
				for (const one of Array.isArray(tid) ? tid : [tid]) {
					await c.topicTools.move(one, cid, caller.uid);
				}
			},
		},
	};
}

export type ForumApi = ReturnType<typeof forumApi>;
