import type { DecisionAct, DecisionRecord, DecisionSource } from '../../kernel/offers/decision-book';

/** What a decision restricts, in the values of the EU's API; the others are null. */
interface Restricts {
	decision_visibility: readonly string[] | null;
	decision_visibility_other: string | null;
	decision_provision: string | null;
	decision_account: string | null;
}

/**
 * A decision in the field names and values of the EU's statement-of-reasons API, version 2 (DSA Transparency Database,
 * in force since July 2025), where they mean the same. Dates are days in UTC.
 */
export interface EuStatement extends Restricts {
	/** Unique for the forum. */
	puid: string;
	end_date_visibility_restriction: string | null;
	end_date_service_restriction: string | null;
	end_date_account_restriction: string | null;
	account_type: 'ACCOUNT_TYPE_BUSINESS' | 'ACCOUNT_TYPE_PRIVATE';
	/** Null without a clause that was broken: the API knows no such ground. */
	decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT' | null;
	incompatible_content_ground: string | null;
	incompatible_content_explanation: string | null;
	/** The forum decides about its terms, not about the law. */
	incompatible_content_illegal: 'No' | null;
	category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC';
	content_type: readonly string[];
	content_type_other: string | null;
	application_date: string;
	decision_facts: string;
	source_type: string;
	automated_detection: 'Yes' | 'No';
	automated_decision: 'AUTOMATED_DECISION_FULLY' | 'AUTOMATED_DECISION_NOT_AUTOMATED';
}

const nothing: Restricts = {
	decision_visibility: null, decision_visibility_other: null, decision_provision: null, decision_account: null,
};
const visibility = (change: 'DISABLED' | 'REMOVED'): Restricts =>
	({ ...nothing, decision_visibility: [`DECISION_VISIBILITY_CONTENT_${change}`] });
const otherwise = (words: string): Restricts =>
	({ ...nothing, decision_visibility: ['DECISION_VISIBILITY_OTHER'], decision_visibility_other: words });
const provision = (isForGood: boolean): Restricts => ({
	...nothing, decision_provision: `DECISION_PROVISION_PARTIAL_${isForGood ? 'TERMINATION' : 'SUSPENSION'}`,
});
const account = (isForGood: boolean): Restricts =>
	({ ...nothing, decision_account: `DECISION_ACCOUNT_${isForGood ? 'TERMINATED' : 'SUSPENDED'}` });

type Restricting = Pick<DecisionRecord, 'scope' | 'until' | 'subject'>;
const access = ({ scope, until }: Restricting): Restricts =>
	(scope === 'forum' ? account(until === 0) : provision(until === 0));

/** By act; null: it restricts nobody, or only ends, keeps or announces what another decision restricted. */
const table: Record<DecisionAct, ((decision: Restricting) => Restricts) | null> = {
	restrict: access, change: access, lift: null, grant: null, decline: null,
	strike: null, uphold: null, withdraw: null,
	suspend: () => account(false), reinstate: null, refer: null,
	hide: () => visibility('DISABLED'), restore: null, correct: () => otherwise('Edited'),
	waive: null, hold: () => visibility('DISABLED'), release: null, reject: () => visibility('REMOVED'),
	halt: () => otherwise('Reviewed before publication'), pause: () => provision(false),
};

const sources: Record<DecisionSource['kind'], string> = {
	'own-look': 'SOURCE_VOLUNTARY', 'automatic-rule': 'SOURCE_VOLUNTARY', appeal: 'SOURCE_VOLUNTARY',
	report: 'SOURCE_TYPE_OTHER_NOTIFICATION',
};

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
const dayOrNull = (time: number, isMeant: boolean): string | null => (isMeant && time > 0 ? day(time) : null);

function groundOf(
	{ ground, clause, termsVersion, facts }: DecisionRecord,
): Pick<EuStatement, 'decision_ground' | `incompatible_content_${'ground' | 'explanation' | 'illegal'}`> {
	const isCause = ground === 'cause' && clause !== null;
	return {
		decision_ground: isCause ? 'DECISION_GROUND_INCOMPATIBLE_CONTENT' : null,
		incompatible_content_ground: isCause ? [`clause ${clause}`, termsVersion].filter(text => text !== '').join(' of ') : null,
		incompatible_content_explanation: isCause ? facts : null, incompatible_content_illegal: isCause ? 'No' : null,
	};
}

/** Null for decisions that restrict nobody. */
export function euStatementOf(decision: DecisionRecord): EuStatement | null {
	const { id, act, subject, until, from, at, facts, source, automation, snapshots } = decision;
	const restricts = table[act]?.(decision);
	if (!restricts) {
		return null;
	}
	const isText = subject.kind === 'post' || subject.kind === 'topic' || snapshots.length > 0;
	return {
		...restricts, puid: `decision-${id}`,
		end_date_visibility_restriction: dayOrNull(until, restricts.decision_visibility !== null),
		end_date_service_restriction: dayOrNull(until, restricts.decision_provision !== null),
		end_date_account_restriction: dayOrNull(until, restricts.decision_account !== null),
		account_type: subject.kind === 'partner' ? 'ACCOUNT_TYPE_BUSINESS' : 'ACCOUNT_TYPE_PRIVATE',
		...groundOf(decision), category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
		content_type: [isText ? 'CONTENT_TYPE_TEXT' : 'CONTENT_TYPE_OTHER'], content_type_other: isText ? null : 'account',
		application_date: day(from || at), decision_facts: facts, source_type: sources[source.kind],
		automated_detection: automation.detected ? 'Yes' : 'No',
		automated_decision: automation.decided ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_NOT_AUTOMATED',
	};
}
