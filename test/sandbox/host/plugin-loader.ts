import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { get } from 'lodash';
import type { Listener, SandboxHooks } from './hooks';

interface Manifest {
	hooks?: { hook: string; method: string; priority?: number }[];
	modules?: Record<string, string>;
	scripts?: string[];
	scss?: string[];
	templates?: string;
	languages?: string;
}

/** Sees each handler, by its name in plugin.json, and says what the forum calls instead. */
export type HandlerWrapper = (name: string, handler: Listener) => Listener;

/** What the web layer serves of a plugin. */
export interface LoadedPlugin {
	id: string;
	dir: string;
	modules: Record<string, string>;
	scripts: string[];
	scss: string[];
	templates: string;
	languages: string;
}

/**
 * Loads a plugin as NodeBB does: package.json `main`, plugin.json hooks with dotted methods that lose their object.
 * HOST: src/plugins/load.js; a method that resolves to nothing is skipped without a word.
 */
export function loadPlugin(
	dir: string, hooks: SandboxHooks, around: HandlerWrapper = (_name, handler) => handler,
): LoadedPlugin {
	const { name } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { name: string };
	const manifest = JSON.parse(readFileSync(join(dir, 'plugin.json'), 'utf8')) as Manifest;
	const load = createRequire(join(dir, 'package.json'));
	// A forum that starts anew in the same process has plugins that start anew.
	const folders = ['lib', 'plugin'].map(name => join(dir, 'dist', name));
	const ours = () => Object.entries(load.cache).filter(([path]) => folders.some(folder => path.startsWith(folder)));
	const before = ours();
	before.forEach(([path]) => delete load.cache[path]);
	// In the repository file by file, so that a trace names the files; an installed package has the bundle only.
	const byFile = join(dir, 'dist', 'lib', 'index.js');
	const library: unknown = load(existsSync(byFile) ? byFile : dir);
	// Who loads a module of the plugin later gets the copy that others beside them have: no class comes twice.
	ours().forEach(([path]) => delete load.cache[path]);
	before.forEach(([path, module]) => {
		load.cache[path] = module;
	});
	for (const { hook, method, priority } of manifest.hooks ?? []) {
		const handler: unknown = get(library, method);
		if (typeof handler === 'function') {
			hooks.register(name, {
				hook, method: around(method, handler as Listener), ...(priority ? { priority } : {}),
			});
		}
	}
	const there = (paths: string[] = []) => paths.map(path => join(dir, path)).filter(path => existsSync(path));
	return {
		id: name, dir, modules: manifest.modules ?? {}, scripts: there(manifest.scripts), scss: there(manifest.scss),
		templates: join(dir, manifest.templates ?? './templates'), languages: join(dir, manifest.languages ?? './languages'),
	};
}
