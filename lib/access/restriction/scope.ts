import * as v from 'valibot';
import type { StoredCategory } from '../../kernel/host/category-tree';
import type { Act } from '../../kernel/slice/review';

/**
 * The scope of a restriction (clause 6: "all or any part"). `writing`: all writing including chat, like NodeBB's mute;
 * `posting`: topics, replies and edits; the others as named.
 */
export const partScopes = ['forum', 'writing', 'posting', 'topics', 'replies', 'chat', 'uploads'] as const;
export type PartScope = typeof partScopes[number];
/**
 * `categories`: these and all subcategories are hidden; `exactly`: these alone, if the person who decided does not
 * moderate the subcategories.
 */
export type Scope = PartScope | { categories: number[]; exactly?: true | undefined };

const cid = v.pipe(v.number(), v.integer(), v.minValue(1));

const categories = v.pipe(v.array(cid), v.minLength(1), v.maxLength(200));

/** As chosen in a decision. */
export const scopeSchema = v.union([v.picklist(partScopes), v.strictObject({ categories })]);
/** As stored. */
export const storedScopeSchema = v.union([
	v.picklist(partScopes),
	v.strictObject({ categories: v.array(cid), exactly: v.optional(v.literal(true)) }),
]);

/** The name of a scope in sentences and lists. */
export function scopeName(scope: Scope): PartScope | 'categories' {
	return typeof scope === 'string' ? scope : 'categories';
}

/** Names of a restriction's categories; deleted categories have none. */
export function placesOf(
	{ scope }: { scope: Scope }, tree: readonly Pick<StoredCategory, 'cid' | 'name'>[],
): string {
	return typeof scope === 'string' ? '' :
		tree.filter(({ cid }) => scope.categories.includes(cid)).map(({ name }) => name).join(', ');
}

/** The same for the member: a subcategory that came with its parent may be one that they never saw. */
export function placesForMember(
	{ scope }: { scope: Scope }, tree: readonly Pick<StoredCategory, 'cid' | 'name' | 'parentCid'>[],
): string {
	const within = (cid: number) => typeof scope !== 'string' && scope.categories.includes(cid);
	return placesOf({ scope }, tree.filter(({ parentCid }) => !within(parentCid)));
}

/** Not `fork` and `merge`: their author is absent, and staff do it. */
const posting: readonly Act[] = ['topic', 'reply', 'edit', 'tags', 'thumb', 'crosspost', 'queue-edit', 'move'];
/** Writing outside topics and chats: profiles, groups, reports. */
const personal: readonly Act[] = ['profile', 'picture', 'group', 'report'];
const acts: Record<PartScope | 'categories', readonly Act[]> = {
	forum: [...posting, 'chat', ...personal, 'upload'],
	writing: [...posting, 'chat', ...personal],
	posting,
	topics: ['topic', 'crosspost', 'move'],
	replies: ['reply'],
	chat: ['chat'],
	uploads: ['upload', 'picture'],
	categories: posting,
};

/** The NodeBB privilege behind each act; those for chat and files are global. */
const rights: Partial<Record<Act, string>> = {
	topic: 'topics:create', reply: 'topics:reply', edit: 'posts:edit', tags: 'topics:tag', thumb: 'posts:edit', crosspost: 'topics:crosspost',
	move: 'topics:create', chat: 'chat', upload: 'upload:post:file',
};

/** The NodeBB privilege behind an act in a category; null if there is none. */
export function rightBehind(act: Act, cid: number | null): { privilege: string; cid: number } | null {
	const privilege = rights[act];
	const place = act === 'chat' || act === 'upload' ? 0 : cid;
	return privilege === undefined || place === null ? null : { privilege, cid: place };
}

/** Whether a category is in a scope; `path` is the category and its ancestors, nearest first. */
function isWithin({ categories: ended, exactly }: Exclude<Scope, string>, path: readonly number[]): boolean {
	return (exactly ? path.slice(0, 1) : path).some(one => ended.includes(one));
}

/** Whether a scope can end anything in a category. */
export const reaches = (scope: Scope, path: readonly number[]): boolean => typeof scope === 'string' || isWithin(scope, path);

/** Whether a scope stops this act somewhere. */
export function mayEndAct(scope: Scope, act: Act): boolean {
	return acts[scopeName(scope)].includes(act);
}

/** Whether a scope stops this act; for categories, `path` is the category and its ancestors. */
export function endsAct(scope: Scope, act: Act, path: readonly number[]): boolean {
	return mayEndAct(scope, act) && (typeof scope === 'string' || isWithin(scope, path));
}

/** Whether the first scope includes the second. */
export function covers(first: Scope, second: Scope): boolean {
	if (typeof first !== 'string' || typeof second !== 'string') {
		return first === 'forum' || (typeof first !== 'string' && typeof second !== 'string' &&
			(!first.exactly || second.exactly === true) &&
			second.categories.every(one => first.categories.includes(one)));
	}
	return first === second || first === 'forum' ||
		(second !== 'uploads' && second !== 'forum' && acts[second].every(act => acts[first].includes(act)));
}

/** Global privileges (category 0) for uploads. */
const uploadRights = ['upload:post:image', 'upload:post:file'];

/** Whether a scope withdraws any privilege. */
export function endsRights(scope: Scope): boolean {
	return typeof scope !== 'string' || scope === 'forum' || scope === 'uploads';
}

/** Whether a scope withdraws a privilege; `path` is empty for global privileges. */
export function endsRight(scope: Scope, privilege: string, path: readonly number[]): boolean {
	if (typeof scope !== 'string') {
		return isWithin(scope, path);
	}
	return scope === 'forum' || (scope === 'uploads' && uploadRights.includes(privilege));
}
