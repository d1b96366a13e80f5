import * as v from 'valibot';
import { after, type Soon } from '../../kernel/host/soon';
import { decoded, json } from '../../platform/stored-row';
import { answerVerdicts, textFor, type AnswerVerdict, type ChecklistProfile } from '../profiles/item';
import { answerText, type Evidence, type EvidenceAnswer } from './evidence';

/** Topic field with the public part of its checklist (JSON). */
export const topicField = 'forumTermsChecklist';

/** `isCut`: only the beginning of the text; the record has all of it. */
interface PublicAnswer {
	key: string; prompt: string; text: string; standing: string; verdict: AnswerVerdict; isCut?: boolean | undefined;
}

/** The public part of a topic's checklist; stored in the topic, so that reading needs no extra read. */
export interface PublicChecklist {
	profile: string;
	version: number;
	/** Id of the record it shows. */
	evidence: number;
	answers: PublicAnswer[];
	/** Number of answers that only staff can read. */
	hidden: number;
	owed: readonly string[];
}

/**
 * As stored. NodeBB reads every field of a topic wherever it lists topics, so a new topic names its author's `language`
 * and leaves out what the version of its checklist says in that language: prompts, and labels of what was chosen.
 */
const storedChecklist = v.object({
	profile: v.string(), version: v.number(), evidence: v.number(), hidden: v.number(), owed: v.array(v.string()),
	language: v.optional(v.string()),
	answers: v.array(v.object({
		key: v.string(), prompt: v.optional(v.string()), text: v.optional(v.string()),
		chosen: v.optional(v.union([v.string(), v.array(v.string())])),
		standing: v.optional(v.string()), verdict: v.optional(v.picklist(answerVerdicts)),
		isCut: v.optional(v.boolean()),
	})),
});
const field = json(storedChecklist);

const longestShown = 1000;

/** The first characters, never half of a surrogate pair. */
function shownText(text: string): Pick<PublicAnswer, 'text' | 'isCut'> {
	return text.length > longestShown ?
		{ text: text.slice(0, longestShown).replace(/[\uD800-\uDBFF]$/, ''), isCut: true } : { text };
}

/** `stored`: what is stored of one answer. */
function partOf<T>({ profile, version, id, answers, owed }: Evidence, stored: (answer: EvidenceAnswer) => T) {
	const open = answers.filter(({ readers }) => readers === 'everyone');
	const hidden = answers.length - open.length;
	return { profile, version, evidence: id, hidden, owed: [...owed], answers: open.map(stored) };
}

/** The field with everything in it, for a record whose answers come from several versions or languages. */
export const wholeField = (record: Evidence): string => field.write(partOf(record, (answer): PublicAnswer => {
	const { key, prompt, text, standing, verdict } = answer;
	return { key, prompt, standing, verdict, ...shownText(text) };
}));

/** What was chosen among options; the text says no more. */
const chosenIn = ({ kind, value }: EvidenceAnswer): string | string[] | undefined =>
	((kind === 'choice' && typeof value === 'string') || (kind === 'multi-choice' && Array.isArray(value)) ? value : undefined);

/** The field of a record that was just made of this version of its checklist, in this language. */
export function shortField(record: Evidence, { items }: Pick<ChecklistProfile, 'items'>, language: string): string {
	return field.write({ ...partOf(record, (answer) => {
		const { key, prompt, text, standing, verdict } = answer;
		const isOwn = items.some(item => item.key === key);
		const chosen = isOwn && text !== '' ? chosenIn(answer) : undefined;
		// JSON leaves out what is undefined.
		return {
			key, prompt: isOwn ? undefined : prompt, chosen, ...chosen !== undefined || text === '' ? {} : shownText(text),
			standing: standing || undefined, verdict: verdict === 'ok' ? undefined : verdict,
		};
	}), language });
}

/** A topic's public part, for those who need no words; null if there is none or it cannot be decoded. */
export const publicIn = ({ field: stored }: { field: unknown }) => decoded(field, stored);

/** The field as a page shows it, with all words; unchanged where nothing was left out. */
export function fieldInFull(
	stored: unknown, profileOf: (id: string, version: number) => Soon<ChecklistProfile | null>,
): Soon<unknown> {
	const short = publicIn({ field: stored });
	if (!short || short.language === undefined) {
		return stored;
	}
	const { language, ...rest } = short;
	return after(profileOf(short.profile, short.version), (profile) => {
		const answers = short.answers.map((answer): PublicAnswer => {
			const { key, prompt, chosen, text = '', standing = '', verdict = 'ok', isCut } = answer;
			const item = profile?.items.find(one => one.key === key);
			const said = chosen === undefined ? text : item ? answerText(item, chosen, language) : [chosen].flat().join(', ');
			return {
				key, prompt: prompt ?? (textFor(item?.prompt, language) || key), standing, verdict, isCut,
				...shownText(said),
			};
		});
		return JSON.stringify({ ...rest, answers } satisfies PublicChecklist);
	});
}
