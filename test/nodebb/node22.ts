import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

function versionOf(binary: string): number {
	try {
		return Number(/^v(\d+)/.exec(execFileSync(binary, ['-v'], { encoding: 'utf8' }))?.[1] ?? 0);
	} catch {
		return 0;
	}
}

/** A Node that NodeBB 4.15 starts on (22.19 or newer): NODEBB_NODE, this one, or that of the npm package `node@22`. */
export function nodeForNodebb(): string {
	const candidates = [
		process.env.NODEBB_NODE, process.execPath, join(process.cwd(), 'node_modules', 'node', 'bin', 'node'), 'node22',
	];
	const found = candidates.find(binary => binary && versionOf(binary) >= 22);
	if (!found) {
		throw new Error('NodeBB needs Node 22. Set NODEBB_NODE to its binary; `npm i --prefix ~/node22 node@22` brings one.');
	}
	return found;
}
