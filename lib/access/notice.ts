import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Host } from '../kernel/ports';
import { textOf } from '../kernel/text';
import type { Restriction } from './restriction';
import { scopeName } from './scope';

interface Parts {
	secret(): Promise<string>;
	host: Pick<Host, 'messenger' | 'letters' | 'members' | 'site' | 'translate'>;
}

/** What a member is told of the end of his access, and the link at which he can read it without logging in. */
export interface Notices {
	/** Part of the address of a statement: number and signature. */
	code(restriction: Pick<Restriction, 'id' | 'uid'>): Promise<string>;
	/** The number in a code; the signature is checked against the restriction. */
	isCodeOf(code: string, restriction: Pick<Restriction, 'id' | 'uid'>): Promise<boolean>;
	/** E-mail where he cannot log in any more, otherwise notification and e-mail. */
	send(restriction: Restriction): Promise<void>;
	/** The same of its end. */
	sendEnd(restriction: Restriction): Promise<void>;
	/** What the forum's own screens show him when he tries to log in or to write. */
	hostReason(restriction: Restriction): Promise<string>;
}

export function numberIn(code: string): number {
	return Number(/^(\d{1,15})-[0-9a-f]{40}$/.exec(code)?.[1] ?? 0);
}

export function notices({ secret, host }: Parts): Notices {
	const { messenger, letters, members, site, translate } = host;

	async function code({ id, uid }: Pick<Restriction, 'id' | 'uid'>): Promise<string> {
		const mac = createHmac('sha256', await secret()).update(`statement/v1\n${id}\n${uid}`).digest('hex');
		return `${id}-${mac.slice(0, 40)}`;
	}
	const pathOf = async (restriction: Restriction) => `/forum-terms/access/${await code(restriction)}`;
	const scopeFact = ({ scope }: Restriction) => ({ key: `forum-terms:restriction.scope.${scopeName(scope)}` });
	const clauseOf = ({ clause }: Restriction) => textOf(clause) || '6';

	return {
		code,
		async isCodeOf(given, restriction) {
			const [expected, actual] = [Buffer.from(await code(restriction)), Buffer.from(given)];
			return expected.length === actual.length && timingSafeEqual(expected, actual);
		},
		async send(restriction) {
			const path = await pathOf(restriction);
			if (restriction.scope === 'forum') {
				const address = await members.confirmedEmail(restriction.uid);
				if (address !== '') {
					await letters.send(address, { kind: 'access-ended', path, facts: [clauseOf(restriction), restriction.reason || '–'] });
				}
				return;
			}
			await messenger.send([restriction.uid], {
				id: `forum-terms:restriction:${restriction.id}`, kind: 'access-restricted', path,
				facts: [scopeFact(restriction), clauseOf(restriction), restriction.reason || '–'],
			});
		},
		async sendEnd(restriction) {
			await messenger.send([restriction.uid], {
				id: `forum-terms:restriction-end:${restriction.id}`, kind: 'access-given-back', path: await pathOf(restriction),
				facts: [scopeFact(restriction), restriction.ended?.reason || '–'],
			});
		},
		async hostReason(restriction) {
			const said = restriction.notice === 'sent' ? `[[forum-terms:restriction.host-reason, ${clauseOf(restriction)}]]` :
				'[[forum-terms:restriction.host-reason-withheld]]';
			const sentence = await translate(said, site.defaultLanguage());
			return restriction.notice === 'sent' ? `${sentence} ${site.url}${await pathOf(restriction)}` : sentence;
		},
	};
}
