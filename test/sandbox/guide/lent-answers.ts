import { longAnswer } from './lent-words';

type Answer = boolean | string | string[] | Record<string, string>;
type Answers = Record<string, Answer>;

/** `listed` asks for an answer that names something unsupported, which none here does. */
interface Condition { item: string; values: string[]; listed?: string }

/** An item as `GET /posting` answers it, as far as it matters here. */
export interface AskedItem {
	key: string; kind: string; required: boolean; suggestions: string[];
	shownWhen: Condition | null;
	options: { value: string; verdict: string }[];
}

/** What fits the topic of the walk; every other item gets an answer by its kind. */
const known: Answers = {
	manuals: true, deployment: 'on-premise', 'no-unsupported-hardware': 'all', 'trunk-used': 'yes', since: 'change', affected: 'some',
	'vendor-first': { vendor: 'Nordlicht Telecom', reference: 'Ticket 4711: nothing wrong on their side' },
	'ticket-prerequisites': ['administrator', 'verbose-logs', 'network'], 'right-category': true,
};

function usual({ kind, options, suggestions }: AskedItem): Answer {
	const fine = options.filter(({ verdict }) => verdict !== 'block').map(({ value }) => value);
	switch (kind) {
		case 'confirm': return true;
		case 'choice': return fine[0] ?? '';
		case 'multi-choice': return fine;
		case 'version': return 'V20 Update 9';
		case 'link': return 'https://www.3cx.com/docs/';
		case 'vendor': return { vendor: 'Yealink', reference: 'T54W' };
		case 'trunk': return { provider: 'Nordlicht Telecom', country: 'DE' };
		default: return suggestions[0] ?? longAnswer;
	}
}

/** As the plugin reads a condition: a tick, and anything typed, is `true`. */
function isMet({ values, listed = '' }: Condition, answer: Answer | undefined): boolean {
	return listed === '' && answer !== undefined && values.some(value => value === 'true' || value === answer);
}

/** Answers to everything that a checklist asks, whatever it asks by now. */
export function answersTo(items: readonly AskedItem[]): Answers {
	const answers: Answers = {};
	for (const item of items) {
		const { key, required, shownWhen } = item;
		const isShown = !shownWhen || isMet(shownWhen, answers[shownWhen.item]);
		if (isShown && (required || key in known)) {
			answers[key] = known[key] ?? usual(item);
		}
	}
	return answers;
}
