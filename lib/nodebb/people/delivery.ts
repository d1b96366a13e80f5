import type { Delivery } from '../../platform/notify';
import { hostModule } from '../core/modules';

/**
 * HOST: src/emailer.js `sendToEmail` offers to unsubscribe from every notification; ours have no type, so nothing would
 * come of it. What is sent with an undefined value is no header.
 */
const headers = { 'List-Unsubscribe': undefined, 'List-Unsubscribe-Post': undefined };

/**
 * Notifications and e-mails by NodeBB. HOST: src/notifications.js: a notification without a type is shown to all its
 * recipients and never mailed, so the e-mail is sent separately, in core's own template. Core sends none to unconfirmed
 * addresses or banned members.
 */
export function nodebbDelivery(): Delivery {
	return {
		async notify(uids, { id, path, sentence }) {
			const notifications = hostModule('./src/notifications');
			const notification = await notifications.create({ nid: id, path, importance: 6, bodyShort: sentence });
			if (notification) {
				await notifications.push(notification, [...uids]);
			}
		},
		async mail(to, { subject, body, path, url, greeting }) {
			const emailer = hostModule('./src/emailer');
			const params = {
				subject, intro: subject, body, notification_url: url, path,
				notification: { bodyLong: '', txBodyLong: 1, path }, showUnsubscribe: false, headers,
			};
			if (typeof to === 'number') {
				return emailer.send('notification', to, params);
			}
			const language = hostModule('./src/meta').config.defaultLang ?? 'en-GB';
			const username = greeting ? await hostModule('./src/translator').translate(greeting, language) : to;
			// HOST: src/emailer.js `sendToEmail` adds no defaults: the common fields and the name must be passed.
			return emailer.sendToEmail('notification', to, language, { ...emailer._defaultPayload, uid: 0, username, ...params });
		},
	};
}
