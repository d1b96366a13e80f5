import type { ClauseTexts, CitedClause } from '../../kernel/offers/clause-texts';
import type { Cache, Clock, Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { clauseHash } from '../text/hash';
import { shownLanguage } from '../text/language';
import { clausesIn, type Clause } from '../text/markdown';
import type { Catalogue } from './catalogue';
import { versionInForce } from './rules';
import type { Version } from './version';

interface Parts { catalogue: Catalogue; site: Pick<Host['site'], 'defaultLanguage'>; clock: Clock; cache: Cache }

/** Clauses of published texts, which never change: parsed once per process. */
export function clauseTexts({ catalogue, site, clock, cache }: Parts): ClauseTexts {
	const parsed = readThrough<readonly Clause[]>(cache, async (key) => {
		const [version = '', language = ''] = key.split(' ');
		return clausesIn((await catalogue.text(version, language))?.markdown ?? '');
	});
	const languageOf = (version: Version, wanted: string) =>
		shownLanguage(Object.keys(version.hashes), wanted, site.defaultLanguage());
	async function clauseIn(version: Version, id: string, language: string): Promise<Clause | null> {
		return (await parsed.get(`${version.id} ${language}`)).find(clause => clause.id === id) ?? null;
	}
	async function cited(version: Version, id: string | null): Promise<CitedClause> {
		const language = languageOf(version, site.defaultLanguage());
		const clause = id === null ? null : await clauseIn(version, id, language);
		return {
			document: version.document, version: version.id, language,
			hash: clause ? clauseHash(version.id, language, clause) : '',
		};
	}

	return {
		async inForce(clause) {
			const documents = (await catalogue.documents()).filter(({ archived }) => !archived);
			const versions = documents.flatMap(document => versionInForce(document.versions, clock.now()) ?? []);
			const all = await Promise.all(versions.map(version => cited(version, clause)));
			return all.find(({ hash }) => hash !== '') ?? all[0] ?? null;
		},
		async text(id, clause, wanted) {
			const version = await catalogue.version(id);
			const language = version && languageOf(version, wanted);
			const found = version && language ? await clauseIn(version, clause, language) : null;
			return found && language ? { heading: found.heading, text: found.markdown, language } : null;
		},
	};
}
