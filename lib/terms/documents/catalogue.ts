import type { Cache } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import type { TermsStore } from './store';
import type { TermsDocument, Version, VersionText } from './version';

/** All documents and versions, cached until somebody publishes. */
export interface Catalogue {
	documents(): Promise<readonly TermsDocument[]>;
	version(id: string): Promise<Version | null>;
	/** A published text never changes, so it is cached without invalidation. */
	text(id: string, language: string): Promise<VersionText | null>;
	/** Call after a publication; reaches every process. */
	forget(): void;
}

interface Kept { documents: readonly TermsDocument[]; versions: ReadonlyMap<string, Version> }

const everything = 'all';

export function catalogue(store: TermsStore, cache: Cache): Catalogue {
	const kept = readThrough<Kept>(cache, async () => {
		const documents = await store.documents();
		const published = documents.flatMap(({ versions }) => versions);
		const versions = new Map(published.map(version => [version.id, version]));
		return { documents, versions };
	});
	const texts = readThrough<{ text: VersionText | null }>(cache, async (key) => {
		const [id = '', language = ''] = key.split(' ');
		return { text: await store.text(id, language) };
	});
	return {
		documents: async () => (await kept.get(everything)).documents,
		version: async id => (await kept.get(everything)).versions.get(id) ?? null,
		async text(id, language) {
			const version = (await kept.get(everything)).versions.get(id);
			if (!version || !Object.hasOwn(version.hashes, language)) {
				return null;
			}
			return (await texts.get(`${id} ${language}`)).text;
		},
		forget: () => kept.forget(everything),
	};
}
