import { isEmpty, isTrunk, isVendor, type Answer, type Answers } from './answers';
import { visibleText } from '../../kernel/formats/text';
import { looksUp, type AnswerVerdict, type ChecklistItem } from '../profiles/item';
import type { Knowledge } from '../profiles/knowledge';
import { standingOfVersion } from '../profiles/latest-version';
import { phoneStatus, trunkStatus, type ListStatus } from '../profiles/status-list';
import { parsePbxVersion } from '../profiles/version-number';
import { platformStanding } from './platform-answer';
import { countRealWords, longestOf } from './typed-text';

/** Facts about the place that conditions depend on. */
export interface Situation { tags: readonly string[]; cid: number | null }

/** The judgement of one answer: its problem, if any, and its support status or version status. */
export interface Judgement {
	item: ChecklistItem;
	problem: 'missing' | 'invalid' | 'blocked' | 'warned' | null;
	verdict: AnswerVerdict;
	/** `preferred` … `unknown`, `latest` … `unclear`, `empty` for one left out; otherwise an empty text. */
	standing: string;
	answer?: Answer | undefined;
	/** What the answer was judged by, to say how to mend it. */
	knowledge: Knowledge;
}

const standardStandings: Record<ListStatus, AnswerVerdict> = {
	preferred: 'ok', supported: 'ok', legacy: 'warn', unsupported: 'block', unknown: 'warn',
};

/** What other items can wait for: the options chosen, or `true` for a tick and for anything typed. */
function chosen(answer: Answer | undefined): readonly string[] {
	if (answer === undefined || isEmpty(answer)) {
		return [];
	}
	return Array.isArray(answer) ? answer : typeof answer === 'string' ? [answer, 'true'] : ['true'];
}

/** The items to show for these answers, tags and category; an item that depends on a hidden one is hidden too. */
export function shownItems(
	items: readonly ChecklistItem[], answers: Answers, { tags, cid }: Situation, platforms: Knowledge['platforms'] = [],
): ChecklistItem[] {
	const shown: ChecklistItem[] = [];
	for (const item of items) {
		const { item: other, values = [], listed, tags: wanted, categories } = item.shownWhen ?? {};
		const isAnswered = other === undefined || (shown.some(({ key }) => key === other) &&
			chosen(answers[other]).some(value => values.includes(value)));
		const isTagged = wanted === undefined || wanted.some(tag => tags.includes(tag));
		const isHere = categories === undefined || (cid !== null && categories.includes(cid));
		const isListed = listed === undefined ||
			shown.some(above => platformStanding(above, answers[above.key], platforms) === 'unsupported');
		if (isAnswered && isListed && isTagged && isHere) {
			shown.push(item);
		}
	}
	return shown;
}

type Judged = Pick<Judgement, 'verdict' | 'standing'> | 'invalid' | 'missing';

const plain = (verdict: AnswerVerdict) => ({ verdict, standing: '' });

const gravest = (verdicts: readonly (AnswerVerdict | undefined)[]): AnswerVerdict =>
	(['block', 'warn', 'record'] as const).find(verdict => verdicts.includes(verdict)) ?? 'ok';

/** Newer than the latest passes: hosted systems get release candidates automatically. */
function judgeVersion({ behind }: ChecklistItem, text: string, { held }: Knowledge): Judged {
	const version = parsePbxVersion(text);
	if (!version) {
		return 'invalid';
	}
	const standing = standingOfVersion(version, held);
	return { standing, verdict: standing === 'behind' ? behind : standing === 'latest' || standing === 'ahead' ? 'ok' : 'record' };
}

function judgeText({ minLength, pattern }: ChecklistItem, text: string, { matches }: Knowledge): Judged {
	const isRight = visibleText(text).length >= minLength && (pattern === undefined || matches(pattern, text.trim()));
	return isRight ? plain('ok') : 'invalid';
}

/** A judgement together with the list of platforms; the worse of the two counts. */
function withPlatforms(judged: Judged, item: ChecklistItem, answer: Answer, { platforms }: Knowledge): Judged {
	const standing = typeof judged === 'string' ? null : platformStanding(item, answer, platforms);
	return typeof judged === 'string' || standing === null ? judged :
		{ standing, verdict: gravest([judged.verdict, standingVerdict(item, standing)]) };
}

const judgeLongText = ({ minWords }: ChecklistItem, text: string): Judged =>
	(countRealWords(text) >= minWords ? plain('ok') : 'invalid');

/** Hosts that a link may lead to; empty: any. */
export function hostsFor(item: ChecklistItem, { guideHosts }: Pick<Knowledge, 'guideHosts'>): readonly string[] {
	return looksUp(item, 'guides') ? guideHosts : item.hosts ?? [];
}

function judgeLink(item: ChecklistItem, text: string, knowledge: Knowledge): Judged {
	const hosts = hostsFor(item, knowledge);
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
	const isAllowed = url?.protocol === 'https:' && url.username === '' && (hosts.length === 0 ||
		hosts.some(host => url.hostname === host || url.hostname.endsWith(`.${host}`)));
	return isAllowed ? plain('ok') : 'invalid';
}

function judgeChoices({ options = [], required }: ChecklistItem, values: readonly string[]): Judged {
	const found = values.map(value => options.find(option => option.value === value));
	const isWhole = options.every(option => !option.required || !required || values.includes(option.value));
	if (found.includes(undefined)) {
		return 'invalid';
	}
	if (!isWhole) {
		return 'missing';
	}
	const left = options.filter(({ value, unticked }) => unticked && !values.includes(value));
	const verdicts = [...found.map(option => option?.verdict), ...left.map(({ unticked }) => unticked?.verdict)];
	return plain(gravest(verdicts));
}

const standingVerdict = ({ standings }: ChecklistItem, standing: ListStatus): AnswerVerdict =>
	standings[standing] ?? standardStandings[standing];

const judgeStanding = (item: ChecklistItem, standing: ListStatus): Judged =>
	({ standing, verdict: standingVerdict(item, standing) });

function judgeKind(item: ChecklistItem, answer: Answer, knowledge: Knowledge): Judged {
	if (typeof answer === 'string' && answer.length > longestOf(item.kind)) {
		return 'invalid';
	}
	switch (item.kind) {
		case 'confirm': return answer === true ? plain('ok') : 'invalid';
		case 'choice': return typeof answer === 'string' ? judgeChoices(item, [answer]) : 'invalid';
		case 'multi-choice': return Array.isArray(answer) ? judgeChoices(item, answer) : 'invalid';
		case 'version': return typeof answer === 'string' ? judgeVersion(item, answer, knowledge) : 'invalid';
		case 'text': return typeof answer === 'string' ? judgeText(item, answer, knowledge) : 'invalid';
		case 'long-text': return typeof answer === 'string' ? judgeLongText(item, answer) : 'invalid';
		case 'link': return typeof answer === 'string' ? judgeLink(item, answer, knowledge) : 'invalid';
		case 'vendor': {
			if (!isVendor(answer) || visibleText(answer.reference).length < item.minLength) {
				return 'invalid';
			}
			return looksUp(item, 'phones') ? judgeStanding(item, phoneStatus(knowledge.phones, answer.vendor, answer.reference)) :
				plain('ok');
		}
		case 'trunk': return isTrunk(answer) && /^[A-Za-z]{2}$/.test(answer.country) ?
			judgeStanding(item, trunkStatus(knowledge.trunks, answer.provider, answer.country)) : 'invalid';
	}
}

const problems = { block: 'blocked', warn: 'warned', ok: null, record: null } as const;

/** Judges the answers of all shown items. Without a list or latest version nothing is blocked. */
export function judgementsOf(
	items: readonly ChecklistItem[], answers: Answers, situation: Situation, knowledge: Knowledge,
): Judgement[] {
	return shownItems(items, answers, situation, knowledge.platforms).map((item): Judgement => {
		const answer = answers[item.key];
		if (answer === undefined || isEmpty(answer)) {
			return item.required || item.empty === 'ok' ?
				{ item, problem: item.required ? 'missing' : null, verdict: 'ok', standing: '', knowledge } :
				{ item, problem: problems[item.empty], verdict: item.empty, standing: 'empty', knowledge };
		}
		const judged = withPlatforms(judgeKind(item, answer, knowledge), item, answer, knowledge);
		const { verdict, standing } = typeof judged === 'string' ? plain('ok') : judged;
		const problem = typeof judged === 'string' ? judged : problems[verdict];
		return { item, answer, knowledge, problem, verdict, standing };
	});
}

/** Answers to items that the profile does not have, so that a client notices a misspelling. */
export function unknownKeys(items: readonly ChecklistItem[], answers: Answers): string[] {
	return Object.keys(answers).filter(key => !items.some(item => item.key === key));
}

/** The items of a new version whose question has not changed; their answers stay valid. */
export function matchingAnswers(
	before: readonly ChecklistItem[], now: readonly ChecklistItem[], answers: Answers,
): Answers {
	const isSame = (item: ChecklistItem) => {
		const old = before.find(({ key }) => key === item.key);
		return old !== undefined && old.kind === item.kind && JSON.stringify(old.options?.map(({ value }) => value)) ===
			JSON.stringify(item.options?.map(({ value }) => value));
	};
	return Object.fromEntries(Object.entries(answers)
		.filter(([key]) => now.some(item => item.key === key && isSame(item))));
}
