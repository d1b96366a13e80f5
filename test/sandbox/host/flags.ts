import type { Context } from './context';
import type { Row } from './database';

/** NodeBB's reports against posts: one flag per post, one more report for each who joins in. HOST: src/flags.js. */
export function flags(c: Context) {
	async function update(flagId: number, uid: number, changeset: Row): Promise<void> {
		const current = await c.db.getObject(`flag:${flagId}`);
		if (!current) {
			return;
		}
		const changed = Object.fromEntries(Object.entries(changeset)
			.filter(([name, value]) => current[name] !== value));
		if (Object.keys(changed).length === 0) {
			return;
		}
		await c.db.setObject(`flag:${flagId}`, changed);
		await c.db.sortedSetAdd(`flag:${flagId}:history`, Date.now(), JSON.stringify([uid, changed, Date.now()]));
		void c.hooks.fire('action:flags.update', { flagId, changeset: changed, uid });
	}
	return {
		update,
		async create(pid: unknown, uid: number, reason: string): Promise<Row> {
			const post = await c.posts.getPostData(pid);
			if (!post || Number(post.deleted)) {
				throw new Error(post ? '[[error:post-deleted]]' : '[[error:invalid-data]]');
			}
			if (post.flagId) {
				await c.db.sortedSetAdd(`flag:${Number(post.flagId)}:reports`, Date.now(), `${uid};${reason}`);
				await update(Number(post.flagId), uid, { state: 'open', report: 'added' });
				return { flagId: Number(post.flagId) };
			}
			const flagId = await c.db.incrObjectField('global', 'nextFlagId');
			const flag = { flagId, type: 'post', targetId: Number(pid), targetUid: Number(post.uid), datetime: Date.now() };
			await c.db.setObject(`flag:${flagId}`, flag);
			await c.db.sortedSetAdd(`flag:${flagId}:reports`, Date.now(), `${uid};${reason}`);
			await c.posts.setPostFields(pid, { flagId });
			await update(flagId, uid, { state: 'open' });
			void c.hooks.fire('action:flags.create', { flag: { ...flag, state: 'open' } });
			return { flagId };
		},
	};
}

export type Flags = ReturnType<typeof flags>;
