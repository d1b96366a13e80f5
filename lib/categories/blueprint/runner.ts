import { compact, takeWhile } from 'lodash';
import type { ChecklistPlaces } from '../../kernel/offers/checklist-places';
import type { Lease } from '../../kernel/host/lease';
import type { Clock, Groups } from '../../kernel/host/ports';
import type { CategoryTree } from '../../kernel/host/category-tree';
import type { CategoryRules } from '../rules/rules-store';
import { grantChanges } from './grants';
import { managedPrivileges } from './grantee';
import { withRulesSince } from './identity';
import type { Step } from './plan';
import { lengthOf, type Run } from './run';
import type { BlueprintStore } from './store';
import { remainingOf, type Present } from './undo';
import { CategoryGone, changeOf, writesOf, type Write } from './writes';

type Creation = Extract<Step, { kind: 'create' }>;
type Choice = Extract<Write, { write: 'choose' }>;

interface Parts {
	store: BlueprintStore;
	tree: CategoryTree;
	checklists: ChecklistPlaces;
	rules: CategoryRules;
	clock: Clock;
	groups: Pick<Groups, 'ensure'>;
	/** Groups that the plugin manages; created before they get rights. */
	ownGroups: readonly string[];
}

/** Performs a journal's steps in order and records each; resumes with the interrupted step. */
export function blueprintRunner({ store, tree, checklists, rules, clock, groups, ownGroups }: Parts) {
	/** Current categories by key. */
	async function known(): Promise<Map<string, number>> {
		// If two have the same key, the first keeps it.
		return new Map((await tree.all()).filter(({ key }) => key !== '').map(({ key, cid }) => [key, cid] as const).reverse());
	}

	/** The forum renumbers siblings at every move, so they are placed from first to last. */
	async function place(parentCid: number, cids: readonly number[]): Promise<void> {
		const now = (await tree.all()).filter(one => one.parentCid === parentCid).map(({ cid }) => cid);
		const present = cids.filter(cid => now.includes(cid));
		const slots = now.filter(cid => present.includes(cid));
		const wanted = now.map(cid => (present.includes(cid) ? present[slots.indexOf(cid)] : cid));
		for (const [index, cid] of wanted.entries()) {
			if (cid !== undefined && now[index] !== cid) {
				await tree.change(cid, { order: index + 1 });
				now.splice(now.indexOf(cid), 1);
				now.splice(index, 0, cid);
			}
		}
	}

	/** The writes, without what somebody else has changed since. */
	async function remaining<W extends Write>(writes: readonly W[]): Promise<W[]> {
		if (writes.length === 0) {
			return [];
		}
		const [categories, chosen, written] = await Promise.all([tree.all(), checklists.chosen(), rules.all()]);
		const now: Present = { categories, chosen, rules: written };
		return compact(writes.map(write => remainingOf(write, now).write)) as W[];
	}

	async function perform(writes: readonly Write[]): Promise<void> {
		for (const one of writes) {
			if (one.write === 'change') {
				await tree.change(one.cid, one.change);
			} else if (one.write === 'choose') {
				await checklists.choose([one]);
			} else if (one.write === 'rules') {
				await rules.save(one.cid, one.rules);
			} else if (one.write === 'place') {
				await place(one.parentCid, one.cids);
			} else {
				await (ownGroups.includes(one.group) ? groups.ensure(one.group) : undefined);
				await tree[one.write](one.cid, one.group, one.privileges);
			}
		}
	}

	/** The difference between the default rights of a new category and the intended ones. */
	async function rightsOf(cid: number, wanted: Creation['grants']): Promise<Write[]> {
		const [now = {}] = await tree.grants([cid], Object.keys(wanted), managedPrivileges);
		const { give, take } = grantChanges(now, wanted);
		const rights = (write: 'give' | 'take', grants: typeof give): Write[] =>
			Object.entries(grants).map(([group, privileges]) => ({ write, cid, group, privileges }));
		return [...rights('give', give), ...rights('take', take)];
	}

	/** Appends the category to its siblings and sets its fields in one write. */
	async function make({ key, name, fields }: Creation, parentCid: number): Promise<number> {
		const orders = (await tree.all()).filter(one => one.parentCid === parentCid).map(({ order }) => order);
		return tree.create({
			...changeOf(Object.entries(fields)), key, name, parentCid, order: Math.max(0, ...orders) + 1,
		});
	}

	async function create(step: Creation, parentCid: number, cids: Map<string, number>): Promise<void> {
		const there = cids.get(step.key);
		const cid = there ?? await make(step, parentCid);
		cids.set(step.key, cid);
		// After a crash the category is found by its key and not created again.
		await perform(there === undefined ? [] : writesOf(step, key => cids.get(key) ?? 0));
		await perform(await rightsOf(cid, step.grants));
	}

	async function apply(step: Step, cids: Map<string, number>): Promise<void> {
		if ('cid' in step && !await tree.exists(step.cid)) {
			throw new CategoryGone(step.key);
		}
		const cidOf = (key: string): number => {
			const cid = cids.get(key);
			if (cid === undefined) {
				throw new CategoryGone(key);
			}
			return cid;
		};
		if (step.kind === 'create') {
			const parentCid = step.parent === '' ? 0 : cidOf(step.parent);
			if (parentCid > 0 && !await tree.exists(parentCid)) {
				throw new CategoryGone(step.parent);
			}
			return create(step, parentCid, cids);
		}
		await perform(writesOf(step, cidOf));
		if (step.kind === 'adopt') {
			cids.set(step.key, step.cid);
		}
	}

	/** The consecutive checklist steps from one on; they become one write. */
	function choicesFrom({ kind, steps, writes }: Run, from: number, cids: Map<string, number>): Choice[] {
		const said = kind === 'undo' ? writes.slice(from).map(list => list[0]) :
			steps.slice(from).map(step => (step.kind === 'checklist' && cids.has(step.key) ?
				writesOf(step, key => cids.get(key) ?? 0)[0] : undefined));
		return takeWhile(said, one => one?.write === 'choose') as Choice[];
	}

	/** Null when done; otherwise the key of the missing category. */
	async function problemOf(run: Run, lease: Lease): Promise<string | null> {
		const { id, kind } = run;
		const cids = await known();
		try {
			const together = async (index: number, step: () => Promise<void>): Promise<number> => {
				const choices = choicesFrom(run, index, cids);
				const left = kind === 'undo' ? await remaining(choices) : choices;
				await (choices.length > 0 ? checklists.choose(left) : step());
				return choices.length;
			};
			await (kind === 'undo' ?
				store.journals.undo.run(id, lease, (list, index) =>
					together(index, async () => perform(await remaining(list)))) :
				store.journals.apply.run(id, lease, (step, index) => together(index, () => apply(step, cids))));
			return null;
		} catch (error) {
			if (!(error instanceof CategoryGone)) {
				throw error;
			}
			return error.key;
		}
	}

	/** What counts as applied after an undo: the blueprint before it, with the rules written since. */
	async function heldAfter({ heldBefore, undoes }: Run): Promise<Run['heldBefore']> {
		const [undone, now] = await Promise.all([store.run(undoes), store.applied()]);
		return heldBefore && undone?.holds && now ? {
			...heldBefore, blueprint: withRulesSince(heldBefore.blueprint, undone.holds.blueprint, now.blueprint),
		} : heldBefore;
	}

	return async (run: Run, lease: Lease): Promise<Run> => {
		if (run.holds && run.done === 0) {
			await store.saveApplied(run.holds);
		}
		const problem = await problemOf(run, lease);
		if (problem !== null) {
			const stopped = { state: 'stopped' as const, problem, finishedAt: clock.now() };
			await store.note(run.id, stopped);
			return { ...run, ...stopped, done: await store.journals[run.kind].done(run.id) };
		}
		if (run.undoes > 0) {
			// The undone apply no longer counts; the blueprint before it does.
			await store.saveApplied(await heldAfter(run));
			await store.note(run.undoes, { state: 'undone' });
		}
		const finished = { state: 'done' as const, finishedAt: clock.now() };
		await store.note(run.id, finished);
		return { ...run, ...finished, done: lengthOf(run) };
	};
}
