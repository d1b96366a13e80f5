import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { throwAwayDatabase } from './databases';
import { nodeForNodebb } from './node22';

/** A node that says where it is; `word` waits until it says so. */
function node(...args: string[]) {
	const child: ChildProcess = fork(join(__dirname, 'lease-node.js'), args, {
		execPath: nodeForNodebb(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		env: { ...process.env, SPEC_DATABASE: JSON.stringify(throwAwayDatabase().setup) },
	});
	const said: { word: string; value: unknown }[] = [];
	const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
	const waiting = new Set<() => void>();
	child.on('message', (message) => {
		said.push(message as { word: string; value: unknown });
		waiting.forEach(look => look());
	});
	return {
		async word(word: string): Promise<unknown> {
			const found = () => said.find(one => one.word === word);
			while (!found()) {
				const isOver = await Promise.race([
					new Promise<boolean>(resolve => waiting.add(() => resolve(false))), ended.then(() => true),
				]);
				assert.ok(!isOver || found(), `ended before it said ${word}: ${JSON.stringify(said)}`);
			}
			return found()?.value;
		},
		words: () => said.map(({ word }) => word),
		async kill(): Promise<void> {
			child.kill('SIGKILL');
			await ended;
		},
		ended,
	};
}

const name = `spec-${process.pid}`;
const uid = String(900_000_000 + process.pid);

describe('two processes over one database', function () {
	this.timeout(120_000);

	it('never work at one account at the same time, and read what the other has written', async () => {
		const both = [node('count', name, '30'), node('count', name, '30')];
		const sums = await Promise.all(both.map(one => one.word('sum')));
		assert.equal(Math.max(...sums.map(Number)), 60);
	});

	for (const killed of [0, 1]) {
		it(`kill -9 of ${killed === 0 ? 'the first' : 'the second'}: the other succeeds it, within one request`, async () => {
			const own = `${name}-${killed}`;
			const before = killed === 0 ? [] : [node('take', own)];
			await Promise.all(before.map(one => one.word('held')));
			const dead = node('hold', own);
			await dead.word('held');
			const other = node('take', own);
			await other.word('ready');
			await dead.kill();
			await other.word('held');
			assert.deepEqual(other.words(), ['ready', 'held']);
		});
	}

	it('a holder that lives is not succeeded: the other is told that it is busy', async () => {
		const holder = node('hold', `${name}-lives`);
		await holder.word('held');
		const other = node('take', `${name}-lives`);
		await other.word('busy');
		await holder.kill();
	});

	it('kill -9 between the record of a restriction and its lists: a retry works, and the rest is taken away', async () => {
		const dead = node('die-listing', name, uid);
		await dead.word('held');
		await dead.kill();
		assert.equal(await node('restrict', name, uid).word('open'), 1);
		assert.deepEqual(await node('look', name, uid).word('looked'), { left: 1, rows: 0, open: 1 });
	});
});
