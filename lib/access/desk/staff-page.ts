import type { CategoryTree } from '../../kernel/host/category-tree';
import { uidOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import { languageToken } from '../../kernel/refusals/message';
import type { Page, PageAnswer } from '../../kernel/slice/routes';
import { cursorOf, positionIn } from '../../platform/cursor';
import type { Appeals } from '../appeals/appeals';
import type { FactFinder } from '../termination/facts';
import { filterNamed, listFilters } from '../restriction/list-filter';
import { plannerForm } from './planner-form';
import type { ReferralOffers } from './referral-offer';
import type { Restrictions } from '../termination/restrictions';
import { mayRestrict } from './routes';
import type { AccessSettings } from '../restriction/settings';
import { caseOf, lineOf } from './staff-line';
import type { RestrictionStore } from '../restriction/store';
import { effectViews, eventViews, restrictionViews } from '../restriction/view';
import type { Soon } from '../../kernel/host/soon';

const title = '[[forum-terms:restriction.page]]';
const template = 'forum-terms/restrictions';
const pageSize = 20;
const mostOfMember = 200;

interface Parts {
	restrictions: Restrictions;
	appeals: Pick<Appeals, 'mayAnswer'>;
	facts: Pick<FactFinder, 'rights' | 'ownRefusal'>;
	store: Pick<RestrictionStore, 'events'>;
	referralOf: ReferralOffers;
	settings(): Soon<AccessSettings>;
	host: Pick<Host, 'members' | 'places' | 'clock' | 'translate'> & { categories: Pick<CategoryTree, 'all'> };
}

const number = (text: string | undefined): number => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

/** The restrictions page for people who ban, mute or moderate: list, case, planner (clause 6). */
export function restrictionsPage(parts: Parts): Page {
	const { restrictions, appeals, facts, store, referralOf, host } = parts;
	const { members, translate, categories } = host;
	const form = plannerForm(parts);

	async function list(uid: number, query: Record<string, string>): Promise<PageAnswer> {
		const filter = filterNamed(query.state ?? '') ?? 'all';
		const from = positionIn(query, 'before');
		const [{ rows, next }, tree] = await Promise.all([
			restrictions.list(uid, { count: pageSize, from: from.ok ? from.value : null, uid: 0, filter }),
			categories.all(),
		]);
		const lines = (await restrictionViews(rows, members)).map(view => lineOf(view, tree));
		return {
			template,
			data: {
				title, isList: true, lines, next: cursorOf(next) ?? 0, filter,
				filters: listFilters.map(name => ({ name, isActive: name === filter })), isFiltered: filter !== 'all',
			},
		};
	}

	async function one(uid: number, id: number, language: string): Promise<PageAnswer> {
		const found = await restrictions.read(id, uid);
		if (!found.ok) {
			return { notFound: true };
		}
		const { restriction, effects, toConfirm } = found.value;
		const own = await facts.ownRefusal(restriction.uid, uid);
		const say = restriction.appeal?.state === 'open' && !own ? await appeals.mayAnswer(restriction, uid) : null;
		const [[view], tree, said, events, planner, referral] = await Promise.all([
			restrictionViews([restriction], members), categories.all(), effectViews(effects, language, translate),
			store.events(id).then(rows => eventViews(rows, members)), form(uid, {}, []),
			referralOf(restriction, uid),
		]);
		return view ? {
			template,
			data: {
				title, isCase: true, clauses: planner.clauses, ...lineOf(view, tree),
				...caseOf(view, said, events, { mayAnswer: say?.ok === true, mayDecide: own === null }),
				toConfirm: toConfirm.map(item =>
					({ ...item, says: languageToken(`forum-terms:restriction.claim.${item.kind}`, [item.name]) })),
				referral: referral && {
					...referral, lead: languageToken('forum-terms:restriction.referral-lead', [referral.company]),
					says: languageToken('forum-terms:restriction.referral', [referral.company]),
				},
				...say && !say.ok ? {
					otherDeciders: say.refusal.facts[0],
					others: languageToken('forum-terms:restriction.other-deciders', say.refusal.facts.slice(0, 1)),
				} : {},
				isOnlyDecider: say?.ok === true && say.value.isAlone,
			},
		} : { notFound: true };
	}

	async function planner(uid: number, query: Record<string, string>): Promise<PageAnswer> {
		const tree = await categories.all();
		const filled = await form(uid, query, tree);
		const known = Number(filled.memberUid) > 0 ? await restrictions.list(uid, {
			count: mostOfMember, from: null, uid: Number(filled.memberUid), filter: 'all',
		}) : { rows: [] };
		const lines = (await restrictionViews(known.rows, members)).map(view => lineOf(view, tree));
		return { template, data: { title, isPlanner: true, ...filled, lines } };
	}

	return {
		path: '/forum-terms/restrictions', access: 'member', kind: 'public', title,
		async render({ actor, query, language }) {
			const uid = uidOf(actor);
			if (!await mayRestrict(facts, actor)) {
				return { notAllowed: true };
			}
			if (query.id !== undefined) {
				return one(uid, number(query.id), language);
			}
			const isPlanner = ['new', 'uid', 'pid'].some(name => query[name] !== undefined);
			return isPlanner ? planner(uid, query) : list(uid, query);
		},
	};
}

/** From a member's menu to the planner: NodeBB's menu links only below the account. */
export const plannerLink: Page = {
	path: '/user/:userslug/forum-terms-access/:uid', access: 'member', kind: 'public', title,
	async render({ params }) {
		await Promise.resolve();
		return { redirect: `/forum-terms/restrictions?uid=${number(params.uid)}` };
	},
};
