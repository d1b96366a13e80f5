import { createHash } from 'node:crypto';
import { chunk, countBy } from 'lodash';
import type { Host } from '../../kernel/host/ports';
import { nameKey, textOf } from '../../kernel/formats/text';
import { named } from '../../platform/people';
import type { Membership, PartnerAccount } from '../company/account';
import { csvEntries } from './csv';
import type { ImportEntry, ImportProblem } from './entry';
import { jsonEntries } from './json';
import { actOf, importRules, type ImportKnowledge, type ImportStep } from './rules';
import { planMilliseconds, type ImportRecord, type ImportStore } from './store';
import { levelsIn, type PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

const batch = 500;
/** Maximum problems and steps shown; all are counted. */
const mostListed = 1000;

export interface PlannedImport {
	record: ImportRecord;
	problems: ImportProblem[];
	problemCount: number;
	steps: ImportStep[];
	counts: Record<ImportStep['act'], number>;
	expiresAt: number;
	names: ReadonlyMap<number, string>;
}

interface Parts {
	store: PartnerStore;
	settings: () => Soon<PartnerSettings>;
	imports: ImportStore;
	host: Pick<Host, 'clock' | 'members' | 'pause'>;
}

const isProblem = (item: ImportEntry | ImportProblem): item is ImportProblem => 'refusal' in item;

/** What the forum knows about everything a file names; read in batches. */
async function knowledgeOf(
	{ store, settings, host }: Parts, entries: readonly ImportEntry[],
): Promise<ImportKnowledge> {
	const uidOf = new Map<string, number>();
	const memberships = new Map<number, Membership | null>();
	const accounts = new Map<string, PartnerAccount>();
	const people = new Map<string, Membership[]>();
	const names = new Set(entries.flatMap(({ owners, staff }) =>
		[...owners ?? [], ...(staff ?? []).map(({ person }) => person)]));
	for (const some of chunk([...names], batch)) {
		// A number is a uid; with `@` it is a name.
		const [numbers, words] = [some.filter(name => /^\d{1,15}$/.test(name)), some.filter(name => !/^\d{1,15}$/.test(name))];
		const [profiles, uids] = await Promise.all([
			host.members.profiles(numbers.map(Number)), host.members.uidsOf(words.map(word => word.replace(/^@/, ''))),
		]);
		numbers.forEach((name, index) => uidOf.set(name, profiles[index] ? Number(name) : 0));
		words.forEach((name, index) => uidOf.set(name, uids[index] ?? 0));
		await host.pause(0);
	}
	for (const uids of chunk([...new Set(uidOf.values())].filter(uid => uid > 0), batch)) {
		(await store.memberships(uids)).forEach((row, index) => memberships.set(uids[index] ?? 0, row));
	}
	for await (const some of store.all()) {
		some.forEach(row => accounts.set(row.id, row));
	}
	const called = new Map<string, string[]>();
	for (const { id, company } of accounts.values()) {
		called.set(nameKey(company), [...called.get(nameKey(company)) ?? [], id]);
	}
	const idsCalled = (company: string) => called.get(nameKey(company)) ?? [];
	const wanted = new Set(entries.flatMap(({ id, fields }) => id ? [id] :
		idsCalled(textOf(fields.company))));
	for (const ids of chunk([...wanted].filter(id => accounts.has(id)), 50)) {
		(await Promise.all(ids.map(id => store.people(id)))).forEach((rows, index) => people.set(ids[index] ?? '', rows));
	}
	return {
		levels: levelsIn(await settings()),
		uidOf: person => uidOf.get(person) ?? 0, membership: uid => memberships.get(uid) ?? null,
		account: id => accounts.get(id) ?? null, people: id => people.get(id) ?? [],
		called: idsCalled,
	};
}

/** Checks a file and plans what it would do; writes only the plan. */
export function importPlanner(parts: Parts) {
	const { imports, host } = parts;
	return async (id: string, format: 'csv' | 'json', text: string, by: number): Promise<PlannedImport> => {
		const problems: ImportProblem[] = [];
		const entries: ImportEntry[] = [];
		let problemCount = 0;
		const note = (found: readonly ImportProblem[]) => {
			problemCount += found.length;
			problems.push(...found.slice(0, mostListed - problems.length));
		};
		let seen = 0;
		// Fifty thousand rows take a while, so other requests get a turn in between.
		const rest = async () => {
			seen += 1;
			if (seen % batch === 0) {
				await host.pause(0);
			}
		};
		for (const item of format === 'csv' ? csvEntries(text) : jsonEntries(text)) {
			if (isProblem(item)) {
				note([item]);
			} else {
				entries.push(item);
			}
			await rest();
		}
		const known = await knowledgeOf(parts, entries);
		const judge = importRules(known);
		const steps: ImportStep[] = [];
		for (const entry of entries) {
			const { step, problems: found } = judge(entry);
			note(found);
			if (step) {
				steps.push(step);
			}
			await rest();
		}
		const acts = problemCount === 0 ? steps.map(actOf) : [];
		const record: ImportRecord = {
			id, state: 'planned', hash: createHash('sha256').update(text).digest('hex'), by, at: host.clock.now(),
			errors: problemCount, acts: acts.length, next: 0, leftOver: [],
		};
		await imports.acts.write(id, acts);
		await imports.save(record);
		const changed = steps.filter(({ act }) => act !== 'unchanged').slice(0, mostListed);
		const people = changed.flatMap(step => [...step.people.joined, ...step.people.left]);
		const nameOf = await named(host.members, people.map(({ uid }) => uid));
		return {
			record, problemCount, steps: changed,
			problems: problems.sort((a, b) => a.line - b.line || a.column - b.column),
			counts: { create: 0, update: 0, adopt: 0, unchanged: 0, ...countBy(steps, 'act') },
			expiresAt: record.at + planMilliseconds,
			names: new Map(people.map(({ uid }) => [uid, nameOf(uid).username || String(uid)])),
		};
	};
}
