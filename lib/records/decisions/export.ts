import type { Download } from '../../kernel/slice/routes';
import { done } from '../../kernel/refusals/outcome';
import type { ClauseTexts } from '../../kernel/offers/clause-texts';
import { rowsDownloads } from '../../platform/rows-file/downloads';
import type { DecisionList } from './decision-list';
import { forReaders, type Readers } from './sight';
import { decisionViews, type CompanyNames, type DecisionView } from './view';
import { wantedIn } from './wanted';

type Row = DecisionView & { sentence: string };
const iso = (time: number) => (time > 0 ? new Date(time).toISOString() : '');

/** The list as a file, with the sentence of each decision's version; a line per decision. */
export function decisionDownloads(parts: Readers & {
	list: DecisionList; clauses: Pick<ClauseTexts, 'text'>; companies: CompanyNames;
}): Download[] {
	const { list, clauses } = parts;
	async function rowsOf(views: readonly DecisionView[], language: string): Promise<Row[]> {
		return Promise.all(views.map(async ({ clause, ...view }) => {
			const found = clause && view.termsVersion ?
				await clauses.text(view.termsVersion, clause as Parameters<ClauseTexts['text']>[1], language) : null;
			return { ...view, clause, sentence: found?.text ?? '' };
		}));
	}
	return rowsDownloads<Row>({
		path: '/admin/decisions', access: 'member', fileName: 'forum-terms-decisions',
		columns: [
			'id', 'at', 'act', 'subject', 'affected', 'by', 'about', 'decisionGround', 'clause', 'termsVersion', 'sentence',
			'clauseHash', 'target', 'decisionFacts', 'note', 'sourceType', 'sourceId', 'automatedDetection',
			'automatedDecision', 'scope', 'applicationDate', 'endDate', 'notice', 'redress', 'digest',
		],
		csv: row => [[
			row.id, iso(row.at), row.act, `${row.subject.kind}:${row.subject.id}`,
			row.affected.map(({ uid, username }) => username || uid).join(' '), row.byName || row.by, row.about,
			row.decisionGround, row.clause, row.termsVersion, row.sentence, row.clauseHash, row.target,
			row.decisionFacts, row.note, row.sourceType, row.sourceId, String(row.automatedDetection),
			String(row.automatedDecision), row.scope, iso(row.applicationDate), iso(row.endDate), row.notice.kind,
			row.redress, row.digest,
		]],
		json: row => ({ ...row, at: iso(row.at) }),
		open: ({ actor, query, language }) => forReaders(parts, actor, async (reader) => {
			const wanted = wantedIn(query);
			return wanted.ok ? done((async function* rows() {
				for await (const decisions of list.all(wanted.value, reader)) {
					yield rowsOf(await decisionViews(decisions, parts), language);
				}
			}())) : wanted;
		}),
	});
}
