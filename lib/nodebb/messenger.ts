import { mapLimit } from 'async';
import { languageToken } from '../kernel/message';
import type { Log, Message, Messenger } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

const mailsAtOnce = 5;

/**
 * Tells members by notification and e-mail. HOST: src/notifications.js: a notification without a type is shown to
 * everybody it goes to and never mailed, so the mail goes out beside it, in core's own template. Core sends no mail to
 * addresses that were never confirmed, nor to banned members.
 */
export function nodebbMessenger(log: Log): Messenger {
	async function mail(uid: number, { kind, facts, path }: Message, sentence: string): Promise<void> {
		const url = textOf(hostModule('nconf').get('url')).replace(/\/$/, '');
		try {
			await hostModule('./src/emailer').send('notification', uid, {
				subject: sentence, intro: sentence, body: languageToken(`forum-terms:mail.${kind}-body`, facts),
				notification_url: `${url}${path}`, path,
				notification: { bodyLong: '', txBodyLong: 1, path }, showUnsubscribe: false,
			});
		} catch (error) {
			// One mailbox that refuses must not keep the others from hearing of it.
			log.error('terms', 'mail', error, uid);
		}
	}
	return {
		async write(address, { kind, facts, path }) {
			const url = textOf(hostModule('nconf').get('url')).replace(/\/$/, '');
			const sentence = languageToken(`forum-terms:mail.${kind}`, facts.slice(0, 1));
			try {
				// HOST: src/emailer.js `send` knows only members; `sendToEmail` writes to any address.
				const emailer = hostModule('./src/emailer');
				await emailer.sendToEmail('notification', address, '', {
					...emailer._defaultPayload, subject: sentence, intro: sentence, body: languageToken(`forum-terms:mail.${kind}-body`, facts),
					notification_url: `${url}${path}`, path, uid: 0, username: address,
					notification: { bodyLong: '', txBodyLong: 1, path }, showUnsubscribe: false,
				});
				return true;
			} catch (error) {
				log.error('partners', 'mail', error);
				return false;
			}
		},
		async send(uids, message) {
			if (uids.length === 0) {
				return;
			}
			const sentence = languageToken(`forum-terms:mail.${message.kind}`, message.facts.slice(0, 1));
			const notifications = hostModule('./src/notifications');
			const notification = await notifications.create({
				nid: message.id, bodyShort: sentence, path: message.path, importance: 6,
			});
			if (notification) {
				await notifications.push(notification, [...uids]);
			}
			await mapLimit([...uids], mailsAtOnce, async (uid: number) => mail(uid, message, sentence));
		},
	};
}
