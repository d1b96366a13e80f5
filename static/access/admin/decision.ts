/** The values of the form as text. */
export interface Filled {
	uid: number;
	scope: string;
	categories: number[];
	begins: string;
	hours: string;
	ends: string;
	until: string;
	cause: string;
	clause: string;
	reason: string;
	evidence: string;
	note: string;
	posts: string;
	since: string;
	queued: boolean;
	scheduled: boolean;
	blockReturn: boolean;
}

/** A decision without its notice; times in milliseconds since 1970, 0 for immediately and for permanently. */
export interface Decision {
	uid: number;
	scope: string | { categories: number[] };
	from: number;
	until: number;
	clause?: string;
	withoutCause: boolean;
	reason: string;
	evidence: string[];
	note: string;
	content: { queued: string; scheduled: string; posts: string; since: number };
	blockReturn: boolean;
}

/** A missing value: its body field, and the key of the sentence about it. */
interface Missing { field: string; key: string }

const hour = 3_600_000;

/** Post ids in typed or pasted text: numbers, `#12`, addresses of posts. Anything else stays as it is. */
export function pidsIn(text: string): string[] {
	const words = text.split(/[\s,;]+/).filter(word => word !== '');
	return [...new Set(words.map(word => /^#?(\d+)$/.exec(word)?.[1] ?? /\/post\/(\d+)/.exec(word)?.[1] ?? word))];
}

/** A local date and time as typed; 0 if empty. */
const momentOf = (typed: string): number => Date.parse(typed) || 0;

/** Missing values, in the order of the form. */
export function missingIn(filled: Filled): Missing[] {
	const { uid, scope, categories, begins, hours, ends, until, cause, clause } = filled;
	const isHours = /^\d+$/.test(hours) && Number(hours) >= 1 && Number(hours) <= 8760;
	const checks: [isMissing: boolean, field: string, key: string][] = [
		[uid === 0, 'uid', 'forum-terms:restriction.member-missing'],
		[scope === '', 'scope', 'forum-terms:restriction.scope-missing'],
		[scope === 'categories' && categories.length === 0, 'scope.categories',
			'forum-terms:restriction.categories-missing'],
		[begins === 'later' && !isHours, 'from', 'forum-terms:restriction.hours-wrong'],
		[ends === 'until' && momentOf(until) === 0, 'until', 'forum-terms:restriction.moment-missing'],
		[cause === 'clause' && clause === '', 'clause', 'forum-terms:restriction.clause-missing'],
		[filled.posts === 'since' && momentOf(filled.since) === 0, 'content.since', 'forum-terms:restriction.moment-missing'],
	];
	return checks.filter(([isMissing]) => isMissing).map(([, field, key]) => ({ field, key }));
}

/** The form as a decision; `now` in milliseconds since 1970. */
export function decisionOf(filled: Filled, now: number): Decision {
	const { uid, scope, categories, cause, clause, reason, note, posts } = filled;
	return {
		uid, scope: scope === 'categories' ? { categories } : scope,
		from: filled.begins === 'later' ? now + (Number(filled.hours) * hour) : 0,
		until: filled.ends === 'until' ? momentOf(filled.until) : 0,
		...cause === 'clause' ? { clause } : {}, withoutCause: cause === 'none', reason: reason.trim(),
		evidence: pidsIn(filled.evidence), note: note.trim(),
		content: {
			queued: filled.queued ? 'end' : 'keep', scheduled: filled.scheduled ? 'end' : 'keep', posts,
			since: posts === 'since' ? momentOf(filled.since) : 0,
		},
		blockReturn: scope === 'forum' && filled.blockReturn,
	};
}
