import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Host } from '../kernel/ports';
import { textOf } from '../kernel/text';
import type { Restriction } from './restriction';
import { scopeName } from './scope';

interface Parts {
	secret(): Promise<string>;
	host: Pick<Host, 'messenger' | 'letters' | 'members' | 'site' | 'translate'>;
}

type Named = Pick<Restriction, 'id' | 'uid'>;
export const codeUses = ['data', 'statement'] as const;
export type CodeUse = typeof codeUses[number];

/** What a member is told of the end of his access, and the link at which he can read it without logging in. */
export interface Notices {
	/**
	 * Part of the address of a statement: number and signature. `statement` opens what the forum's staff may read
	 * anyway, and the appeal; `data` the member's own data too: it goes to nobody but him.
	 */
	code(restriction: Named, opens: CodeUse): Promise<string>;
	/** What a code opens of a restriction; null: nothing. */
	useOf(code: string, restriction: Named): Promise<CodeUse | null>;
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

	async function code({ id, uid }: Named, opens: CodeUse): Promise<string> {
		const mac = createHmac('sha256', await secret()).update(`${opens}/v1\n${id}\n${uid}`).digest('hex');
		return `${id}-${mac.slice(0, 40)}`;
	}
	const pathOf = async (restriction: Restriction, opens: CodeUse = 'data') =>
		`/forum-terms/access/${await code(restriction, opens)}`;
	const scopeFact = ({ scope }: Restriction) => ({ key: `forum-terms:restriction.scope.${scopeName(scope)}` });
	const clauseOf = ({ clause }: Restriction) => textOf(clause) || '6';

	return {
		code,
		async useOf(given, restriction) {
			const codes = await Promise.all(codeUses.map(use => code(restriction, use)));
			const isSame = codes.map((one) => {
				const [expected, actual] = [Buffer.from(one), Buffer.from(given)];
				return expected.length === actual.length && timingSafeEqual(expected, actual);
			});
			return codeUses.find((_use, index) => isSame[index]) ?? null;
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
			// Staff read the reason of a ban: the link in it opens nothing that is the member's alone.
			return restriction.notice === 'sent' ?
				`${sentence} ${site.url}${await pathOf(restriction, 'statement')}` : sentence;
		},
	};
}
