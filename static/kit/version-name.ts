import { say } from 'forum-terms/kit/dom';

const documentOf = (id: string) => id.slice(0, id.lastIndexOf('-'));

/**
 * A text that is a list of versions, such as `forum-3, support-1`, as readers know them; empty if it is something else.
 */
export async function versionNames(ids: string, form: 'name' | 'inline' = 'name'): Promise<string> {
	const documents = Object.keys(config.forumTerms?.versions ?? {}).map(documentOf);
	const listed = ids.split(', ');
	const areVersions = listed.every(id => /-\d+$/.test(id) && documents.includes(documentOf(id)));
	return areVersions ? (await Promise.all(listed.map(id => versionName(id, form)))).join(', ') : '';
}

/** A document's title; the one of the package comes as a language token. */
export const titleText = async (title: string): Promise<string> =>
	(/^\[\[[\w:.-]+\]\]$/.test(title) ? say(title.slice(2, -2)) : title);

/** Whether the names of these versions say of which document they are. */
export const areTitled = (ids: string): boolean => ids.split(', ').some(id => config.forumTerms?.versions[id]?.title);

/** The terms in force, to follow: "Forum terms, version 3 of 12 March 2026", or each document by its own title. */
export async function termsName(ids: string): Promise<string> {
	const names = await versionNames(ids, 'inline');
	return areTitled(ids) ? names : say('forum-terms:checklist.terms-version', names);
}

/**
 * How readers know a version: "version 3 of 12 March 2026", with its document where there are several. An older one
 * than the page knows has its number alone.
 */
export async function versionName(id: string, form: 'name' | 'inline' = 'name'): Promise<string> {
	const known = config.forumTerms?.versions[id];
	if (!known) {
		return say(`forum-terms:version.number-${form}`, id.slice(id.lastIndexOf('-') + 1));
	}
	const day = new Date(known.publishedAt).toLocaleDateString(config.userLang, { dateStyle: 'long', timeZone: 'UTC' });
	return known.title ? say('forum-terms:version.titled', await titleText(known.title), known.n, day) :
		say(`forum-terms:version.${form}`, known.n, day);
}
