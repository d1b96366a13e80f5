import * as v from 'valibot';
import { clauseIds, type ClauseId } from '../../kernel/refusals/clause';
import type { Shown } from '../../platform/decisions/shown-decider';
import { json, number, oneOf, storedRow, text } from '../../platform/stored-row';
import { isEmpty, isTrunk, isVendor, type Answer, type Answers } from '../asking/answers';
import { answerVerdicts, itemKinds, textFor, type AnswerVerdict, type ChecklistItem } from '../profiles/item';
import type { Judgement } from '../asking/rules';
import { folded } from '../profiles/listed-name';
import { parsePbxVersion } from '../profiles/version-number';

/** One answer as it was judged, in the author's language at the time. */
export interface EvidenceAnswer {
	key: string;
	kind: ChecklistItem['kind'];
	prompt: string;
	/** Empty for a tick. */
	text: string;
	value: Answer;
	standing: string;
	verdict: AnswerVerdict;
	readers: 'everyone' | 'staff';
	clause: ClauseId;
}

/** Why a record was made. */
const evidenceCauses = ['topic', 'reply', 'edit', 'moved', 'forked', 'answered', 'waived', 'asked-again'] as const;
export type EvidenceCause = typeof evidenceCauses[number];

/** What was checked before posting (clause 3): every change is a new record. */
export interface Evidence {
	id: number;
	tid: number;
	/** Empty for the topic's own checklist. */
	pid: string;
	/** The author; 0 after their account was deleted. */
	uid: number;
	cid: number;
	profile: string;
	version: number;
	cause: EvidenceCause;
	answers: readonly EvidenceAnswer[];
	/** Keys of required items without an answer. */
	owed: readonly string[];
	/** Items that staff waived, with who and why; `decision`: its number on record, 0 for those that nobody decided. */
	waived: readonly { key: string; by: number; reason: string; at: number; decision: number }[];
	/** Who caused it; `at` in milliseconds since 1970. */
	by: number;
	at: number;
}

/** A record as its author reads it: which of the staff waived an item, or asked it again, only as `shown`. */
export function recordForAuthor(record: Evidence, shown: Shown): Evidence {
	const told = (uid: number) => (uid === record.uid ? uid : shown(uid));
	const isDecided = record.cause === 'waived' || record.cause === 'asked-again';
	return {
		...record, by: isDecided ? told(record.by) : record.by,
		waived: record.waived.map(waiver => ({ ...waiver, by: told(waiver.by) })),
	};
}

const verdict = v.picklist(answerVerdicts);
const keptAnswer = v.object({
	key: v.string(), kind: v.picklist(itemKinds), prompt: v.string(), text: v.string(), standing: v.string(), verdict,
	value: v.union([
		v.boolean(), v.string(), v.array(v.string()), v.object({ vendor: v.string(), reference: v.string() }),
		v.object({ provider: v.string(), country: v.string() }),
	]),
	readers: v.picklist(['everyone', 'staff']), clause: v.picklist(clauseIds),
});

/** A stored record. */
export const evidenceRow = storedRow<Evidence>({
	id: number, tid: number, pid: text, uid: number, cid: number, profile: text, version: number,
	cause: oneOf(evidenceCauses, 'topic'), answers: json(v.array(keptAnswer), []), owed: json(v.array(v.string()), []),
	waived: json(v.array(v.object({
		key: v.string(), by: v.number(), reason: v.string(), at: v.number(), decision: v.number(),
	})), []),
	by: number, at: number,
});

/** An answer as readers see it; where leaving a part out has an effect, part by part. */
export function answerText(item: ChecklistItem, answer: Answer, language: string): string {
	const label = (value: string) =>
		textFor(item.options?.find(option => option.value === value)?.label, language) || value;
	if (Array.isArray(answer)) {
		const parts = (item.options ?? []).filter(({ value, unticked }) => unticked ?? answer.includes(value));
		return parts.some(({ unticked }) => unticked) ?
			parts.map(({ value }) => `${answer.includes(value) ? '✓' : '✗'} ${label(value)}`).join('\n') :
			answer.map(label).join(', ');
	}
	if (isVendor(answer)) {
		return [answer.vendor, answer.reference].filter(part => part.trim() !== '').join(', ');
	}
	if (isTrunk(answer)) {
		return `${answer.provider} (${answer.country.toUpperCase()})`;
	}
	return typeof answer === 'boolean' ? '' : item.kind === 'choice' ? label(answer) : answer;
}

/** The answers item by item, from their judgements; one left empty is listed only if that has an effect. */
export function evidenceAnswers(
	judgements: readonly Judgement[], answers: Answers, language: string,
): EvidenceAnswer[] {
	return judgements.flatMap(({ item, problem, verdict, standing }) => {
		const given = answers[item.key];
		const isEmptyOnRecord = standing === 'empty';
		const value = isEmptyOnRecord ? item.kind === 'confirm' ? false : '' : given;
		const isTaken = problem !== 'missing' && problem !== 'invalid';
		return value === undefined || (isEmpty(value) && !isEmptyOnRecord) || !isTaken ? [] : [{
			key: item.key, kind: item.kind, prompt: textFor(item.prompt, language),
			text: isEmptyOnRecord ? '' : answerText(item, value, language), value,
			standing, verdict, readers: item.readers, clause: item.clause,
		}];
	});
}

const longestFacet = 120;

/** The search values of an answer; none for free text and ticks. */
export function facetsOf(answer: Pick<EvidenceAnswer, 'kind' | 'value'>): string[] {
	return valuesIn(answer).map(value => value.slice(0, longestFacet));
}

function valuesIn({ kind, value }: Pick<EvidenceAnswer, 'kind' | 'value'>): string[] {
	if (Array.isArray(value)) {
		return [...value];
	}
	if (isTrunk(value)) {
		return [`${folded(value.provider)} ${value.country.toLowerCase()}`];
	}
	if (isVendor(value)) {
		return [folded(value.vendor)];
	}
	if (kind === 'version' && typeof value === 'string') {
		const version = parsePbxVersion(value);
		return version ? [`${version.major}.${version.update}`] : [];
	}
	return kind === 'choice' && typeof value === 'string' && value !== '' ? [value] : [];
}
