import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const packageRoot = resolve(__dirname, '..', '..', '..');
export const pluginName = 'nodebb-plugin-3cx-forum-terms';

const leftOut = new Set(['node_modules', 'build', 'config.json', '.git', 'logs']);

function linkFolder(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from)) {
		if (entry.startsWith('@')) {
			linkFolder(join(from, entry), join(to, entry));
		} else if (entry !== pluginName) {
			symlinkSync(join(from, entry), join(to, entry));
		}
	}
}

/** Puts the plugin there as its tarball would: packed, extracted, with its own dependencies beside it. */
export function installTarball(modules: string): string {
	const packed = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', modules], {
		cwd: packageRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
	})) as { filename: string }[];
	const tarball = join(modules, packed[0]?.filename ?? '');
	const target = join(modules, pluginName);
	mkdirSync(target, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	rmSync(tarball);
	symlinkSync(join(packageRoot, 'node_modules'), join(target, 'node_modules'));
	return target;
}

/** HOST: NodeBB loads a plugin by its folder; this one lets specs call the host past its routes. */
export const specHostName = 'nodebb-plugin-spec-host';

export function installSpecHost(modules: string): void {
	const target = join(modules, specHostName);
	mkdirSync(target, { recursive: true });
	for (const file of ['spec-host.js', 'write-recorder.js', 'bench-fill.js', 'outside-world.js']) {
		cpSync(join(packageRoot, 'dist', 'test', 'nodebb', file), join(target, file));
	}
	const files = {
		'package.json': JSON.stringify({ name: specHostName, version: '1.0.0', main: 'library.js' }),
		'plugin.json': JSON.stringify({ hooks: [{ hook: 'static:api.routes', method: 'routes' }] }),
		'library.js': `const { specHost } = require('./spec-host.js');
			const { benchFill } = require('./bench-fill.js');
			const ours = path => require(${JSON.stringify(join(packageRoot, 'dist', 'lib'))} + '/' + path);
			const database = ours('nodebb/core/database.js').nodebbDatabase({ error: () => undefined, info: () => undefined });
			exports.routes = specHost(() => ours('nodebb/people/member-access.js').nodebbMemberAccess(database), {
				fill: benchFill(ours('partners/accounts/store.js').partnerStore(database), database,
					ours('partners/posts/post-attribution.js').attributionFields.partner),
			});`,
	};
	Object.entries(files).forEach(([name, text]) => writeFileSync(join(target, name), text));
}

/**
 * A throw-away copy of an installed NodeBB with the plugin in it. Its packages are links, so the copy takes seconds
 * and the original is left as it was found.
 */
export function makeOverlay(nodebbDir: string): { dir: string; remove(): void } {
	if (!existsSync(join(nodebbDir, 'app.js')) || !statSync(join(nodebbDir, 'node_modules')).isDirectory()) {
		throw new Error(`NODEBB_DIR=${nodebbDir} is not an installed NodeBB (app.js and node_modules are wanted)`);
	}
	const dir = mkdtempSync(join(tmpdir(), 'forum-terms-nodebb-'));
	for (const entry of readdirSync(nodebbDir).filter(name => !leftOut.has(name))) {
		cpSync(join(nodebbDir, entry), join(dir, entry), { recursive: true });
	}
	linkFolder(join(nodebbDir, 'node_modules'), join(dir, 'node_modules'));
	installTarball(join(dir, 'node_modules'));
	installSpecHost(join(dir, 'node_modules'));
	return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
