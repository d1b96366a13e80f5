import { createHook } from 'node:async_hooks';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { pluginName } from './overlay';

/** Commands a NodeBB has sent to its database so far, those of them that wrote something, and its processor time. */
export interface Commands { sent: number; written: number; cpuMs: number }

/** A command with what of the plugin sent it: `file:function`, innermost first; empty where the forum itself did. */
export interface TracedCommand { command: string; by: string[] }

interface Queue { addCommand(args: readonly unknown[], ...rest: unknown[]): unknown }

const writing = new Set([
	'SET', 'SETEX', 'GETDEL', 'INCR', 'INCRBY', 'DECR', 'DEL', 'UNLINK', 'EXPIRE', 'EXPIREAT', 'PEXPIRE', 'PEXPIREAT', 'RENAME',
	'HSET', 'HMSET', 'HDEL', 'HINCRBY', 'ZADD', 'ZREM', 'ZINCRBY', 'ZREMRANGEBYSCORE', 'ZREMRANGEBYRANK',
	'SADD', 'SREM', 'SPOP', 'LPUSH', 'RPUSH', 'LPOP', 'RPOP', 'LREM', 'LTRIM', 'EVAL', 'EVALSHA',
]);

const ourFrame = /at (?:async )?(.*?) ?\(?(?:\/[^ ():]*)?\/dist\/plugin\/(\S+?)\.[jt]s:\d+/;

/** Frames of the plugin in a stack. */
function framesIn(stack: string): string[] {
	return stack.split('\n').flatMap((line) => {
		const [, name = '', file = ''] = ourFrame.exec(line) ?? [];
		return file === '' ? [] : [`${file}:${name || '…'}`];
	});
}

/** Counts every promise of the process from the first question until told to stop: counting costs time. */
export function promiseCount() {
	let made = 0;
	const hook = createHook({ init: (_id, type) => void (made += type === 'PROMISE' ? 1 : 0) });
	return {
		/** Those since it was asked last. */
		take(): number {
			const taken = made;
			made = 0;
			hook.enable();
			return taken;
		},
		stop: (): void => void hook.disable(),
	};
}

/** Takes the plugin's listeners away, or puts them back. HOST: src/plugins/hooks.js fires what is in `loadedHooks`. */
function hookSwitch(load: NodeJS.Require): (isOn: boolean) => void {
	type Listeners = Record<string, { id: string }[]>;
	let all: Listeners | null = null;
	return (isOn) => {
		const { loadedHooks } = load('./src/plugins') as { loadedHooks: Listeners };
		all ??= { ...loadedHooks };
		for (const [hook, listeners] of Object.entries(all)) {
			loadedHooks[hook] = isOn ? listeners : listeners.filter(({ id }) => id !== pluginName);
		}
	};
}

/**
 * Preloaded into a NodeBB on Redis (`--require`): counts what this process alone sends, whoever else uses the server.
 * `portFile` is told where it answers: `GET /` the count so far, `GET /trace` what was sent since it was asked last,
 * `GET /promises` how many promises were made since it was asked last, `GET /promises/stop` ends that; `GET /hooks/off`
 * and `/hooks/on` silence the plugin and let it speak again.
 */
export function recordCommands(portFile: string): void {
	const load = createRequire(join(process.cwd(), 'app.js'));
	const { default: queue } = load('@redis/client/dist/lib/client/commands-queue') as { default: { prototype: Queue } };
	const add = queue.prototype.addCommand;
	const counted = { sent: 0, written: 0 };
	const soFar = (): Commands => {
		const { user, system } = process.cpuUsage();
		return { ...counted, cpuMs: (user + system) / 1000 };
	};
	const promises = promiseCount();
	const listen = hookSwitch(load);
	let traced: TracedCommand[] | null = null;
	queue.prototype.addCommand = function counting(args, ...rest) {
		counted.sent += 1;
		counted.written += writing.has(String(args[0]).toUpperCase()) ? 1 : 0;
		traced?.push({ command: args.slice(0, 3).join(' ').slice(0, 160), by: framesIn(new Error('trace').stack ?? '') });
		return add.call(this, args, ...rest);
	};
	const server = createServer((request, response) => {
		if (request.url === '/trace') {
			Error.stackTraceLimit = 200;
			response.end(JSON.stringify(traced ?? []));
			traced = [];
		} else if (request.url === '/promises') {
			response.end(String(promises.take()));
		} else if (request.url === '/promises/stop') {
			promises.stop();
			response.end('null');
		} else if (request.url?.startsWith('/hooks/')) {
			listen(request.url === '/hooks/on');
			response.end('null');
		} else {
			response.end(JSON.stringify(soFar()));
		}
	}).listen(0, '127.0.0.1', () => writeFileSync(portFile, String((server.address() as AddressInfo).port)));
	server.unref();
}

const { COMMANDS_PORT_FILE: askedFor } = process.env;
if (askedFor) {
	// HOST: src/password.js forks a process of its own, which would inherit this and answer for the forum.
	delete process.env.COMMANDS_PORT_FILE;
	recordCommands(askedFor);
}
