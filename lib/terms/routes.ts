import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { done, refused, type Outcome } from '../kernel/refusals/outcome';
import type { Clock, Site } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../kernel/slice/routes';
import type { Acceptance } from './acceptance/acceptance';
import type { Audience } from './acceptance/audience';
import type { Catalogue } from './documents/catalogue';
import type { Comparisons } from './documents/comparisons';
import { shownLanguage } from './text/language';
import type { Overview } from './acceptance/overview';
import type { Receipt } from './ledger/receipt';
import type { LedgerRecord } from './ledger/record';
import { versionInForce } from './documents/rules';
import type { Version } from './documents/version';
import { titledVersion } from './documents/version-name';

const acceptanceBody = v.strictObject({
	language: v.pipe(v.string(), v.minLength(2), v.maxLength(20)),
	hash: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
const refusalBody = v.optional(v.strictObject({
	language: v.optional(v.pipe(v.string(), v.minLength(2), v.maxLength(20))),
}), {});
const languageField = v.optional(v.pipe(v.string(), v.maxLength(20), v.examples(['en-GB'])));

/** uid of the caller of a members-only route. */
function memberOf(call: RouteCall<unknown>): number {
	return call.actor.kind === 'member' ? call.actor.uid : 0;
}

interface Parts {
	audience: Audience;
	catalogue: Catalogue;
	acceptance: Acceptance;
	overview: Overview;
	compare: Comparisons;
	receipt: (record: LedgerRecord) => Promise<Receipt>;
	clock: Clock;
	site: Site;
}

/** Reading, accepting, declining and proving (clause 2), for pages and programs. */
export function termsRoutes(parts: Parts): Route[] {
	const { audience, catalogue, acceptance, clock, site, overview, receipt } = parts;

	async function found(id: string): Promise<Outcome<Version>> {
		const version = await catalogue.version(id);
		return version ? done(version) : refused(refuse('version-unknown', [id]));
	}

	async function stateOf(version: Version, uid: number): Promise<'in-force' | 'superseded' | 'upcoming'> {
		const inForce = versionInForce((await audience.documentOf(version.document, uid))?.versions ?? [], clock.now());
		if (inForce?.id === version.id) {
			return 'in-force';
		}
		return version.n > (inForce?.n ?? 0) ? 'upcoming' : 'superseded';
	}

	return [
		route({
			method: 'get', path: '/terms', access: 'anyone', body: emptyBody,
			handle: async call => done({ documents: await overview(memberOf(call)) }),
		}),
		route({
			method: 'get', path: '/terms/:version', access: 'anyone', body: emptyBody, query: { language: languageField },
			async handle(call) {
				const version = await found(call.params.version ?? '');
				if (!version.ok) {
					return version;
				}
				const languages = Object.keys(version.value.hashes);
				const wanted = call.query.language;
				if (wanted !== undefined && !languages.includes(wanted)) {
					return refused(refuse('language-unknown', [wanted, titledVersion(version.value)], { field: 'language' }));
				}
				const language = wanted ?? shownLanguage(languages, call.language, site.defaultLanguage());
				const text = await catalogue.text(version.value.id, language);
				const { id, document, title, change, changelog, publishedAt, effectiveAt } = version.value;
				return done({
					version: id, document, title, language, languages, markdown: text?.markdown ?? '',
					html: text?.html ?? '', hash: text?.hash ?? '', change, changelog, publishedAt, effectiveAt,
					state: await stateOf(version.value, memberOf(call)),
				});
			},
		}),
		route({
			method: 'get', path: '/terms/:version/diff/:other', access: 'anyone', body: emptyBody,
			async handle(call) {
				const from = await found(call.params.version ?? '');
				const to = await found(call.params.other ?? '');
				if (!from.ok || !to.ok) {
					return from.ok ? to : from;
				}
				const compared = await parts.compare(from.value, to.value, call.language);
				return done({ from: from.value.id, to: to.value.id, ...compared });
			},
		}),
		route({
			method: 'post', path: '/terms/:version/acceptance', access: 'member', body: acceptanceBody,
			async handle(call) {
				const accepted = await acceptance.accept({
					uid: memberOf(call), versionId: call.params.version ?? '', language: call.body.language,
					hash: call.body.hash, method: 'api',
				});
				return accepted.ok ? done({ receipt: await receipt(accepted.value) }) : accepted;
			},
		}),
		route({
			method: 'post', path: '/terms/:version/refusal', access: 'member', body: refusalBody,
			async handle(call) {
				const version = await found(call.params.version ?? '');
				if (!version.ok) {
					return version;
				}
				const language = call.body.language ??
					shownLanguage(Object.keys(version.value.hashes), call.language, site.defaultLanguage());
				const declined = await acceptance.decline({
					uid: memberOf(call), versionId: version.value.id, language, method: 'api',
				});
				return declined.ok ? done({ record: declined.value.id }) : declined;
			},
		}),
	];
}
