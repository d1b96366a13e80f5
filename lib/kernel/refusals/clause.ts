/**
 * The numbered clauses of the forum terms. Every decision of the plugin cites one of them; a custom text keeps the
 * numbers, so that the citations stay valid.
 */
export const clauses = {
	'1': 'purpose',
	'2': 'acceptance',
	definitions: 'definitions',
	'3': 'checks-before-posting',
	'4': 'posting-content',
	'4.1': 'prohibited-content',
	'4.2': 'personal-and-unlawful-content',
	'4.3': 'own-responsibility',
	'4.4': 'confidential-content',
	'4.5': 'licence',
	'4.6': 'removal-requests',
	'4.7': 'no-liability',
	'4.8': 'own-views',
	'4.9': 'outside-verification',
	'4.10': 'staff-review',
	'4.11': 'removal-and-modification',
	'4.12': 'partner-accounts',
	'5': 'categories',
	'6': 'termination',
} as const;

/** Number of a clause as people cite it: `2`, `4.5`, `definitions`. */
export type ClauseId = keyof typeof clauses;

/** Clauses that somebody can breach; the others grant, explain or define. */
export const breakableClauses: readonly ClauseId[] = ['1', '3', '4', '4.1', '4.2', '4.4', '4.12', '5'];

export const clauseIds = Object.keys(clauses) as ClauseId[];

/** HTML anchor of a clause on a version's page, for example `clause-4-5`; keeps letters of any script. */
export function clauseAnchor(clause: string): string {
	return `clause-${clause.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}`;
}
