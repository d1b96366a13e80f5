import { mapLimit } from 'async';
import { languageToken } from '../kernel/refusals/message';
import type { Fact } from '../kernel/refusals/phrase';
import { idOf, linkOf, rowOf, type Message, type MessageKind, type Messenger } from '../kernel/refusals/message-kind';
import type { Clock, Database, Log, Members, Site } from '../kernel/host/ports';
import { peopleOf } from './people';

/** A message in language tokens; `url` is absolute. */
export interface Mail {
	subject: string; body: string; path: string; url: string; greeting?: string;
	/** Whether it offers to unsubscribe. */
	isOptional: boolean;
}

export interface Reached { notified: number[]; mailed: number[] }

/** What the notifier needs of its host. */
export interface Delivery {
	notify(uids: readonly number[], notification: { id: string; path: string; sentence: string }): Promise<void>;
	/** Which of these members take optional messages as notifications, and which as e-mails. */
	chosen(uids: readonly number[]): Promise<Reached>;
	/** Shows members the setting for optional messages; safe to repeat. */
	offerChoice(): void;
	/** To a member, or to an address. Rejects if the mail server refuses. */
	mail(to: number | string, mail: Mail): Promise<void>;
}

const mailsAtOnce = 5;
/** How long a sent e-mail is remembered, so that it is not sent again. */
const rememberedMs = 30 * 86_400_000;

interface Parts {
	database: Pick<Database, 'sortedSetScores' | 'sortedSetAdd' | 'expireAt'>;
	clock: Clock;
	log: Log;
	members: Pick<Members, 'inGroups' | 'profiles'>;
	site: Pick<Site, 'url'>;
	delivery: Delivery;
}

interface Sayable { kind: MessageKind; facts: readonly Fact[]; path?: string; reasons?: string }

const sentencesOf = ({ kind, facts }: Sayable) => ({
	subject: languageToken(`forum-terms:mail.${kind}`, facts.slice(0, 1)),
	body: languageToken(`forum-terms:mail.${kind}-body`, facts),
});

/** The only sender of notifications and e-mails; the table in kernel/refusals/message-kind says who may get what. */
export function notifier({ database, clock, log, members, site, delivery }: Parts): Messenger {
	/** A rejected mailbox does not stop the other e-mails. */
	async function mail(to: number | string, message: Sayable, greeting?: string): Promise<boolean> {
		const [path, { subject, body }, { reasons = '' }] = [linkOf(message), sentencesOf(message), message];
		const added = reasons === '' ? '' : ` ${languageToken('forum-terms:statement.in-mail', [reasons])}`;
		try {
			await delivery.mail(to, {
				subject, body: `${body}${added}`, path, url: `${site.url}${path}`, ...greeting ? { greeting } : {},
				isOptional: rowOf(message.kind).isOptional === true,
			});
			return true;
		} catch (error) {
			log.error(rowOf(message.kind).slice, 'mail', error, typeof to === 'number' ? to : undefined);
			return false;
		}
	}
	async function reached(all: readonly number[], { kind }: Message): Promise<Reached> {
		const uids = (await peopleOf(members, all)).map(({ uid }) => uid);
		return rowOf(kind).isOptional && uids.length > 0 ? delivery.chosen(uids) : { notified: uids, mailed: uids };
	}
	async function ring(uids: readonly number[], message: Message): Promise<void> {
		const { subject, body } = sentencesOf(message);
		await (uids.length > 0 ? delivery.notify(uids, {
			id: idOf(message), path: linkOf(message), sentence: rowOf(message.kind).isWhole ? body : subject,
		}) : undefined);
	}
	async function mailOnce(uids: readonly number[], message: Message): Promise<void> {
		const key = `forum-terms:mailed:${idOf(message)}:${message.kind}`;
		const before = await database.sortedSetScores(key, uids.map(String));
		const due = uids.filter((_uid, index) => before[index] === null);
		await mapLimit(due, mailsAtOnce, async (uid: number) => {
			// Recorded afterwards: a crash in between sends it twice instead of never.
			if (await mail(uid, message)) {
				await database.sortedSetAdd(key, clock.now(), String(uid));
			}
		});
		await (due.length > 0 ? database.expireAt(key, clock.now() + rememberedMs) : undefined);
	}
	async function send(uids: readonly number[], message: Message): Promise<void> {
		const { notified, mailed } = await reached(uids, message);
		await ring(notified, message);
		await (mailed.length > 0 ? mailOnce(mailed, message) : undefined);
	}
	return {
		send,
		toAdministrators: async message => send(await members.inGroups(['administrators']), message),
		notify: async (uids, message) => ring((await reached(uids, message)).notified, message),
		offerChoice: () => delivery.offerChoice(),
		write: (address, { greeted, ...letter }) =>
			mail(address, letter, greeted && languageToken(`forum-terms:mail.${greeted}`)),
	};
}
