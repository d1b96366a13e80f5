import { breakableClauses } from '../../kernel/refusals/clause';
import type { StoredCategory } from '../../kernel/host/category-tree';
import type { Host } from '../../kernel/host/ports';
import { languageToken } from '../../kernel/refusals/message';
import { textOf } from '../../kernel/formats/text';
import type { FactFinder } from '../termination/facts';
import type { Rights } from '../restriction/rules';
import type { AccessSettings } from '../restriction/settings';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	facts: Pick<FactFinder, 'rights'>;
	settings(): Soon<AccessSettings>;
	host: Pick<Host, 'members' | 'places' | 'clock'>;
}

const day = 86_400_000;

/** The default duration of a restriction. */
const usualDays = 7;

/** Scopes this person may choose, mildest first; a single one needs no choice. */
function scopesFor({ isGlobalStaff, mayBan, mayMute, moderates }: Rights): string[] {
	const wide = { forum: mayBan, writing: mayMute, categories: moderates === 'all' || moderates.length > 0 };
	const all = ['uploads', 'chat', 'replies', 'topics', 'categories', 'posting', 'writing', 'forum'] as const;
	return all.filter(scope => (scope in wide ? wide[scope as keyof typeof wide] : isGlobalStaff));
}

/** Categories they moderate, in the forum's order, each with its depth. */
function placesFor({ moderates }: Rights, tree: readonly StoredCategory[]) {
	const parents = new Map(tree.map(({ cid, parentCid }) => [cid, parentCid]));
	const depthOf = (cid: number): number => {
		let depth = 0;
		// Ends even if a broken tree has a cycle.
		for (let parent = parents.get(cid) ?? 0; parent > 0 && depth < 5; parent = parents.get(parent) ?? 0) {
			depth += 1;
		}
		return depth;
	};
	const below = (parent: number, path: readonly number[] = []): StoredCategory[] =>
		tree.filter(({ cid, parentCid }) => parentCid === parent && !path.includes(cid))
			.flatMap(one => [one, ...below(one.cid, [...path, one.cid])]);
	const known = new Set(below(0).map(({ cid }) => cid));
	return [...below(0), ...tree.filter(({ cid }) => !known.has(cid))]
		.filter(({ cid }) => moderates === 'all' || moderates.includes(cid))
		.map(({ cid, name }) => ({ cid, name, indent: depthOf(cid) }));
}

/** The initial planner form; `?uid=` or `?pid=` name the member. */
export function plannerForm({ facts, settings, host }: Parts) {
	const { members, places, clock } = host;
	/** A post that the viewer may not read counts as unknown. */
	async function aboutWhom(
		{ uid, pid }: Record<string, string>, viewer: number,
	): Promise<{ uid: number; pid: string }> {
		const post = /^[1-9]\d{0,15}$/.test(pid ?? '') && await places.canRead({ pid: pid ?? '' }, viewer) ? pid ?? '' : '';
		const author = post === '' ? '' : textOf((await places.postFields(post, ['uid'])).uid);
		const wanted = /^[1-9]\d{0,14}$/.test(uid ?? '') ? uid : author;
		return { uid: Number(wanted) || 0, pid: author === '' ? '' : post };
	}
	return async (viewer: number, query: Record<string, string>, tree: readonly StoredCategory[]) => {
		const about = await aboutWhom(query, viewer);
		const [rights, values, [member]] = await Promise.all([
			facts.rights(viewer), settings(), members.profiles(about.uid > 0 ? [about.uid] : []),
		]);
		const { accessCoolingHours: coolingHours, accessNoticeDays: noticeDays, securityContact } = values;
		const scopes = scopesFor(rights);
		return {
			pid: about.pid, memberUid: member?.uid ?? '', memberName: member?.username ?? '',
			scopes: scopes.map(name => ({ name, isOnly: scopes.length === 1 })),
			untilISO: new Date(clock.now() + (usualDays * day)).toISOString(),
			contact: securityContact && languageToken('forum-terms:restriction.security-contact', [securityContact]),
			mayCloseAll: rights.mayBan || rights.mayMute, cids: placesFor(rights, tree),
			coolingHours, hours: coolingHours || 24, isCooling: coolingHours > 0,
			noticeISO: new Date(clock.now() + (noticeDays * day)).toISOString(), noticeDays,
			clauses: breakableClauses.map(clause => ({ clause, key: clause.replace('.', '-') })),
		};
	};
}
