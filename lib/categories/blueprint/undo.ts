import { isEqual, pickBy } from 'lodash';
import type { CategoryChange, StoredCategory } from '../../kernel/host/category-tree';
import type { ChosenChecklists } from '../../kernel/offers/checklist-places';
import type { Words } from '../rules/words';
import type { Step } from './plan';
import { checklistAt } from './present-category';
import { changeOf, type CidOf, type Write } from './writes';

/** The writes that undo a step, each only as long as the forum has what the step set. A new category is disabled. */
export function undoOf(step: Step, cidOf: CidOf): Write[] {
	const parentCid = (parent: string) => (parent === '' ? 0 : cidOf(parent));
	const back = (cid: number, change: CategoryChange, ifStill?: CategoryChange): Write[] =>
		[{ write: 'change', cid, change, ifStill }];
	switch (step.kind) {
		case 'create': return back(cidOf(step.key), { isDisabled: true });
		case 'adopt': return back(step.cid, { key: '' }, { key: step.key });
		case 'rename': return back(step.cid, { name: step.from }, { name: step.name });
		case 'move': return back(step.cid, { parentCid: step.from }, { parentCid: parentCid(step.parent) });
		case 'update': return back(step.cid, changeOf(step.changes.map(({ field, from }) => [field, from])),
			changeOf(step.changes.map(({ field, to }) => [field, to])));
		// A right that somebody else has taken or given since stays so: this only takes or gives what the step did.
		case 'grant':
		case 'revoke': return [{
			write: step.kind === 'grant' ? 'take' : 'give', cid: step.cid, group: step.group, privileges: step.privileges,
		}];
		case 'checklist': return [{
			write: 'choose', cid: cidOf(step.key), asked: step.asked, profile: step.from, recordOnly: step.recordOnly.from,
			ifStill: { profile: step.to, recordOnly: step.recordOnly.to },
		}];
		case 'rules': return [{ write: 'rules', cid: cidOf(step.key), rules: step.from, ifStill: step.to }];
		case 'order': return step.from.length < 2 ? [] : [{
			write: 'place', parentCid: parentCid(step.parent), cids: step.from.map(cidOf), ifStill: step.keys.map(cidOf),
		}];
	}
}

/** The forum as it is, to compare with. */
export interface Present {
	categories: readonly StoredCategory[];
	chosen: ChosenChecklists;
	rules: ReadonlyMap<number, Words>;
}

/** What is left of a write, and whether it gives way to what somebody else has decided since. */
interface Remaining { write: Write | null; givesWay: boolean }

/** Equal as a plan compares: NodeBB may store blanks around a text. */
function isSame(one: unknown, other: unknown): boolean {
	return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : isEqual(one, other);
}

function remainingOfChange(write: Extract<Write, { write: 'change' }>, { categories }: Present): Remaining {
	const now = categories.find(({ cid }) => cid === write.cid);
	const { ifStill } = write;
	if (!now || !ifStill) {
		return { write: now ? write : null, givesWay: false };
	}
	const isOurs = (_value: unknown, field: string) =>
		isSame(now[field as keyof CategoryChange], ifStill[field as keyof CategoryChange]);
	const change = pickBy(write.change, isOurs);
	return {
		write: Object.keys(change).length > 0 ? { ...write, change } : null,
		givesWay: Object.entries(write.change).some(([field, value]) =>
			!isOurs(value, field) && !isSame(now[field as keyof CategoryChange], value)),
	};
}

/** The write with what the forum still has as the apply set it. */
export function remainingOf(write: Write, now: Present): Remaining {
	const unless = (current: unknown, expected: unknown, wanted: unknown): Remaining => (
		expected === undefined || isEqual(current, expected) ? { write, givesWay: false } :
			{ write: null, givesWay: !isEqual(current, wanted) });
	switch (write.write) {
		case 'change': return remainingOfChange(write, now);
		case 'rules': return unless(now.rules.get(write.cid) ?? {}, write.ifStill, write.rules);
		case 'choose': {
			const { profile, recordOnly } = write;
			const { [write.asked]: current, recordOnly: recording } = checklistAt(now.chosen, write.cid);
			const there = { profile: current, recordOnly: recording.includes(write.asked) };
			return unless(there, write.ifStill, { profile, recordOnly });
		}
		case 'place': {
			const siblings = now.categories.filter(one => one.parentCid === write.parentCid).map(({ cid }) => cid);
			const among = (cids: readonly number[]) => cids.filter(cid => siblings.includes(cid));
			const current = (cids: readonly number[]) => siblings.filter(cid => cids.includes(cid));
			const { ifStill = current(write.cids) } = write;
			return isEqual(current(ifStill), among(ifStill)) ? { write, givesWay: false } :
				{ write: null, givesWay: !isEqual(current(write.cids), among(write.cids)) };
		}
		default: return { write, givesWay: false };
	}
}

/** Names of the categories whose changes since then an undo leaves as they are; empty for the order at the top. */
export function namesOfKept(writes: readonly Write[], now: Present): string[] {
	const names = new Map(now.categories.map(({ cid, name }) => [cid, name]));
	return [...new Set(writes.filter(write => remainingOf(write, now).givesWay)
		.map(write => names.get(write.write === 'place' ? write.parentCid : write.cid) ?? ''))];
}
