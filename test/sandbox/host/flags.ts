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
	async function raise(type: 'post' | 'user', id: number, targetUid: number, uid: number, reason: string): Promise<Row> {
		const known = type === 'post' ? await c.posts.getPostData(id) : await c.db.getObject(`user:${id}`);
		const report = `${uid};${reason}`;
		if (known?.flagId) {
			const flagId = Number(known.flagId);
			await c.db.sortedSetAdd(`flag:${flagId}:reports`, Date.now(), report);
			await update(flagId, uid, { state: 'open', report: 'added' });
			return { flagId };
		}
		const flagId = await c.db.incrObjectField('global', 'nextFlagId');
		const flag = { flagId, type, targetId: id, targetUid, datetime: Date.now() };
		await c.db.setObject(`flag:${flagId}`, flag);
		await c.db.sortedSetAdd(`flag:${flagId}:reports`, Date.now(), report);
		await c.db.sortedSetAdd(`flags:byTargetUid:${targetUid}`, flag.datetime, flagId);
		await (type === 'post' ? c.posts.setPostFields(id, { flagId }) : c.accounts.setUserField(id, 'flagId', flagId));
		await update(flagId, uid, { state: 'open' });
		void c.hooks.fire('action:flags.create', { flag: { ...flag, state: 'open' } });
		return { flagId };
	}
	return {
		update,
		async create(type: string, id: unknown, uid: number, reason: string): Promise<Row> {
			if (type === 'user') {
				if (!await c.accounts.exists(Number(id))) {
					throw new Error('[[error:invalid-data]]');
				}
				return raise('user', Number(id), Number(id), uid, reason);
			}
			const post = await c.posts.getPostData(id);
			if (!post || Number(post.deleted)) {
				throw new Error(post ? '[[error:post-deleted]]' : '[[error:invalid-data]]');
			}
			return raise('post', Number(id), Number(post.uid), uid, reason);
		},
		async resolveFlag(type: 'user' | 'post', id: number, uid: number): Promise<void> {
			const row = await c.db.getObject(`${type}:${id}`);
			if (row?.flagId) {
				await update(Number(row.flagId), uid, { state: 'resolved' });
			}
		},
		async resolveUserPostFlags(uid: number, by: number): Promise<void> {
			if (!Number(c.config['flags:autoResolveOnBan'] ?? 0)) {
				return;
			}
			for (const pid of await c.db.getSortedSetRange(`uid:${uid}:posts`, 0, -1)) {
				await this.resolveFlag('post', Number(pid), by);
			}
		},
	};
}

export type Flags = ReturnType<typeof flags>;
