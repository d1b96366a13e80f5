import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { termsClient, type TermsClient } from '../driver/terms-client';
import { Visitor } from '../driver/visitor';
import { seed } from '../sandbox/seed';
import { startSandbox } from '../sandbox/server/sandbox';
import { browserOfTheRun } from './chromium';

const password = 'Browser-spec-1';
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export const widths = [['desktop', 1280], ['phone', 390]] as const;

/** A seeded sandbox and the people in it, each with a browser window of his own. */
export interface Stage {
	url: string;
	/** A window of that width; with a name, already logged in. */
	page(who: string | null, width: number, options?: BrowserContextOptions): Promise<Page>;
	/** Publishes one more version and answers its id. */
	publish(parts?: Record<string, unknown>): Promise<string>;
	terms(who: string): Promise<TermsClient>;
	/** The same person by hand, in a browser that nobody sees. */
	visitor(who: string): Promise<Visitor>;
	close(): Promise<void>;
}

let skipped = 0;

async function open(browser: Browser): Promise<Stage> {
	const sandbox = await startSandbox({ adminPassword: password });
	await seed(sandbox, () => password);
	const visitor = async (who: string): Promise<Visitor> => {
		const made = new Visitor(sandbox.url);
		await made.login(who, password);
		return made;
	};
	const terms = async (who: string): Promise<TermsClient> => termsClient(await visitor(who));
	const admin = await terms('admin');
	let edition = 1;
	const pages: Page[] = [];
	return {
		url: sandbox.url,
		terms, visitor,
		async page(who, width, options = {}) {
			const context = await browser.newContext({
				viewport: { width, height: 800 }, reducedMotion: 'reduce', baseURL: sandbox.url, permissions: ['clipboard-write', 'clipboard-read'],
				...options,
			});
			context.setDefaultTimeout(20_000);
			const page = await context.newPage();
			pages.push(page);
			if (who) {
				await page.goto('/login');
				await page.fill('#username', who);
				await page.fill('#password', password);
				await page.click('main button[type=submit]');
				await page.waitForURL(address => !address.pathname.startsWith('/login'));
			}
			return page;
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
		async close() {
			await Promise.all(pages.map(page => page.context().close()));
			await sandbox.stop();
		},
	};
}

/** A describe that needs a browser; without one its sentences count as skipped and the run says how to get one. */
export function describeInBrowser(title: string, sentences: (stage: () => Stage) => void): void {
	describe(title, function inBrowser() {
		this.timeout(120_000);
		// A busy machine may be late with a page; a sentence that is false stays false.
		this.retries(2);
		let stage: Stage | null = null;
		before(async function start() {
			const browser = await browserOfTheRun();
			if (!browser) {
				skipped += this.test?.parent?.tests.length ?? 0;
				this.skip();
			}
			stage = await open(browser);
		});
		after(async () => stage?.close());
		sentences(() => {
			assert.ok(stage);
			return stage;
		});
	});
}

after(async () => {
	await (await browserOfTheRun())?.close();
	if (skipped > 0) {
		console.log(`\n${skipped} browser tests skipped: no Chromium starts here. Install one (Debian: apt-get install chromium) ` +
			'or name it in CHROMIUM_PATH.');
	}
});

/** No serious accessibility fault on the page as it is now. */
export async function assertAccessible(page: Page): Promise<void> {
	await page.evaluate(axe);
	const faults = await page.evaluate(async () => {
		const { violations } = await (window as unknown as {
			axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
		}).axe.run();
		return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
	});
	assert.deepEqual(faults, []);
}

/** Nothing sticks out to the side: a phone needs no second way of scrolling. */
export async function assertFits(page: Page): Promise<void> {
	const [content, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
	assert.ok((content ?? 0) <= (window_ ?? 0), `${content} px of content in ${window_} px`);
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
