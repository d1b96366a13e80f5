import { plainText } from '../../kernel/formats/html';
import type { KeptPost, PostCare, Reports, StoredReport, Takeable } from '../../kernel/host/post-care';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';
import { topicNumber, topicRows } from '../core/topic-rows';
import { attachments, reportsAbout } from './post-evidence';

type Row = Record<string, unknown>;
const postNames = ['pid', 'tid', 'uid', 'timestamp', 'edited', 'content', 'sourceContent', 'deleted', 'deleterUid'];
const topicNames = ['tid', 'cid', 'title', 'slug', 'deleted', 'deleterUid', 'locked'];

function postFrom(post: Row, topic: Row, fields: readonly string[]): KeptPost {
	// HOST: src/topics/delete.js marks only the topic: its posts are hidden too, but not marked.
	const taken = [post, topic].filter(row => Number(row.deleted) === 1);
	return {
		pid: textOf(post.pid), tid: topicNumber(post.tid), cid: Number(topic.cid) || 0, uid: Number(post.uid) || 0,
		timestamp: Number(post.timestamp) || 0, editedAt: Number(post.edited) || 0,
		content: textOf(post.sourceContent) || textOf(post.content), title: plainText(textOf(topic.title)),
		slug: textOf(topic.slug), isDeleted: taken.length > 0,
		deleterUids: taken.map(row => Number(row.deleterUid) || 0), isLocked: Number(topic.locked) === 1,
		fields: fields.map(name => textOf(post[name])),
	};
}

/** Informs open pages of the topic. HOST: src/socket.io has no server before the forum listens. */
function emit(tid: unknown, event: string, data: unknown): void {
	hostModule('./src/socket.io').in(`topic_${textOf(tid)}`)?.emit(event, data);
}

/**
 * HOST: src/privileges/posts.js `canDelete` (privilege `posts:delete`, or a moderator, in an enabled category),
 * src/privileges/topics.js `canDelete` and `canPurge` (a scheduled topic can only be purged), src/posts/queue.js
 * `canEditQueue`. Administrators may do all of it.
 */
async function takeable(cids: readonly number[], uid: number): Promise<Takeable> {
	const { categories: rights } = hostModule('./src/privileges');
	const user = hostModule('./src/user');
	if (await user.isAdministrator(uid)) {
		return { posts: cids, topics: cids, scheduled: cids, queued: cids };
	}
	const real = cids.filter(cid => cid > 0);
	const isModerator = uid > 0 && real.length > 0 ? await user.isModerator(uid, real) : [];
	const queued = real.filter((_cid, index) => isModerator[index]);
	if (queued.length === 0) {
		return { posts: [], topics: [], scheduled: [], queued: [] };
	}
	const among = async (right: string) => {
		const may = await rights.isUserAllowedTo(right, queued, uid);
		return queued.filter((_cid, index) => may[index]);
	};
	const [rows, posts, topics, scheduled] = await Promise.all([
		hostModule('./src/categories').getCategoriesFields(queued, ['disabled']),
		among('posts:delete'), among('topics:delete'), among('purge'),
	]);
	const closed = new Set(queued.filter((_cid, index) => Number(rows[index]?.disabled) === 1));
	return { posts: posts.filter(cid => !closed.has(cid)), topics, scheduled, queued };
}

/** Reads and changes posts for the people responsible for them. */
export function nodebbPostCare(): PostCare {
	const [posts, topics] = [() => hostModule('./src/posts'), () => hostModule('./src/topics')];

	/** The topic of a post that is its only one. */
	async function topicWithOnly(pid: string, tid: unknown): Promise<string | null> {
		const row = await topics().getTopicFields(textOf(tid), ['mainPid', 'postcount']);
		return textOf(row?.mainPid) === pid && Number(row?.postcount) <= 1 ? textOf(tid) : null;
	}
	return {
		async read(pids, fields) {
			if (pids.length === 0) {
				return [];
			}
			const rows = await posts().getPostsFields([...pids], [...postNames, ...fields]);
			const topicOf = await topicRows(rows.map(row => row?.tid), topicNames);
			return pids.map((_pid, index) => {
				const row = rows[index];
				const topic = topicOf(row?.tid);
				return row && topic && textOf(row.pid) !== '' ? postFrom(row, topic, fields) : null;
			});
		},
		async readableCategories(cids, uid) {
			const can = hostModule('./src/privileges').categories;
			const allowed = await Promise.all(cids.map(async cid => cid > 0 && await can.can('topics:read', cid, uid)));
			return cids.filter((_cid, index) => allowed[index]);
		},
		/** HOST: src/posts/tools.js checks the right to delete; src/posts/delete.js deletes for any given uid. */
		/** HOST: src/privileges/posts.js `filter`: also decides about deleted and scheduled ones. */
		async readable(pids, uid) {
			const allowed = await hostModule('./src/privileges').posts.filter('topics:read', [...pids], uid);
			return pids.filter(pid => allowed.map(String).includes(pid));
		},
		takeable, attachments,
		async withdraw(pid, uid, isPostOnly = false) {
			posts().clearCachedPost?.(pid);
			const post = await posts().delete(pid, uid);
			const lone = isPostOnly ? null : await topicWithOnly(pid, post.tid);
			if (lone !== null) {
				await topics().delete(lone, uid);
			}
			emit(post.tid, 'event:post_deleted', post);
		},
		async restore(pid, uid, isPostOnly = false) {
			const post = await posts().restore(pid, uid);
			const lone = isPostOnly ? null : await topicWithOnly(pid, post.tid);
			if (lone !== null) {
				await topics().restore(lone);
			}
			emit(post.tid, 'event:post_restored', post);
		},
		async edit(pid, uid, content, forumTerms) {
			const before = (await posts().getPostsFields([pid], ['content', 'sourceContent']))[0] ?? {};
			await hostModule('./src/api').posts.edit({ uid, ip: '' }, { pid: Number(pid), content, forumTerms });
			// HOST: src/posts/edit.js keeps no revision if the forum has disabled post history.
			if (Number(hostModule('./src/meta').config.enablePostHistory) !== 1) {
				await posts().diffs.save({
					pid, uid, oldContent: textOf(before.sourceContent) || textOf(before.content), newContent: content,
					edited: Date.now(), topic: {},
				});
			}
		},
	};
}

const states = ['open', 'wip', 'resolved', 'rejected'] as const;

/** HOST: src/flags.js keeps a report in `flag:<id>` and its history, with times, in `flag:<id>:history`. */
export function nodebbReports(): Reports {
	return {
		about: reportsAbout,
		async read(ids) {
			const db = hostModule('./src/database');
			const rows = ids.length > 0 ? await db.getObjects(ids.map(id => `flag:${id}`)) : [];
			return Promise.all(ids.map(async (id, index): Promise<StoredReport | null> => {
				const row = rows[index];
				if (!row) {
					return null;
				}
				// HOST: src/flags.js `appendHistory` scores entries by their time.
				const [last] = await db.getSortedSetRevRangeByScoreWithScores(
					`flag:${id}:history`, 0, 1, Number.MAX_SAFE_INTEGER, 0);
				const at = Number(row.datetime) || 0;
				return {
					id, pid: row.type === 'post' ? textOf(row.targetId) : '', at, changedAt: Number(last?.score) || at,
					state: states.find(state => state === row.state) ?? 'open',
				};
			}));
		},
	};
}
