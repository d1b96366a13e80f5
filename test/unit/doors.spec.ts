import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostWrites } from '../../lib/posting/host-writes';
import { wiring } from '../builders/wiring';

const root = join(__dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'doors.md'), 'utf8');

/** The rows of the table below a heading, cell by cell, without their code marks. */
function table(heading: string): string[][] {
	const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? assert.fail(heading);
	return section.split('\n').filter(line => line.startsWith('|')).slice(2).map(line =>
		line.split('|').slice(1, -1).map(cell => cell.trim()));
}
const code = (cell = '') => cell.replaceAll('`', '');

describe('docs/doors.md', () => {
	it('names every hook through which something is written, and no other', () => {
		// The first two mark posts that are shown, the others record what happens to held posts; nobody writes there.
		const others = ['page', 'fresh', 'held', 'releasing', 'released', 'rejecting', 'rejected']
			.map(name => `posting.${name}`);
		const held = wiring().flatMap(({ hook, calls }) =>
			calls.filter(name => name.startsWith('posting.') && !others.includes(name)).map(() => hook));
		assert.deepEqual(table('Held by a hook').map(([, , hook]) => code(hook)).sort(), held.sort());
	});

	it('names every function of NodeBB that is guarded, with its route, its socket and its act', () => {
		const written = table('Held by a guard before NodeBB\'s own function').map(([, route, socket, write, act]) =>
			({ route: code(route), socket: code(socket), write: code(write), act }));
		const guarded = hostWrites.map(({ method, path, socket, write, act }) =>
			({ route: method && path ? `${method.toUpperCase()} ${path}` : '', socket: socket ?? '', write, act }));
		assert.deepEqual(written, guarded);
	});

	it('says why something stays open', () => {
		const open = table('What stays open, and why');
		assert.ok(open.length > 0);
		for (const [what, why] of open) {
			assert.ok(what && why && why.length > 5, what);
		}
	});
});
