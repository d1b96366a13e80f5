import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { done, refused } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { profileIdSchema, profileSchema } from './item';
import { knowledgeChangeSchema, type KnowledgeStore } from './knowledge';
import type { placeForecasts } from './place-forecast';
import { nothingHere, placeMapChangeSchema, placeMapSchema, type Asked } from './place-map';
import type { ChecklistStore } from './store';

const idRefused = () => refused(refuse('body-invalid', ['profile', 'a-z 0-9 -'], { field: 'profile', clause: '3' }));

/** Checklists for administrators: profiles, places, and supported versions and devices (clause 3). */
export function checklistAdminRoutes({ store, knowledge, placeForecast }: {
	store: ChecklistStore; knowledge: KnowledgeStore; placeForecast: ReturnType<typeof placeForecasts>;
}): Route[] {
	return [
		route({
			method: 'get', path: '/admin/checklists', access: 'administrator', body: emptyBody,
			handle: async () => done({
				profiles: await store.profiles(), places: await store.places(), knowledge: await knowledge.stored(),
			}),
		}),
		route({
			method: 'put', path: '/admin/checklists/:profile', access: 'administrator', body: profileSchema,
			async handle({ params, body }) {
				const id = v.safeParse(profileIdSchema, params.profile);
				return id.success ? done(await store.save(id.output, body)) : idRefused();
			},
		}),
		route({
			method: 'delete', path: '/admin/checklists/:profile', access: 'administrator', body: emptyBody,
			async handle({ params }) {
				const id = params.profile ?? '';
				const { topics, replies } = await store.places();
				if ([...Object.values(topics), ...Object.values(replies)].includes(id)) {
					return refused(refuse('checklist-in-use', [id], { field: 'profile' }));
				}
				if (!(await store.profiles()).some(profile => profile.id === id)) {
					return refused(refuse('checklist-unknown', [id], { field: 'profile' }));
				}
				await store.remove(id);
				return done({});
			},
		}),
		route({
			method: 'put', path: '/admin/checklist-places', access: 'administrator', body: placeMapChangeSchema,
			async handle({ body }) {
				const known = [nothingHere, ...(await store.profiles()).map(({ id }) => id)];
				for (const asked of ['topics', 'replies'] as const) {
					const unknown = Object.entries(body[asked]).find(([, id]) => !known.includes(id));
					if (unknown) {
						return refused(refuse('checklist-unknown', [unknown[1]], { field: `${asked}.${unknown[0]}` }));
					}
				}
				const { recordOnly = (await store.places()).recordOnly } = body;
				const chosen = (asked: Asked) => recordOnly[asked].filter(cid => body[asked][cid] !== undefined);
				const places = { ...body, recordOnly: { topics: chosen('topics'), replies: chosen('replies') } };
				await store.savePlaces(places);
				return done(places);
			},
		}),
		route({
			method: 'post', path: '/admin/checklist-places/forecast', access: 'administrator', body: placeMapSchema,
			handle: async ({ body }) => done(await placeForecast(body)),
		}),
		route({
			method: 'put', path: '/admin/checklist-knowledge', access: 'administrator', body: knowledgeChangeSchema,
			async handle({ body }) {
				await knowledge.save(body);
				return done(await knowledge.stored());
			},
		}),
	];
}
