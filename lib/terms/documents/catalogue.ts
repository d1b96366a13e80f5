import type { Cache } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { after, type Soon } from '../../kernel/host/soon';
import type { TermsStore } from './store';
import type { TermsDocument, Version, VersionText } from './version';

/** All documents and versions, cached until somebody publishes. */
export interface Catalogue {
	/** The same list until it is read again, so that what follows from it alone can be kept with it. */
	documents(): Soon<readonly TermsDocument[]>;
	version(id: string): Soon<Version | null>;
	/** A published text never changes, so it is cached without invalidation. */
	text(id: string, language: string): Promise<VersionText | null>;
	/** Call after a publication; reaches every process. */
	forget(): void;
}

interface Kept { documents: readonly TermsDocument[]; versions: ReadonlyMap<string, Version> }

const everything = 'all';

export function catalogue(store: TermsStore, cache: Cache): Catalogue {
	const kept = readThrough<Kept>(cache, async () => {
		const documents = Object.freeze((await store.documents()).map(document => Object.freeze(document)));
		const published = documents.flatMap(({ versions }) => versions);
		const versions = new Map(published.map(version => [version.id, version]));
		return { documents, versions };
	});
	const texts = readThrough<{ text: VersionText | null }>(cache, async (key) => {
		const [id = '', language = ''] = key.split(' ');
		return { text: await store.text(id, language) };
	});
	const from = <T>(read: (kept: Kept) => T): Soon<T> => after(kept.get(everything), read);
	return {
		documents: () => from(({ documents }) => documents),
		version: id => from(({ versions }) => versions.get(id) ?? null),
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
