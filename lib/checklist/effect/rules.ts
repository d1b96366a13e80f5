import type { CountedDay } from './store';
import type { ChecklistItem } from '../profiles/item';
import { itemMeasures, visitMeasures, type ItemMeasure, type VisitMeasure } from './visit-rules';

/** With fewer topics answered by staff, a rate means nothing. */
const fewestTopics = 100;

/** How often staff asked about an item, in topics they replied to. */
export interface QuestionRate { topics: number; questions: number; per100: number }

/** The rule that decided; its sentence is in the language file. */
export type VerdictReason =
	| 'catches' | 'spares' | 'always' | 'few' | 'no-words' | 'no-comparison' | 'unclear' | 'idle';

/** What an item costs and saves, and whether it should stay. Nothing is removed automatically. */
export interface ItemEffect {
	key: string;
	counts: Readonly<Record<ItemMeasure, number>>;
	/** Of those who posted, the share who skipped it, 0 to 1. */
	skipRate: number;
	/** Where it was asked; and in the control group and topics without a checklist. */
	asked: QuestionRate;
	compared: QuestionRate;
	verdict: 'pays' | 'open' | 'propose-removal';
	reason: VerdictReason;
}

/** A profile over a period, all versions and shares together. */
export interface Effect {
	visits: Readonly<Record<VisitMeasure, number>>;
	/** Share of visits that ended with a topic, 0 to 1. */
	postedRate: number;
	days: ({ day: string } & Readonly<Record<VisitMeasure, number>>)[];
	items: ItemEffect[];
}

interface Count { share: string; measure: string; item: string; value: number }

function countsIn(days: readonly CountedDay[]): Count[] {
	return days.flatMap(({ counts }) => Object.entries(counts).map(([name, value]) => {
		const [, share = '', measure = '', item = ''] = name.split(':');
		return { share, measure, item, value };
	}));
}

function total(counts: readonly Count[], measure: string, item = '', shares?: readonly string[]): number {
	return counts.filter(count => count.measure === measure && count.item === item &&
		(shares?.includes(count.share) ?? true)).reduce((sum, { value }) => sum + value, 0);
}

const part = (some: number, all: number) => (all > 0 ? some / all : 0);

/** The 95 percent interval of a share (Wilson 1927); reliable for few topics and for shares near zero. */
export function wilson(hits: number, of: number): { low: number; high: number } {
	if (of === 0) {
		return { low: 0, high: 1 };
	}
	const z = 1.96;
	const share = Math.min(1, hits / of);
	const middle = share + ((z * z) / (2 * of));
	const reach = z * Math.sqrt(((share * (1 - share)) / of) + ((z * z) / (4 * of * of)));
	const whole = 1 + ((z * z) / of);
	return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

type Judged = Pick<ItemEffect, 'counts' | 'asked' | 'compared'>;

/**
 * An item pays if it warned or blocked, or if staff ask about it clearly less often where it is asked: the two
 * intervals do not overlap. If they ask no less often, its removal is proposed. Everything else is open.
 */
export function verdictOf(
	{ always, words = [] }: Pick<ChecklistItem, 'always' | 'words'>, { counts, asked, compared }: Judged,
): Pick<ItemEffect, 'verdict' | 'reason'> {
	if (counts.warned + counts.blocked > 0) {
		return { verdict: 'pays', reason: 'catches' };
	}
	const [here, there] = [wilson(asked.questions, asked.topics), wilson(compared.questions, compared.topics)];
	const isMeasured = asked.topics >= fewestTopics && compared.topics >= fewestTopics && words.length > 0;
	if (isMeasured && here.high < there.low) {
		return { verdict: 'pays', reason: 'spares' };
	}
	const open = always ? 'always' : asked.topics < fewestTopics ? 'few' : words.length === 0 ? 'no-words' :
		compared.topics < fewestTopics ? 'no-comparison' : asked.per100 < compared.per100 ? 'unclear' : null;
	return open ? { verdict: 'open', reason: open } : { verdict: 'propose-removal', reason: 'idle' };
}

/** Topics that show what happens without an item; members with a clean record say nothing about it. */
const withoutItem = ['control', 'unchecked'];

function itemEffect(item: ChecklistItem, counts: readonly Count[]): ItemEffect {
	const { key } = item;
	const own = Object.fromEntries(itemMeasures.map(measure => [measure, total(counts, measure, key)])) as ItemEffect['counts'];
	const rate = (shares: readonly string[]): QuestionRate => {
		const topics = total(counts, 'replied', '', shares);
		const questions = total(counts, 'questions', key, shares);
		return { topics, questions, per100: Math.round(part(questions, topics) * 1000) / 10 };
	};
	const judged = {
		counts: own, asked: rate(item.always ? ['all', 'control', 'clean'] : ['all']),
		compared: rate(item.always ? ['unchecked'] : withoutItem),
	};
	return { key, ...judged, skipRate: part(own.skipped, own.passed), ...verdictOf(item, judged) };
}

/** The effect of a checklist, from its counters; their order does not matter. */
export function effectOf(items: readonly ChecklistItem[], days: readonly CountedDay[]): Effect {
	const counts = countsIn(days);
	const visitsOf = (some: readonly Count[]) =>
		Object.fromEntries(visitMeasures.map(measure => [measure, total(some, measure)])) as Effect['visits'];
	const visits = visitsOf(counts);
	return {
		visits, postedRate: part(visits.posted, visits.shown),
		days: days.map(day => ({ day: day.day, ...visitsOf(countsIn([day])) })),
		items: items.map(item => itemEffect(item, counts)),
	};
}
