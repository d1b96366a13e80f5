import type { WritingPlace } from '../../kernel/offers/owed';
import type { Clock, Places } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { Reviewer } from '../../kernel/slice/review';
import type { Audience } from './audience';
import { versionInForce } from '../documents/rules';
import type { TermsSettings } from '../documents/settings';
import { titledVersions } from '../documents/version-name';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	audience: Pick<Audience, 'documentsFor'>;
	settings: () => Soon<TermsSettings>;
	cidOf: (place: WritingPlace) => Promise<number | null>;
	clock: Clock;
}

/**
 * Posts by guests, where the forum allows them: guests cannot accept the terms, so the setting `guestPosts` decides
 * (clause 2). Nothing is asked before terms are in force.
 */
export function guestReviewer({ audience, settings, cidOf, clock }: Parts): Reviewer {
	return {
		slice: 'terms',
		mayHold: true,
		async review({ author, origin, place }) {
			// Staff answer for what they approve; other plugins post for guests in the forum's name.
			if (author.kind !== 'guest' || origin === 'queue-approval' || origin === 'host') {
				return [];
			}
			const { enforcement, guestPosts } = await settings();
			if (enforcement !== 'block' || guestPosts === 'allow') {
				return [];
			}
			const binding = (await audience.documentsFor(0, await cidOf(place)))
				.map(({ versions }) => versionInForce(versions, clock.now())).filter(version => version !== null);
			return binding.length === 0 ? [] : [{
				outcome: guestPosts, refusal: refuse('guest-refused', [titledVersions(binding), '2'], { termsVersion: binding[0]?.id ?? '' }),
			}];
		},
	};
}

/** Categories where guests may post, for administrators. */
export async function guestCategories(
	places: Pick<Places, 'visibleCategories' | 'allowedIn'>, administrator: number,
): Promise<{ cid: number; name: string }[]> {
	const all = await places.visibleCategories(administrator);
	const cids = all.map(({ cid }) => cid);
	const open = new Set([
		...await places.allowedIn(['topics:create'], cids, 0), ...await places.allowedIn(['topics:reply'], cids, 0),
	]);
	return all.filter(({ cid }) => open.has(cid)).map(({ cid, name }) => ({ cid, name }));
}
