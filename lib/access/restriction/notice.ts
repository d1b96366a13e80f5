import { minutePhrase } from '../../kernel/refusals/message';
import type { Phrase } from '../../kernel/refusals/phrase';
import type { Letter } from '../../kernel/refusals/message-kind';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { claimedId, type SignedLinks } from '../../platform/signed-link';
import { isInForce, type Restriction } from './restriction';
import { scopeName } from './scope';

interface Parts {
	links: SignedLinks;
	host: Pick<Host, 'clock' | 'messenger' | 'members' | 'site' | 'translate'>;
}

type Named = Pick<Restriction, 'id' | 'uid'>;
type Ending = Pick<Restriction, 'until' | 'ended'>;
export const codeUses = ['data', 'statement'] as const;
export type CodeUse = typeof codeUses[number];

/** Notices to restricted members, and the link to read the statement without login. */
export interface Notices {
	/**
	 * Part of a statement's address, for the member only: number and signature. `statement` opens the statement and the
	 * appeal; `data` the member's own data too.
	 */
	code(restriction: Named, opens: CodeUse): Promise<string>;
	/** What a code opens of a restriction; null: nothing, or no longer. */
	useOf(code: string, restriction: Named & Ending): Promise<CodeUse | null>;
	/**
	 * E-mail if they can no longer log in, otherwise notification and e-mail; worded for a future, current or past
	 * restriction. False: not delivered, because there is no confirmed address or the mail server refused.
	 */
	send(restriction: Restriction): Promise<boolean>;
	/** Its end or reason is no longer what the member was told; by default for its reason; as `send`. */
	sendChanged(restriction: Restriction, why?: string): Promise<boolean>;
	/** The appeal was rejected, or answered when the restriction was over already; as `send`. */
	sendAnswered(restriction: Restriction): Promise<boolean>;
	/** The restriction has ended; as `send`. */
	sendEnd(restriction: Restriction): Promise<void>;
	/**
	 * The reason in the forum's own pages, visible to everybody: where the member finds the statement, without a link.
	 */
	hostReason(restriction: Restriction): Promise<string>;
}

/** How long the link in an e-mail works after the restriction ended. */
const afterwardsMs = 30 * 86_400_000;

/** The number of the restriction that a code claims to open; 0: none. */
export function numberIn(code: string): number {
	return Number(/^[1-9]\d{0,14}$/.exec(claimedId(code))?.[0] ?? 0);
}

/** When a restriction's link expires, if known; 0: not yet known. */
function linkEnd({ until, ended }: Ending): number {
	const over = ended?.at ?? until;
	return over > 0 ? over + afterwardsMs : 0;
}

export function notices({ links, host }: Parts): Notices {
	const { clock, messenger, members, site, translate } = host;

	const linked = ({ id, uid }: Named, opens: CodeUse) =>
		({ purpose: `access-${opens}`, id: String(id), subject: String(uid) });
	const code = (restriction: Named, opens: CodeUse) => links.code(linked(restriction, opens));
	/** For a member who can still log in: a path that only they can open. */
	const ownPath = ({ id }: Named) => `/forum-terms/access/${id}`;
	const signedPath = async (restriction: Named) => `/forum-terms/access/${await code(restriction, 'data')}`;
	const scopeFact = ({ scope }: Restriction) => ({ key: `forum-terms:restriction.scope.${scopeName(scope)}` });
	const clauseOf = ({ clause }: Restriction) => textOf(clause) || '6';
	const reasonOf = ({ reason }: Restriction) => reason || '–';
	/** "until 12 March 2026, 14:05 UTC" or "permanently". */
	const lastingOf = ({ until }: Restriction): Phrase => ({
		key: `forum-terms:access.banned.${until > 0 ? 'until' : 'for-good'}`, facts: until > 0 ? [minutePhrase(until)] : [],
	});

	async function write(uid: number, letter: Letter): Promise<boolean> {
		const address = await members.confirmedEmail(uid);
		return address !== '' && messenger.write(address, letter);
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
			const facts = [clauseOf(restriction), reasonOf(restriction)];
			const lasting = lastingOf(restriction);
			// A notice sent before all access ends is read afterwards.
			const path = scope === 'forum' && !ended ? await signedPath(restriction) : ownPath(restriction);
			if (scope === 'forum' && kind === 'access-restricted') {
				return write(uid, { kind: 'access-ended', path, facts: [...facts, lasting] });
			}
			await messenger.send([uid], {
				kind, about: id, path, facts: [
					scopeFact(restriction), ...facts, ...days.map(minutePhrase), ...kind === 'access-past' ? [] : [lasting],
				],
			});
			return true;
		},
		async sendChanged(restriction, why = '') {
			const { id, uid, scope, decisions } = restriction;
			const facts = [clauseOf(restriction), why || reasonOf(restriction), lastingOf(restriction)];
			if (scope === 'forum') {
				return write(uid, { kind: 'ban-changed', path: await signedPath(restriction), facts });
			}
			await messenger.send([uid], {
				kind: 'access-changed', about: `${id}:${decisions.length}`, path: ownPath(restriction),
				facts: [scopeFact(restriction), ...facts],
			});
			return true;
		},
		async sendAnswered(restriction) {
			const { id, uid, appeal, ended } = restriction;
			const answer = appeal?.answer || '–';
			if (ended) {
				await messenger.send([uid], {
					kind: 'restriction-answered-late', about: id, path: ownPath(restriction),
					facts: [{ key: `forum-terms:statement.appeal.${appeal?.state ?? 'open'}` }, answer],
				});
				return true;
			}
			if (restriction.scope === 'forum' && isInForce(restriction, clock.now())) {
				return write(uid, {
					kind: 'access-confirmed', path: await signedPath(restriction), facts: [answer],
				});
			}
			await messenger.send([uid], {
				kind: 'restriction-answered', about: id, path: ownPath(restriction), facts: [answer],
			});
			return true;
		},
		async sendEnd(restriction) {
			await messenger.send([restriction.uid], {
				kind: 'access-given-back', about: restriction.id, path: ownPath(restriction),
				facts: [scopeFact(restriction), restriction.ended?.reason || {
					key: `forum-terms:restriction.end.${restriction.ended?.why === 'expired' ? 'expired' : 'lifted'}`,
				}],
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
