import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../kernel/canonical';
import type { MemberAccess } from '../kernel/member-access';
import type { MemberTiesLookup } from '../kernel/member-ties';
import type { CategoryTree } from '../kernel/category-tree';
import type { Host } from '../kernel/ports';
import { endsAct, type Scope } from './scope';
import type { Facts, Step } from './effect';
import type { RestrictionStore } from './store';
import type { ContentFate, Say } from './restriction';
import { widest, type Rights, type Target } from './rules';

interface Parts {
	store: Pick<RestrictionStore, 'openOf' | 'lostAt'>;
	access: MemberAccess;
	ties: MemberTiesLookup;
	tree: Pick<CategoryTree, 'all'>;
	host: Pick<Host, 'members' | 'places'>;
	/** Which of these groups the plugin keeps in step by itself. */
	keptGroups(names: readonly string[]): Promise<readonly string[]>;
	/** Whether somewhere security matters are taken. */
	securityCategories(): Promise<readonly number[]>;
}

/** Looks up what a decision about somebody's access rests on. */
export interface FactFinder {
	rights(uid: number): Promise<Rights>;
	target(uid: number): Promise<Target>;
	/** What somebody moderates, or did before open restrictions or a ban of the forum took it. */
	moderatedBy(uid: number): Promise<Say>;
	/** How far somebody's choice reaches: whoever moderates single categories ends nothing below that they do not. */
	reachOf(scope: Scope, rights: Rights): Promise<Scope>;
	/** Null for somebody who is not there. */
	facts(uid: number, planned: { scope: Scope; content: ContentFate }): Promise<Facts | null>;
	/** HOST: src/api/users.js asks for the right at the moment of the ban, which may be days after the decision. */
	actorFor(by: number, kind: 'ban' | 'mute'): Promise<number>;
	/** Of these, the first category that does not exist; null when all do. */
	missingCategory(scope: Scope): Promise<number | null>;
}

export function factFinder({ store, access, ties, tree, host, keptGroups, securityCategories }: Parts): FactFinder {
	/** Categories with everything below them. */
	async function withChildren(cids: readonly number[]): Promise<readonly number[]> {
		const all = cids.length > 0 ? await tree.all() : [];
		const found = new Set(cids);
		for (let size = 0; size !== found.size;) {
			size = found.size;
			all.filter(({ parentCid }) => found.has(parentCid)).forEach(({ cid }) => found.add(cid));
		}
		return [...found];
	}
	const placesIn = async (scope: Scope): Promise<readonly number[]> =>
		(typeof scope === 'string' ? [] : scope.exactly ? scope.categories : withChildren(scope.categories));
	async function moderatedBy(uid: number): Promise<Say> {
		const [now, open, lostAt] = await Promise.all([
			host.places.moderatedBy(uid), store.openOf(uid), store.lostAt(uid)]);
		return widest([now, ...open.map(({ moderated }) => moderated), ...lostAt > 0 ? ['all' as const] : []]);
	}
	return {
		moderatedBy,
		async reachOf(scope, { moderates }) {
			if (typeof scope === 'string' || moderates === 'all') {
				return scope;
			}
			const may = (cid: number) => moderates.includes(cid) || scope.categories.includes(cid);
			const categories = (await withChildren(scope.categories)).filter(may).sort((a, b) => a - b);
			return { categories, exactly: true };
		},
		async rights(uid) {
			const [isGlobalStaff, mayBan, mayMute, moderates] = await Promise.all([
				host.members.isGlobalStaff(uid), access.mayBan(uid), access.mayMute(uid), host.places.moderatedBy(uid),
			]);
			return { uid, isGlobalStaff, mayBan, mayMute, moderates };
		},
		async target(uid) {
			const [isAdministrator, moderates, open] = await Promise.all([
				host.members.isAdministrator(uid), moderatedBy(uid), store.openOf(uid)]);
			return { uid, isAdministrator, moderates, open };
		},
		async facts(uid, { scope, content }) {
			const holdings = await access.holdings(uid);
			if (!holdings) {
				return null;
			}
			const [tied, kept, places, security, open, postsSince] = await Promise.all([
				ties.ties(uid), keptGroups(holdings.groups.map(({ name }) => name)), placesIn(scope),
				securityCategories(), store.openOf(uid),
				access.countPostsSince(uid, content.posts === 'since' ? content.since : 0),
			]);
			const remaining = security.filter(cid => !places.includes(cid));
			return {
				holdings, ties: tied, keptGroups: kept, places, postsSince, hasSecurityPlace: remaining.length > 0 &&
					(endsAct(scope, 'topic', []) || typeof scope !== 'string'),
				openAppeals: open.filter(({ appeal }) => appeal?.state === 'open').length,
			};
		},
		async actorFor(by, kind) {
			const may = by > 0 && await (kind === 'ban' ? access.mayBan(by) : access.mayMute(by));
			return may ? by : (await host.members.inGroups(['administrators']))[0] ?? by;
		},
		async missingCategory(scope) {
			if (typeof scope === 'string') {
				return null;
			}
			const known = new Set((await tree.all()).map(({ cid }) => cid));
			return scope.categories.find(cid => !known.has(cid)) ?? null;
		},
	};
}

/**
 * What identifies a plan: scope and steps, without what changes by merely being here (devices, number of posts).
 */
export function planIdOf(uid: number, scope: Scope, steps: readonly Step[]): string {
	const fixed = steps.filter(({ kind }) => kind !== 'sessions')
		.map(step => (step.kind === 'posts' ? { ...step, count: 0 } : step));
	return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify({ uid, scope, steps: fixed })) as Json)).digest('hex').slice(0, 32);
}
