import * as v from 'valibot';
import { languageTag, longestRules, words } from '../rules/words';
import { granteeSchema, managedPrivileges } from './grantee';

/** Maximum categories per file; 3CX's forum has two dozen. */
const mostCategories = 500;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const key = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/, 'a-z, 0-9 and -, beginning with a letter'));
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #2f6fb3'));
const icon = v.pipe(v.string(), v.regex(/^fa-[a-z0-9-]{1,60}$/, 'an icon such as fa-phone'));
const redirect = v.pipe(v.string(), v.maxLength(500), v.regex(/^(https?:\/\/|\/)[^\s]*$/, 'a web address or a path'));
const grantees = v.pipe(v.array(granteeSchema), v.minLength(1), v.maxLength(20));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const profile = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));

const categorySchema = v.strictObject({
	/** Identifies the category, even if it is renamed. */
	key,
	/** The category's id in the forum that the file was exported from, if it has no key yet. */
	cid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** The forum uses one language, since NodeBB's categories have a single name. */
	name: words(500),
	description: v.optional(words(10_000)),
	/** Key of the parent category. */
	parent: v.optional(key),
	icon: v.optional(icon),
	background: v.optional(colour),
	colour: v.optional(colour),
	/** A heading without topics of its own. */
	isSection: v.optional(v.boolean(), false),
	/** Listed in the file, but neither created nor changed. */
	isOff: v.optional(v.boolean(), false),
	/** A suggestion by the author of the file, not part of the vendor's forum. */
	isProposal: v.optional(v.boolean(), false),
	read: grantees,
	topics: grantees,
	replies: grantees,
	/** Explicit rights of single groups, if the grantees above cannot express them. */
	rights: v.optional(v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
		v.array(v.picklist(managedPrivileges)))),
	/** Whether posts go to the post queue. */
	postQueue: v.optional(v.boolean()),
	tags: v.optional(v.strictObject({
		allowed: v.optional(v.pipe(v.array(v.pipe(text(100), v.minLength(1))), v.maxLength(2000))),
		min: v.optional(count), max: v.optional(count),
	})),
	/** Profiles of clause 3 asked here; `inherit` uses those of the parent category. */
	checklist: v.optional(v.strictObject({
		topics: v.optional(profile), replies: v.optional(profile),
		/** Where the category's own checklist stops nobody, and what is missing is only recorded; absent: as it is. */
		recordOnly: v.optional(v.pipe(v.array(v.picklist(['topics', 'replies'])), v.maxLength(2))),
	})),
	/** Words that belong here, for suggestions. */
	words: v.optional(v.pipe(v.array(v.pipe(text(60), v.minLength(2))), v.maxLength(100))),
	/** Language of this category and its subcategories; suggestions stay within it. */
	language: v.optional(languageTag),
	/** Rules of the category in Markdown, shown with the terms, on its page and in the composer. */
	rules: v.optional(words(longestRules)),
	/** What the text of a new topic starts with; the forum uses one language, as for the name. */
	template: v.optional(words(5000)),
	/** Links elsewhere instead of containing topics. */
	redirect: v.optional(redirect),
});

/** The intended categories of a forum (clause 5): their order, their grantees, their checklists. */
export const blueprintSchema = v.strictObject({
	blueprint: v.literal(1),
	/** Address of the forum that the file was exported from; its `cid`s are valid only there. */
	forum: v.optional(v.pipe(v.string(), v.maxLength(500))),
	categories: v.pipe(v.array(categorySchema), v.minLength(1),
		v.maxLength(mostCategories, `at most ${mostCategories} categories`)),
});

/** Which values a file can express; others are not exported, and not changed by plans. */
export const isExpressible = {
	icon: (value: string) => v.is(icon, value), colour: (value: string) => v.is(colour, value),
	redirect: (value: string) => value === '' || v.is(redirect, value),
};

export type Blueprint = v.InferOutput<typeof blueprintSchema>;
export type BlueprintCategory = Blueprint['categories'][number];

/** A place in the file, and its problem. */
export interface BlueprintProblem {
	path: string;
	what: 'duplicate-key' | 'unknown-parent' | 'cycle' | 'off-parent' | 'tags-order' | 'records-nothing';
	word: string;
}

function parentProblem(
	one: BlueprintCategory, byKey: ReadonlyMap<string, BlueprintCategory>,
): BlueprintProblem['what'] | null {
	const seen = new Set([one.key]);
	for (let above = one.parent; above !== undefined; above = byKey.get(above)?.parent) {
		const parent = byKey.get(above);
		if (!parent) {
			// A missing grandparent is reported at its own line.
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

/** What a schema cannot check: duplicate keys, missing parents, cycles. */
export function problemsOf({ categories }: Blueprint): BlueprintProblem[] {
	const byKey = new Map(categories.map(one => [one.key, one]));
	const first = new Map<string, number>();
	return categories.flatMap((one, index): BlueprintProblem[] => {
		const at = `categories.${index}`;
		const earlier = first.get(one.key);
		first.set(one.key, earlier ?? index);
		const parent = parentProblem(one, byKey);
		const { min, max } = one.tags ?? {};
		const { recordOnly = [], ...asks } = one.checklist ?? {};
		const idle = recordOnly.find(asked => [undefined, 'inherit', 'none'].includes(asks[asked]));
		return [
			...earlier === undefined ? [] : [{ path: `${at}.key`, what: 'duplicate-key' as const, word: one.key }],
			...parent ? [{ path: `${at}.parent`, what: parent, word: one.parent ?? '' }] : [],
			...min !== undefined && max !== undefined && min > max ?
				[{ path: `${at}.tags.min`, what: 'tags-order' as const, word: String(min) }] : [],
			...idle ? [{ path: `${at}.checklist.recordOnly`, what: 'records-nothing' as const, word: idle }] : [],
		];
	});
}

/** Parents before children, otherwise in file order; the blueprint must have no problems. */
export function inOrderOfMaking({ categories }: Blueprint): BlueprintCategory[] {
	const byKey = new Map(categories.map(one => [one.key, one]));
	const depth = (one: BlueprintCategory): number => {
		const parent = one.parent === undefined ? undefined : byKey.get(one.parent);
		return parent ? depth(parent) + 1 : 0;
	};
	return categories.map((one, index) => ({ one, index, depth: depth(one) }))
		.sort((a, b) => a.depth - b.depth || a.index - b.index).map(({ one }) => one);
}
