import type { Host } from '../kernel/host/ports';
import { isReportAct, type Submission, type Reviewer } from '../kernel/slice/review';
import type { Refusal } from '../kernel/refusals/refusal';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { RestrictionLifecycle } from './termination/restriction-lifecycle';
import type { Restriction } from './restriction/restriction';
import { accessRefusal, leftOpen } from './restriction/access-refusal';
import { endedBy } from './restriction/rules';
import { mayEndAct, rightBehind } from './restriction/scope';
import { closesSecurityPlaces } from './restriction/contact';
import type { AccessSettings } from './restriction/settings';
import { after, atOnce, now, type Soon } from '../kernel/host/soon';

interface Parts {
	lifecycle: Pick<RestrictionLifecycle, 'openOf'>;
	isSecurityPlace: SecurityPlaceLookup;
	settings(): Soon<Pick<AccessSettings, 'securityContact'>>;
	host: Pick<Host, 'clock' | 'places' | 'access' | 'site'>;
}

const endsAlerts = ({ scope }: Restriction) => typeof scope !== 'string' || closesSecurityPlaces(scope);

/** Why a member may not do this there; null if they may (clause 6). */
export type AccessLookup = (uid: number, act: Submission['act'], place: Submission['place']) => Soon<Refusal | null>;

/**
 * The restriction that stops an act. Members who may not post elsewhere can still post where security reports are
 * taken, so that a true report is not lost. Three restrictions stop those too: of the whole forum, of all writing
 * (NodeBB's mute applies everywhere), and of that very category. Where the forum lets banned members post, a
 * restriction of the whole forum does too.
 */
export function accessLookup({ lifecycle, isSecurityPlace, settings, host }: Parts): AccessLookup {
	const isLeftToBanned = atOnce(function* (act: Submission['act'], cid: number | null) {
		const right = rightBehind(act, cid);
		return right !== null && (yield* now(host.access.leftToBanned([right])))[0] === true;
	});
	const judged = atOnce(function* (open: readonly Restriction[], act: Submission['act'], place: Submission['place']) {
		const isWhole = open.some(({ scope }) => scope === 'forum');
		const cid = isWhole || open.some(({ scope }) => typeof scope !== 'string') ? yield* now(host.places.categoryOf(place)) : null;
		const path = cid === null ? [] : yield* now(host.places.categoryPath(cid));
		const isLeft = isWhole && (yield* now(isLeftToBanned(act, cid)));
		const ending = (some: readonly Restriction[]) => endedBy(act, some, path, host.clock.now(), isLeft);
		const isAlert = ending(open) !== null && isReportAct(act) && (yield* now(isSecurityPlace(place)));
		const found = ending(isAlert ? open.filter(endsAlerts) : open);
		return found && accessRefusal(found, {
			contact: (yield* now(settings())).securityContact, isPost: isReportAct(act) || act === 'crosspost' || act === 'chat',
			left: leftOpen(found, open, path, host.clock.now()),
			// By number: only the member can open it.
			statement: found.noticedAt > 0 ? `${host.site.url}/forum-terms/access/${found.id}` : '',
		});
	});
	return (uid, act, place) => after(lifecycle.openOf(uid), open =>
		(open.some(({ scope }) => mayEndAct(scope, act)) ? judged(open, act, place) : null));
}

/** Clause 6 at the door; comes before all other reviewers, and before promises. */
export function accessReviewer(lookup: AccessLookup): Reviewer {
	return {
		slice: 'access',
		review: ({ author, act, place }) => after(author.kind === 'member' ? lookup(author.uid, act, place) : null, refusal =>
			(refusal ? [{ outcome: 'refuse', refusal, isAboutAccess: true }] : [])),
	};
}
