import { chunk, isEqual } from 'lodash';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { PartnerAccounts } from '../accounts/accounts';
import { planMilliseconds, type ImportRecord, type ImportStore } from './store';
import type { PartnerStore } from '../accounts/store';

const batch = 500;
/** This many accounts are saved while the administrator waits; the rest continues in the background. */
const waitedFor = 100;

/** Carries out plans, despite interruptions; never changes an account that the file does not name. */
export interface Importer {
	/** Starts a plan, or answers its progress; repeating it changes nothing. */
	apply(id: string, by: number): Promise<Outcome<ImportRecord>>;
	/** Resumes interrupted plans, and deletes expired ones. */
	resume(): Promise<void>;
}

interface Parts {
	store: PartnerStore;
	accounts: PartnerAccounts;
	imports: ImportStore;
	host: Pick<Host, 'clock' | 'leases' | 'log'>;
}

export function importer({ store, accounts, imports, host }: Parts): Importer {
	const { clock, leases, log } = host;

	/** Id of the first account that has changed since the plan was made. */
	async function movedOn({ id }: ImportRecord): Promise<string | null> {
		const { steps: acts = [] } = await imports.acts.read(id) ?? {};
		for (const some of chunk(acts, batch)) {
			const present = await store.accounts(some.map(act => act.id));
			const stale = some.find((act, index) => act.checked !== (present[index]?.revision ?? 0));
			if (stale) {
				return stale.id;
			}
			for (const joining of chunk(some.flatMap(act => act.joining.map(uid => ({ uid, id: act.id }))), batch)) {
				const rows = await store.memberships(joining.map(({ uid }) => uid));
				const elsewhere = rows.find((row, index) => row && row.partner !== joining[index]?.id);
				if (elsewhere) {
					return elsewhere.partner;
				}
			}
		}
		return null;
	}

	async function run(started: ImportRecord, lease: Lease): Promise<void> {
		const { id, by, leftOver: left } = started;
		await imports.acts.run(id, lease, async (act) => {
			const saved = await accounts.put(act.id, act.input, null, by);
			const facts = saved.ok ? [] : saved.refusal.facts.map(fact => (typeof fact === 'string' ? fact : fact.key));
			const one = saved.ok ? null : { id: act.id, code: saved.refusal.code, facts };
			// An interrupted attempt may have recorded it already.
			if (one && !left.some(other => isEqual(other, one))) {
				left.push(one);
				await imports.save({ ...started, leftOver: left });
			}
		});
		await imports.save({ ...started, state: 'done', leftOver: left });
		log.info('partners', `import ${id}: ${started.acts} savings of accounts, ${left.length} left over`);
	}
	/** Imports depend on all accounts, so they run one at a time. The next job continues what does not finish. */
	const onAccounts = (work: (lease: Lease) => Promise<void>): Promise<void> =>
		leases.withLease('import:partners', work, () => undefined);
	/** Continues from its recorded progress, once the lease is free. */
	const continueRun = (id: string) => onAccounts(async (lease) => {
		const now = await imports.read(id);
		await (now?.state === 'applying' ? run(now, lease) : undefined);
	});

	return {
		async apply(id, by) {
			const record = await imports.read(id);
			if (record?.state === 'done' || record?.state === 'applying') {
				return done(record);
			}
			if (record?.state !== 'planned' || record.at + planMilliseconds <= clock.now()) {
				return refused(refuse('partner-import-unknown', [], { field: 'plan' }));
			}
			if (record.errors > 0) {
				return refused(refuse('partner-import-faulty', [record.errors], { field: 'plan' }));
			}
			const answer: { value: Outcome<ImportRecord> } = { value: refused(refuse('partner-busy')) };
			await onAccounts(async (lease) => {
				const now = await imports.read(id);
				if (now?.state !== 'planned') {
					answer.value = now ? done(now) : refused(refuse('partner-import-unknown', [], { field: 'plan' }));
					return;
				}
				const stale = await movedOn(record);
				if (stale !== null) {
					answer.value = refused(refuse('partner-import-stale', [stale], { field: 'plan' }));
					return;
				}
				const started: ImportRecord = { ...record, state: 'applying', by };
				await imports.save(started);
				answer.value = done(started);
				if (record.acts <= waitedFor) {
					await run(started, lease);
				}
			});
			if (!answer.value.ok) {
				return answer.value;
			}
			if (record.acts > waitedFor) {
				void continueRun(id).catch((error: unknown) => log.error('partners', 'import', error, by));
			}
			return done(await imports.read(id) ?? answer.value.value);
		},
		async resume() {
			for (const id of await imports.ids()) {
				const record = await imports.read(id);
				if (record?.state === 'applying') {
					await continueRun(id);
				} else if (!record || record.at + planMilliseconds <= clock.now()) {
					await imports.forget(id);
				}
			}
		},
	};
}
