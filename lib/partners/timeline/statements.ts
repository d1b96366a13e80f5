import { uniq } from 'lodash';
import type { DecisionBook, DecisionDraft } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { minutePhrase } from '../../kernel/refusals/message';
import type { StatementComposer, StatementLine, StatementWords } from '../../platform/decisions/statement';
import type { PartnerAccount } from '../company/account';

type Account = Pick<PartnerAccount, 'company'>;
/** What a statement says of a strike beside its decision; `isOpen`: an owner can still answer. */
interface StruckFor { decision: number; points: number; answerBy: number; isOpen: boolean }
interface Suspended { decision: number; isOpen: boolean }

/** What is about to be decided about an account. */
export type Planned =
	{ kind: 'strike'; points: number; answerBy: number; draft: DecisionDraft } | { kind: 'suspension'; draft: DecisionDraft };

/** Statements of reasons for strikes and suspensions; empty if the time of the decision on record is over. */
export interface PartnerStatements {
	strikes(
		account: Account, strikes: readonly StruckFor[], language: string,
	): Promise<(decision: number) => StatementLine[]>;
	suspension(account: Account, suspension: Suspended, language: string): Promise<StatementLine[]>;
	/** The same in an e-mail to this member, in their language. */
	strikeLetter(account: Account, strike: StruckFor, uid: number): Promise<string>;
	suspensionLetter(account: Account, suspension: Suspended, uid: number): Promise<string>;
	/** Before it is decided: in the languages of its readers, the first reader's first. */
	preview(account: Account, planned: Planned, readers: readonly number[]): Promise<StatementPreview[]>;
}
export interface StatementPreview { language: string; lines: StatementLine[] }

const mostLanguages = 5;

function strikeWords({ company }: Account, { points, answerBy, isOpen }: Omit<StruckFor, 'decision'>): StatementWords {
	return {
		scope: { key: 'forum-terms:statement.scope-strike', facts: [company, String(points)] },
		redress: isOpen ? { key: 'forum-terms:statement.redress.strike', facts: [minutePhrase(answerBy)] } : null,
	};
}
const suspensionWords = ({ company }: Account, isOpen: boolean): StatementWords => ({
	scope: { key: 'forum-terms:statement.scope-suspension', facts: [company] },
	redress: isOpen ? { key: 'forum-terms:statement.redress.suspension' } : null,
	lasting: { key: 'forum-terms:statement.until-lifted' },
});
const plannedWords = (account: Account, planned: Planned) => (planned.kind === 'strike' ?
	strikeWords(account, { ...planned, isOpen: true }) : suspensionWords(account, true));

export function partnerStatements({ book, composer, members }: {
	book: Pick<DecisionBook, 'read'>; composer: StatementComposer; members: Pick<Host['members'], 'language'>;
}): PartnerStatements {
	const recordOf = async (decision: number) => (await book.read([decision]))[0] ?? null;
	async function letter(decision: number, words: StatementWords, uid: number): Promise<string> {
		const record = await recordOf(decision);
		return record ? composer.letter(record, words, await members.language(uid)) : '';
	}
	return {
		async strikes(account, strikes, language) {
			const records = await book.read(strikes.map(({ decision }) => decision));
			const compose = composer.in(language);
			const composed = await Promise.all(strikes.map(async (strike, index) => {
				const record = records[index];
				const { lines } = record ? await compose(record, strikeWords(account, strike)) : { lines: [] };
				return [strike.decision, lines] as const;
			}));
			const byDecision = new Map(composed);
			return decision => byDecision.get(decision) ?? [];
		},
		async suspension(account, { decision, isOpen }, language) {
			const record = await recordOf(decision);
			return record ? (await composer.in(language)(record, suspensionWords(account, isOpen))).lines : [];
		},
		strikeLetter: (account, strike, uid) => letter(strike.decision, strikeWords(account, strike), uid),
		suspensionLetter: (account, { decision, isOpen }, uid) =>
			letter(decision, suspensionWords(account, isOpen), uid),
		async preview(account, planned, readers) {
			const languages = uniq(await Promise.all(readers.map(async uid => members.language(uid))));
			return Promise.all(languages.slice(0, mostLanguages).map(async (language) => {
				const { lines } = await composer.preview(planned.draft, plannedWords(account, planned), language);
				return { language, lines };
			}));
		},
	};
}
