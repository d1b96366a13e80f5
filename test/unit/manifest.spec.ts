import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { camelCase, countBy, get } from 'lodash';
import { refusalTable } from '../../lib/kernel/refusals/refusal';
import { createPlugin } from '../../lib/plugin';
import { hostInMemory } from '../builders/host';
import { wiring } from '../builders/wiring';
import { moduleFiles } from '../sandbox/server/client-bundle';

const root = resolve(__dirname, '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;
const files = (folder: string, ending: string) => (readdirSync(join(root, folder), { recursive: true }) as string[])
	.filter(path => path.endsWith(ending)).map(path => join(folder, path));

interface Manifest {
	modules?: Record<string, string>;
	scripts?: string[];
	scss?: string[];
}
const manifest = json('plugin.json') as unknown as Manifest;
const plugin = createRequire(__filename)(join(root, 'dist', 'lib', 'index.js')) as Record<string, unknown>;

const { addresses, handlers, slices } = createPlugin(hostInMemory().host);
const allSettings = Object.assign({}, ...slices.map(({ settings = {} }) => settings)) as object;

/** All keys of a language file, nested ones with dots. */
function keysOf(entries: Record<string, unknown>, prefix = ''): string[] {
	return Object.entries(entries).flatMap(([key, value]) => (typeof value === 'string' ?
		[prefix + key] : keysOf(value as Record<string, unknown>, `${prefix}${key}.`)));
}

describe('plugin.json', () => {
	const rows = wiring();

	for (const { hook, method, calls } of rows) {
		it(`${hook} finds ${calls.join(', ')}, a native async function`, () => {
			for (const name of [method, ...calls]) {
				const handler: unknown = get(plugin, name);
				assert.equal(typeof handler, 'function', name);
				assert.equal((handler as () => void).constructor.name, 'AsyncFunction', name);
			}
		});
	}

	it('has NodeBB call the plugin once per hook and priority, however many handlers listen', () => {
		const times = countBy(rows, ({ hook, priority }) => `${hook} at ${priority}`);
		assert.deepEqual(Object.entries(times).filter(([, count]) => count > 1), []);
		for (const { hook, priority, method, calls } of rows) {
			const name = `${camelCase(hook)}${priority === 10 ? '' : priority}`;
			assert.equal(method, calls.length > 1 ? `together.${name}` : calls[0]);
			assert.equal(new Set(calls).size, calls.length, hook);
		}
	});

	it('lets nothing fail closed that NodeBB only reports: it is done already', () => {
		const events = rows.filter(({ hook }) => hook.startsWith('action:')).flatMap(({ calls }) => calls);
		const policies = slices.flatMap(({ name: slice, hooks = {} }) =>
			Object.entries(hooks).map(([name, { onFailure }]) => ({ name: `${slice}.${name}`, onFailure })));
		assert.ok(events.length > 30, String(events.length));
		assert.deepEqual(policies.filter(({ name, onFailure }) => events.includes(name) && onFailure !== 'open'), []);
	});

	it('names only files that exist', () => {
		const named = [...Object.values(manifest.modules ?? {}), ...manifest.scripts ?? [], ...manifest.scss ?? []];
		assert.deepEqual(named.filter(path => !existsSync(join(root, path))), []);
	});

	const clientModules = moduleFiles({ dir: root, modules: manifest.modules ?? {} });
	function sourceOf(path: string): string {
		const source = path.replace(join('dist', 'static'), 'static').replace(/\.js$/, '.ts');
		// What browsers share with the server is bundled out of lib.
		return readFileSync(existsSync(source) ? source : path, 'utf8');
	}
	const importsOf = (path: string) =>
		[...sourceOf(path).matchAll(/(?:^(?:import|export) (?!type).*?from |^} from |import\()'([^']+)'/gm)].map(match => match[1] ?? '');

	it('names no two client modules that import each other: NodeBB would hand one of them over empty', () => {
		const graph = new Map([...clientModules].filter(([name]) => !name.endsWith('.d'))
			.map(([name, path]) => [name, importsOf(path).filter(other => clientModules.has(other))]));
		const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
			(graph.get(from) ?? []).some((other) => {
				const isNew = !seen.has(other);
				seen.add(other);
				return other === wanted || (isNew && reaches(other, wanted, seen));
			});
		assert.ok(graph.size > 100, `${graph.size} modules`);
		assert.deepEqual([...graph.keys()].filter(name => reaches(name, name)), []);
	});

	it('names no client module that another one imports by path: NodeBB would run it twice', () => {
		const paths = [...clientModules].filter(([name]) => !name.endsWith('.d'))
			.flatMap(([name, path]) => importsOf(path).filter(other => other.startsWith('.')).map(other => `${name}: ${other}`));
		assert.deepEqual(paths, []);
	});

	it('is built without files that NodeBB cannot bundle from a folder that it names', () => {
		const { scripts: { build = '' } } = json('package.json') as { scripts: Record<string, string> };
		const [forClients = ''] = build.split('&&').filter(step => step.includes('--outdir=dist/static'));
		assert.match(forClients, /static\/\*\*/);
		assert.doesNotMatch(forClients, /--sourcemap|--metafile/);
	});

	it('wires every handler that the slices offer', () => {
		assert.ok(addresses.routes.length > 0);
		const offered = Object.entries(handlers).flatMap(([slice, own]) => Object.keys(own).map(name => `${slice}.${name}`));
		const wired = new Set(rows.flatMap(({ calls }) => calls));
		assert.deepEqual(offered.filter(method => !wired.has(method)), []);
	});
});

describe('languages', () => {
	const namespaces = ['forum-terms', 'admin/plugins/forum-terms'] as const;
	const languages = readdirSync(join(root, 'languages'));
	const sources = [...files('lib', '.ts'), ...files('static', '.ts'), ...files('templates', '.tpl')].map(read).join('\n');
	const code = sources.replace(/\/\*[^]*?\*\/|\/\/ .*/g, '');
	/** Words of the code outside of keys: what the end of a key that is put together is made of. */
	const words = new Set(code.replace(/forum-terms:[\w.-]+/g, '').match(/\w+/g));
	const isSpelt = (end: string) => end.split(/[.-]/).every(word => words.has(word));
	const keys = (language: string, namespace: string) => keysOf(json(`languages/${language}/${namespace}.json`));

	for (const namespace of namespaces) {
		it(`${namespace} has the same keys in every language`, () => {
			for (const language of languages) {
				assert.deepEqual(keys(language, namespace).sort(), keys('en-GB', namespace).sort(), language);
			}
		});

		it(`${namespace} holds every key that is used`, () => {
			// `"ns:key"` in templates and client modules, `[[ns:key]]` in the server's code.
			const pattern = new RegExp(`(?:\\[\\[|["'])${namespace}:([a-z0-9.-]*[a-z0-9])(?:\\]\\]|["'])`, 'gi');
			// Events between our modules have names of the same form.
			const spoken = [...files('static', '.ts'), ...files('templates', '.tpl')]
				.map(path => read(path).replace(/(?:CustomEvent|EventListener)\('[^']*'/g, ''));
			const tokens = files('lib', '.ts').map(path => read(path).match(/\[\[[^\]]+\]\]/g)?.join(' ') ?? '');
			const used = new Set([...[...spoken, ...tokens].join('\n').matchAll(pattern)].map(match => match[1] ?? ''));
			const known = new Set(keys('en-GB', namespace));
			assert.deepEqual([...used].filter(key => !known.has(key)), []);
		});

		it(`${namespace} holds no key that nothing uses`, () => {
			const codes = new Set(Object.keys(refusalTable).map(code => `refusal.${code}`));
			const settings = new Set(Object.keys(allSettings).flatMap(key => [`settings.${key}`, `settings.${key}-help`]));
			const family = new RegExp(`${namespace}:([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.)(?=["'\`$])`, 'g');
			const families = new Set([...code.matchAll(family)].map(match => match[1] ?? ''));
			const named = new Set([...code.matchAll(new RegExp(`${namespace}:([\\w.-]*\\w)`, 'g'))].map(match => match[1] ?? ''));
			const isPutTogether = (key: string) =>
				[...families].some(start => key.startsWith(start) && isSpelt(key.slice(start.length)));
			const unused = keys('en-GB', namespace).filter(key =>
				!named.has(key) && !codes.has(key) && !settings.has(key) && !isPutTogether(key));
			assert.deepEqual(unused, []);
		});
	}

	it('say every refusal', () => {
		const known = new Set(keys('en-GB', 'forum-terms'));
		assert.deepEqual(Object.keys(refusalTable).filter(code => !known.has(`refusal.${code}`)), []);
	});

	it('label and explain every setting', () => {
		const known = new Set(keys('en-GB', 'admin/plugins/forum-terms'));
		const wanted = Object.keys(allSettings).flatMap(key => [`settings.${key}`, `settings.${key}-help`]);
		assert.deepEqual(wanted.filter(key => !known.has(key)), []);
	});

	it('head the settings of every slice', () => {
		const known = new Set(keys('en-GB', 'admin/plugins/forum-terms'));
		const heads = slices.flatMap(({ name, settings }) => (settings ? [`settings.group.${name}`] : []));
		assert.ok(heads.length > 5, String(heads.length));
		assert.deepEqual(heads.filter(key => !known.has(key)), []);
	});
});
