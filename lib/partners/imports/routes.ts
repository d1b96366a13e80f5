import * as v from 'valibot';
import { emptyBody, misshapen } from '../../kernel/slice/body';
import { base64Bytes } from '../../kernel/formats/encoding';
import type { Actor } from '../../kernel/host/member';
import { refusalMessage } from '../../kernel/refusals/message';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { decoded, type Encoding } from '../../platform/rows-file/decoding';
import type { PartnerAccounts } from '../accounts/accounts';
import { importPlanner, type PlannedImport } from './plan';
import { importStore, type ImportRecord } from './store';
import { importer } from './importer';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

const planId = v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w-]+$/));

/** Maximum length of `text`, and of `file` in base64. NodeBB accepts 1,048,576 bytes of JSON. */
const mostCharacters = 1_000_000;
const format = v.picklist(['csv', 'json']);
// As base64 in JSON, because NodeBB writes a multipart upload to disk before it authenticates.
const file = v.pipe(v.string(), v.description('The bytes of the file in base64, 750 kB at most'),
	v.examples(['aWQsY29tcGFueSxvd25lcnMK']));
const bodySchema = v.union([
	v.strictObject({ mode: v.literal('plan'), format, text: v.string() }),
	v.strictObject({ mode: v.literal('plan'), format, file }),
	v.strictObject({ mode: v.literal('apply'), plan: planId }),
]);
type Planning = Extract<v.InferOutput<typeof bodySchema>, { mode: 'plan' }>;

const tooLarge = (field: string, kilobytes: number) =>
	refused(refuse('partner-import-large', [kilobytes], { field }));

/** The text of a file and its encoding; null for text that was sent as such. */
function textIn(body: Planning): Outcome<{ text: string; encoding: Encoding | null }> {
	if ('text' in body) {
		return body.text.length > mostCharacters ? tooLarge('text', 1000) : done({ text: body.text, encoding: null });
	}
	if (body.file.length > mostCharacters) {
		return tooLarge('file', 750);
	}
	const bytes = base64Bytes(body.file);
	if (!bytes) {
		return refused(misshapen('file', { kind: 'shape', fact: 'base64' }));
	}
	const read = decoded(bytes);
	// A workbook or a picture: its rows would be named by what nobody can read.
	return read.text.includes('\0') ? refused(refuse('partner-import-no-text', [], { field: 'file' })) : done(read);
}

const uidOf = (actor: Actor) => (actor.kind === 'member' ? actor.uid : 0);

/** Imports of partners: a plan that names every error, then all of it or nothing (clause 4.12). */
export function partnerImportRoutes({ store, accounts, settings, host }: {
	store: PartnerStore; accounts: PartnerAccounts; settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'database' | 'clock' | 'leases' | 'log' | 'members' | 'nonce' | 'pause' | 'translate'>;
}): Route[] {
	const imports = importStore(host.database);
	const plan = importPlanner({ store, settings, imports, host });
	const { apply } = importer({ store, accounts, imports, host });
	const sentence = (refusal: Refusal, language: string) => host.translate(refusalMessage(refusal), language);

	async function planView(planned: PlannedImport, language: string) {
		const { record, problems, problemCount, steps, counts, expiresAt, names } = planned;
		const people = (rows: readonly { uid: number; role: string }[]) =>
			rows.map(({ uid, role }) => ({ uid, role, username: names.get(uid) ?? '' }));
		return {
			plan: record.id, hash: record.hash, expiresAt, counts, errorCount: problemCount,
			errors: await Promise.all(problems.map(async ({ line, column, refusal }) => ({
				line, column, field: refusal.field ?? '', code: refusal.code, message: await sentence(refusal, language),
			}))),
			steps: steps.map(step => ({
				line: step.line, id: step.id, company: step.input.company, act: step.act, changes: step.changes,
				joined: people(step.people.joined), left: people(step.people.left),
			})),
		};
	}
	async function stateView({ id, state, next, acts, leftOver }: ImportRecord, language: string) {
		return {
			plan: id, state, done: next, total: acts,
			leftOver: await Promise.all(leftOver.map(async ({ id: account, code, facts }) => ({
				id: account, code, message: await sentence(refuse(code as Refusal['code'], facts), language),
			}))),
		};
	}

	return [
		route({
			method: 'post', path: '/admin/partners/import', access: 'administrator', body: bodySchema,
			async handle({ body, actor, language }): Promise<Outcome<object>> {
				const by = uidOf(actor);
				if (body.mode === 'apply') {
					const applied = await apply(body.plan, by);
					return applied.ok ? done(await stateView(applied.value, language)) : applied;
				}
				const read = textIn(body);
				return read.ok ? done({
					encoding: read.value.encoding,
					...await planView(await plan(host.nonce(), body.format, read.value.text, by), language),
				}) : read;
			},
		}),
		route({
			method: 'get', path: '/admin/partners/import/:plan', access: 'administrator', body: emptyBody,
			async handle({ params, language }) {
				const record = await imports.read(params.plan ?? '');
				return record ? done(await stateView(record, language)) :
					refused(refuse('partner-import-unknown', [], { field: 'plan' }));
			},
		}),
	];
}
