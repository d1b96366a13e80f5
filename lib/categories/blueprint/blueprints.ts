import { createHash } from 'node:crypto';
import { isEqual } from 'lodash';
import type { ChecklistPlaces } from '../../kernel/offers/checklist-places';
import type { Lease } from '../../kernel/host/lease';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { CategoryRules } from '../rules/rules-store';
import type { Words } from '../rules/words';
import { managedGroups, managedPrivileges, type GranteeGroups } from './grantee';
import type { Blueprint } from './blueprint';
import { readBlueprint } from './blueprint-file';
import { blueprintOf } from './export-rules';
import { withRules } from './identity';
import { checklistAt, type PresentCategory } from './present-category';
import type { Plan } from './plan';
import { planOf } from './plan-rules';
import { lengthOf, type Run } from './run';
import { blueprintRunner } from './runner';
import type { BlueprintStore } from './store';
import { namesOfKept, undoOf } from './undo';

/** What this room needs from other slices: group names, and the places of checklists. */
export interface BlueprintNeighbours {
	groups: GranteeGroups;
	levels(): Promise<readonly string[]>;
	checklists: ChecklistPlaces;
}

interface Parts extends BlueprintNeighbours {
	store: BlueprintStore;
	rules: CategoryRules;
	host: Pick<Host, 'categories' | 'clock' | 'groups' | 'leases' | 'packagedText' | 'site'>;
}

/** The differences between the forum and the blueprint applied last; null if none was applied. */
export type Drift = (Plan & { appliedAt: number }) | null;

/** A plan with its id, and its blueprint. */
export type NamedPlan = Plan & {
	plan: string;
	blueprint: Blueprint;
	/** This file is the one applied last; otherwise its words may still be new. */
	isHeld: boolean;
};

/** The use cases of clause 5: plan, apply, undo, and report drift. */
export interface Blueprints {
	/** Without text: the preset. Changes nothing in the forum; the plan is kept for a day. */
	plan(text: string | null, adopt: Record<string, number>): Promise<Outcome<NamedPlan>>;
	/** The same for the blueprint applied last, to undo drift. */
	planApplied(adopt: Record<string, number>): Promise<Outcome<NamedPlan>>;
	/** Applies exactly the plan that was shown; if the forum has changed since, a new plan is needed. */
	apply(plan: string, by: number): Promise<Outcome<Run>>;
	/** Undoes the last apply; new categories are disabled, never deleted. */
	undo(by: number): Promise<Outcome<Run>>;
	/** Resumes an interrupted run. */
	resume(): Promise<Run | null>;
	lastRun(): Promise<Run | null>;
	/**
	 * Sets the rules of a category. What an administrator writes there is intended, so the blueprint applied last says
	 * the same from then on, and no drift is reported.
	 */
	writeRules(cid: number, texts: Words): Promise<Outcome<null>>;
	drift(): Promise<Drift>;
	exported(): Promise<Blueprint>;
	preset(): Promise<string>;
}

export function blueprints({ store, rules, groups, levels, checklists, host }: Parts): Blueprints {
	const { categories: tree, clock } = host;
	const language = () => host.site.defaultLanguage();
	const run = blueprintRunner({
		store, tree, checklists, rules, clock, groups: host.groups, ownGroups: [groups.customers, groups.partners],
	});

	async function present(names: readonly string[]): Promise<PresentCategory[]> {
		const stored = await tree.all();
		const [grants, chosen, written] = await Promise.all([
			tree.grants(stored.map(({ cid }) => cid), names, managedPrivileges), checklists.chosen(), rules.all(),
		]);
		return stored.map((one, index) => ({
			...one, grants: grants[index] ?? {},
			checklist: checklistAt(chosen, one.cid),
			rules: written.get(one.cid) ?? {},
		}));
	}
	async function planFor(blueprint: Blueprint, adopt: Record<string, number>): Promise<Plan> {
		const grantees = blueprint.categories.flatMap(one => [...one.read, ...one.topics, ...one.replies]);
		const now = await present(managedGroups(grantees, groups));
		return planOf(blueprint, now, { language: language(), groups, adopt, forum: host.site.url });
	}
	/** The category tree is one unit: one run at a time. */
	const onTree = <T>(work: (lease: Lease) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		host.leases.withLease('blueprint:forum', work, () => refused(refuse('blueprint-busy')));
	const preset = () => host.packagedText('lib/presets/3cx/blueprint.yaml');

	/** Partner levels and checklists that the file names but the forum does not have. */
	async function unknownNames(blueprint: Blueprint): Promise<Outcome<null>> {
		const [known, profiles] = await Promise.all([levels(), checklists.profiles()]);
		for (const [index, one] of blueprint.categories.entries()) {
			for (const field of ['read', 'topics', 'replies'] as const) {
				const isStrange = one[field].some(name => name.includes(':') && !known.includes(name.split(':')[1] ?? ''));
				if (isStrange) {
					return refused(refuse('blueprint-invalid', ['–', `categories.${index}.${field}`, known.join(', ')],
						{ field: `categories.${index}.${field}` }));
				}
			}
			const { topics = 'inherit', replies = 'inherit' } = one.checklist ?? {};
			if ([topics, replies].some(name => name !== 'inherit' && !profiles.includes(name))) {
				return refused(refuse('blueprint-invalid', ['–', `categories.${index}.checklist`, profiles.join(', ')],
					{ field: `categories.${index}.checklist` }));
			}
		}
		return done(null);
	}

	async function keepPlan(blueprint: Blueprint, adopt: Record<string, number>): Promise<Outcome<NamedPlan>> {
		const isKnown = await unknownNames(blueprint);
		if (!isKnown.ok) {
			return isKnown;
		}
		const wrong = Object.keys(adopt).find(key => !blueprint.categories.some(one => one.key === key));
		if (wrong !== undefined) {
			return refused(refuse('body-invalid', [`adopt.${wrong}`, 'key'], { field: `adopt.${wrong}`, clause: '5' }));
		}
		const plan = await planFor(blueprint, adopt);
		// Deterministic: the same file and forum give the same plan id.
		const id = createHash('sha256').update(JSON.stringify([blueprint, adopt, plan.steps])).digest('hex').slice(0, 24);
		await store.keepPlan({ id, at: clock.now(), blueprint, adopt, steps: plan.steps });
		const held = (await store.applied())?.blueprint;
		const isHeld = isEqual(held, JSON.parse(JSON.stringify(blueprint)));
		return done({ plan: id, blueprint, isHeld, ...plan });
	}
	/** The interrupted run, after finishing it; null if there is none. */
	async function finished(lease: Lease): Promise<Run | null> {
		const last = await store.lastRun();
		return last?.state === 'running' ? run(last, lease) : null;
	}

	return {
		async plan(text, adopt) {
			const reading = readBlueprint(text ?? await preset());
			if (!reading.ok) {
				const { line, path, expected } = reading.fault;
				return refused(refuse('blueprint-invalid', [String(line), path, expected], { field: path }));
			}
			return keepPlan(reading.blueprint, adopt);
		},
		async planApplied(adopt) {
			const applied = await store.applied();
			return applied ? keepPlan(applied.blueprint, adopt) : refused(refuse('blueprint-never-applied', [], { field: 'applied' }));
		},
		apply: (id, by) => onTree(async (lease) => {
			const left = await finished(lease);
			const kept = await store.plan(id);
			if (!kept) {
				return refused(refuse('blueprint-plan-unknown', [id], { field: 'plan' }));
			}
			if (left && isEqual(left.holds?.blueprint, kept.blueprint)) {
				return done(left);
			}
			const { steps } = await planFor(kept.blueprint, kept.adopt);
			if (!isEqual(JSON.parse(JSON.stringify(steps)), kept.steps)) {
				return refused(refuse('blueprint-moved-on'));
			}
			const [at, applied] = [clock.now(), await store.applied()];
			const begun = {
				kind: 'apply' as const, state: 'running' as const, by, startedAt: at, finishedAt: 0, steps, writes: [],
				done: 0, undoes: 0, problem: '', kept: [], holds: { blueprint: kept.blueprint, at, by }, heldBefore: applied,
			};
			if (steps.length === 0 && isEqual(applied?.blueprint, kept.blueprint)) {
				return done({ ...begun, id: 0, state: 'done', finishedAt: at });
			}
			return done(await run(await store.startRun(begun), lease));
		}),
		undo: by => onTree(async (lease) => {
			const left = await finished(lease);
			if (left?.kind === 'undo') {
				return done(left);
			}
			const last = left ?? await store.lastRun();
			if (!last || last.kind !== 'apply' || (last.state !== 'done' && last.state !== 'stopped') ||
				(last.done === 0 && lengthOf(last) > 0)) {
				return refused(refuse('blueprint-nothing-to-undo'));
			}
			const now = { categories: await tree.all(), chosen: await checklists.chosen(), rules: await rules.all() };
			const cids = new Map(now.categories.map(({ key, cid }) => [key, cid]));
			const cidOf = (key: string) => cids.get(key) ?? 0;
			const writes = last.steps.slice(0, last.done).map(step => undoOf(step, cidOf)).reverse()
				.map(list => list.filter(one => one.write === 'place' || one.cid > 0));
			const begun = await store.startRun({
				kind: 'undo', state: 'running', by, startedAt: clock.now(), finishedAt: 0, steps: [], writes, done: 0,
				undoes: last.id, problem: '', kept: namesOfKept(writes.flat(), now), holds: null, heldBefore: last.heldBefore,
			});
			return done(await run(begun, lease));
		}),
		async resume() {
			const last = await store.lastRun();
			if (last?.state !== 'running' || lengthOf(last) < last.done) {
				return null;
			}
			return host.leases.withLease<Run | null>('blueprint:forum', async (lease) => {
				// Somebody may have finished it before we got the lease.
				return await finished(lease) ?? store.lastRun();
			}, () => null);
		},
		lastRun: () => store.lastRun(),
		writeRules: (cid, texts) => onTree(async () => {
			if (!await tree.exists(cid)) {
				return refused(refuse('category-unknown', [String(cid)], { field: 'cid' }));
			}
			await rules.save(cid, texts);
			const applied = await store.applied();
			const now = applied && await tree.all();
			await (applied && now ? store.saveApplied({
				...applied, blueprint: withRules(applied.blueprint, now, { cid, texts, forum: host.site.url }),
			}) : undefined);
			return done(null);
		}),
		async drift() {
			const applied = await store.applied();
			return applied && { ...await planFor(applied.blueprint, {}), appliedAt: applied.at };
		},
		async exported() {
			const known = await levels();
			const names = managedGroups(known.map(level => `partners:${level}`), groups);
			const held = (await store.applied())?.blueprint;
			const context = { language: language(), levels: known, groups, held, forum: host.site.url };
			return blueprintOf(await present(names), context);
		},
		preset,
	};
}
