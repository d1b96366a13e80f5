import { textOf } from '../../kernel/formats/text';
import type { Delivery } from '../../platform/notify';
import { hostModule } from '../core/modules';
import { defaultLanguage } from './language';

const type = 'forum-terms';
/** HOST: src/user/settings.js stores a member's choice for a notification type under this name. */
const setting = `notificationType_${type}`;

/**
 * HOST: src/emailer.js `sendToEmail` adds a header to unsubscribe from every notification, which has no effect for
 * mandatory ones. A header with an undefined value is omitted.
 */
const noUnsubscription = { 'List-Unsubscribe': undefined, 'List-Unsubscribe-Post': undefined };

/**
 * HOST: src/notifications.js `getAllNotificationTypes` and src/controllers/accounts/settings.js start from this list,
 * and fire `filter:user.notificationTypes` ten times a page: what is in the list already costs no hook.
 * src/user/settings.js `getSetting` falls back to the forum's config.
 */
function offerChoice(): void {
	const { baseTypes } = hostModule('./src/notifications');
	if (!baseTypes.includes(setting)) {
		baseTypes.push(setting);
	}
	hostModule('./src/meta').config[setting] ??= 'notificationemail';
}

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
		offerChoice,
		async chosen(uids) {
			offerChoice();
			const user = hostModule('./src/user');
			const rows = await hostModule('./src/database').getObjects(uids.map(uid => `user:${uid}:settings`));
			const own = rows.map(row => textOf(row?.[setting]));
			const ways = (await user.getMultipleUserSettings([...uids])).map(settings => textOf(settings[setting]));
			const takes = (way: string) => uids.filter((_uid, index) => ways[index]?.includes(way));
			const mailed = takes('email');
			// HOST: src/controllers/accounts/settings.js `doUnsubscribe` changes only stored settings of the member.
			await Promise.all(uids.map(async (uid, index) =>
				(own[index] === '' && mailed.includes(uid) ? user.setSetting(uid, setting, ways[index] ?? '') : undefined)));
			return { notified: takes('notification'), mailed };
		},
		async mail(to, { subject, body, path, url, greeting, isOptional }) {
			const emailer = hostModule('./src/emailer');
			const params = {
				subject, intro: subject, body, notification_url: url, path,
				notification: { bodyLong: '', txBodyLong: 1, path, ...isOptional ? { type } : {} },
				showUnsubscribe: isOptional, headers: isOptional ? {} : noUnsubscription,
			};
			if (typeof to === 'number') {
				return emailer.send('notification', to, params);
			}
			const language = defaultLanguage();
			const username = greeting ? await hostModule('./src/translator').translate(greeting, language) : to;
			// HOST: src/emailer.js `sendToEmail` adds no defaults: the common fields and the name must be passed.
			return emailer.sendToEmail('notification', to, language, { ...emailer._defaultPayload, uid: 0, username, ...params });
		},
	};
}
