import { execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeForNodebb } from './node22';
import { packageRoot, pluginName } from './overlay';

/** `NODEBB_DIR=… npm start`: the plugin linked into that NodeBB, activated, built and run in the foreground. */
export function runInNodebb(nodebbDir: string): void {
	if (!existsSync(join(nodebbDir, 'config.json'))) {
		throw new Error(`NODEBB_DIR=${nodebbDir} is not set up yet: run ./nodebb setup there first.`);
	}
	const node = nodeForNodebb();
	const link = join(nodebbDir, 'node_modules', pluginName);
	rmSync(link, { recursive: true, force: true });
	symlinkSync(packageRoot, link);
	const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}` };
	const run = (...args: string[]) => execFileSync(node, args, { cwd: nodebbDir, env, stdio: 'inherit' });
	run('nodebb', 'activate', pluginName);
	run('nodebb', 'build');
	const child = spawn(node, ['app.js'], { cwd: nodebbDir, env, stdio: 'inherit' });
	child.once('exit', code => process.exit(code ?? 0));
}
