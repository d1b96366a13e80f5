import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Members } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import { versionIdSchema } from '../../kernel/refusals/wire';
import type { Acceptance } from '../acceptance/acceptance';
import type { Announcements } from './announcement';
import type { Catalogue } from '../documents/catalogue';
import type { Forecast } from './forecast';
import type { Receipt } from '../ledger/receipt';
import type { LedgerRecord } from '../ledger/record';
import { isRenewal } from '../documents/renewal';
import type { TermsStore } from '../documents/store';
import { plainSettings, type DocumentSettings, type Renewal, type TermsDocument } from '../documents/version';

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));

const settingsEntries = {
	title: v.optional(name),
	groups: v.optional(v.pipe(v.array(name), v.maxLength(100))),
	cids: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxLength(500))),
	renewal: v.optional(v.pipe(v.string(), v.maxLength(10), v.check(isRenewal, 'none / month / quarter / year / 90d'),
		v.examples(['none', 'month', 'quarter', 'year', '90d']), v.transform(text => text as Renewal))),
	reminderDays: v.optional(whole(365)),
	mostReminders: v.optional(whole(50)),
	readingSeconds: v.optional(whole(3600)),
	archived: v.optional(v.boolean()),
};
const newDocument = v.strictObject({
	document: v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*[a-z0-9]$/)), ...settingsEntries, title: name,
});
const changedDocument = v.strictObject(settingsEntries);
const onBehalf = v.strictObject({ version: versionIdSchema, language: v.pipe(v.string(), v.maxLength(20)), reason });
const recallBody = v.strictObject({ document: v.pipe(v.string(), v.maxLength(60)), reason });

const actorUid = (call: RouteCall<unknown>): number => (call.actor.kind === 'member' ? call.actor.uid : 0);

function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as
		{ [K in keyof T]: Exclude<T[K], undefined> };
}

interface Parts {
	store: TermsStore;
	catalogue: Catalogue;
	acceptance: Acceptance;
	announcements: Announcements;
	receipt: (record: LedgerRecord) => Promise<Receipt>;
	forecast: (document: string) => Promise<Outcome<Forecast>>;
	members: Members;
}

/** Documents and their audience, the forecast, and what staff do for or about a single member. */
export function documentRoutes(parts: Parts): Route[] {
	const { store, catalogue, acceptance, announcements, forecast, members, receipt } = parts;

	const viewOf = ({ versions, ...document }: TermsDocument) =>
		({ ...document, version: versions.at(-1)?.id ?? '', versions: versions.length });
	const find = async (id: string) => (await store.documents()).find(document => document.id === id);

	async function save(id: string, settings: DocumentSettings): Promise<Outcome<unknown>> {
		const missing = await members.missingGroups(settings.groups);
		if (missing.length > 0) {
			return refused(refuse('document-invalid', [missing.join(', ')], { field: 'groups' }));
		}
		await store.saveDocument(id, settings);
		catalogue.forget();
		const saved = await find(id);
		return saved ? done(viewOf(saved)) : refused(refuse('document-unknown', [id]));
	}

	async function member(call: RouteCall<unknown>): Promise<Outcome<number>> {
		const text = call.params.uid ?? '';
		const uid = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0;
		const [profile] = uid > 0 ? await members.profiles([uid]) : [null];
		return profile ? done(uid) : refused(refuse('member-unknown', [text], { field: 'uid' }));
	}

	return [
		route({
			method: 'post', path: '/admin/announcements', access: 'administrator', body: emptyBody,
			handle: async () => done({
				told: await announcements.announce(), reminded: await announcements.remind(),
			}),
		}),
		route({
			method: 'get', path: '/admin/terms', access: 'administrator', body: emptyBody,
			handle: async () => done({ documents: (await store.documents()).map(viewOf) }),
		}),
		route({
			method: 'post', path: '/admin/terms', access: 'administrator', body: newDocument,
			async handle({ body: { document, ...settings } }) {
				return await find(document) ? refused(refuse('document-exists', [document], { field: 'document' })) :
					save(document, { ...plainSettings, ...present(settings) });
			},
		}),
		route({
			method: 'put', path: '/admin/terms/:document', access: 'administrator', body: changedDocument,
			async handle({ params, body }) {
				const found = await find(params.document ?? '');
				const { id = '', versions: _versions, ...settings } = found ?? {};
				return found ? save(id, { ...plainSettings, ...settings, ...present(body) }) :
					refused(refuse('document-unknown', [params.document ?? '']));
			},
		}),
		route({
			method: 'get', path: '/admin/terms/:document/forecast', access: 'administrator', body: emptyBody,
			handle: ({ params }) => forecast(params.document ?? ''),
		}),
		route({
			method: 'post', path: '/admin/members/:uid/acceptance', access: 'administrator', body: onBehalf,
			async handle(call) {
				const uid = await member(call);
				if (!uid.ok) {
					return uid;
				}
				const { version, language } = call.body;
				const accepted = await acceptance.accept({
					uid: uid.value, versionId: version, language, method: 'behalf',
					behalf: { uid: actorUid(call), reason: call.body.reason },
				});
				return accepted.ok ? done({ receipt: await receipt(accepted.value) }) : accepted;
			},
		}),
		route({
			method: 'post', path: '/admin/members/:uid/recall', access: 'administrator', body: recallBody,
			async handle(call) {
				const uid = await member(call);
				if (!uid.ok) {
					return uid;
				}
				const recalled = await acceptance.recall({
					uid: uid.value, document: call.body.document, by: actorUid(call), reason: call.body.reason,
				});
				return recalled.ok ? done({ record: recalled.value.id }) : recalled;
			},
		}),
	];
}
