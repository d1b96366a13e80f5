import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { clauseIds } from '../../kernel/refusals/clause';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Members, Clock, Database } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import { cursorField, positionIn } from '../../platform/cursor';
import type { Audience } from '../acceptance/audience';
import { firstDocument } from '../documents/first-start';
import type { Ledger } from '../ledger/ledger';
import { renderTerms } from '../text/markdown';
import { memberList } from '../acceptance/member-list';
import { longestText, type Publication } from './publication';
import type { Rollout } from '../documents/rollout';
import type { TermsSettings } from '../documents/settings';
import type { AcceptanceState } from '../documents/rules';
import type { TermsStore } from '../documents/store';
import { changeClasses, noticeKinds, type TermsDocument } from '../documents/version';
import type { Soon } from '../../kernel/host/soon';

const day = 8.64e15;
const effectiveAt = v.nullish(v.union([
	v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(day)),
	v.pipe(v.string(), v.maxLength(40), v.isoTimestamp(), v.transform(text => Date.parse(text))),
]), null);

const draftBody = v.strictObject({
	text: v.record(
		v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)),
		v.pipe(v.string(), v.maxLength(1_000_000), v.description('Markdown of a language')),
	),
	title: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
	change: v.picklist(changeClasses),
	notice: v.picklist(noticeKinds),
	changelog: v.optional(v.pipe(v.string(), v.maxLength(5000)), ''),
	effectiveAt,
	graceDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)), 0),
	notify: v.optional(v.boolean(), false),
	revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.description('The one that was read'))),
});

const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const rolloutBody = v.strictObject({
	percent,
	groups: v.optional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.maxLength(100)), []),
	declineLimit: v.optional(v.pipe(percent, v.description('Percent of declines at which it pauses by itself; 0 never')), 0),
	paused: v.optional(v.boolean(), false),
});

const publishBody = v.optional(v.strictObject({
	revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	rollout: v.optional(rolloutBody),
	/** Members are asked and recorded but not stopped, until an administrator changes the setting. */
	recordOnly: v.optional(v.boolean(), false),
}), {});

const states = ['accepted', 'owed', 'declined', 'implied'] as const satisfies readonly AcceptanceState[];
const languageField = v.optional(v.pipe(v.string(), v.maxLength(20), v.examples(['en-GB'])));

interface Parts {
	store: TermsStore;
	audience: Audience;
	ledger: Ledger;
	publication: Publication;
	clock: Clock;
	members: Members;
	database: Database;
	settings: () => Soon<TermsSettings>;
	/** Changes the setting `enforcement`. */
	enforce: (enforcement: TermsSettings['enforcement']) => Promise<void>;
}

/** Drafts, publication and "who has accepted", for administrators. */
export function adminRoutes(parts: Parts): Route[] {
	const { publication, store, clock, settings, enforce } = parts;
	const rolloutOf = ({ paused, ...rollout }: v.InferOutput<typeof rolloutBody>): Rollout =>
		({ ...rollout, pausedAt: paused ? clock.now() : 0 });
	const list = memberList(parts);
	const named = (call: RouteCall<unknown>) => call.params.document ?? '';

	async function document(id: string): Promise<Outcome<TermsDocument>> {
		const found = (await store.documents()).find(candidate => candidate.id === id);
		return found ? done(found) : refused(refuse('document-unknown', [id]));
	}

	return [
		route({
			method: 'get', path: '/admin/terms/:document/draft', access: 'administrator', body: emptyBody,
			handle: call => publication.draft(named(call)),
		}),
		route({
			method: 'put', path: '/admin/terms/:document/draft', access: 'administrator', body: draftBody,
			async handle(call) {
				const found = await document(named(call));
				if (!found.ok) {
					return found;
				}
				const { text, title, ...rest } = call.body;
				if (rest.change === 'editorial' && rest.notice === 're-accept') {
					return refused(refuse('draft-asks', [], { field: 'notice' }));
				}
				return publication.saveDraft(found.value.id, {
					...rest, title: title ?? found.value.title, texts: text,
				});
			},
		}),
		route({
			method: 'delete', path: '/admin/terms/:document/draft', access: 'administrator', body: emptyBody,
			handle: call => publication.discardDraft(named(call)),
		}),
		route({
			method: 'post', path: '/admin/terms/:document/preview', access: 'administrator',
			body: v.strictObject({ markdown: v.pipe(v.string(), v.maxLength(longestText)) }),
			async handle(call) {
				const { html, clauses, unread } = renderTerms(call.body.markdown);
				const found = new Set(clauses.map(({ id }) => id));
				return done({
					html, clauses: clauses.map(({ id, heading }) => ({ clause: id, heading })), unread,
					// Decisions cite clauses of the first document only.
					missing: named(call) === firstDocument ? clauseIds.filter(id => !found.has(id)) : [],
				});
			},
		}),
		route({
			method: 'get', path: '/admin/terms/:document/draft/diff', access: 'administrator', body: emptyBody,
			query: { language: languageField },
			handle: call => publication.difference(named(call), call.query.language ?? call.language),
		}),
		route({
			method: 'post', path: '/admin/terms/:document/publish', access: 'administrator', body: publishBody,
			async handle(call) {
				const by = call.actor.kind === 'member' ? call.actor.uid : 0;
				const { revision, rollout, recordOnly = false } = call.body;
				// Before the version takes effect, so that nobody is stopped for a moment; never if publishing is
				// refused.
				const loosen = async () =>
					(recordOnly && (await settings()).enforcement === 'block' ? enforce('record') : undefined);
				return publication.publish(named(call), by, revision, rollout && rolloutOf(rollout), loosen);
			},
		}),
		route({
			method: 'put', path: '/admin/terms/:document/rollout', access: 'administrator', body: rolloutBody,
			handle: call => publication.rollOut(named(call), rolloutOf(call.body)),
		}),
		route({
			method: 'get', path: '/admin/terms/:document/members', access: 'administrator', body: emptyBody,
			query: { state: v.optional(v.picklist(states)), cursor: cursorField },
			async handle(call) {
				const found = await document(named(call));
				if (!found.ok) {
					return found;
				}
				const { state } = call.query;
				const wanted = states.find(candidate => candidate === state) ?? null;
				if (state !== undefined && wanted === null) {
					return refused(refuse('body-invalid', ['state', states.join(' / ')], { field: 'state' }));
				}
				const from = positionIn(call.query, 'cursor');
				return from.ok ? done(await list.page(found.value, wanted, from.value)) : from;
			},
		}),
	];
}
