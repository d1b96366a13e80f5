import { intersection } from 'lodash';
import type { Host } from '../../kernel/host/ports';
import type { TermsStore } from './store';
import { plainSettings } from './version';
import { shippedTitle } from './version-name';

/** Languages of the packaged default text. */
const shipped = ['en-GB', 'de'] as const;

/** The document of a new installation. */
export const firstDocument = 'forum';

/**
 * Stores the default text as a draft on the first start. Publishing it is the administrator's decision, because members
 * are asked from then on. Safe to repeat, and for several processes at once.
 */
export async function prepareFirstStart(store: TermsStore, host: Host): Promise<void> {
	await host.leases.withLease('round:first-start', async () => {
		const documents = await store.documents();
		if (documents.length > 0) {
			return;
		}
		const wanted = [...intersection(shipped, ['en-GB', host.site.defaultLanguage()])];
		const texts = await Promise.all(wanted.map(async language =>
			[language, (await host.packagedText(`lib/presets/3cx/terms.${language}.md`)).trim()] as const));
		await store.saveDraft(firstDocument, {
			revision: await store.nextRevision(firstDocument),
			title: shippedTitle, change: 'significant', notice: 're-accept', changelog: '', effectiveAt: null,
			graceDays: 0, notify: false,
			texts: Object.fromEntries(texts),
		});
		// The document becomes visible last: after a crash before this line, the next start begins again.
		await store.saveDocument(firstDocument, { ...plainSettings, title: shippedTitle });
		host.log.info('terms', 'The default terms wait as a draft in the ACP; nothing is asked until they are published.');
	}, () => undefined);
}
