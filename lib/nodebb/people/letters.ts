import type { Letters } from '../../kernel/formats/letter';
import { languageToken } from '../../kernel/edge/message';
import type { Log } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

/**
 * E-mails to people without an account, in core's own template. HOST: src/emailer.js `sendToEmail` adds no defaults:
 * the common fields (`_defaultPayload`) and the greeted name must be passed.
 */
export function nodebbLetters(log: Log): Letters {
	return {
		async send(address, { kind, path, facts, greeted }) {
			const url = textOf(hostModule('nconf').get('url')).replace(/\/$/, '');
			const language = hostModule('./src/meta').config.defaultLang ?? 'en-GB';
			const emailer = hostModule('./src/emailer');
			const sentence = languageToken(`forum-terms:letter.${kind}`, facts.slice(0, 1));
			try {
				await emailer.sendToEmail('notification', address, language, {
					...emailer._defaultPayload, uid: 0,
					username: greeted ?
						await hostModule('./src/translator').translate(`[[forum-terms:letter.${greeted}]]`, language) : address,
					subject: sentence, intro: sentence, body: languageToken(`forum-terms:letter.${kind}-body`, facts),
					notification_url: `${url}${path}`, path,
					notification: { bodyLong: '', txBodyLong: 1, path }, showUnsubscribe: false,
				});
				return true;
			} catch (error) {
				log.error('partners', 'letter', error);
				return false;
			}
		},
	};
}
