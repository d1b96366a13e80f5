import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const args = [
	'--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync',
];

async function candidates(): Promise<string[]> {
	const named = process.env.CHROMIUM_PATH;
	const installed = systems.filter(path => existsSync(path));
	// Unpacked on first use; it needs the usual libraries of a desktop system.
	const fromNpm = await import('@sparticuz/chromium').then(({ default: packed }) => packed.executablePath(), () => '');
	return [...named ? [named] : [], ...installed, ...fromNpm ? [fromNpm] : []];
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

/** One headless Chromium for all specs: CHROMIUM_PATH, the system's, or the one that npm installed; null when none. */
export function browserOfTheRun(): Promise<Browser | null> {
	launched ??= launch();
	return launched;
}
