import type { WaitingPost } from '../kernel/content';
import { done, refused, type Outcome } from '../kernel/outcome';
import { notAnId, placeId, placeIds, type PlaceKey } from '../kernel/place-id';
import type { Act, Draft } from '../kernel/review';

type Place = Draft['place'];
type Given = Record<string, unknown>;

/** Which ids say where an act takes place; every other one in the same request is somebody's invention. */
export const countingIds: Record<Exclude<Act, 'queue-edit'>, readonly ('cid' | 'tid' | 'pid')[]> = {
	topic: ['cid'], reply: ['tid'], edit: ['pid'], tags: ['tid'], crosspost: ['tid', 'cid'],
	fork: ['tid', 'cid'], merge: ['cid'], move: ['tid', 'cid'],
	chat: [], profile: [], picture: [], group: [], report: [], upload: [],
};

/** The ids of the act; an id of another shape is refused by the name of its field. */
export function placeOf(act: Exclude<Act, 'queue-edit'>, given: Given): Outcome<Place> {
	return placeIds(given, countingIds[act]);
}

/** Where a waiting post would come to stand with the change on top; without a stored one only its own id is known. */
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

/** The act that goes with the ids of a request for itself: of a post an edit, of a topic a reply, else a new topic. */
export function actAt(place: WritingIds): 'topic' | 'reply' | 'edit' {
	return place.pid !== undefined ? 'edit' : place.tid !== undefined ? 'reply' : 'topic';
}

type WritingIds = Partial<Record<Exclude<PlaceKey, 'queued'>, unknown>>;

/**
 * The place that a request names before anything is sent: one id, and the one that belongs to the act. A request that
 * names no act may name no place either.
 */
export function askedPlace(given: WritingIds, named?: 'topic' | 'reply' | 'edit'): Outcome<Place> {
	const counting = countingIds[named ?? actAt(given)];
	const foreign = (['cid', 'tid', 'pid'] as const).find(key => given[key] !== undefined && !counting.includes(key));
	const missing = named && counting.find(key => given[key] === undefined);
	return foreign ? refused(notAnId(foreign, '–')) : missing ? refused(notAnId(missing)) : placeIds({ ...given }, counting);
}
