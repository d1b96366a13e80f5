import { forumOf } from '../../lib/platform/forum/forum';
import { termsServices } from '../../lib/terms/services';
import { everybody } from '../../lib/terms/documents/rollout';
import type { DraftInput } from '../../lib/terms/publication/publication';
import { plainSettings, type TermsDocument, type Version } from '../../lib/terms/documents/version';
import type { Host } from '../../lib/kernel/host/ports';
import { hostInMemory } from './host';

/** A version with everything in place; say only what the test is about. */
export function version(n: number, parts: Partial<Version> = {}): Version {
	return {
		id: `forum-${n}`, document: 'forum', n, title: 'Forum terms', change: 'significant', notice: 're-accept',
		changelog: '', publishedAt: n * 1000, effectiveAt: n * 1000, graceDays: 0, notify: false,
		rollout: everybody, publishedBy: 1,
		hashes: { 'en-GB': `hash ${n}` }, hash: `hash ${n}`, ...parts,
	};
}

export function documentOf(...versions: Version[]): TermsDocument {
	return { ...plainSettings, id: 'forum', title: 'Forum terms', versions };
}

export function draft(parts: Partial<DraftInput> = {}): DraftInput {
	return {
		title: 'Forum terms', change: 'significant', notice: 're-accept', changelog: 'Clearer wording.', effectiveAt: null,
		graceDays: 0, notify: false,
		texts: { 'en-GB': '## 2. Acceptance\n\nUse means agreement.' }, ...parts,
	};
}

/** The terms slice over a host in memory, with a way to publish one more version. */
export async function termsInMemory(overrides: Parameters<typeof hostInMemory>[0] = {}) {
	const memory = hostInMemory(overrides);
	/** What another process has. */
	const over = (host: Host) => termsServices(host, forumOf(host));
	const parts = over(memory.host);
	await parts.store.saveDocument('forum', { ...plainSettings, title: 'Forum terms' });
	let edition = 0;
	return {
		...memory, ...parts, secret: forumOf(memory.host).secret, over, stored: memory.settings,
		database: memory.database,
		async publish(change: Partial<DraftInput> = {}): Promise<string> {
			edition += 1;
			const texts = { 'en-GB': `## 2. Acceptance\n\nUse means agreement, edition ${edition}.` };
			await parts.publication.saveDraft('forum', draft({ texts, ...change }));
			const published = await parts.publication.publish('forum', 1);
			if (!published.ok) {
				throw new Error(published.refusal.code);
			}
			return published.value.version;
		},
		accept: (uid: number, versionId: string) =>
			parts.acceptance.accept({ uid, versionId, language: 'en-GB', method: 'api' }),
		decline: (uid: number, versionId: string) =>
			parts.acceptance.decline({ uid, versionId, language: 'en-GB', method: 'api' }),
	};
}

export type TermsInMemory = Awaited<ReturnType<typeof termsInMemory>>;

/** A ledger with one acceptance each of so many members. */
export async function ledgerOf(members: number): Promise<TermsInMemory> {
	const terms = await termsInMemory();
	await terms.publish();
	for (let uid = 2; uid < members + 2; uid += 1) {
		await terms.accept(uid, 'forum-1');
	}
	return terms;
}
