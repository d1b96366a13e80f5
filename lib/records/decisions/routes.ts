import { emptyBody } from '../../kernel/slice/body';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { ClauseTexts } from '../../kernel/offers/clause-texts';
import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Actor } from '../../kernel/host/member';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { cursorOf } from '../../platform/cursor';
import type { DecisionList } from './decision-list';
import { forReaders, seenTexts, type Readers } from './sight';
import { decisionViews, textView, type CompanyNames, type DecisionCase } from './view';
import { wantedIn, wantedSchema } from './wanted';

export interface DecisionParts extends Readers {
	list: DecisionList;
	book: Pick<DecisionBook, 'snapshots'>;
	clauses: Pick<ClauseTexts, 'text'>;
	companies: CompanyNames;
}

const pageSize = 20;
const number = (text: string | undefined): number => (/^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0);

/** A decision that the reader may see; others answer like missing ones. */
export async function decisionCase(
	parts: DecisionParts, id: string | undefined, actor: Actor, language: string,
): Promise<Outcome<DecisionCase>> {
	const { list, book, clauses, host } = parts;
	return forReaders<DecisionCase>(parts, actor, async (reader) => {
		const found = number(id) > 0 ? await list.one(number(id), reader) : null;
		if (!found) {
			return refused(refuse('record-unknown', [id ?? '']));
		}
		const { decision, later } = found;
		const { clause, termsVersion } = decision;
		const [[view], laterViews, sentence, kept] = await Promise.all([
			decisionViews([decision], parts), decisionViews(later, parts),
			clause && termsVersion ? clauses.text(termsVersion, clause, language) : null, book.snapshots(decision),
		]);
		const texts = await seenTexts(kept.filter(text => text !== null), reader, host);
		return view ? done({ ...view, sentence, texts: texts.map(textView), later: laterViews }) :
			refused(refuse('record-unknown', [id ?? '']));
	});
}

/** Reading the record of decisions, for the forum's staff within what they may do in the forum anyway. */
export function decisionRoutes(parts: DecisionParts): Route[] {
	const { list } = parts;
	return [
		route({
			method: 'get', path: '/admin/decisions', access: 'member', body: emptyBody, query: wantedSchema.entries,
			handle: async ({ actor, query }) => forReaders(parts, actor, async (reader) => {
				const wanted = wantedIn(query);
				if (!wanted.ok) {
					return wanted;
				}
				const { rows, next } = await list.page(wanted.value, reader, pageSize);
				return done({ decisions: await decisionViews(rows, parts), next: cursorOf(next) ?? 0 });
			}),
		}),
		route({
			method: 'get', path: '/admin/decisions/:id', access: 'member', body: emptyBody,
			handle: ({ params, actor, language }) => decisionCase(parts, params.id, actor, language),
		}),
	];
}
