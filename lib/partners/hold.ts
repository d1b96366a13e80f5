import type { Queue } from '../kernel/host/content';
import type { Host } from '../kernel/host/ports';
import { atOnce, now, type Soon } from '../kernel/host/soon';
import { textOf } from '../kernel/formats/text';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import { refuse } from '../kernel/refusals/refusal';
import type { Reason } from '../kernel/slice/review';
import type { Guard } from '../kernel/slice/routes';
import type { Membership, PartnerAccount } from './company/account';
import type { PartnerDirectory } from './accounts/directory';
import type { PartnerSettings } from './company/settings';
import { unconfirmedHold } from './people/confirmation';
import type { Standings } from './strikes/standings';

/** Why a person's posts for their company wait for staff; null if they do not. */
export type HoldLookup = (account: PartnerAccount, membership: Membership) => Soon<Reason | null>;

interface Parts {
	standings: Pick<Standings, 'holds'>;
	settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'clock'>;
}

export function holdLookup({ standings, settings, host }: Parts): HoldLookup {
	return atOnce(function* (account: PartnerAccount, { role, partner }: Membership) {
		if (yield* now(standings.holds(partner))) {
			return { outcome: 'hold' as const, refusal: refuse('partner-held', [account.company, '4.12']) };
		}
		return role === 'owner' ? null : unconfirmedHold(account, host.clock.now(), yield* now(settings()));
	});
}

/**
 * What waits because of a decision about a company is not released by its own people, even if they moderate there
 * or are administrators. HOST: src/api/posts.js `acceptQueuedPost` lets moderators release their own posts.
 */
export function releaseGuards({ directory, isSecurityPlace, host, ...parts }: Parts & {
	directory: PartnerDirectory; isSecurityPlace: SecurityPlaceLookup;
	host: Pick<Host, 'clock'> & { queue: Pick<Queue, 'read'> };
}): Guard[] {
	const holdOf = holdLookup({ ...parts, host });
	return [{
		write: 'api.posts.acceptQueuedPost',
		async examine({ actor, data }) {
			const own = actor.kind === 'member' ? await directory.membership(actor.uid) : null;
			const waiting = own ? await host.queue.read(textOf(data.id)) : null;
			const author = waiting ? await directory.membership(waiting.uid) : null;
			if (actor.kind !== 'member' || !waiting || !author || author.partner !== own?.partner) {
				return null;
			}
			const account = await directory.account(author.partner);
			const place = waiting.tid === '' ? { cid: String(waiting.cid) } : { tid: waiting.tid };
			const isHeld = account && await holdOf(account, author) !== null && !await isSecurityPlace(place);
			return isHeld ? refuse('partner-strike-own') : null;
		},
	}];
}
