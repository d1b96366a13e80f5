import { memoize } from 'lodash';
import type { AccountTerms } from '../../kernel/offers/account-terms';
import type { ClauseText, ClauseTexts } from '../../kernel/offers/clause-texts';
import type { DecisionDraft, DecisionRecord } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { clauseAnchor } from '../../kernel/refusals/clause';
import { minutePhrase, tokenOf } from '../../kernel/refusals/message';
import type { Fact, Phrase } from '../../kernel/refusals/phrase';
import { nameOf } from '../people';
import type { ShownDeciders } from './shown-decider';

/** What a statement is composed from: a decision on record, or one that is about to be made. */
export type Reasoned = Pick<DecisionRecord,
	'by' | 'at' | 'clause' | 'ground' | 'against' | 'facts' | 'source' | 'automation' | 'from' | 'until' | 'termsVersion'>;

/** What only the slice of the decision can say: what it covers, and what those affected can do about it. */
export interface StatementWords {
	scope: Phrase; redress: Phrase | null;
	/** How long, without an end; by default permanently. */
	lasting?: Phrase;
}

/** One fact of a statement. */
export interface StatementLine {
	/** What kind of fact it is, such as `cause`. */
	name: string;
	label: string;
	/** In the reader's language; a time is in UTC. */
	text: string;
	/** The time that the text says, ISO 8601; empty for other texts. */
	iso: string;
	/** The clause in the version that was in force, as markdown, with its language; otherwise empty. */
	quote: string;
	quoteLanguage: string;
	/** Where to read more, without the forum's prefix; empty: nowhere. */
	path: string;
}

/** What those affected read about a decision, in one language. */
export interface StatementOfReasons {
	/** Empty for the forum's staff, as the setting says, and for a program. */
	decidedBy: string;
	/** The clause in the version that the decision cites; null without one. */
	sentence: ClauseText | null;
	lines: StatementLine[];
}

/** In one language; it remembers what it translated. */
export type Compose = (decision: Reasoned, words: StatementWords) => Promise<StatementOfReasons>;

/** The one composer of statements of reasons, for every kind of decision (clauses 4.11 and 6). */
export interface StatementComposer {
	in(language: string): Compose;
	/** One of a decision that is about to be made, under the terms in force now. */
	preview(draft: DecisionDraft, words: StatementWords, language: string): Promise<StatementOfReasons>;
	/** As sentences in a row, for an e-mail. */
	letter(decision: Reasoned, words: StatementWords, language: string): Promise<string>;
	sentence(decision: Pick<Reasoned, 'clause' | 'termsVersion'>, language: string): Promise<ClauseText | null>;
}

interface Parts {
	clauses: Pick<ClauseTexts, 'text' | 'inForce'>;
	nameOf: AccountTerms['nameOf'];
	deciders: ShownDeciders;
	host: Pick<Host, 'members' | 'translate' | 'clock'>;
}

const key = (name: string, facts: readonly Fact[] = []): Phrase => ({ key: `forum-terms:statement.${name}`, facts });
const utc = (time: number): Phrase => key('utc', [minutePhrase(time)]);

/** The grounds, as a phrase; for a clause with the name of its version, if there is one. */
function groundOf({ ground, clause }: Reasoned, version: Phrase | null): Phrase {
	switch (ground) {
		case 'owed': return key('cause-owed');
		case 'no-cause-given': return key('without-cause');
		case 'cause': return version ? key('clause-in', [clause ?? '', version]) : key('clause', [clause ?? '']);
	}
}
function automationOf({ detected, decided }: Reasoned['automation']): Phrase {
	return key(`automation.${decided ? 'decided' : detected ? 'detected' : 'none'}`);
}

type Line = Pick<StatementLine, 'name'> & { says: Phrase | string } & Partial<StatementLine>;

/** The facts in reading order. */
function linesOf(
	decision: Reasoned, { scope, redress, lasting = key('for-good') }: StatementWords, by: string,
	{ version, quote }: { version: Phrase | null; quote: ClauseText | null },
): Line[] {
	const { at, from, until, facts, against, source, automation, clause, ground, termsVersion } = decision;
	const time = (name: string, moment: number): Line =>
		({ name, says: utc(moment), iso: new Date(moment).toISOString() });
	const isCited = ground === 'cause' && clause !== null;
	return [
		{ name: 'scope', says: scope },
		{
			name: 'cause', says: groundOf(decision, version), quote: isCited ? quote?.text ?? '' : '',
			quoteLanguage: isCited ? quote?.language ?? '' : '',
			path: isCited ? `/forum-terms${termsVersion === '' ? '' : `/${termsVersion}`}#${clauseAnchor(clause)}` : '',
		},
		...against ? [{ name: 'target', says: key(`target.${against}`) }] : [],
		...facts === '' ? [] : [{ name: 'reason', says: facts }],
		{ name: 'source', says: key(`source.${source.kind}`) },
		{ name: 'automation', says: automationOf(automation) },
		time('decided', at), { name: 'by', says: by || key(automation.decided ? 'by-program' : 'by-staff') },
		time('from', from), until > 0 ? time('until', until) : { name: 'until', says: lasting },
		...redress ? [{ name: 'redress', says: redress }] : [],
	];
}

export function statementComposer({ clauses, nameOf: versionOf, deciders, host }: Parts): StatementComposer {
	const { members, translate, clock } = host;
	const sentence: StatementComposer['sentence'] = async ({ clause, termsVersion }, language) =>
		(clause && termsVersion ? clauses.text(termsVersion, clause, language) : null);

	function composeIn(language: string): Compose {
		const said = memoize(async (token: string) => translate(token, language));
		const words = async (says: Phrase | string) => (typeof says === 'string' ? says : said(tokenOf(says)));
		return async (decision, own) => {
			const { termsVersion, by } = decision;
			const [quote, version, shown] = await Promise.all([
				sentence(decision, language), termsVersion === '' ? null : versionOf(termsVersion), deciders.to(true),
			]);
			const decidedBy = await nameOf(members, shown(by));
			const lines = await Promise.all(linesOf(decision, own, decidedBy, { version, quote }).map(
				async ({ name, says, ...more }): Promise<StatementLine> => ({
					iso: '', quote: '', quoteLanguage: '', path: '', ...more, name, label: await words(key(name)),
					text: await words(says),
				})));
			return { decidedBy, sentence: quote, lines };
		};
	}
	return {
		sentence, in: composeIn,
		async preview(draft, words, language) {
			const cited = await clauses.inForce(draft.clause);
			return composeIn(language)({ ...draft, at: clock.now(), termsVersion: cited?.version ?? '' }, words);
		},
		async letter(decision, words, language) {
			const { lines } = await composeIn(language)(decision, words);
			return lines.map(({ label, text, quote }) =>
				`${label}: ${text}${/[.!?]$/.test(text) ? '' : '.'}${quote === '' ? '' : ` “${quote.replace(/\s+/g, ' ').trim()}”`}`).join(' ');
		},
	};
}
