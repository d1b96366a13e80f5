import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { termsClient, type TermsClient } from '../driver/terms-client';
import { Visitor } from '../driver/visitor';
import { seed } from '../sandbox/seed';
import { startSandbox } from '../sandbox/server/sandbox';
import { browserOfTheRun } from './chromium';

const password = 'Browser-spec-1';
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A seeded sandbox and the people in it, each with a browser window of their own. */
export interface Stage {
	url: string;
	/** A window as wide as a desktop's; with a name, already logged in. */
	page(who: string | null, options?: BrowserContextOptions): Promise<Page>;
	/** Publishes one more version and answers its id. */
	publish(parts?: Record<string, unknown>): Promise<string>;
	terms(who: string): Promise<TermsClient>;
	/** The same person by hand, in a browser that nobody sees. */
	visitor(who: string): Promise<Visitor>;
	/** Windows of a sentence end with it: what they go on sending would be in the next one's way. */
	closeWindows(): Promise<void>;
	close(): Promise<void>;
}

let skipped = 0;

async function open(browser: Browser, isWhole: boolean): Promise<Stage> {
	const sandbox = await startSandbox({ adminPassword: password, hasGuide: isWhole });
	await seed(sandbox, () => password, { isWhole });
	const visitor = async (who: string): Promise<Visitor> => {
		const made = new Visitor(sandbox.url);
		await made.login(who, password);
		return made;
	};
	const terms = async (who: string): Promise<TermsClient> => termsClient(await visitor(who));
	const admin = await terms('admin');
	let edition = 1;
	const contexts: BrowserContext[] = [];
	const closeWindows = async () => void await Promise.all(contexts.splice(0).map(context => context.close()));
	return {
		url: sandbox.url,
		terms, visitor,
		async page(who, options = {}) {
			const context = await browser.newContext({
				viewport: sizes.desktop, reducedMotion: 'reduce', baseURL: sandbox.url, permissions: ['clipboard-write', 'clipboard-read'],
				...options,
			});
			contexts.push(context);
			context.setDefaultTimeout(20_000);
			if (who) {
				const { cookie } = await visitor(who);
				await context.addCookies(cookie.split('; ').map((pair) => {
					const [name = '', ...value] = pair.split('=');
					return { name, value: value.join('='), url: sandbox.url };
				}));
			}
			return context.newPage();
		},
		async publish(parts = {}) {
			edition += 1;
			await admin.saveDraft({
				text: {
					'en-GB': `## 2. Accepting these terms\n\nWhoever writes agrees, edition ${edition}.\n\n## 4. Posting\n\n1. Be kind.`,
					de: `## 2. Zustimmung\n\nWer schreibt, stimmt zu, Ausgabe ${edition}.\n\n## 4. Beiträge\n\n1. Freundlich bleiben.`,
				},
				change: 'significant', notice: 're-accept', changelog: `Edition ${edition} is clearer.`, ...parts,
			});
			return String((await admin.publish()).response.version);
		},
		closeWindows,
		async close() {
			await closeWindows();
			await sandbox.stop();
		},
	};
}

/**
 * A describe that needs a browser; without one its sentences count as skipped and the run says how to get one.
 * `isWhole`: on the forum of `npm start`, with its guide.
 */
export function describeInBrowser(
	title: string, sentences: (stage: () => Stage) => void, { isWhole = false } = {},
): void {
	describe(title, function inBrowser() {
		this.timeout(120_000);
		let stage: Stage | null = null;
		before(async function start() {
			const browser = await browserOfTheRun();
			if (!browser) {
				skipped += this.test?.parent?.tests.length ?? 0;
				this.skip();
			}
			stage = await open(browser, isWhole);
		});
		afterEach(async () => stage?.closeWindows());
		after(async () => stage?.close());
		sentences(() => {
			assert.ok(stage);
			return stage;
		});
	});
}

after(() => {
	if (skipped > 0) {
		console.log(`\n${skipped} browser tests skipped: no Chromium starts here. Install one (Debian: apt-get install chromium) ` +
			'or name it in CHROMIUM_PATH.');
	}
});

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 800 } } as const;

/** The same look at the page on a phone and then on the desktop, where it stays. */
export async function onBothDevices(page: Page, look: (width: number) => Promise<void>): Promise<void> {
	for (const size of [sizes.phone, sizes.desktop]) {
		await page.setViewportSize(size);
		await look(size.width);
	}
}

async function assertWidth(page: Page, width: number): Promise<void> {
	// A chart follows a new width a moment later.
	await page.waitForFunction(most => document.documentElement.scrollWidth <= most, width, { timeout: 5000 })
		.catch(() => undefined);
	const content = await page.evaluate(() => document.documentElement.scrollWidth);
	assert.ok(content <= width, `${content} px of content in ${width} px`);
}

/** Nothing sticks out to the side: a phone needs no second way of scrolling. Works without script too. */
export async function assertFits(page: Page): Promise<void> {
	await onBothDevices(page, width => assertWidth(page, width));
}

interface Axe {
	run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
	_audit: { rules: { id: string; impact: string; enabled: boolean }[] };
}

/** What axe holds for serious or critical. Every rule says how grave its findings are: the others need not run. */
function graveFaults(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: Axe };
		const grave = axe._audit.rules.filter(({ enabled, impact }) => enabled && (impact === 'serious' || impact === 'critical'));
		const { violations } = await axe.run({ runOnly: grave.map(({ id }) => id), resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
	});
}

/** Axe finds nothing serious and nothing sticks out, on the phone and on the desktop. */
export async function assertSound(page: Page): Promise<void> {
	if (!await page.evaluate(() => 'axe' in window)) {
		await page.evaluate(axe);
	}
	await onBothDevices(page, async (width) => {
		assert.deepEqual(await graveFaults(page), [], `at ${width} px`);
		await assertWidth(page, width);
	});
}

/** Presses Tab until the wanted element has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
	for (let i = 0; i < most; i += 1) {
		await page.keyboard.press('Tab');
		if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) {
			return;
		}
	}
	assert.fail(`${selector} cannot be reached with the keyboard`);
}
