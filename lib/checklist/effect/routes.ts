import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { done, refused } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import type { Soon } from '../../kernel/host/soon';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import type { Askings } from '../asking/asking';
import { effectOf } from './rules';
import type { EffectStore } from './store';
import { textFor } from '../profiles/item';
import type { SimilarTopics } from '../asking/similar';
import type { ChecklistStore } from '../profiles/store';
import type { Visits } from './visits';

const mostDays = 366;
const number = /^[1-9]\d{0,9}$/;
const tid = v.pipe(v.number(), v.integer(), v.minValue(1));
const progressBody = v.strictObject({
	opened: v.optional(v.pipe(v.array(tid), v.maxLength(50)), []),
});
const visitBody = v.strictObject({
	cid: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const badQuery = (field: string, expected: string) =>
	refused(refuse('body-invalid', [field, expected], { field, clause: '3' }));
const closed = () => refused(refuse('permission-missing', [], { clause: '3' }));

interface Parts {
	store: ChecklistStore;
	askings: Askings;
	similar: SimilarTopics;
	visits: Visits;
	effects: EffectStore;
	isExempt: (uid: number) => Soon<boolean>;
	host: Pick<Host, 'places' | 'clock'>;
}

/** Similar topics, visits, and the effect of checklists (clause 3). */
export function checklistEffectRoutes(
	{ store, askings, visits, similar, effects, isExempt, host: { places, clock } }: Parts,
): Route[] {
	return [
		route({
			method: 'get', path: '/posting/similar', access: 'member', body: emptyBody,
			query: {
				cid: v.pipe(v.string(), v.regex(number)), title: v.optional(v.pipe(v.string(), v.maxLength(255))),
			},
			async handle({ actor, query: { cid = '', title = '' } }) {
				if (!number.test(cid)) {
					return badQuery('cid', '1 – 9999999999');
				}
				if (title.length > 255) {
					return badQuery('title', '≤ 255');
				}
				const uid = actor.kind === 'member' ? actor.uid : 0;
				if (!await places.canRead({ cid }, uid)) {
					return closed();
				}
				const topics = await similar(Number(cid), title, uid);
				return done({ topics: topics.map(({ timestamp, ...topic }) => ({
					...topic, timestampISO: new Date(timestamp).toISOString(),
				})) });
			},
		}),
		route({
			method: 'post', path: '/checklist/visits', access: 'member', body: visitBody, rate: 'unlimited',
			async handle({ actor, body: { cid } }) {
				const uid = actor.kind === 'member' ? actor.uid : 0;
				if (!await places.canRead({ cid: String(cid) }, uid)) {
					return closed();
				}
				const asking = await isExempt(uid) ? null : await askings.of(uid, cid, 'topics');
				return done({ visit: await visits.open(uid, cid, asking) });
			},
		}),
		route({
			method: 'put', path: '/checklist/visits/:visit', access: 'member', body: progressBody, rate: 'unlimited',
			handle: async ({ actor, params, body }) => visits.note(
				(params.visit ?? '').slice(0, 60), actor.kind === 'member' ? actor.uid : 0, body.opened),
		}),
		route({
			method: 'get', path: '/admin/checklists/:profile/effect', access: 'administrator', body: emptyBody,
			query: { days: v.optional(v.pipe(v.string(), v.regex(number), v.examples(['30', String(mostDays)]))) },
			async handle({ params, query: { days = '90' }, language }) {
				const profile = (await store.profiles()).find(({ id }) => id === params.profile);
				if (!profile) {
					return refused(refuse('checklist-unknown', [params.profile ?? ''], { field: 'profile' }));
				}
				if (!number.test(days) || Number(days) > mostDays) {
					return badQuery('days', `1 – ${mostDays}`);
				}
				const effect = effectOf(profile.items, await effects.days(profile.id, Number(days), clock.now()));
				const prompts = new Map(profile.items.map(item => [item.key, textFor(item.prompt, language)]));
				return done({
					profile: profile.id, version: profile.version, ...effect,
					items: effect.items.map(item => ({ ...item, prompt: prompts.get(item.key) ?? item.key })),
				});
			},
		}),
	];
}
