import * as v from 'valibot';
import { audienceSchema } from './audience';
import { managedPrivileges } from './privileges';

/** As many as one file may hold; 3CX's forum has two dozen. */
export const mostCategories = 500;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en-GB'));
/** A text per language; the forum shows one of them, since NodeBB's categories have one name. */
const words = (most: number) => v.pipe(
	v.record(languageTag, v.pipe(text(most), v.minLength(1))), v.minEntries(1), v.maxEntries(30));
const key = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/, 'a-z, 0-9 and -, beginning with a letter'));
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #2f6fb3'));
const icon = v.pipe(v.string(), v.regex(/^fa-[a-z0-9-]{1,60}$/, 'an icon such as fa-phone'));
const redirect = v.pipe(v.string(), v.maxLength(500), v.regex(/^(https?:\/\/|\/)[^\s]*$/, 'a web address or a path'));
const audiences = v.pipe(v.array(audienceSchema), v.minLength(1), v.maxLength(20));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const profile = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));

const categorySchema = v.strictObject({
	/** What the category is, whatever it is called: stays the same when it is renamed. */
	key,
	/** Which category of the forum that the file came out of it is, where that one has no key yet. */
	cid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	name: words(500),
	description: v.optional(words(10_000)),
	/** Key of the category above it. */
	parent: v.optional(key),
	icon: v.optional(icon),
	background: v.optional(colour),
	colour: v.optional(colour),
	/** A heading without topics of its own. */
	isSection: v.optional(v.boolean(), false),
	/** Named in the file, but neither made nor touched. */
	isOff: v.optional(v.boolean(), false),
	/** A suggestion of whoever wrote the file, not a fact about the vendor's forum. */
	isProposal: v.optional(v.boolean(), false),
	read: audiences,
	topics: audiences,
	replies: audiences,
	/** Rights of single groups as they are, where the words above do not say it. */
	rights: v.optional(v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
		v.array(v.picklist(managedPrivileges)))),
	/** Whether posts wait for staff. */
	postQueue: v.optional(v.boolean()),
	tags: v.optional(v.strictObject({
		allowed: v.optional(v.pipe(v.array(v.pipe(text(100), v.minLength(1))), v.maxLength(2000))),
		min: v.optional(count), max: v.optional(count),
	})),
	/** Profiles of clause 3 asked here; `inherit` leaves it to the categories above. */
	checklist: v.optional(v.strictObject({
		topics: v.optional(profile), replies: v.optional(profile),
	})),
	/** What belongs here, in words that a suggestion may look for. */
	words: v.optional(v.pipe(v.array(v.pipe(text(60), v.minLength(2))), v.maxLength(100))),
	/** An area in one language, with everything below it: suggestions do not lead out of it. */
	language: v.optional(languageTag),
	/** Rules of the place, shown with the terms. */
	rules: v.optional(words(5000)),
	/** Leads somewhere else instead of holding topics. */
	redirect: v.optional(redirect),
});

/** What a forum should look like (clause 5): categories in their order, who may do what in them, what they ask. */
export const blueprintSchema = v.strictObject({
	blueprint: v.literal(1),
	/** Address of the forum that the file came out of; only there its `cid`s mean anything. */
	forum: v.optional(v.pipe(v.string(), v.maxLength(500))),
	categories: v.pipe(v.array(categorySchema), v.minLength(1),
		v.maxLength(mostCategories, `at most ${mostCategories} categories`)),
});

/** What of the forum's own values a file can say; the rest it leaves out, and a plan leaves alone. */
export const isSayable = {
	icon: (value: string) => v.is(icon, value), colour: (value: string) => v.is(colour, value),
	redirect: (value: string) => value === '' || v.is(redirect, value),
};

export type Blueprint = v.InferOutput<typeof blueprintSchema>;
export type BlueprintCategory = Blueprint['categories'][number];

/** A place in the file and what is wrong there. */
export interface BlueprintProblem {
	path: string;
	what: 'duplicate-key' | 'unknown-parent' | 'cycle' | 'off-parent' | 'tags-order';
	word: string;
}

function parentProblem(
	one: BlueprintCategory, byKey: ReadonlyMap<string, BlueprintCategory>,
): BlueprintProblem['what'] | null {
	const seen = new Set([one.key]);
	for (let above = one.parent; above !== undefined; above = byKey.get(above)?.parent) {
		const parent = byKey.get(above);
		if (!parent) {
			// A parent of a parent that does not exist is reported at its own line.
			return above === one.parent ? 'unknown-parent' : null;
		}
		if (seen.has(above)) {
			return 'cycle';
		}
		seen.add(above);
		if (parent.isOff && !one.isOff) {
			return 'off-parent';
		}
	}
	return null;
}

/** What a schema cannot see: keys that come twice, parents that are missing or go round in a circle. */
export function problemsOf({ categories }: Blueprint): BlueprintProblem[] {
	const byKey = new Map(categories.map(one => [one.key, one]));
	const first = new Map<string, number>();
	return categories.flatMap((one, index): BlueprintProblem[] => {
		const at = `categories.${index}`;
		const earlier = first.get(one.key);
		first.set(one.key, earlier ?? index);
		const parent = parentProblem(one, byKey);
		const { min, max } = one.tags ?? {};
		return [
			...earlier === undefined ? [] : [{ path: `${at}.key`, what: 'duplicate-key' as const, word: one.key }],
			...parent ? [{ path: `${at}.parent`, what: parent, word: one.parent ?? '' }] : [],
			...min !== undefined && max !== undefined && min > max ?
				[{ path: `${at}.tags.min`, what: 'tags-order' as const, word: String(min) }] : [],
		];
	});
}

/** Parents before their children, otherwise in the order of the file; needs a blueprint without problems. */
export function inOrderOfMaking({ categories }: Blueprint): BlueprintCategory[] {
	const byKey = new Map(categories.map(one => [one.key, one]));
	const depth = (one: BlueprintCategory): number => {
		const parent = one.parent === undefined ? undefined : byKey.get(one.parent);
		return parent ? depth(parent) + 1 : 0;
	};
	return categories.map((one, index) => ({ one, index, depth: depth(one) }))
		.sort((a, b) => a.depth - b.depth || a.index - b.index).map(({ one }) => one);
}
