#!/usr/bin/env node
import { readFile } from 'node:fs/promises';

interface Step { kind: string; key: string; name: string }
interface Plan { plan: string; steps: Step[] }
interface Run { state: string; done: number; total: number; problem: string }
interface Asked { forum: string; token: string; file: string | undefined }

const unreachable = 3;
const usage = 'Usage: FORUM_TOKEN=<administrator token> ' +
	'forum-terms-blueprint <https://forum.example> plan|apply|drift|export [file]';

async function call(
	{ forum, token }: Asked, method: 'GET' | 'POST', path: string, body?: object,
): Promise<Response> {
	const answer = await fetch(`${forum.replace(/\/$/, '')}/api/v3/plugins/forum-terms/admin/categories/${path}`, {
		method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...body ? { body: JSON.stringify(body) } : {},
	});
	if (!answer.ok) {
		const { status } = await answer.json().catch(() => ({})) as { status?: { message?: string } };
		throw new Error(`${answer.status} ${status?.message ?? ''}`);
	}
	return answer;
}
async function told<T>(answer: Promise<Response>): Promise<T> {
	return (await (await answer).json() as { response: T }).response;
}
function list(steps: readonly Step[]): void {
	console.log(steps.length === 0 ? 'nothing to do' : steps.map(({ kind, key, name, ...more }) =>
		`${kind} ${key} (${name}) ${JSON.stringify(more)}`).join('\n'));
}
/** By default the preset. */
async function planned(asked: Asked): Promise<Plan> {
	const body = asked.file === undefined ? {} : { blueprint: await readFile(asked.file, 'utf8') };
	return told<Plan>(call(asked, 'POST', 'plan', body));
}

const commands: Record<string, (asked: Asked) => Promise<number>> = {
	async plan(asked) {
		list((await planned(asked)).steps);
		return 0;
	},
	async apply(asked) {
		const { plan, steps } = await planned(asked);
		list(steps);
		const { state, done, total, problem } = await told<Run>(call(asked, 'POST', 'apply', { plan }));
		console.log(`${state}: ${done} of ${total} steps${problem === '' ? '' : `, ${problem} is gone`}`);
		return state === 'done' ? 0 : 1;
	},
	async drift(asked) {
		const { steps } = await told<Plan>(call(asked, 'GET', 'drift'));
		list(steps);
		return steps.length === 0 ? 0 : 1;
	},
	async export(asked) {
		process.stdout.write(await (await call(asked, 'GET', 'blueprint.yaml')).text());
		return 0;
	},
};

/**
 * Manages the category structure from a shell, with an administrator's token in FORUM_TOKEN: plans, applies, shows
 * drift, exports. Exit code 0 on success, 1 if the forum differs or an apply stopped, 3 if the forum does not answer or
 * refuses.
 */
async function main([forum, name = '', file]: readonly string[]): Promise<number> {
	const { FORUM_TOKEN: token } = process.env;
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!forum || !token || !command) {
		console.error(usage);
		return unreachable;
	}
	return command({ forum, token, file });
}

main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
}, (error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = unreachable;
});
