import { isEqual } from 'lodash';
import * as v from 'valibot';
import { issuesOf } from '../../kernel/slice/body';
import { refuse } from '../../kernel/refusals/refusal';
import { plainName, textOf } from '../../kernel/formats/text';
import { partnerIdSchema, partnerInputSchema, type Membership, type PartnerAccount, type PartnerInput } from '../company/account';
import { peopleChange, peopleIn, type PeopleChange } from '../company/change';
import { unexpected, problemAt, staffRoles, type ImportEntry, type ImportProblem } from './entry';

/** What the forum knows about everything a file names. */
export interface ImportKnowledge {
	levels: readonly string[];
	/** 0 for an unknown person. */
	uidOf(person: string): number;
	membership(uid: number): Membership | null;
	account(id: string): PartnerAccount | null;
	people(id: string): readonly Membership[];
	/** Accounts of companies with this name. */
	called(company: string): readonly string[];
}

export interface FieldChange { field: string; before: string; after: string }

/** What an import does to one account. `adopt`: the row has no id and matches exactly one account by name. */
export interface ImportStep {
	line: number;
	id: string;
	act: 'create' | 'update' | 'adopt' | 'unchanged';
	input: PartnerInput;
	/** The revision that the plan was based on; 0 for a new account. */
	revision: number;
	changes: FieldChange[];
	people: PeopleChange;
}

export interface ImportPlan { steps: ImportStep[]; problems: ImportProblem[] }

const described = ['company', 'contact', 'email', 'level', 'levelValidUntil', 'domains'] as const;
const shown = (value: unknown) => (Array.isArray(value) ? value.join(', ') : textOf(value));

/** Reads entries in order; a person, like an account, may appear in one row only. */
export function importRules(known: ImportKnowledge) {
	const lineOfId = new Map<string, number>();
	const lineOfPerson = new Map<number, number>();

	/** The account id of a row; a problem if none or several match. */
	function idOf(entry: ImportEntry): string | ImportProblem {
		const names = entry.id === '' ? known.called(shown(entry.fields.company)) : [entry.id];
		const [id] = names;
		if (id === undefined || names.length > 1) {
			return problemAt(entry, refuse('partner-import-nameless', [shown(entry.fields.company)], { field: 'id' }));
		}
		if (!v.is(partnerIdSchema, id)) {
			return problemAt(entry, unexpected('id', 'A-Z a-z 0-9 . _ -'));
		}
		const line = lineOfId.get(id);
		if (line !== undefined) {
			return problemAt(entry, refuse('partner-import-double', [id, line], { field: 'id' }));
		}
		lineOfId.set(id, entry.line);
		return id;
	}

	/** The account as the row describes it; unknown people are left out and reported by `barred`. */
	function inputOf(
		entry: ImportEntry, account: PartnerAccount | null, people: readonly Membership[],
	): Record<string, unknown> {
		const before = account ? Object.fromEntries(described.map(field => [field, account[field]])) : {};
		const owners = entry.owners?.map(person => known.uidOf(person)).filter(uid => uid > 0) ?? account?.owners ?? [];
		const staff = entry.staff?.map(({ person, role }) => ({ uid: known.uidOf(person), role })) ??
			people.filter(({ role }) => role !== 'owner').map(({ uid, role }) => ({ uid, role }));
		return {
			...before, ...entry.fields, owners,
			staff: staff.filter(({ uid, role }) => uid > 0 && staffRoles.includes(role) && !owners.includes(uid)),
		};
	}

	function barred(id: string, entry: ImportEntry): ImportProblem[] {
		const problems: ImportProblem[] = [];
		const look = (person: string, field: string) => {
			const uid = known.uidOf(person);
			const line = lineOfPerson.get(uid);
			const elsewhere = known.membership(uid)?.partner ?? id;
			const refusal = uid === 0 ? refuse('partner-import-person', [person], { field }) :
				line !== undefined && line !== entry.line ? refuse('partner-import-double', [person, line], { field }) :
					elsewhere !== id ?
						refuse('partner-member-elsewhere', [person, elsewhere], { field }) : null;
			if (refusal) {
				problems.push(problemAt(entry, refusal));
			} else {
				lineOfPerson.set(uid, entry.line);
			}
		};
		entry.owners?.forEach((person, index) => look(person, `owners.${index}`));
		entry.staff?.forEach(({ person }, index) => look(person, `staff.${index}`));
		return problems;
	}

	return (entry: ImportEntry): { step: ImportStep | null; problems: ImportProblem[] } => {
		const id = idOf(entry);
		if (typeof id !== 'string') {
			return { step: null, problems: [id] };
		}
		const account = known.account(id);
		const people = account ? known.people(id) : [];
		const problems = barred(id, entry);
		const given = inputOf(entry, account, people);
		const hasUnknownOwners = problems.some(({ refusal }) => refusal.field?.startsWith('owners'));
		const issues = issuesOf(partnerInputSchema, given)
			.filter(({ field }) => !(field === 'owners' && hasUnknownOwners));
		problems.push(...issues.map(refusal => problemAt(entry, { ...refusal, clause: '4.12' })));
		const read = v.safeParse(partnerInputSchema, given);
		const level = typeof given.level === 'string' ? plainName(given.level) : '';
		if (level !== '' && !known.levels.includes(level)) {
			problems.push(problemAt(entry, refuse('partner-level-unknown', [level, known.levels.join(', ')], { field: 'level' })));
		}
		if (!read.success || problems.length > 0) {
			return { step: null, problems };
		}
		const input = read.output;
		const change = peopleChange(new Map(people.map(({ uid, role }) => [uid, role])), peopleIn(input));
		const blank = { company: '', contact: '', email: '', level: '', levelValidUntil: 0, domains: [] };
		const changes = described.filter(field => !isEqual(input[field], (account ?? blank)[field]))
			.map(field => ({ field, before: account ? shown(account[field]) : '', after: shown(input[field]) }));
		const isSame = account !== null && changes.length + change.joined.length + change.left.length === 0;
		return {
			problems: [],
			step: {
				line: entry.line, id, input, revision: account?.revision ?? 0, changes, people: change,
				act: isSame ? 'unchanged' : account === null ? 'create' : entry.id === '' ? 'adopt' : 'update',
			},
		};
	};
}

/** One save of an account; `checked` is the revision that the plan was based on. */
export interface ImportAct { id: string; input: PartnerInput; checked: number; joining: number[] }

const person = v.object({ uid: v.number(), role: v.picklist(['sales', 'support', 'purchase']) });
export const importActSchema: v.GenericSchema<unknown, ImportAct> = v.object({
	id: v.string(), checked: v.number(), joining: v.array(v.number()),
	input: v.object({
		company: v.string(), contact: v.string(), email: v.string(), level: v.string(), levelValidUntil: v.number(),
		domains: v.array(v.string()), owners: v.array(v.number()), staff: v.array(person),
	}),
});

export function actOf({ id, input, revision, people }: ImportStep): ImportAct {
	return { id, input, checked: revision, joining: people.joined.map(({ uid }) => uid) };
}
