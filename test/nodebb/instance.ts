import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ThrowAway } from './databases';
import { nodeForNodebb } from './node22';
import type { Commands, TracedCommand } from './command-recorder';
import { makeOverlay, packageRoot, pluginName, specHostName } from './overlay';

export interface Instance {
	url: string;
	adminPassword: string;
	version: string;
	/** The version of the Node that runs it. */
	node: string;
	dir: string;
	/** Everything it wrote, for the search of secrets and for errors; in `logFile` as well. */
	log(): string;
	logFile: string;
	/** What it has sent to its database; only where it was started with `counts`. */
	commands(): Promise<Commands>;
	/** What it has sent since it was asked last, and which of the plugin's functions sent it; the first time begins. */
	trace(): Promise<TracedCommand[]>;
	/** How many promises it has made since it was asked last; the first time begins. Only with `counts`. */
	promises(): Promise<number>;
	stopPromises(): Promise<void>;
	/** Whether NodeBB calls the plugin's hooks. Only with `counts`. */
	listen(isOn: boolean): Promise<void>;
	/** Ends its process and starts another one, on the same folder, database and port. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

async function untilItAnswers(url: string, child: ChildProcess, log: () => string): Promise<void> {
	for (let i = 0; i < 240; i += 1) {
		if (child.exitCode !== null) {
			break;
		}
		const isUp = await fetch(`${url}/api/config`).then(({ ok }) => ok, () => false);
		if (isUp) {
			return;
		}
		await sleep(500);
	}
	throw new Error(`NodeBB did not start:\n${log().slice(-3000)}`);
}

async function end(child: ChildProcess): Promise<void> {
	const ended = new Promise(resolve => child.once('exit', resolve));
	child.kill('SIGTERM');
	await Promise.race([ended, sleep(10_000).then(() => child.kill('SIGKILL'))]);
}

/**
 * Sets up, builds and starts a throw-away NodeBB; `plugin: false` is the bare forum that benchmarks compare with,
 * `forSpecs` lets specs call the host past its routes, `counts` counts the commands of its database.
 */
export async function startInstance(
	nodebbDir: string, database: ThrowAway, { plugin = true, isBuilt = true, forSpecs = false, counts = false } = {},
): Promise<Instance> {
	const node = nodeForNodebb();
	const { dir, remove } = makeOverlay(nodebbDir);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const adminPassword = 'Spec-admin-4427!';
	const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NODE_ENV: 'production' };
	const run = (...args: string[]) => execFileSync(node, args, {
		cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8,
	});
	let output = '';
	try {
		database.empty();
		run('nodebb', 'setup', JSON.stringify({
			url, secret: 'spec', submitPluginUsage: 'no', ...database.setup, 'admin:username': 'admin',
			'admin:email': 'admin@example.org', 'admin:password': adminPassword, 'admin:password:confirm': adminPassword,
		}), '--skip-build');
		if (plugin) {
			run('nodebb', 'activate', pluginName);
		}
		if (forSpecs) {
			run('nodebb', 'activate', specHostName);
		}
		if (isBuilt) {
			run('nodebb', 'build');
		}
		const portFile = join(dir, 'commands-port');
		const recorder = `${process.env.NODE_OPTIONS ?? ''} --require ${join(packageRoot, 'dist', 'test', 'nodebb', 'command-recorder.js')}`;
		const logFile = join(dir, 'spec-output.log');
		const launch = async (): Promise<ChildProcess> => {
			const started = spawn(node, ['app.js'], { cwd: dir, env: {
				...env, bind_address: '127.0.0.1', ...counts ? { COMMANDS_PORT_FILE: portFile, NODE_OPTIONS: recorder } : {},
			} });
			for (const stream of [started.stdout, started.stderr]) {
				stream.on('data', (chunk: Buffer) => {
					output += chunk.toString();
					appendFileSync(logFile, chunk);
				});
			}
			await untilItAnswers(url, started, () => output);
			return started;
		};
		const asked = async (path: string): Promise<unknown> =>
			(await fetch(`http://127.0.0.1:${readFileSync(portFile, 'utf8')}${path}`)).json();
		let child = await launch();
		const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string };
		return {
			url, adminPassword, version, dir, logFile, node: run('-v').toString().trim(),
			log: () => output,
			commands: async () => await asked('/') as Commands,
			trace: async () => await asked('/trace') as TracedCommand[],
			promises: async () => await asked('/promises') as number,
			stopPromises: async () => void await asked('/promises/stop'),
			listen: async isOn => void await asked(isOn ? '/hooks/on' : '/hooks/off'),
			async restart() {
				await end(child);
				child = await launch();
			},
			async stop() {
				await end(child);
				remove();
			},
		};
	} catch (error) {
		remove();
		throw error;
	}
}
