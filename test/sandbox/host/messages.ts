import type { Context } from './context';
import type { Row } from './database';
import { textOf } from './text';

/** NodeBB's notifications: stored once by their id, put into the list of everybody they go to. */
export function notifications(c: Context) {
	return {
		baseTypes: ['notificationType_new-reply'],
		async create(data: Row): Promise<Row | null> {
			if (!data.nid) {
				throw new Error('[[error:no-notification-id]]');
			}
			await c.hooks.fire('filter:notifications.create', { data });
			const kept = { ...data, datetime: Date.now() };
			await c.db.setObject(`notifications:${textOf(data.nid)}`, kept);
			return kept;
		},
		async rescind(ids: readonly string[]): Promise<void> {
			await c.db.deleteAll(ids.map(nid => `notifications:${nid}`));
		},
		async push(notification: Row, uids: readonly number[]): Promise<void> {
			for (const uid of uids) {
				await c.db.sortedSetAdd(`uid:${uid}:notifications:unread`, Date.now(), textOf(notification.nid));
			}
		},
	};
}

export type Notifications = ReturnType<typeof notifications>;

/** NodeBB's mailer as far as the outbox: nothing leaves, and only confirmed addresses would have got it. */
export function emailer(c: Context) {
	return {
		async sendToEmail(template: string, email: string, language: string, params: Row): Promise<void> {
			const subject = await c.translator.translate(textOf(params.subject), language || 'en-GB');
			c.outbox.push({ template, to: email, at: Date.now(), subject, url: textOf(params.notification_url) });
		},
		/** HOST: src/emailer.js `send`, in its order. */
		async send(name: string, uid: number, given: Row): Promise<void> {
			const found = await c.accounts.getUserFields(uid, ['email', 'username', 'email:confirmed', 'banned']);
			const { template, userData, params } = await c.hooks.fire('filter:email.prepare', {
				template: name, uid, userData: found, params: given,
			});
			const isRefused = Boolean(userData.banned) && !c.config.sendEmailToBanned && template !== 'banned';
			if (isRefused || !userData.email || !Number(userData['email:confirmed'] ?? 0)) {
				return;
			}
			const { userLang } = await c.accounts.getSettings(uid);
			const { cancel } = await c.hooks.fire('filter:email.cancel', {
				cancel: false, template, params: { ...params, uid, username: userData.username },
			});
			if (!cancel) {
				c.outbox.push({
					template, to: `${textOf(userData.username)} <${textOf(userData.email)}>`, at: Date.now(),
					subject: await c.translator.translate(textOf(params.subject), userLang),
				});
			}
		},
	};
}
