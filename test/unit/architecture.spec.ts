import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..', '..');
const sources = (readdirSync(join(root, 'lib'), { recursive: true }) as string[])
	.filter(path => path.endsWith('.ts')).map(path => path.replaceAll('\\', '/'));

/** The rooms a room may look into; `index` and `plugin` are files of their own. */
const arrows: Record<string, readonly string[]> = {
	kernel: ['kernel'],
	platform: ['kernel', 'platform'],
	terms: ['kernel', 'platform', 'terms'],
	posting: ['kernel', 'platform', 'posting'],
	checklist: ['kernel', 'platform', 'checklist'],
	partners: ['kernel', 'platform', 'partners'],
	categories: ['kernel', 'platform', 'categories'],
	access: ['kernel', 'platform', 'access'],
	customers: ['kernel', 'platform', 'customers'],
	records: ['kernel', 'platform', 'records'],
	nodebb: ['kernel', 'platform', 'nodebb'],
	'plugin.ts': [
		'kernel', 'platform', 'access', 'posting', 'categories', 'checklist', 'customers', 'partners', 'records', 'terms',
	],
	'index.ts': ['plugin.ts', 'nodebb'],
	'check-receipt.ts': ['terms'],
	'verify-ledger.ts': [],
	'blueprint-command.ts': [],
};

const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0] ?? '' : path);

function importsOf(path: string): string[] {
	const text = readFileSync(join(root, 'lib', path), 'utf8');
	return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target]) =>
		`${relative(join(root, 'lib'), resolve(dirname(join(root, 'lib', path)), target ?? ''))}.ts`.replaceAll('\\', '/'));
}

describe('architecture', () => {
	for (const path of sources) {
		it(`lib/${path} looks only where its room may`, () => {
			const allowed = arrows[roomOf(path)];
			assert.ok(allowed, `room ${roomOf(path)} has no row in the table`);
			const wrong = importsOf(path).filter(target => !allowed.includes(roomOf(target)));
			assert.deepEqual(wrong, []);
		});
	}

	it('pure rules wait for nothing, read no clock and no chance', () => {
		for (const path of sources.filter(name => name.endsWith('/rules.ts'))) {
			assert.doesNotMatch(readFileSync(join(root, 'lib', path), 'utf8'), /\bawait\b|Date\.now|Math\.random|new Date\(\)/);
		}
	});

	it('only lib/nodebb reaches the host', () => {
		for (const path of sources.filter(name => !name.startsWith('nodebb/'))) {
			assert.doesNotMatch(readFileSync(join(root, 'lib', path), 'utf8'), /globalThis|nodebb\.require|require\.main/, path);
		}
	});

	it('time comes from the clock that was handed over', () => {
		for (const path of sources.filter(name => !name.startsWith('nodebb/'))) {
			assert.doesNotMatch(readFileSync(join(root, 'lib', path), 'utf8'), /Date\.now\(\)|new Date\(\)|setTimeout/, path);
		}
	});

	it('no file is two ideas', () => {
		for (const path of sources) {
			const lines = readFileSync(join(root, 'lib', path), 'utf8').split('\n').length;
			assert.ok(lines <= 250, `${path} has ${lines} lines`);
		}
	});
});
