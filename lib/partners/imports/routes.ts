import * as v from 'valibot';
import { emptyBody } from '../../kernel/edge/body';
import type { Actor } from '../../kernel/host/member';
import { refusalMessage } from '../../kernel/edge/message';
import { done, refused, type Outcome } from '../../kernel/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse, type Refusal } from '../../kernel/refusal';
import { route, type Route } from '../../kernel/edge/routes';
import type { PartnerAccounts } from '../accounts/accounts';
import { importPlanner, type PlannedImport } from './plan';
import { importStore, mostParts, type ImportRecord } from './store';
import { importer } from './importer';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';

const planId = v.pipe(v.string(), v.maxLength(100), v.regex(/^[\w-]+$/));
const part = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostParts - 1));

/**
 * A text longer than a request can be comes in parts: all but the last with `more`, each with its number and, from the
 * second on, the `upload` that the first was answered with.
 */
const bodySchema = v.variant('mode', [
	v.strictObject({
		mode: v.literal('plan'), format: v.picklist(['csv', 'json']), text: v.pipe(v.string(), v.maxLength(1_000_000)),
		upload: v.optional(planId), part: v.optional(part, 0), more: v.optional(v.boolean(), false),
	}),
	v.strictObject({ mode: v.literal('apply'), plan: planId }),
]);
type Planning = Extract<v.InferOutput<typeof bodySchema>, { mode: 'plan' }>;

const uidOf = (actor: Actor) => (actor.kind === 'member' ? actor.uid : 0);

/** Lists of partners from files: a plan that names every error, then all of it or nothing (clause 4.12). */
export function partnerImportRoutes({ store, accounts, settings, host }: {
	store: PartnerStore; accounts: PartnerAccounts; settings: () => Promise<PartnerSettings>;
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
	/** The whole text, or null while parts of it are still to come. */
	async function received(body: Planning, id: string, by: number): Promise<Outcome<string | null>> {
		const missing = () => refused(refuse('partner-import-part', [body.part], { field: 'part' }));
		if (!body.upload) {
			if (body.part > 0) {
				return missing();
			}
			if (!body.more) {
				return done(body.text);
			}
			await imports.save({
				id, state: 'receiving', hash: '', by, at: host.clock.now(), errors: 0, acts: 0, next: 0, leftOver: [],
			});
		}
		const record = await imports.read(id);
		// A plan that was made of these parts may be made again; one that is carried out may not.
		if (!record || record.by !== by || !['receiving', 'planned'].includes(record.state)) {
			return refused(refuse('partner-import-unknown', [], { field: 'upload' }));
		}
		await imports.saveText(id, body.part, body.text);
		const texts = body.more ? [] : await imports.texts(id, body.part);
		return texts ? done(body.more ? null : texts.join('')) : missing();
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
				const id = body.upload ?? host.nonce();
				const text = await received(body, id, by);
				if (!text.ok) {
					return text;
				}
				return done(text.value === null ? { upload: id, part: body.part } :
					await planView(await plan(id, body.format, text.value, by), language));
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
