import { createReadStream, createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync',
];

/**
 * The headless shell that npm installed: it starts and draws in half the time of a whole Chromium. Its own package
 * unpacks without minding another process at the same work; here each unpacks for itself, and one copy stays.
 */
async function shellFromNpm(): Promise<string> {
	const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'chromium.br');
	const { mtimeMs, size } = statSync(bin);
	const shell = join(tmpdir(), `forum-terms-chromium-${size}-${Math.round(mtimeMs)}`);
	if (!existsSync(shell)) {
		const own = `${shell}-${process.pid}`;
		await pipeline(createReadStream(bin), createBrotliDecompress(), createWriteStream(own, { mode: 0o700 }));
		renameSync(own, shell);
	}
	return shell;
}

async function candidates(): Promise<string[]> {
	const named = process.env.CHROMIUM_PATH;
	const installed = systems.filter(path => existsSync(path));
	const fromNpm = await shellFromNpm().catch(() => '');
	return [...named ? [named] : [], ...fromNpm ? [fromNpm] : [], ...installed];
}

let launched: Promise<Browser | null> | null = null;

async function launch(): Promise<Browser | null> {
	for (const executablePath of await candidates()) {
		try {
			return await chromium.launch({ executablePath, args });
		} catch {
			// The next one may start.
		}
	}
	return null;
}

/** One headless Chromium for all specs: CHROMIUM_PATH, the one that npm installed, or the system's; null when none. */
export function browserOfTheRun(): Promise<Browser | null> {
	launched ??= launch();
	return launched;
}
