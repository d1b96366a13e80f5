import assert from 'node:assert/strict';
import type { DecisionAct, DecisionDraft, DecisionRecord } from '../../lib/kernel/offers/decision-book';
import { decisionActs } from '../../lib/records/decisions/decision';
import { euStatementOf } from '../../lib/records/decisions/eu-statement';
import { decisionDraft } from '../builders/decisions';

const until = Date.parse('2026-04-05T10:00:00Z');
const record = (more: Partial<DecisionDraft & Pick<DecisionRecord, 'snapshots' | 'termsVersion'>>): DecisionRecord => ({
	...decisionDraft(), id: 12, at: Date.parse('2026-03-04T23:59:00Z'), document: 'forum', termsVersion: 'forum-3', clauseHash: '',
	clauseLanguage: '', subjectKey: '', affectedKeys: [], byKey: '', snapshots: [], digest: '', ...more,
});
const member = { kind: 'member', id: '7' } as const;
const partner = { kind: 'partner', id: 'acme' } as const;

/** The values in the lists of the EU's API, version 2. */
const known: Record<string, readonly unknown[]> = {
	decision_visibility: [
		'DECISION_VISIBILITY_CONTENT_REMOVED', 'DECISION_VISIBILITY_CONTENT_DISABLED', 'DECISION_VISIBILITY_CONTENT_DEMOTED',
		'DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED', 'DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED',
		'DECISION_VISIBILITY_CONTENT_LABELLED', 'DECISION_VISIBILITY_OTHER',
	],
	decision_provision: [
		'DECISION_PROVISION_PARTIAL_SUSPENSION', 'DECISION_PROVISION_TOTAL_SUSPENSION',
		'DECISION_PROVISION_PARTIAL_TERMINATION', 'DECISION_PROVISION_TOTAL_TERMINATION',
	],
	decision_account: ['DECISION_ACCOUNT_SUSPENDED', 'DECISION_ACCOUNT_TERMINATED'],
	account_type: ['ACCOUNT_TYPE_BUSINESS', 'ACCOUNT_TYPE_PRIVATE'],
	decision_ground: ['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT'],
	content_type: ['CONTENT_TYPE_TEXT', 'CONTENT_TYPE_OTHER'],
	source_type: ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_TYPE_OTHER_NOTIFICATION', 'SOURCE_VOLUNTARY'],
	automated_detection: ['Yes', 'No'],
	automated_decision: ['AUTOMATED_DECISION_FULLY', 'AUTOMATED_DECISION_PARTIALLY', 'AUTOMATED_DECISION_NOT_AUTOMATED'],
};

describe('a decision in the words of the EU\'s statement of reasons', () => {
	const kinds: [what: string, more: Partial<DecisionDraft>, restricts: object][] = [
		['a ban for good', { act: 'restrict', subject: member, scope: 'forum' }, { decision_account: 'DECISION_ACCOUNT_TERMINATED' }],
		['a ban for some days', { act: 'restrict', subject: member, scope: 'forum', until },
			{ decision_account: 'DECISION_ACCOUNT_SUSPENDED', end_date_account_restriction: '2026-04-05' }],
		['a part for good', { act: 'restrict', subject: member, scope: 'categories 3 4' },
			{ decision_provision: 'DECISION_PROVISION_PARTIAL_TERMINATION' }],
		['a part for some days', { act: 'change', subject: member, scope: 'chat', until },
			{ decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION', end_date_service_restriction: '2026-04-05' }],
		['a suspension of a partner', { act: 'suspend', subject: partner, scope: 'account' },
			{ decision_account: 'DECISION_ACCOUNT_SUSPENDED', account_type: 'ACCOUNT_TYPE_BUSINESS' }],
		['a pause of a person', { act: 'pause', subject: member, scope: 'person of acme' },
			{ decision_provision: 'DECISION_PROVISION_PARTIAL_SUSPENSION' }],
		['posts of a partner that are reviewed first', { act: 'halt', subject: partner, scope: 'standing' },
			{
				decision_visibility: ['DECISION_VISIBILITY_OTHER'], account_type: 'ACCOUNT_TYPE_BUSINESS',
				decision_visibility_other: 'Reviewed before publication',
			}],
		['a post that is hidden', { act: 'hide' }, { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'] }],
		['a post that is held', { act: 'hold' }, { decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'] }],
		['a post that is rejected', { act: 'reject' }, { decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] }],
		['a post that is corrected', { act: 'correct' },
			{ decision_visibility: ['DECISION_VISIBILITY_OTHER'], decision_visibility_other: 'Edited' }],
	];
	for (const [what, more, restricts] of kinds) {
		it(`says what is restricted: ${what}`, () => {
			const found: Record<string, unknown> = { ...euStatementOf(record(more)) };
			const none = {
				decision_visibility: null, decision_visibility_other: null, decision_provision: null,
				decision_account: null, end_date_visibility_restriction: null, end_date_service_restriction: null,
				end_date_account_restriction: null, account_type: 'ACCOUNT_TYPE_PRIVATE',
			};
			const said = Object.fromEntries(Object.keys(none).map(name => [name, found[name]]));
			assert.deepEqual(said, { ...none, ...restricts });
		});
	}

	it('is there for exactly the acts that restrict somebody, with values of the lists alone', () => {
		const restricting = new Set<DecisionAct>();
		for (const act of decisionActs) {
			for (const subject of [member, partner, { kind: 'post', id: '12' } as const]) {
				const statement = euStatementOf(record({ act, subject, scope: 'chat' }));
				for (const [name, values] of Object.entries(known)) {
					const value: unknown = statement?.[name as 'puid'] ?? null;
					assert.ok([value].flat().every(one => one === null || values.includes(one)), `${act} ${name}: ${String(value)}`);
				}
				void (statement && restricting.add(act));
			}
		}
		assert.deepEqual([...restricting], ['restrict', 'change', 'suspend', 'hide', 'correct', 'hold', 'reject', 'halt', 'pause']);
	});

	it('says why, how it came up, by whom it was decided, and from when, as the record has it', () => {
		const { puid, category, ...said } = euStatementOf(record({
			act: 'restrict', subject: member, scope: 'chat', clause: '4.1', facts: 'Advertised.', source: { kind: 'report', id: '4' },
			from: Date.parse('2026-03-05T00:00:00Z'), snapshots: ['ab'],
		})) ?? assert.fail();
		assert.deepEqual([puid, category], ['decision-12', 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC']);
		assert.deepEqual([
			said.decision_ground, said.incompatible_content_ground, said.incompatible_content_explanation,
			said.incompatible_content_illegal, said.decision_facts, said.source_type, said.automated_detection,
			said.automated_decision, said.application_date, said.content_type, said.content_type_other,
		], [
			'DECISION_GROUND_INCOMPATIBLE_CONTENT', 'clause 4.1 of forum-3', 'Advertised.', 'No', 'Advertised.',
			'SOURCE_TYPE_OTHER_NOTIFICATION', 'No', 'AUTOMATED_DECISION_NOT_AUTOMATED', '2026-03-05', ['CONTENT_TYPE_TEXT'], null,
		]);
		const { source_type, automated_detection, automated_decision, application_date } = euStatementOf(record({
			act: 'halt', subject: partner, source: { kind: 'automatic-rule', id: 'standing' },
			automation: { detected: true, decided: true },
		})) ?? assert.fail();
		assert.deepEqual([source_type, automated_detection, automated_decision, application_date],
			['SOURCE_VOLUNTARY', 'Yes', 'AUTOMATED_DECISION_FULLY', '2026-03-04']);
	});

	it('names no ground where no clause was broken, as the EU knows none', () => {
		for (const ground of ['no-cause-given', 'owed'] as const) {
			const said = euStatementOf(record({ act: 'restrict', subject: member, scope: 'forum', clause: null, ground }));
			const { decision_ground, incompatible_content_ground, incompatible_content_illegal } =
				said ?? assert.fail();
			assert.deepEqual(
				[decision_ground, incompatible_content_ground, incompatible_content_illegal], [null, null, null]);
		}
	});
});
