import { createHmac } from 'node:crypto';
import { isSameSeal } from '../kernel/encoding';
import type { Letter } from '../kernel/letter';
import type { Host } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { isInForce, type Restriction } from './restriction';
import { scopeName } from './scope';

interface Parts {
	secret(): Promise<string>;
	host: Pick<Host, 'clock' | 'messenger' | 'letters' | 'members' | 'site' | 'translate'>;
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
	/**
	 * E-mail where he cannot log in any more, otherwise notification and e-mail; of one that still waits what will be,
	 * of one that is over what has been.
	 * False: it does not reach him, for want of a confirmed address or because the mail server refused it.
	 */
	send(restriction: Restriction): Promise<boolean>;
	/** That an appeal did not change it; as `send`. */
	sendDeclined(restriction: Restriction): Promise<boolean>;
	/** The same of its end. */
	sendEnd(restriction: Restriction): Promise<void>;
	/** What the forum's own screens show him when he tries to log in or to write. */
	hostReason(restriction: Restriction): Promise<string>;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

export function numberIn(code: string): number {
	return Number(/^(\d{1,15})-[0-9a-f]{40}$/.exec(code)?.[1] ?? 0);
}

export function notices({ secret, host }: Parts): Notices {
	const { clock, messenger, letters, members, site, translate } = host;

	async function code({ id, uid }: Named, opens: CodeUse): Promise<string> {
		const mac = createHmac('sha256', await secret()).update(`${opens}/v1\n${id}\n${uid}`).digest('hex');
		return `${id}-${mac.slice(0, 40)}`;
	}
	const pathOf = async (restriction: Restriction, opens: CodeUse = 'data') =>
		`/forum-terms/access/${await code(restriction, opens)}`;
	const scopeFact = ({ scope }: Restriction) => ({ key: `forum-terms:restriction.scope.${scopeName(scope)}` });
	const clauseOf = ({ clause }: Restriction) => textOf(clause) || '6';

	async function write(uid: number, letter: Letter): Promise<boolean> {
		const address = await members.confirmedEmail(uid);
		return address !== '' && letters.send(address, letter);
	}

	return {
		code,
		async useOf(given, restriction) {
			const codes = await Promise.all(codeUses.map(use => code(restriction, use)));
			const isSame = codes.map(one => isSameSeal(one, given));
			return codeUses.find((_use, index) => isSame[index]) ?? null;
		},
		async send(restriction) {
			const path = await pathOf(restriction);
			const { id, uid, scope, state, from, ended } = restriction;
			const [kind, ...days] = state === 'waiting' ? ['access-ending' as const, from] :
				ended ? ['access-past' as const, from, ended.at] : ['access-restricted' as const];
			const facts = [clauseOf(restriction), restriction.reason || '–'];
			if (scope === 'forum' && kind === 'access-restricted') {
				return write(uid, { kind: 'access-ended', path, facts });
			}
			await messenger.send([uid], {
				id: `forum-terms:restriction:${id}`, kind, path, facts: [scopeFact(restriction), ...facts, ...days.map(dayOf)],
			});
			return true;
		},
		async sendDeclined(restriction) {
			const path = await pathOf(restriction);
			const answer = restriction.appeal?.answer || '–';
			if (restriction.scope === 'forum' && isInForce(restriction, clock.now())) {
				return write(restriction.uid, { kind: 'access-confirmed', path, facts: [answer] });
			}
			await messenger.send([restriction.uid], {
				id: `forum-terms:restriction-answer:${restriction.id}`, kind: 'restriction-answered', path, facts: [answer],
			});
			return true;
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
