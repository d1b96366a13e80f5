import type { StoredTopic } from '../../kernel/content';
import type { Host } from '../../kernel/host/ports';
import { pageOf, type Position } from '../../platform/paged-index';
import { facetsOf, type Evidence } from '../evidence/evidence';
import { publicIn, topicField } from '../evidence/keeper';
import type { EvidenceStore } from '../evidence/store';

/** What is looked for: one item answered in one way, and where and when. */
export interface Wanted {
	item: string;
	value: string;
	profile?: string | undefined;
	cid?: number | undefined;
	/** Milliseconds since 1970, both included. */
	from?: number | undefined;
	to?: number | undefined;
}

/** The categories whose records somebody may search. */
export type Reach = 'all' | readonly number[];

/** A record with the topic that it belongs to; null when the topic is gone. */
export interface Hit { record: Evidence; topic: StoredTopic | null }

export interface Found {
	hits: Hit[];
	/** Where the next page starts; null at the end. */
	next: Position | null;
}

const batchSize = 200;
const recent = 500;

function isIn(reach: Reach, cid: number): boolean {
	return reach === 'all' || reach.includes(cid);
}

/** The category that decides who may see a hit: where the topic lies now, whatever category it was posted in. */
export function placeOfHit({ record, topic }: Hit): number {
	return topic?.cid ?? record.cid;
}

function isWanted({ record, topic }: Hit, { item, value, profile, from = 0, to = Infinity, cid }: Wanted): boolean {
	// What was superseded by an edit, a move or an answer is in the topic's history, not in the search.
	const shown = topic ? publicIn(topic) : null;
	const isCurrent = record.pid !== '' || shown === null || shown.evidence === record.id;
	return isCurrent && record.at >= from && record.at <= to &&
		(profile === undefined || record.profile === profile) &&
		(cid === undefined || placeOfHit({ record, topic }) === cid) &&
		record.answers.some(answer => answer.key === item && facetsOf(answer).includes(value));
}

/** Finds topics and replies by what was answered, newest first, within somebody's reach. */
export function evidenceSearch(evidence: EvidenceStore, topics: Host['topics']) {
	/** Null for a record that is gone. */
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
		/** Everything that is found, a batch at a time. */
		async* all(wanted: Wanted, reach: Reach): AsyncGenerator<Hit[]> {
			for (let page: Found = { hits: [], next: null }, isFirst = true; isFirst || page.next; isFirst = false) {
				page = await find(wanted, reach, batchSize, page.next);
				yield page.hits;
			}
		},
		/** How an item was answered: whoever does not see everything is told what they can find themself. */
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
