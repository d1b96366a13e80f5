import type { Letter } from '../../kernel/formats/letter';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { claimedId, type SignedLinks } from '../../platform/signed-link';
import { isInForce, type Restriction } from './restriction';
import { scopeName } from './scope';

interface Parts {
	links: SignedLinks;
	host: Pick<Host, 'clock' | 'messenger' | 'letters' | 'members' | 'site' | 'translate'>;
}

type Named = Pick<Restriction, 'id' | 'uid'>;
type Ending = Pick<Restriction, 'until' | 'ended'>;
export const codeUses = ['data', 'statement'] as const;
export type CodeUse = typeof codeUses[number];

/** What a member is told of the end of their access, and the link at which they can read it without logging in. */
export interface Notices {
	/**
	 * Part of the address of a statement, for nobody but the member: number and signature. `statement` opens what the
	 * forum's staff may read anyway, and the appeal; `data` the member's own data too.
	 */
	code(restriction: Named, opens: CodeUse): Promise<string>;
	/** What a code opens of a restriction; null: nothing, or nothing any more. */
	useOf(code: string, restriction: Named & Ending): Promise<CodeUse | null>;
	/**
	 * E-mail where they can no longer log in, otherwise notification and e-mail; of one that still waits what will be,
	 * of one that is over what has been.
	 * False: it does not reach them, for want of a confirmed address or because the mail server refused it.
	 */
	send(restriction: Restriction): Promise<boolean>;
	/** That an appeal did not change it; as `send`. */
	sendDeclined(restriction: Restriction): Promise<boolean>;
	/** The same of its end. */
	sendEnd(restriction: Restriction): Promise<void>;
	/** What the forum's own screens show, to everybody: where the member finds the statement, never the way in. */
	hostReason(restriction: Restriction): Promise<string>;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** How long the link in a letter opens what is over. */
const afterwardsMs = 30 * 86_400_000;

/** The number of the restriction that a code claims to open; 0: none. */
export function numberIn(code: string): number {
	return Number(/^[1-9]\d{0,14}$/.exec(claimedId(code))?.[0] ?? 0);
}

/** When a link to a restriction ends, as far as that is known; 0: not yet. */
function linkEnd({ until, ended }: Ending): number {
	const over = ended?.at ?? until;
	return over > 0 ? over + afterwardsMs : 0;
}

export function notices({ links, host }: Parts): Notices {
	const { clock, messenger, letters, members, site, translate } = host;

	const linked = ({ id, uid }: Named, opens: CodeUse) =>
		({ purpose: `access-${opens}`, id: String(id), subject: String(uid) });
	const code = (restriction: Named, opens: CodeUse) => links.code(linked(restriction, opens));
	/** For a member who may still log in, a path that opens to nobody else. */
	const ownPath = ({ id }: Named) => `/forum-terms/access/${id}`;
	const signedPath = async (restriction: Named) => `/forum-terms/access/${await code(restriction, 'data')}`;
	const scopeFact = ({ scope }: Restriction) => ({ key: `forum-terms:restriction.scope.${scopeName(scope)}` });
	const clauseOf = ({ clause }: Restriction) => textOf(clause) || '6';

	async function write(uid: number, letter: Letter): Promise<boolean> {
		const address = await members.confirmedEmail(uid);
		return address !== '' && letters.send(address, letter);
	}

	return {
		code,
		async useOf(given, restriction) {
			const endsAt = linkEnd(restriction);
			const isOpened = await Promise.all(codeUses.map(use =>
				links.opens(given, { ...linked(restriction, use), endsAt })));
			return codeUses.find((_use, index) => isOpened[index]) ?? null;
		},
		async send(restriction) {
			const { id, uid, scope, state, from, ended } = restriction;
			const [kind, ...days] = state === 'waiting' ? ['access-ending' as const, from] :
				ended ? ['access-past' as const, from, ended.at] : ['access-restricted' as const];
			const facts = [clauseOf(restriction), restriction.reason || '–'];
			// What is told before the end of all access is read after it.
			const path = scope === 'forum' && !ended ? await signedPath(restriction) : ownPath(restriction);
			if (scope === 'forum' && kind === 'access-restricted') {
				return write(uid, { kind: 'access-ended', path, facts });
			}
			await messenger.send([uid], {
				id: `forum-terms:restriction:${id}`, kind, path, facts: [scopeFact(restriction), ...facts, ...days.map(dayOf)],
			});
			return true;
		},
		async sendDeclined(restriction) {
			const answer = restriction.appeal?.answer || '–';
			if (restriction.scope === 'forum' && isInForce(restriction, clock.now())) {
				return write(restriction.uid, {
					kind: 'access-confirmed', path: await signedPath(restriction), facts: [answer],
				});
			}
			await messenger.send([restriction.uid], {
				id: `forum-terms:restriction-answer:${restriction.id}`, kind: 'restriction-answered',
				path: ownPath(restriction), facts: [answer],
			});
			return true;
		},
		async sendEnd(restriction) {
			await messenger.send([restriction.uid], {
				id: `forum-terms:restriction-end:${restriction.id}`, kind: 'access-given-back', path: ownPath(restriction),
				facts: [scopeFact(restriction), restriction.ended?.reason || '–'],
			});
		},
		async hostReason(restriction) {
			const { notice, scope } = restriction;
			const where = scope === 'forum' ? 'letter' : 'account';
			return translate(notice === 'sent' ? `[[forum-terms:restriction.host-reason.${where}, ${clauseOf(restriction)}]]` :
				'[[forum-terms:restriction.host-reason.withheld]]', site.defaultLanguage());
		},
	};
}
