import type { Context } from './context';
import type { Row } from './database';
import { textOf } from './text';

/** NodeBB's notifications: stored once by their id, put into the list of everybody they go to. */
export function notifications(c: Context) {
	return {
		async create(data: Row): Promise<Row | null> {
			if (!data.nid) {
				throw new Error('[[error:no-notification-id]]');
			}
			await c.hooks.fire('filter:notifications.create', { data });
			const kept = { ...data, datetime: Date.now() };
			await c.db.setObject(`notifications:${textOf(data.nid)}`, kept);
			return kept;
		},
		async push(notification: Row, uids: readonly number[]): Promise<void> {
			for (const uid of uids) {
				await c.db.sortedSetAdd(`uid:${uid}:notifications:unread`, Date.now(), textOf(notification.nid));
			}
		},
	};
}

/** NodeBB's mailer as far as the outbox: nothing leaves, and only confirmed addresses would have got it. */
export function emailer(c: Context) {
	return {
		async sendToEmail(template: string, email: string, language: string, params: Row): Promise<void> {
			const subject = await c.translator.translate(textOf(params.subject), language || 'en-GB');
			c.outbox.push({ template, to: email, at: Date.now(), subject, url: textOf(params.notification_url) });
		},
		async send(template: string, uid: number, params: Row): Promise<void> {
			const { email, username } = await c.accounts.getUserFields(uid, ['email', 'username']);
			if (!email) {
				return;
			}
			const { userLang } = await c.accounts.getSettings(uid);
			c.outbox.push({
				template, to: `${textOf(username)} <${textOf(email)}>`, at: Date.now(),
				subject: await c.translator.translate(textOf(params.subject), userLang),
			});
		},
	};
}
