import type { WaitingPost } from '../kernel/host/content';
import { done, refused, type Outcome } from '../kernel/refusals/outcome';
import { notAnId, placeId, placeIds, type PlaceKey } from '../kernel/refusals/place-id';
import type { Act, Submission } from '../kernel/slice/review';

type Place = Submission['place'];
type Given = Record<string, unknown>;

/** The ids that name the place of each act; all others in the request are ignored. */
const countingIds: Record<Exclude<Act, 'queue-edit'>, readonly ('cid' | 'tid' | 'pid')[]> = {
	topic: ['cid'], reply: ['tid'], edit: ['pid'], tags: ['tid'], thumb: ['tid'], crosspost: ['tid', 'cid'],
	fork: ['tid', 'cid'], merge: ['cid'], move: ['tid', 'cid'],
	chat: [], profile: [], picture: [], group: [], report: [], upload: [],
};

/** The ids of the act; an invalid id is refused by its field name. */
export function placeOf(act: Exclude<Act, 'queue-edit'>, given: Given): Outcome<Place> {
	return placeIds(given, countingIds[act]);
}

/** Where a queued post would go with the change applied; without a stored post only its own id is known. */
export function placeOfWaiting(given: Given, waiting: WaitingPost | null): Outcome<Place> {
	const queued = placeId('queued', given.id);
	if (queued === null) {
		return refused({ ...notAnId('queued', 'topic-1, reply-1'), field: 'id' });
	}
	if (!waiting) {
		return done({ queued });
	}
	const moved = waiting.act === 'crosspost' ? given.crosspostCid : given.cid;
	const cid = moved === undefined ? waiting.cid ?? undefined : moved;
	const place = placeOf(waiting.act, { tid: waiting.tid || undefined, cid });
	return place.ok ? done({ ...place.value, queued }) : place;
}

/** The act that the ids of a request imply: an edit for a post, a reply for a topic, otherwise a new topic. */
export function actAt(place: WritingIds): 'topic' | 'reply' | 'edit' {
	return place.pid !== undefined ? 'edit' : place.tid !== undefined ? 'reply' : 'topic';
}

type WritingIds = Partial<Record<Exclude<PlaceKey, 'queued'>, unknown>>;

/**
 * The place that a request names in advance: exactly the one id of its act. A request without an act may name no place
 * either.
 */
export function askedPlace(given: WritingIds, named?: 'topic' | 'reply' | 'edit'): Outcome<Place> {
	const counting = countingIds[named ?? actAt(given)];
	const foreign = (['cid', 'tid', 'pid'] as const).find(key => given[key] !== undefined && !counting.includes(key));
	const missing = named && counting.find(key => given[key] === undefined);
	return foreign ? refused(notAnId(foreign, '–')) : missing ? refused(notAnId(missing)) : placeIds({ ...given }, counting);
}
