import { createRequire } from 'node:module';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { kebabCase } from 'lodash';
import type { LoadedPlugin } from '../host/plugin-loader';

/** The browser's modules as they are served: one file per entry, and what several of them share. */
export interface ClientBundle {
	/** Part of every address, so that a browser may keep a file for good and still sees the next build. */
	version: string;
	files: Map<string, Uint8Array>;
	/** Names that classic scripts import. */
	imports: Record<string, string>;
	/** Page script by template name. */
	pages: Record<string, string>;
}

type Files = ReadonlyMap<string, string>;

const clientFolder = resolve(__dirname, '..', 'client');
const coreModules = ['api', 'hooks', 'alerts', 'modals', 'translator', 'settings', 'autocomplete', 'categorySelector',
	'composer', 'drafts', 'helpers'];
const address = (version: string, entry: string) => `/sandbox/modules/${version}/${entry}.js`;

/**
 * HOST: src/meta/js.js `linkModules`: a name of plugin.json is a file, or a folder that is linked in as it is: every
 * file in it is a module by its path.
 */
export function moduleFiles({ dir, modules }: Pick<LoadedPlugin, 'dir' | 'modules'>): Map<string, string> {
	return new Map(Object.entries(modules).flatMap(([name, path]) => {
		const full = join(dir, path);
		if (!statSync(full).isDirectory()) {
			return [[name.replace(/\.js$/, ''), full] as const];
		}
		return (readdirSync(full, { recursive: true }) as string[]).filter(file => file.endsWith('.js'))
			.map(file => [`${name}/${file.replace(/\.js$/, '')}`, join(full, file)] as const);
	}));
}

/** HOST: webpack.common.js `resolve.modules`: plugins' modules and the client's own, then packages. */
function names(known: Files): Plugin {
	return {
		name: 'names of modules',
		setup: ({ onResolve }) => onResolve({ filter: /^[A-Za-z]/ }, ({ path }) => {
			const file = known.get(path);
			return file === undefined ? null : { path: file };
		}),
	};
}

async function bundled(plugin: LoadedPlugin | null, known: Files, version: string): Promise<ClientBundle> {
	const scripts = (plugin?.scripts ?? []).map(path => readFileSync(path, 'utf8')).join('\n');
	const named = [...new Set([...scripts.matchAll(/import\(['"]([^'"]+)['"]\)/g)].map(match => match[1] ?? ''))];
	const pages = [...known.keys()].filter(name => name.startsWith('../'));
	const entryOf = (name: string) => name.replace(/^\.\.\/(client\/)?/, '');
	const { outputFiles } = await build({
		entryPoints: {
			page: join(clientFolder, 'page.js'),
			...Object.fromEntries([...named, ...pages].map(name => [entryOf(name), known.get(name) ?? name])),
		},
		bundle: true, splitting: true, format: 'esm', target: 'es2022', write: false, outdir: '/', logLevel: 'silent',
		nodePaths: [resolve(createRequire(__filename).resolve('esbuild/package.json'), '../..')],
		plugins: [names(known)],
	});
	const addresses = (of: string[]) =>
		Object.fromEntries(of.map(entryOf).map(entry => [entry, address(version, entry)]));
	return {
		version, imports: addresses(named), pages: addresses(pages),
		files: new Map(outputFiles.map(({ path, contents }) => [path.replace(/^\//, ''), contents])),
	};
}

const built = new Map<string, Promise<ClientBundle>>();

/** Bundled once for all forums of a process, as NodeBB does at its build, and again when a file has changed. */
export function clientBundle(plugin: LoadedPlugin | null): Promise<ClientBundle> {
	const known = new Map([
		// HOST: webpack.common.js `alias`.
		['Sortable', require.resolve('sortablejs/modular/sortable.esm.js')],
		...coreModules.map(name => [name, join(clientFolder, `${kebabCase(name)}.js`)] as const),
		...plugin ? moduleFiles(plugin) : [],
	]);
	const newest = Math.max(...[...known.values(), ...plugin?.scripts ?? []].map(path => statSync(path).mtimeMs));
	const key = `${plugin?.dir ?? ''} ${newest}`;
	const kept = built.get(key) ?? bundled(plugin, known, Math.round(newest).toString(36));
	built.set(key, kept);
	return kept;
}

export const pageAddress = ({ version }: ClientBundle): string => address(version, 'page');
