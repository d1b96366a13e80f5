import { emptyBody } from '../kernel/slice/body';
import { done, refused } from '../kernel/refusals/outcome';
import { refuse } from '../kernel/refusals/refusal';
import { route, type Route } from '../kernel/slice/routes';
import type { Blueprints } from './blueprint/blueprints';
import type { CategoryRules } from './rules/rules-store';
import { rulesBody } from './rules/words';

/** The rules of the categories, for administrators (clause 5). */
export function rulesRoutes(blueprints: Pick<Blueprints, 'writeRules'>, rules: Pick<CategoryRules, 'all'>): Route[] {
	return [
		route({
			method: 'get', path: '/admin/categories/rules', access: 'administrator', body: emptyBody,
			handle: async () => done({ rules: [...await rules.all()].map(([cid, texts]) => ({ cid, rules: texts })) }),
		}),
		route({
			method: 'put', path: '/admin/categories/rules/:cid', access: 'administrator', body: rulesBody,
			async handle({ params: { cid = '' }, body }) {
				if (!/^[1-9]\d{0,9}$/.test(cid)) {
					return refused(refuse('category-unknown', [cid], { field: 'cid' }));
				}
				const written = await blueprints.writeRules(Number(cid), body.rules);
				return written.ok ? done({ cid: Number(cid), rules: body.rules }) : written;
			},
		}),
	];
}
