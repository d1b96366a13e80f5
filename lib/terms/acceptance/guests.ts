import type { WritingPlace } from '../../kernel/offers/owed';
import type { Clock, Places } from '../../kernel/host/ports';
import { atOnce, now, type Soon, type Steps } from '../../kernel/host/soon';
import { refuse } from '../../kernel/refusals/refusal';
import type { Reason, Reviewer } from '../../kernel/slice/review';
import type { Audience } from './audience';
import { versionsInForce } from '../documents/position';
import type { TermsSettings } from '../documents/settings';
import { titledVersions } from '../documents/version-name';

interface Parts {
	audience: Pick<Audience, 'documentsFor'>;
	settings: () => Soon<TermsSettings>;
	cidOf: (place: WritingPlace) => Soon<number | null>;
	clock: Clock;
}

const nothing: readonly Reason[] = [];

/**
 * Posts by guests, where the forum allows them: guests cannot accept the terms, so the setting `guestPosts` decides
 * (clause 2). Nothing is asked before terms are in force.
 */
export function guestReviewer({ audience, settings, cidOf, clock }: Parts): Reviewer {
	const reasons = atOnce(function* (place: WritingPlace): Steps<readonly Reason[]> {
		const { enforcement, guestPosts } = yield* now(settings());
		if (enforcement !== 'block' || guestPosts === 'allow') {
			return nothing;
		}
		const documents = yield* now(audience.documentsFor(0, yield* now(cidOf(place))));
		const binding = versionsInForce(documents, clock.now());
		return binding.length === 0 ? nothing : [{
			outcome: guestPosts, refusal: refuse('guest-refused', [titledVersions(binding), '2'], { termsVersion: binding[0]?.id ?? '' }),
		}];
	});
	return {
		slice: 'terms',
		mayHold: author => author.kind === 'guest',
		// Staff answer for what they approve; other plugins post for guests in the forum's name.
		review: ({ author, origin, place }) =>
			(author.kind !== 'guest' || origin === 'queue-approval' || origin === 'host' ? nothing : reasons(place)),
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
