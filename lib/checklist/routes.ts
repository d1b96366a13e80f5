import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import { done, refused } from '../kernel/outcome';
import { refuse } from '../kernel/refusal';
import { route, type Route } from '../kernel/routes';
import { itemsSchema } from './item';
import type { ChecklistStore } from './store';
import { parsePbxVersion } from './version-number';

const profileId = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const placesBody = v.strictObject({
	latest: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100),
		v.check(text => text === '' || parsePbxVersion(text) !== null, 'V20 Update 9')), ''),
	places: v.record(v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/)), profileId),
});

/** Checklists for administrators: profiles as data, where they are asked, and the latest version (clause 3). */
export function checklistRoutes(store: ChecklistStore): Route[] {
	return [
		route({
			method: 'get', path: '/admin/checklists', access: 'administrator', body: emptyBody,
			handle: async () => done({ profiles: await store.profiles(), ...await store.places() }),
		}),
		route({
			method: 'put', path: '/admin/checklists/:profile', access: 'administrator',
			body: v.strictObject({ items: itemsSchema }),
			async handle({ params, body }) {
				const id = v.safeParse(profileId, params.profile);
				return id.success ? done(await store.save(id.output, body.items)) :
					refused(refuse('body-invalid', ['profile', 'a-z 0-9 -'], { field: 'profile' }));
			},
		}),
		route({
			method: 'put', path: '/admin/checklist-places', access: 'administrator', body: placesBody,
			async handle({ body }) {
				const known = (await store.profiles()).map(({ id }) => id);
				const unknown = Object.entries(body.places).find(([, id]) => !known.includes(id));
				if (unknown) {
					return refused(refuse('checklist-unknown', [unknown[1]], { field: `places.${unknown[0]}` }));
				}
				await store.savePlaces(body);
				return done(body);
			},
		}),
	];
}
