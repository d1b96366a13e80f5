import * as v from 'valibot';
import { decodeBody, emptyBody } from '../../kernel/slice/body';
import { uidOf, type Actor } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { cursorField, cursorOf } from '../../platform/cursor';
import type { Position } from '../../platform/paged-index';
import { peopleOf } from '../../platform/people';
import { evidenceSearch, placeOfHit, type Hit, type Reach, type Wanted } from './search';
import type { EvidenceStore } from '../evidence/store';
import { textFor } from '../profiles/item';
import { owedTopics } from './owed-topics';
import { folded } from '../profiles/listed-name';
import type { ChecklistStore } from '../profiles/store';

const pageSize = 20;
const mostValues = 200;

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
/** A day or a moment; a day counts from its start in UTC. */
const time = v.pipe(v.string(), v.maxLength(40), v.examples(['2026-11-28', '2026-11-28T06:00:00Z']), v.check(text => !Number.isNaN(Date.parse(text)), 'ISO 8601'),
	v.transform(text => Date.parse(text)));
const dayMs = 86_400_000;
/** The last moment included; for a day, its end. */
const until = v.pipe(v.string(), v.maxLength(40), v.examples(['2026-11-28', '2026-11-28T06:00:00Z']), v.check(text => !Number.isNaN(Date.parse(text)), 'ISO 8601'),
	v.transform(text => Date.parse(text) + (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayMs - 1 : 0)));

const wantedSchema = v.object({
	item: short, value: v.pipe(short, v.transform(folded)), profile: v.optional(short), cid: v.optional(wholeNumber),
	from: v.optional(time), to: v.optional(until), before: cursorField,
});

const valuesSchema = v.object({ item: short });
const owedSchema = v.object({ after: cursorField });

const dropEmpty = (query: Record<string, string>) =>
	Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

/** The search in a query string. */
export function wantedIn(query: Record<string, string>): Outcome<Wanted & { before?: Position | undefined }> {
	return decodeBody(wantedSchema, dropEmpty(query));
}

/** Staff work within their own categories; others are refused before their query is checked. */
export async function forStaff<Q, R>(
	{ host }: { host: Pick<Host, 'members' | 'places' | 'topics'> }, actor: Actor, decoded: () => Outcome<Q>,
	work: (reach: Reach, query: Q) => Promise<R>,
): Promise<Outcome<R>> {
	const reach = await host.places.moderatedBy(uidOf(actor));
	if (reach !== 'all' && reach.length === 0) {
		return refused(refuse('permission-missing', [], { clause: '3' }));
	}
	const query = decoded();
	return query.ok ? done(await work(reach, query.value)) : query;
}

/** Search results with their topics and authors; one read each. */
export async function hitViews(members: Pick<Host, 'members' | 'places' | 'topics'>['members'], hits: readonly Hit[]) {
	const people = await peopleOf(members, hits.map(({ record }) => record.uid));
	return hits.map(({ record, topic }) => {
		const author = people.find(({ uid }) => uid === record.uid);
		return {
			...record, cid: placeOfHit({ record, topic }), title: topic?.title ?? '', slug: topic?.slug ?? '',
			username: author?.username ?? '', userslug: author?.userslug ?? '',
		};
	});
}

export type HitView = Awaited<ReturnType<typeof hitViews>>[number];

interface Parts {
	store: ChecklistStore;
	evidence: EvidenceStore;
	host: Pick<Host, 'members' | 'places' | 'topics'>;
}

/** Answers in the whole forum, for staff: search, values, topics with open items (clause 3). */
export function checklistEvidenceRoutes(parts: Parts): Route[] {
	const { evidence, store, host } = parts;
	const search = evidenceSearch(evidence, host.topics);
	const owed = owedTopics(parts, host.topics);

	async function valuesOf(key: string, reach: Reach, language: string) {
		const options = (await store.profiles()).flatMap(({ items }) =>
			items.filter(item => item.key === key).flatMap(item => item.options ?? []));
		return (await search.values(key, reach, mostValues)).map(value => ({
			value, label: textFor(options.find(option => option.value === value)?.label, language) || value,
		}));
	}

	return [
		route({
			method: 'get', path: '/checklist/evidence', access: 'member', body: emptyBody, query: wantedSchema.entries,
			handle: ({ actor, query }) => forStaff(parts, actor, () => wantedIn(query), async (reach, wanted) => {
				const { hits, next } = await search.find(wanted, reach, pageSize, wanted.before ?? null);
				return { records: await hitViews(host.members, hits), next: cursorOf(next) };
			}),
		}),
		route({
			method: 'get', path: '/checklist/evidence/values', access: 'member', body: emptyBody, query: valuesSchema.entries,
			handle: ({ actor, query, language }) => forStaff(parts, actor,
				() => decodeBody(valuesSchema, dropEmpty(query)),
				async (reach, { item }) => ({ values: await valuesOf(item, reach, language) })),
		}),
		route({
			method: 'get', path: '/checklist/owed', access: 'member', body: emptyBody, query: owedSchema.entries,
			handle: ({ actor, query, language }) => forStaff(parts, actor,
				() => decodeBody(owedSchema, dropEmpty(query)),
				async (reach, { after }) => {
					const { rows: topics, next } = await owed(reach, language, pageSize, after ?? null);
					const people = await peopleOf(host.members, topics.map(({ uid }) => uid));
					return {
						topics: topics.map(topic => ({
							...topic, username: people.find(({ uid }) => uid === topic.uid)?.username ?? '',
						})), next: cursorOf(next),
					};
				}),
		}),
	];
}
