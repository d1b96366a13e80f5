import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { uidOf } from '../kernel/host/member';
import { done, refused } from '../kernel/refusals/outcome';
import type { Members } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { route, type Download, type Route } from '../kernel/slice/routes';
import { blueprintText } from './blueprint/blueprint-file';
import type { Blueprints } from './blueprint/blueprints';
import { lengthOf, type Run } from './blueprint/run';

const planBody = v.pipe(v.strictObject({
	/** A file's text or data; by default the preset. */
	blueprint: v.optional(v.union([v.pipe(v.string(), v.maxLength(200_000)), v.record(v.string(), v.unknown())])),
	/** Existing categories matched to the file's keys by hand. */
	adopt: v.optional(
		v.pipe(v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxEntries(500)), {}),
	/** The blueprint applied last, instead of a file. */
	applied: v.optional(v.boolean(), false),
}), v.metadata({ examples: [{ applied: true }, { blueprint: { blueprint: 1, categories: [] }, adopt: {} }] }));

/** The progress of a run, without its journal. */
function runView(run: Run) {
	const { id, kind, state, by, startedAt, finishedAt, problem, kept } = run;
	return { id, kind, state, by, startedAt, finishedAt, problem, kept, done: run.done, total: lengthOf(run) };
}

/** The category structure over the API (clause 5); administrators only. */
export function blueprintRoutes(blueprints: Blueprints, members: Pick<Members, 'profiles'>): Route[] {
	return [
		route({
			method: 'post', path: '/admin/categories/plan', access: 'administrator', body: planBody,
			async handle({ body: { blueprint, adopt, applied } }) {
				if (applied && blueprint !== undefined) {
					return refused(refuse('body-invalid', ['blueprint', '–'], { field: 'blueprint', clause: '5' }));
				}
				const text = blueprint === undefined || typeof blueprint === 'string' ? blueprint ?? null :
					JSON.stringify(blueprint, null, '\t');
				const planned = await (applied ? blueprints.planApplied(adopt) : blueprints.plan(text, adopt));
				if (!planned.ok) {
					return planned;
				}
				const { plan, isHeld, places, steps, leaves, candidates } = planned.value;
				return done({ plan, isHeld, places, steps, leaves, candidates });
			},
		}),
		route({
			method: 'post', path: '/admin/categories/apply', access: 'administrator',
			body: v.strictObject({ plan: v.pipe(v.string(), v.maxLength(60)) }),
			async handle({ actor, body }) {
				const run = await blueprints.apply(body.plan, uidOf(actor));
				return run.ok ? done(runView(run.value)) : run;
			},
		}),
		route({
			method: 'post', path: '/admin/categories/undo', access: 'administrator', body: emptyBody,
			async handle({ actor }) {
				const run = await blueprints.undo(uidOf(actor));
				return run.ok ? done(runView(run.value)) : run;
			},
		}),
		route({
			method: 'get', path: '/admin/categories/run', access: 'administrator', body: emptyBody,
			async handle() {
				const run = await blueprints.lastRun();
				const [who] = run ? await members.profiles([run.by]) : [];
				return done({ run: run && { ...runView(run), byName: who?.username ?? '' } });
			},
		}),
		route({
			method: 'get', path: '/admin/categories/drift', access: 'administrator', body: emptyBody,
			async handle() {
				const drift = await blueprints.drift();
				return done(drift ? { isApplied: true, ...drift } : {
					isApplied: false, appliedAt: 0, places: [], steps: [], leaves: [], candidates: [],
				});
			},
		}),
		route({
			method: 'get', path: '/admin/categories/blueprint', access: 'administrator', body: emptyBody,
			handle: async () => done({ blueprint: await blueprints.exported() }),
		}),
	];
}

/** The forum's categories, and the preset, as files. */
export function blueprintDownloads(blueprints: Blueprints): Download[] {
	const file = (path: string, fileName: string, text: () => Promise<string>): Download => ({
		path, fileName, access: 'administrator', contentType: 'application/yaml; charset=utf-8',
		async open() {
			const whole = await text();
			return done((async function* write() {
				yield whole;
			})());
		},
	});
	return [
		file('/admin/categories/blueprint.yaml', 'forum-blueprint.yaml',
			async () => blueprintText(await blueprints.exported())),
		file('/admin/categories/preset.yaml', '3cx-blueprint.yaml', () => blueprints.preset()),
	];
}
