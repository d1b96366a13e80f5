import { mapLimit } from 'async';
import { languageToken } from '../../kernel/edge/message';
import type { Log, Message, Messenger } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

const mailsAtOnce = 5;

const headline = (kind: Message['kind'], facts: Message['facts']) =>
	languageToken(`forum-terms:mail.${kind}`, facts.slice(0, 1));

/**
 * Sends notifications and e-mails to members. HOST: src/notifications.js: a notification without a type is shown to all
 * its recipients and never mailed, so the mail is sent separately, in core's own template. Core sends no mail to
 * unconfirmed addresses or banned members.
 */
export function nodebbMessenger(log: Log): Messenger {
	async function mail(uid: number, { kind, facts, path }: Message): Promise<void> {
		const sentence = headline(kind, facts);
		const url = textOf(hostModule('nconf').get('url')).replace(/\/$/, '');
		try {
			await hostModule('./src/emailer').send('notification', uid, {
				subject: sentence, intro: sentence, body: languageToken(`forum-terms:mail.${kind}-body`, facts),
				notification_url: `${url}${path}`, path,
				notification: { bodyLong: '', txBodyLong: 1, path }, showUnsubscribe: false,
			});
		} catch (error) {
			// One rejected mailbox must not stop the other mails.
			log.error('terms', 'mail', error, uid);
		}
	}
	async function notify(uids: readonly number[], { id, kind, facts, path, isWhole }: Message): Promise<void> {
		const notifications = hostModule('./src/notifications');
		const notification = await notifications.create({
			nid: id, path, importance: 6, bodyShort: isWhole ?
				languageToken(`forum-terms:mail.${kind}-body`, facts) : headline(kind, facts),
		});
		if (notification && uids.length > 0) {
			await notifications.push(notification, [...uids]);
		}
	}
	return {
		notify,
		async send(uids, message) {
			if (uids.length === 0) {
				return;
			}
			await notify(uids, message);
			await mapLimit([...uids], mailsAtOnce, async (uid: number) => mail(uid, message));
		},
	};
}
