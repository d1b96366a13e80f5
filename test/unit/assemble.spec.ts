import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { assemble } from '../../lib/kernel/slice/assemble';
import { RefusedError } from '../../lib/kernel/slice/edges';
import { ownDataOf } from '../../lib/kernel/slice/own-data';
import type { PageCall, Route, RouteCall } from '../../lib/kernel/slice/routes';
import type { Slice } from '../../lib/kernel/slice/slice';
import { createPlugin } from '../../lib/plugin';
import { pacedRoutes } from '../../lib/platform/paced-routes';
import { paceOf } from '../../lib/platform/pace';
import { hostInMemory } from '../builders/host';
import { root } from '../docs';
import { spareSlice } from '../builders/spare-slice';

type Handler = (payload: object) => Promise<Record<string, unknown>>;
const call = (more: object) => ({ params: {}, query: {}, language: 'de', actor: { kind: 'member', uid: 1 }, ...more });

/** The whole plugin with one more slice, of which no other knows. */
function withSpare(more: Partial<Slice> = {}) {
	const lines: string[] = [];
	const memory = hostInMemory({ packagedText: path => readFile(join(root, path), 'utf8') });
	const log = { ...memory.host.log, info: (slice: string, line: string) => void lines.push(`${slice}: ${line}`) };
	const spare = spareSlice();
	const host = { ...memory.host, log };
	const others = createPlugin(memory.host).slices.filter(({ name }) => name !== 'plugin');
	const slices = [...others, { ...spare.slice, ...more }];
	const plugin = assemble(slices, host);
	const handler = (slice: string, name: string) => plugin.handlers[slice]?.[name] as Handler;
	return { ...memory, ...spare, plugin, slices, handler, lines };
}

/** The path that the host would call for an address. */
const matching = <A extends { path: string }>(addresses: readonly A[], path: string) => addresses.find(one =>
	new RegExp(`^${one.path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path));

describe('one more slice', () => {
	it('has its settings checked, read and shown, and only what is meant for browsers told to them', async () => {
		const { handler, plugin, settings } = withSpare();
		const save = (spareDays: string) =>
			handler('plugin', 'settingsSave')({ plugin: 'forum-terms', settings: { spareDays } });
		await assert.rejects(save('10'), RefusedError);
		await save('4');
		settings.spareDays = '4';
		const { forumTerms } = await handler('plugin', 'config')({ uid: 7 });
		const { spareDays, spareSecret } = forumTerms as Record<string, unknown>;
		assert.deepEqual([spareDays, spareSecret], [4, undefined]);
		const page = matching(plugin.addresses.pages, '/admin/plugins/forum-terms') ?? assert.fail();
		const shown = await page.render(call({ query: { x: 'y' } }) as PageCall);
		assert.ok('data' in shown);
		type Row = { id?: string; name?: string; settings?: Row[]; key?: string; value?: unknown };
		const { tabs, settingGroups, spareNotes, asked } = shown.data as Record<string, Row[]>;
		const rows = settingGroups?.find(({ name }) => name === 'spare')?.settings;
		assert.deepEqual(tabs?.find(({ id }) => id === 'spare'), { id: 'spare', title: 'spare:tab', isOpen: false });
		assert.equal(rows?.find(({ key }) => key === 'spareDays')?.value, 4);
		assert.deepEqual([spareNotes, asked], [2, 'y']);
	});

	it("tells browsers its part, and another slice's failure costs the page that part alone", async () => {
		const broken: Slice = { name: 'broken', clause: '2', clientConfig: async () => Promise.reject(new Error('no database')) };
		const { slices, host, errors } = withSpare();
		const { handlers } = assemble([broken, ...slices], host);
		const { forumTerms } = await (handlers.plugin?.config as Handler)({ uid: '7' });
		const { spareNote, spareDays, isRestricted } = forumTerms as Record<string, unknown>;
		assert.deepEqual([spareNote, spareDays, isRestricted], ['a note', 3, false]);
		assert.deepEqual(errors, [{ slice: 'broken', event: 'clientConfig' }]);
	});

	it('has its hooks called by name, each with its own way to fail', async () => {
		const { handler, errors } = withSpare();
		assert.deepEqual(await handler('spare', 'noted')({ uid: 7 }), { uid: 7, note: 'seen' });
		assert.deepEqual(await handler('spare', 'open')({ uid: 7 }), { uid: 7 });
		assert.deepEqual(await handler('spare', 'held')({ uid: 7, shouldQueue: false }), { uid: 7, shouldQueue: true });
		await assert.rejects(handler('spare', 'closed')({ data: { uid: 7 } }), (error: unknown) =>
			error instanceof RefusedError && error.refusal.code === 'store-unavailable');
		assert.deepEqual(errors, ['open', 'held', 'closed'].map(event => ({ slice: 'spare', event })));
	});

	it('has several hooks called as one, in their order, each with its own way to fail', async () => {
		const { plugin, errors } = withSpare();
		const together = (...names: string[]) => plugin.together(names.map(name => `spare.${name}`)) as Handler;
		assert.deepEqual(await together('open', 'held', 'noted')({ uid: 7, shouldQueue: false }),
			{ uid: 7, shouldQueue: true, note: 'seen' });
		const payload = { data: { uid: 7 } };
		await assert.rejects(together('open', 'closed', 'noted')(payload), RefusedError);
		assert.deepEqual(payload, { data: { uid: 7 } });
		assert.deepEqual(errors.map(({ event }) => event), ['open', 'held', 'open', 'closed']);
		assert.throws(() => together('open', 'spelt'), /spare\.spelt/);
	});

	it('is found at its addresses, the literal one before the one with a parameter, and its clause is cited', async () => {
		const { plugin, host } = withSpare();
		const gets = plugin.addresses.routes.filter(({ method }) => method === 'get');
		const said = async (path: string) => {
			const answer = await matching(gets, path)?.handle(call({}) as unknown as RouteCall<unknown>);
			return answer?.ok ? answer.value : answer?.refusal;
		};
		assert.deepEqual([await said('/spare/all'), await said('/spare/5')], ['all', 'one']);
		host.database.incrObjectField = async () => 1_000_000;
		const writes = plugin.addresses.routes.filter(({ path, method }) => path === '/spare/:id' && method === 'put');
		const [put] = pacedRoutes(writes, { pace: paceOf(host), members: host.members });
		const refused = await put?.handle(call({ actor: { kind: 'member', uid: 7 } }) as unknown as RouteCall<unknown>);
		assert.equal(refused && !refused.ok && refused.refusal.clause, '4.9');
	});

	it('has its guards fail closed', async () => {
		const { plugin, errors } = withSpare();
		const guard = plugin.addresses.guards.find(({ write }) => write === 'api.spare') ?? assert.fail();
		assert.equal((await guard.examine({ actor: { kind: 'guest' }, data: {} }))?.code, 'store-unavailable');
		assert.deepEqual(errors, [{ slice: 'spare', event: 'api.spare' }]);
	});

	it('is prepared, and has its jobs run with a line in the log when there is one', async () => {
		const { plugin, jobs, seen, kept, lines } = withSpare();
		await plugin.start();
		assert.deepEqual(seen, ['prepared']);
		await jobs.get('forum-terms-spare')?.();
		kept.clear();
		await jobs.get('forum-terms-spare')?.();
		assert.deepEqual(lines.filter(line => line.startsWith('spare')), ['spare: 2 notes']);
	});

	it('tells a member what it holds of them, beside what the others do', async () => {
		const { slices } = withSpare();
		const { spare, inForce } = await ownDataOf(slices)(7, 'de', { kind: 'page' });
		assert.deepEqual([spare, inForce], [{ note: 'a note', language: 'de', kind: 'page' }, []]);
	});
});

describe('an account that is deleted', () => {
	it('is forgotten by every slice, by the one hook there is', async () => {
		const { handler, kept } = withSpare();
		await handler('plugin', 'userDeleted')({ uid: '7' });
		assert.deepEqual([...kept.keys()], [8]);
		await handler('plugin', 'userDeleted')({ uid: 'https://far.example/uid/8' });
		assert.deepEqual([...kept.keys()], [8]);
	});

	it('stays as long as one slice cannot forget it, and all others have by then', async () => {
		const broken: Slice = { name: 'broken', clause: '2', forget: async () => Promise.reject(new Error('gone')) };
		const { slices, kept, host, errors } = withSpare();
		const { handlers } = assemble([broken, ...slices], host);
		await assert.rejects((handlers.plugin?.userDeleted as Handler)({ uid: 7 }), RefusedError);
		assert.deepEqual([[...kept.keys()], errors], [[8], [{ slice: 'plugin', event: 'userDeleted' }]]);
	});
});

describe('addresses', () => {
	const { host } = hostInMemory();
	const { addresses } = createPlugin(host);

	it('law: every one is reached by itself, whatever stands in its parameters', () => {
		const { routes, downloads, pages } = addresses;
		const gets = [...routes.filter(({ method }) => method === 'get'), ...downloads];
		const groups: { path: string }[][] = [gets, pages, ...(['post', 'put', 'delete'] as const).map(method =>
			routes.filter(one => one.method === method))];
		for (const group of groups) {
			for (const { path } of group) {
				assert.equal(matching(group, path.replace(/:\w+/g, 'some-value'))?.path, path);
			}
		}
	});

	it('law: the order in which slices hand them over means nothing', () => {
		const part = fc.constantFrom('a', 'b', ':x', ':y', 'z');
		const paths = fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 4 }).map(parts => `/${parts.join('/')}`),
			{ maxLength: 12, selector: path => path.replace(/:\w/g, ':') });
		const routesOf = (list: readonly string[]): string[] => {
			const routes = list.map(path => ({ method: 'get', path }) as Route);
			return assemble([{ name: 'spec', clause: '2', routes }], host).addresses.routes.map(({ path }) => path);
		};
		fc.assert(fc.property(paths, fc.gen(), (list, pick) => {
			const shuffled = pick(fc.shuffledSubarray, list, { minLength: list.length });
			assert.deepEqual(routesOf(shuffled), routesOf(list));
			for (const path of list) {
				const called = path.replace(/:\w+/g, 'v');
				const literal = (one: string) => one.split('/').map(name => Number(name.startsWith(':'))).join('');
				const found = matching(routesOf(list).map(one => ({ path: one })), called)?.path ?? '';
				assert.ok(literal(found) <= literal(path), `${called}: ${found} before ${path}`);
			}
		}), { numRuns: 300 });
	});
});
