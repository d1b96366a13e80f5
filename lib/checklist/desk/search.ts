import type { StoredTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { pageOf, type Position } from '../../platform/paged-index';
import { facetsOf, type Evidence } from '../evidence/evidence';
import { publicIn, topicField } from '../evidence/topic-field';
import type { EvidenceStore } from '../evidence/store';

/** A search: one item with one answer, and where and when. */
export interface Wanted {
	item: string;
	value: string;
	profile?: string | undefined;
	cid?: number | undefined;
	/** Milliseconds since 1970, both inclusive. */
	from?: number | undefined;
	to?: number | undefined;
}

/** The categories whose records somebody may search. */
export type Reach = 'all' | readonly number[];

/** A record with its topic; null if the topic was deleted. */
export interface Hit { record: Evidence; topic: StoredTopic | null }

export interface Found {
	hits: Hit[];
	/** The position of the next page; null at the end. */
	next: Position | null;
}

const batchSize = 200;
const recent = 500;

function isIn(reach: Reach, cid: number): boolean {
	return reach === 'all' || reach.includes(cid);
}

/** The category that decides who may see a result: the topic's current one, wherever it was posted. */
export function placeOfHit({ record, topic }: Hit): number {
	return topic?.cid ?? record.cid;
}

function isWanted({ record, topic }: Hit, { item, value, profile, from = 0, to = Infinity, cid }: Wanted): boolean {
	// Records superseded by an edit, a move or an answer appear in the topic's history, not in the search.
	const shown = topic ? publicIn(topic) : null;
	const isCurrent = record.pid !== '' || shown === null || shown.evidence === record.id;
	return isCurrent && record.at >= from && record.at <= to &&
		(profile === undefined || record.profile === profile) &&
		(cid === undefined || placeOfHit({ record, topic }) === cid) &&
		record.answers.some(answer => answer.key === item && facetsOf(answer).includes(value));
}

/** Finds topics and replies by their answers, newest first, in the reader's categories. */
export function evidenceSearch(evidence: EvidenceStore, topics: Host['topics']) {
	/** Null for a deleted record. */
	async function hitsOf(ids: readonly number[]): Promise<(Hit | null)[]> {
		const records = await evidence.read(ids);
		const tids = [...new Set(records.flatMap(record => (record ? [record.tid] : [])))];
		const byTid = new Map((await topics.readMany(tids, topicField)).map((topic, index) => [tids[index], topic]));
		return records.map(record => record && { record, topic: byTid.get(record.tid) ?? null });
	}

	async function find(wanted: Wanted, reach: Reach, count: number, from: Position | null = null): Promise<Found> {
		const index = evidence.withAnswer(wanted.item, wanted.value);
		const isHit = (hit: Hit | null) => hit !== null && isIn(reach, placeOfHit(hit)) && isWanted(hit, wanted);
		const { rows: hits, next } = await pageOf(index, from, { count, window: batchSize }, async ids =>
			(await hitsOf(ids.map(Number))).map(hit => (isHit(hit) ? hit : null)));
		return { hits, next };
	}

	return {
		find,
		/** All results, in batches. */
		async* all(wanted: Wanted, reach: Reach): AsyncGenerator<Hit[]> {
			for (let page: Found = { hits: [], next: null }, isFirst = true; isFirst || page.next; isFirst = false) {
				page = await find(wanted, reach, batchSize, page.next);
				yield page.hits;
			}
		},
		/** The answers given to an item; readers with limited reach get only those they can find. */
		async values(item: string, reach: Reach, count: number): Promise<string[]> {
			if (reach === 'all') {
				return evidence.valuesOf(item, count);
			}
			const last = await evidence.last();
			const ids = Array.from({ length: Math.min(recent, last) }, (_none, index) => last - index);
			const seen = (await hitsOf(ids)).filter(hit => hit !== null).filter(hit => isIn(reach, placeOfHit(hit)));
			return [...new Set(seen.flatMap(({ record }) => record.answers)
				.filter(({ key }) => key === item).flatMap(facetsOf))].slice(0, count);
		},
	};
}

export type EvidenceSearch = ReturnType<typeof evidenceSearch>;
