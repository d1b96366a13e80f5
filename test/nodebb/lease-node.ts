import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { restrictionFrom } from '../../lib/access/termination/decided';
import { restrictionStore, type RestrictionStore } from '../../lib/access/restriction/store';
import { nodebbDatabase } from '../../lib/nodebb/core/database';
import { nodebbLeases } from '../../lib/nodebb/core/leases';
import { decisionSchema, type Restriction } from '../../lib/access/restriction/restriction';
import { parse } from 'valibot';

/**
 * One node of a forum for `two-processes.spec.ts`: NodeBB's own database module of the installation, and our leases and
 * stores over it. Says by messages where it is, so that it can be killed there.
 */
interface Nconf { use(store: 'memory'): void; set(key: string, value: unknown): void }

const say = (word: string, value: unknown = null): void => void process.send?.({ word, value });
const forEver = () => new Promise<never>(() => undefined);

async function openDatabase(): Promise<void> {
	const dir = process.env.NODEBB_DIR ?? '';
	const load = createRequire(join(dir, 'package.json'));
	const host = (path: string): unknown => load(join(dir, path));
	const nconf = host('node_modules/nconf') as Nconf;
	nconf.use('memory');
	const setup = JSON.parse(process.env.SPEC_DATABASE ?? '{}') as Record<string, unknown>;
	Object.entries(setup).forEach(([key, value]) => nconf.set(key, value));
	Object.assign(globalThis, { nodebb: { require: host } });
	await (host('./src/database') as { init(): Promise<void> }).init();
}

/** A restriction as it is when it is decided. */
const fresh = (id: number, uid: number): Restriction => restrictionFrom(
	parse(decisionSchema, { uid, scope: 'chat', clause: '4.1' }),
	{ id, moderated: [], by: 1, now: Date.now(), noticeDays: 30, reporters: [] });
const add = async (store: RestrictionStore, uid: number) => store.add(fresh(await store.nextId(), uid), decided, 0);
const decided = { at: 1, by: 1, kind: 'decided', words: '' } as const;

async function main([, , act, name = '', count = '0']: string[]): Promise<void> {
	await openDatabase();
	const database = nodebbDatabase({ error: () => undefined, info: () => undefined });
	const { withLease } = nodebbLeases(database);
	const uid = Number(count);
	say('ready');
	switch (act) {
		case 'hold':
			return withLease(`partner:${name}`, async () => {
				say('held');
				return forEver();
			}, () => say('busy'));
		case 'take':
			return withLease(`partner:${name}`, async () => say('held'), () => say('busy'));
		case 'count':
			for (let turn = 0; turn < uid; turn += 1) {
				await withLease(`partner:${name}`, async () => {
					const row = await database.getObject(`forum-terms:spec:${name}`);
					await sleep(Math.random() * 3);
					await database.setObject(`forum-terms:spec:${name}`, { sum: Number(row?.sum ?? 0) + 1 });
					// From here on NodeBB has it in this process's memory, which no other process corrects.
					await database.getObject(`forum-terms:spec:${name}`);
				}, () => say('busy'));
			}
			return say('sum', (await database.getObject(`forum-terms:spec:${name}`))?.sum);
		case 'die-listing': {
			// Reaches the moment between the record and what finds it again, and stays there.
			const dying = { ...database, sortedSetAddBulk: async () => {
				say('held');
				return forEver();
			} };
			return withLease(`member:${uid}`, async () => void await add(restrictionStore(dying), uid), () => say('busy'));
		}
		case 'restrict':
			return withLease(`member:${uid}`, async () => {
				const store = restrictionStore(database);
				const open = await store.openOf(uid);
				say('open', open.length === 0 ? [await add(store, uid)].length : 'restriction-exists');
			}, () => say('busy'));
		case 'look': {
			const store = restrictionStore(database);
			const left = (await store.unlisted()).filter(one => one.uid === uid);
			for (const { id } of left) {
				await withLease(`member:${uid}`, () => store.drop(id), () => say('busy'));
			}
			const rows = await store.read(left.map(({ id }) => id));
			return say('looked', { left: left.length, rows: rows.length, open: (await store.openOf(uid)).length });
		}
		default: throw new Error(`unknown act ${act}`);
	}
}

main(process.argv).then(() => process.exit(0), (error: unknown) => {
	console.error(error);
	process.exit(1);
});
