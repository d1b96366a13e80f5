import { omitBy } from 'lodash';
import * as v from 'valibot';
import { decodeBody, emptyBody } from '../../kernel/slice/body';
import { clauses } from '../../kernel/refusals/clause';
import { done, refused } from '../../kernel/refusals/outcome';
import type { AccountTerms } from '../../kernel/offers/account-terms';
import { tokenOf } from '../../kernel/refusals/message';
import { nameKey } from '../../kernel/formats/text';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { named } from '../../platform/people';
import { isPartner, type PartnerAccount } from '../company/account';
import type { EventFact } from '../timeline/event-words';
import { historyLines } from './history';
import { peoplePage } from '../people/page';
import { levelsIn, type PartnerSettings } from '../company/settings';
import type { Standings } from '../strikes/standings';
import type { PartnerStore } from '../accounts/store';
import type { StrikeStore } from '../strikes/store';
import type { Soon } from '../../kernel/host/soon';

const pageSize = 20;
const mostEvents = 200;
const states = ['suspended', 'ownerless', 'no-level', 'unknown-level'] as const;
type State = typeof states[number];
const listQuery = v.object({
	q: v.optional(v.string()), state: v.optional(v.picklist(states)),
	page: v.optional(v.pipe(v.string(), v.examples(['1', '2']))),
});

/** States that need an administrator's attention; an account can have several. */
function statesOf(account: PartnerAccount, levels: readonly string[], now: number): State[] {
	const isListed = account.level === '' || levels.includes(account.level);
	return states.filter(state => ({
		suspended: account.suspension !== null, ownerless: account.owners.length === 0,
		'no-level': !isPartner(account, now), 'unknown-level': !isListed,
	})[state]);
}

/** Searching and viewing accounts, for administrators (clause 4.12). */
export function accountAdminRoutes(
	{ store, settings, standings, strikeStore, versionOf, host }:
	{
		store: PartnerStore; settings: () => Soon<PartnerSettings>; standings: Standings;
		strikeStore: StrikeStore; versionOf: AccountTerms['nameOf']; host: Pick<Host, 'clock' | 'members' | 'translate'>;
	},
): Route[] {
	const { clock, members } = host;

	/** The account of a person, by name or uid. */
	async function partnerOf(person: string): Promise<string> {
		const uid = /^\d{1,9}$/.test(person) ? Number(person) : await members.uidOf(person);
		return uid > 0 ? (await store.memberships([uid]))[0]?.partner ?? '' : '';
	}
	async function matching(q: string, state: string): Promise<PartnerAccount[]> {
		const [levels, partner] = [levelsIn(await settings()), q === '' ? '' : await partnerOf(q)];
		const [now, words] = [clock.now(), nameKey(q)];
		const found: PartnerAccount[] = [];
		for await (const rows of store.all()) {
			const inState = rows.filter(row => state === '' || statesOf(row, levels, now).some(name => name === state));
			const textsOf = (row: PartnerAccount) => [row.id, row.company, row.email, row.contact, ...row.domains];
			found.push(...inState.filter(row =>
				q === '' || row.id === partner || textsOf(row).some(text => nameKey(text).includes(words))));
		}
		return found.sort((a, b) => a.company.localeCompare(b.company) || a.id.localeCompare(b.id));
	}
	/** Versions as readers know them. */
	async function said(fact: EventFact, language: string): Promise<Exclude<EventFact, { version: string }>> {
		return typeof fact === 'object' && 'version' in fact ?
			host.translate(tokenOf(await versionOf(fact.version)), language) : fact;
	}
	async function view(account: PartnerAccount) {
		const now = clock.now();
		const { suspension, ...rest } = account;
		return {
			...rest, suspension, isPartner: isPartner(account, now), isSuspended: suspension !== null,
			states: statesOf(account, levelsIn(await settings()), now), stage: await standings.stage(account.id),
		};
	}

	return [
		route({
			method: 'get', path: '/admin/partners', access: 'administrator', body: emptyBody,
			query: listQuery.entries,
			async handle({ query }) {
				const decoded = decodeBody(listQuery, omitBy(query, text => text === ''));
				if (!decoded.ok) {
					return decoded;
				}
				const q = (query.q ?? '').trim().slice(0, 200);
				const all = await matching(q, decoded.value.state ?? '');
				const pages = Math.max(1, Math.ceil(all.length / pageSize));
				const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.page)) || 1));
				const shown = all.slice((page - 1) * pageSize, page * pageSize);
				const [names, counts, rows] = await Promise.all([
					named(members, shown.flatMap(({ owners }) => owners)),
					Promise.all(shown.map(({ id }) => store.peopleCount(id))),
					Promise.all(shown.map(view)),
				]);
				return done({
					page, pages, total: all.length, levels: levelsIn(await settings()),
					partners: rows.map((row, index) => ({
						...row, ownerNames: row.owners.map(uid => names(uid).username), people: counts[index] ?? 0,
					})),
				});
			},
		}),
		route({
			method: 'get', path: '/admin/partners/:id', access: 'administrator', body: emptyBody,
			async handle({ params, language }) {
				const account = await store.account(params.id ?? '');
				if (!account) {
					return refused(refuse('partner-unknown', [params.id ?? ''], { field: 'id' }));
				}
				const [{ people, next }, peopleCount, events, strikes] = await Promise.all([
					peoplePage(store, account), store.peopleCount(account.id), store.lastEvents(account.id, mostEvents),
					strikeStore.history(account.id),
				]);
				const history = historyLines(events, strikes, mostEvents);
				const names = await named(members, [
					...people.map(({ uid }) => uid), ...history.flatMap(({ by, uid }) => [by, uid]),
				]);
				return done({
					...await view(account), levels: levelsIn(await settings()), clauses: Object.keys(clauses),
					people: people.map(({ uid, role, since, isHalted }) =>
						({ uid, role, since, isHalted, username: names(uid).username })),
					peopleCount, nextPeople: next,
					history: await Promise.all(history.map(async ({ event, facts, ...line }) => ({
						...event, ...line, byName: names(line.by).username, name: names(line.uid).username,
						facts: await Promise.all(facts(uid => names(uid).username || `#${uid}`).map(fact => said(fact, language))),
					}))),
				});
			},
		}),
	];
}
