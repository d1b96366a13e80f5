import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { countBy, uniq } from 'lodash';

const root = resolve(__dirname, '..', '..', '..');
const sources = (readdirSync(join(root, 'lib'), { recursive: true }) as string[])
	.filter(path => path.endsWith('.ts')).map(path => path.replaceAll('\\', '/'));

/** What is no slice: the rooms below the slices and above them, and the files that are programs of their own. */
const arrows: Record<string, readonly string[]> = {
	kernel: ['kernel'],
	platform: ['kernel', 'platform'],
	nodebb: ['kernel', 'platform', 'nodebb'],
	'index.ts': ['plugin.ts', 'nodebb'],
	'check-receipt.ts': ['terms'],
	'verify-ledger.ts': [],
	'blueprint-command.ts': [],
};

const roomOf = (path: string) => (path.includes('/') ? path.split('/')[0] ?? '' : path);
const slices = [...new Set(sources.filter(path => path.includes('/')).map(roomOf))]
	.filter(room => !Object.hasOwn(arrows, room) && room !== 'presets');
/** `kernel <- platform <- slice <- plugin <- index -> nodebb`; a slice never looks into another one. */
const allowedFrom = (room: string): readonly string[] => arrows[room] ??
	(room === 'plugin.ts' ? ['kernel', 'platform', ...slices] : ['kernel', 'platform', room]);

function importsOf(path: string): string[] {
	const text = readFileSync(join(root, 'lib', path), 'utf8');
	return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target]) =>
		`${relative(join(root, 'lib'), resolve(dirname(join(root, 'lib', path)), target ?? ''))}.ts`.replaceAll('\\', '/'));
}

const roomsOf = (slice: string) =>
	[...new Set(sources.map(path => dirname(path)))].filter(room => room.startsWith(`${slice}/`));

/** Whoever comes back to themselves along the arrows. */
function inCircles(targets: ReadonlyMap<string, readonly string[]>): string[] {
	const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
		(targets.get(from) ?? []).some((other) => {
			const isNew = !seen.has(other);
			seen.add(other);
			return other === wanted || (isNew && reaches(other, wanted, seen));
		});
	return [...targets.keys()].filter(one => reaches(one, one));
}

describe('architecture', () => {
	for (const path of sources) {
		it(`lib/${path} looks only where its room may`, () => {
			const allowed = allowedFrom(roomOf(path));
			const wrong = importsOf(path).filter(target => !allowed.includes(roomOf(target)));
			assert.deepEqual(wrong, []);
		});
	}

	for (const slice of slices) {
		it(`lib/${slice} is a slice: it has a face, which only the wiring looks at`, () => {
			assert.ok(sources.includes(`${slice}/slice.ts`));
			assert.deepEqual(sources.filter(path => importsOf(path).includes(`${slice}/slice.ts`)), ['plugin.ts']);
		});
	}

	it('no files import each other in a circle, types included', () => {
		const targets = new Map(sources.map(path => [path, importsOf(path)]));
		assert.deepEqual(inCircles(targets), []);
	});

	// The root of a slice assembles its rooms: its face, its hooks, its jobs. What a room needs lies in a lower one.
	for (const slice of [...slices, 'nodebb', 'kernel'].filter(name => roomsOf(name).length > 0)) {
		it(`no room of lib/${slice} looks at the root above it`, () => {
			const below = sources.filter(path => roomsOf(slice).includes(dirname(path)));
			const wrong = below.flatMap(path =>
				importsOf(path).filter(target => dirname(target) === slice).map(target => `${path} → ${target}`));
			assert.deepEqual(wrong, []);
		});

		it(`the rooms of lib/${slice} form no circle`, () => {
			const inRoom = (room: string) => sources.filter(path => dirname(path) === room);
			const below = (room: string) =>
				uniq(inRoom(room).flatMap(path => importsOf(path)).map(path => dirname(path)));
			const targets = new Map(roomsOf(slice).map(room => [room, below(room).filter(target => target !== room)]));
			assert.deepEqual(inCircles(targets), []);
		});
	}

	it('a room holds three to fifteen files', () => {
		const counts = countBy(sources.filter(path => path.includes('/')).map(path => dirname(path)));
		const wrong = Object.entries(counts).filter(([room, count]) => count > 15 || (room.includes('/') && count < 3));
		assert.deepEqual(wrong, []);
	});

	it('what slices offer each other are types: nothing of it runs', () => {
		for (const path of sources.filter(name => name.startsWith('kernel/offers/'))) {
			assert.doesNotMatch(readFileSync(join(root, 'lib', path), 'utf8'), /^export (?!type |interface )/m, path);
		}
	});

	it('pure rules wait for nothing, read no clock and no chance', () => {
		const rules = sources.filter(name => /[/-]rules\.ts$/.test(name));
		assert.ok(rules.length > 12, String(rules.length));
		for (const path of rules) {
			const text = readFileSync(join(root, 'lib', path), 'utf8');
			assert.doesNotMatch(text, /\bawait\b|\byield\b|Date\.now|Math\.random|new Date\(\)/, path);
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

	it('only platform/rows-file writes and reads CSV', () => {
		const clients = (readdirSync(join(root, 'static'), { recursive: true }) as string[])
			.filter(path => path.endsWith('.ts')).map(path => `static/${path}`);
		const elsewhere = sources.filter(path => !path.startsWith('platform/rows-file/')).map(path => `lib/${path}`);
		// Its media type, a doubled quote, a library; cells joined or split by hand; the byte order mark.
		const signs = /text\/csv|'""'|'csv-|papaparse|json2csv|(?:join|split)\('[;\\]t?'\)|\\uFEFF/;
		for (const path of [...elsewhere, ...clients]) {
			assert.doesNotMatch(readFileSync(join(root, path), 'utf8'), signs, path);
		}
	});

	it('no room of the client is several', () => {
		const folders = readdirSync(join(root, 'static'), { recursive: true, withFileTypes: true })
			.filter(entry => entry.isFile()).map(({ parentPath }) => parentPath);
		for (const [folder, files] of Object.entries(countBy(folders))) {
			assert.ok(files <= 22, `${folder} has ${files} files`);
		}
	});

	it('no file is two ideas', () => {
		for (const path of sources) {
			const lines = readFileSync(join(root, 'lib', path), 'utf8').split('\n').length;
			assert.ok(lines <= 250, `${path} has ${lines} lines`);
		}
	});
});
