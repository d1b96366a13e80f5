import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/formats/canonical';
import type { Holdings, MemberAccess } from '../../kernel/host/member-access';
import type { MemberTiesLookup } from '../../kernel/offers/member-ties';
import type { CategoryTree } from '../../kernel/host/category-tree';
import type { Host } from '../../kernel/host/ports';
import type { PostCare } from '../../kernel/host/post-care';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import { closesSecurityPlaces } from '../restriction/contact';
import { endsAct, type Scope } from '../restriction/scope';
import type { Facts, Step } from '../restriction/effect';
import type { RestrictionStore } from '../restriction/store';
import type { Restriction, Moderated } from '../restriction/restriction';
import type { Hideable, Places, ReachLookup } from '../restriction/reach';
import { widest, type Rights, type Target } from '../restriction/rules';

interface Parts {
	store: Pick<RestrictionStore, 'openOf' | 'lostAt'>;
	access: MemberAccess;
	ties: MemberTiesLookup;
	tree: Pick<CategoryTree, 'all'>;
	reach: ReachLookup;
	care: Pick<PostCare, 'read'>;
	host: Pick<Host, 'members' | 'places'>;
	/** The groups among these that the plugin manages. */
	managedGroups(names: readonly string[]): Promise<readonly string[]>;
	/** The categories for security reports. */
	securityCategories(): Promise<readonly number[]>;
}

type Planned = Pick<Restriction, 'scope' | 'content' | 'evidence'>;

/** Looks up the facts for a decision. */
export interface FactFinder {
	rights(uid: number): Promise<Rights>;
	target(uid: number): Promise<Target>;
	/** The same with the name of a category instead of its number, if this person may see it. */
	named(refusal: Refusal | null, by: number): Promise<Refusal | null>;
	/** Why somebody may not decide about this member, whatever their rights: themselves, or a colleague. */
	ownRefusal(uid: number, by: number): Promise<Refusal | null>;
	/** What somebody moderates, or did before open restrictions or a NodeBB ban. */
	moderatedBy(uid: number): Promise<Moderated>;
	/** Reduces a scope: moderators of single categories restrict no subcategory they do not moderate. */
	reachOf(scope: Scope, rights: Rights): Promise<Scope>;
	/** Null if the member does not exist. Queued posts and posts that `by` may act on; 0: all. */
	facts(uid: number, planned: Planned, by: number): Promise<Facts | null>;
	/** The categories of a scope; null: the whole forum. */
	placesOf(scope: Scope): Promise<Places>;
	/** HOST: src/api/users.js checks permission at the time of the ban, which may be days after the decision. */
	actorFor(by: number, kind: 'ban' | 'mute'): Promise<number>;
	/** The first category that does not exist; null if all do. */
	missingCategory(scope: Scope): Promise<number | null>;
}

export function factFinder({
	store, access, ties, tree, reach, care, host, managedGroups, securityCategories,
}: Parts): FactFinder {
	/** Categories with all subcategories. */
	async function withChildren(cids: readonly number[]): Promise<readonly number[]> {
		const all = cids.length > 0 ? await tree.all() : [];
		const found = new Set(cids);
		for (let size = 0; size !== found.size;) {
			size = found.size;
			all.filter(({ parentCid }) => found.has(parentCid)).forEach(({ cid }) => found.add(cid));
		}
		return [...found];
	}
	const placesOf = async (scope: Scope): Promise<Places> =>
		(typeof scope === 'string' ? null : scope.exactly ? scope.categories : withChildren(scope.categories));

	async function hideable(
		uid: number, { content, evidence }: Planned, by: number, places: Places,
	): Promise<Hideable> {
		if (content.posts === 'keep') {
			return { pids: [], count: 0, left: 0 };
		}
		if (content.posts === 'evidence') {
			const found = (await care.read(evidence, [])).filter(post => post !== null)
				.map(({ pid, timestamp, cid, isDeleted }) => ({ pid, at: timestamp, cid, isDeleted }));
			const split = await reach.split(found, by, places);
			const pids = split.hideable.map(({ pid }) => pid);
			return { pids, count: pids.length, left: split.left };
		}
		const total = { pids: [], count: 0, left: 0 };
		for await (const page of reach.written(uid, content.posts === 'since' ? content.since : 0, by, places)) {
			total.count += page.hideable.length;
			total.left += page.left;
		}
		return total;
	}

	/** Queued and scheduled posts that somebody may remove. */
	async function waitingFor(
		by: number, { queued, scheduled }: Holdings,
	): Promise<Pick<Holdings, 'queued' | 'scheduled'>> {
		const may = await reach.reachOf(by, [...queued, ...scheduled].map(({ cid }) => cid));
		return {
			queued: queued.filter(({ cid }) => may.queued(cid)),
			scheduled: scheduled.filter(({ cid }) => may.scheduled(cid)),
		};
	}
	async function moderatedBy(uid: number): Promise<Moderated> {
		const [now, open, lostAt] = await Promise.all([
			host.places.moderatedBy(uid), store.openOf(uid), store.lostAt(uid)]);
		return widest([now, ...open.map(({ moderated }) => moderated), ...lostAt > 0 ? ['all' as const] : []]);
	}
	return {
		moderatedBy, placesOf,
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
		async named(refusal, by) {
			const cid = refusal?.code === 'restriction-place' ? Number(refusal.facts[0]) : 0;
			const found = cid > 0 && await host.places.canRead({ cid: String(cid) }, by) ?
				(await tree.all()).find(one => one.cid === cid) : undefined;
			return refusal && found ? { ...refusal, facts: [found.name] } : refusal;
		},
		async ownRefusal(uid, by) {
			return uid === by ? refuse('restriction-own', [], { field: 'id' }) :
				await ties.areColleagues(uid, by) ? refuse('own-company') : null;
		},
		async facts(uid, planned, by) {
			const { scope } = planned;
			const holdings = await access.holdings(uid);
			if (!holdings) {
				return null;
			}
			const reached = await placesOf(scope);
			const places = reached ?? [];
			const [tied, kept, security, open, hidden, waiting] = await Promise.all([
				ties.ties(uid), managedGroups(holdings.groups.map(({ name }) => name)), securityCategories(),
				store.openOf(uid), hideable(uid, planned, by, reached), waitingFor(by, holdings),
			]);
			const remaining = security.filter(cid => !places.includes(cid));
			return {
				holdings: { ...holdings, ...waiting }, ties: tied, managedGroups: kept, places, hideable: hidden,
				securityPlaces: security,
				hasSecurityPlace: remaining.length > 0 && !closesSecurityPlaces(scope) &&
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

/** Identifies a plan by scope and steps, without what changes by mere presence (devices, number of posts). */
export function planIdOf(uid: number, scope: Scope, steps: readonly Step[]): string {
	const fixed = steps.filter(({ kind }) => kind !== 'sessions')
		.map(step => (step.kind === 'posts' ? { ...step, count: 0, left: 0 } : step));
	return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify({ uid, scope, steps: fixed })) as Json)).digest('hex').slice(0, 32);
}
