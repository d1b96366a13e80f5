import { dayPhrase, listed, tokenOf } from '../../kernel/refusals/message';
import type { Fact, Phrase } from '../../kernel/refusals/phrase';
import type { Catalogue } from './catalogue';
import type { TermsDocument, Version } from './version';

/** The title that the text in the package comes with. */
export const shippedTitle = 'Forum terms';

/** A title for readers: the shipped one in their language, until somebody writes another. */
const titleFact = (title: string): Fact => (title === shippedTitle ? { key: 'forum-terms:page.terms.title' } : title);

/** The same for templates: a language token, in which a title comes out as it was written. */
export const titleToken = (title: string): string => tokenOf({ key: 'forum-terms:page.named', facts: [titleFact(title)] });

/** The same for the browser: a language token, or the title as it was written. */
export function titleText(title: string): string {
	const fact = titleFact(title);
	return typeof fact === 'string' ? fact : tokenOf(fact);
}

/** "Version 3 of 12 March 2026": how readers know a version. Its id is for addresses, files and programs. */
export function versionName({ n, publishedAt }: Pick<Version, 'n' | 'publishedAt'>): Phrase {
	return { key: 'forum-terms:version.name', facts: [String(n), dayPhrase(publishedAt)] };
}

/** The same inside a sentence: "version 3 of 12 March 2026". */
export function versionInline({ n, publishedAt }: Pick<Version, 'n' | 'publishedAt'>): Phrase {
	return { key: 'forum-terms:version.inline', facts: [String(n), dayPhrase(publishedAt)] };
}

/** "Forum terms (version 3 of 12 March 2026)", where the document has to be named too. */
export function titledVersion({ title, n, publishedAt }: Pick<Version, 'title' | 'n' | 'publishedAt'>): Phrase {
	return { key: 'forum-terms:version.titled', facts: [titleFact(title), String(n), dayPhrase(publishedAt)] };
}

const mostNamed = 30;

/**
 * What the browser needs to name the latest versions of each document, by their ids in posts; the title only if there
 * are several documents.
 */
export function versionFacts(
	documents: readonly Pick<TermsDocument, 'versions'>[],
): Record<string, Pick<Version, 'n' | 'title' | 'publishedAt'>> {
	const isAlone = documents.length < 2;
	return Object.fromEntries(documents.flatMap(({ versions }) => versions.slice(-mostNamed))
		.map(({ id, n, title, publishedAt }) => [id, { n, title: isAlone ? '' : titleText(title), publishedAt }]));
}

/** The same by its id; an unknown version keeps its id. */
export async function titledById(catalogue: Pick<Catalogue, 'version'>, id: string): Promise<Phrase> {
	const version = await catalogue.version(id);
	return version ? titledVersion(version) : { key: 'forum-terms:version.unknown', facts: [id] };
}

/** Where only the documents matter: "Forum terms, Beta agreement". */
export const titles = (versions: readonly Pick<Version, 'title'>[]): Fact => listed(versions.map(({ title }) => titleFact(title)));

export const titledVersions = (versions: readonly Version[]): Fact => listed(versions.map(titledVersion));
