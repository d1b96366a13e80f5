import * as v from 'valibot';
import type { Act } from '../../kernel/review';

/**
 * How far access ends (clause 6: "all or any part"). `writing`: whatever they write, chat too, which is what the
 * forum's own mute does; `posting`: topics, replies and edits; the others as they are called.
 */
export const partScopes = ['forum', 'writing', 'posting', 'topics', 'replies', 'chat', 'uploads'] as const;
export type PartScope = typeof partScopes[number];
/**
 * `categories`: these and all below them are as if they were not there; `exactly`: these alone, for whoever decided
 * moderates no more of them.
 */
export type Scope = PartScope | { categories: number[]; exactly?: true | undefined };

const cid = v.pipe(v.number(), v.integer(), v.minValue(1));

const categories = v.pipe(v.array(cid), v.minLength(1), v.maxLength(200));

/** As somebody chooses it. */
export const scopeSchema = v.union([v.picklist(partScopes), v.strictObject({ categories })]);
/** As it is kept. */
export const storedScopeSchema = v.union([
	v.picklist(partScopes),
	v.strictObject({ categories: v.array(cid), exactly: v.optional(v.literal(true)) }),
]);

/** The name of a scope in sentences and lists. */
export function scopeName(scope: Scope): PartScope | 'categories' {
	return typeof scope === 'string' ? scope : 'categories';
}

const posting: readonly Act[] = ['topic', 'reply', 'edit', 'tags', 'crosspost', 'queue-edit', 'move'];
/** What is written beside topics and chats: about oneself or a group, and to the moderators. */
const personal: readonly Act[] = ['profile', 'picture', 'group', 'report'];
const acts: Record<PartScope | 'categories', readonly Act[]> = {
	forum: [...posting, 'fork', 'merge', 'chat', ...personal, 'upload'],
	writing: [...posting, 'chat', ...personal],
	posting,
	topics: ['topic', 'crosspost', 'move'],
	replies: ['reply'],
	chat: ['chat'],
	uploads: ['upload', 'picture'],
	categories: [...posting, 'fork', 'merge'],
};

/** The right by which the forum itself lets somebody do this; those of chats and files are of the whole forum. */
const rights: Partial<Record<Act, string>> = {
	topic: 'topics:create', reply: 'topics:reply', edit: 'posts:edit', tags: 'topics:tag', crosspost: 'topics:crosspost',
	move: 'topics:create', chat: 'chat', upload: 'upload:post:file',
};

/** The forum's right behind an act in a category, null where there is none. */
export function rightBehind(act: Act, cid: number | null): { privilege: string; cid: number } | null {
	const privilege = rights[act];
	const place = act === 'chat' || act === 'upload' ? 0 : cid;
	return privilege === undefined || place === null ? null : { privilege, cid: place };
}

/** Whether a category lies in a scope; `path` is that category and those above it, nearest first. */
function isWithin({ categories: ended, exactly }: Exclude<Scope, string>, path: readonly number[]): boolean {
	return (exactly ? path.slice(0, 1) : path).some(one => ended.includes(one));
}

/** Whether a scope ends this act; for categories, `path` is the category written in and those above it. */
export function endsAct(scope: Scope, act: Act, path: readonly number[]): boolean {
	return acts[scopeName(scope)].includes(act) && (typeof scope === 'string' || isWithin(scope, path));
}

/** Whether everything the second scope ends is ended by the first already. */
export function covers(first: Scope, second: Scope): boolean {
	if (typeof first !== 'string' || typeof second !== 'string') {
		return first === 'forum' || (typeof first !== 'string' && typeof second !== 'string' &&
			(!first.exactly || second.exactly === true) &&
			second.categories.every(one => first.categories.includes(one)));
	}
	return first === second || first === 'forum' ||
		(second !== 'uploads' && second !== 'forum' && acts[second].every(act => acts[first].includes(act)));
}

/** Rights of the forum itself (category 0) that go with uploads. */
const uploadRights = ['upload:post:image', 'upload:post:file'];

/** Whether a scope takes a right away; `path` is empty for rights of the forum itself. */
export function endsRight(scope: Scope, privilege: string, path: readonly number[]): boolean {
	if (typeof scope !== 'string') {
		return isWithin(scope, path);
	}
	return scope === 'forum' || (scope === 'uploads' && uploadRights.includes(privilege));
}
