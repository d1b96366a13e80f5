import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { throwAwayDatabase } from './databases';
import { startInstance } from './instance';
import { packageRoot } from './overlay';

interface Report { stats: { passes: number; failures: number; pending: number } }

function mocha(env: NodeJS.ProcessEnv, grep: readonly string[]): Promise<{ code: number; report: Report | null }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [
			join(packageRoot, 'node_modules', 'mocha', 'bin', 'mocha.js'),
			...env.FORUM_SPECS ? [env.FORUM_SPECS] : ['dist/test/forum/**/*.spec.js', 'dist/test/nodebb/*.spec.js'],
			'--timeout', '60000', ...grep,
		], { cwd: packageRoot, env, stdio: ['ignore', 'pipe', 'inherit'] });
		let text = '';
		child.stdout.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			process.stdout.write(chunk);
		});
		child.once('exit', (code) => {
			const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
			resolve({
				code: code ?? 1,
				report: { stats: { passes: count('passing'), failures: count('failing'), pending: count('pending') } },
			});
		});
	});
}

/**
 * The forum specs against a real NodeBB: `NODEBB_DIR=… [FORUM_DATABASE=postgres] npm run test:nodebb`; `FORUM_SPECS`
 * names others.
 */
async function main(): Promise<number> {
	const { NODEBB_DIR: nodebbDir } = process.env;
	if (!nodebbDir) {
		console.error('NODEBB_DIR must point to an installed NodeBB 4.14 or newer.');
		return 2;
	}
	const database = throwAwayDatabase();
	const instance = await startInstance(nodebbDir, database, { forSpecs: true });
	try {
		const { code, report } = await mocha({
			...process.env, FORUM: 'nodebb', FORUM_URL: instance.url, FORUM_ADMIN_PASSWORD: instance.adminPassword, FORUM_LOG: instance.logFile,
		}, process.argv.slice(2));
		const { passes = 0, failures = 0, pending = 0 } = report?.stats ?? {};
		console.log(`NodeBB ${instance.version} on ${database.name}: ${passes} passed, ${failures} failed, ${pending} gaps`);
		if (code !== 0) {
			console.log(instance.log().split('\n').filter(line => /forum-terms|error/i.test(line)).slice(-20).join('\n'));
		}
		return code;
	} finally {
		await instance.stop();
	}
}

main().then((code) => {
	process.exitCode = code;
}, (error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
