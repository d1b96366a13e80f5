import { memoize } from 'lodash';
import type { CategoryGuide, GuideEntry } from '../kernel/offers/category-guide';
import { dayIn } from '../kernel/formats/date';
import { languageName } from '../kernel/formats/language';
import { tokenOf } from '../kernel/refusals/message';
import { uidOf } from '../kernel/host/member';
import type { Clock, Site } from '../kernel/host/ports';
import type { Page, PageAnswer } from '../kernel/slice/routes';
import type { Audience } from './acceptance/audience';
import { acceptPath, safeReturnPath } from './acceptance/gate';
import type { Catalogue } from './documents/catalogue';
import type { Comparisons } from './documents/comparisons';
import { commonLanguages, isSameLanguage, shownLanguage } from './text/language';
import { categoriesFor } from './text/category-list';
import { renderTerms } from './text/markdown';
import { readable } from './text/readable';
import type { Overview } from './acceptance/overview';
import { iso } from './ledger/record';
import { upcomingVersions, versionInForce } from './documents/rules';
import type { TermsDocument, Version } from './documents/version';
import { titledVersion, titleToken, versionName } from './documents/version-name';

function line(version: Version, language: string, inForce: Version | null, others: readonly Version[] = []) {
	const before = [...others].reverse().find(({ n }) => n < version.n);
	return {
		before: before?.id ?? '',
		version: version.id, name: tokenOf(versionName(version)),
		publishedAtISO: iso(version.publishedAt), publishedOn: dayIn(language, version.publishedAt),
		effectiveAtISO: iso(version.effectiveAt), effectiveOn: dayIn(language, version.effectiveAt),
		change: version.change,
		notice: version.notice,
		changelog: version.changelog,
		current: version.id === inForce?.id,
	};
}

/** The breadcrumb of the page with all terms. */
export const termsCrumb = { text: '[[forum-terms:page.terms.title]]', url: 'forum-terms' };

interface Parts {
	audience: Audience;
	catalogue: Catalogue;
	overview: Overview;
	compare: Comparisons;
	clock: Clock;
	site: Site;
}

/** The public pages: the terms in force, every version, and comparisons of two versions. */
export function termsPages(parts: Parts, guide: CategoryGuide): Page[] {
	const { audience, catalogue, clock, site, overview } = parts;

	// Published texts never change, so their clauses are parsed once.
	const clausesOf = memoize((_hash: string, markdown: string) => renderTerms(markdown).clauses);

	async function text(version: Version, language: string) {
		const languages = Object.keys(version.hashes);
		return catalogue.text(version.id, shownLanguage(languages, language, site.defaultLanguage()));
	}

	async function documentView(
		document: TermsDocument, language: string, owed: boolean, entries: readonly GuideEntry[],
	) {
		const inForce = versionInForce(document.versions, clock.now());
		const shown = inForce && await text(inForce, language);
		return inForce && {
			document: document.id, title: titleToken(inForce.title), version: inForce.id, name: tokenOf(versionName(inForce)), hash: shown?.hash ?? '',
			language: shown?.language ?? '', effectiveAtISO: iso(inForce.effectiveAt),
			effectiveOn: dayIn(language, inForce.effectiveAt), html: shown?.html ?? '', owed,
			languageName: languageName(shown?.language ?? '', language),
			isFallback: !isSameLanguage(shown?.language ?? '', language),
			...categoriesFor(shown ? clausesOf(shown.hash, shown.markdown) : [], entries),
			hasHistory: document.versions.length > 1,
			upcoming: upcomingVersions(document.versions, clock.now()).map(version => line(version, language, inForce)),
			versions: [...document.versions].reverse()
				.map(version => line(version, language, inForce, document.versions)),
		};
	}

	async function versionOf(id: string | undefined): Promise<{ version: Version; document: TermsDocument } | null> {
		const version = await catalogue.version(id ?? '');
		const document = (await catalogue.documents()).find(candidate => candidate.id === version?.document);
		return version && document ? { version, document } : null;
	}

	async function versionView({ version, document }: { version: Version; document: TermsDocument },
		language: string, uid: number): Promise<PageAnswer> {
		const inForce = versionInForce((await audience.reached(document, uid)).versions, clock.now());
		const shown = await text(version, language);
		const previous = [...document.versions].reverse().find(({ n }) => n < version.n);
		return {
			template: 'forum-terms/version', above: [termsCrumb], crumb: tokenOf(versionName(version)),
			data: {
				...line(version, language, inForce), document: document.id, title: tokenOf(titledVersion(version)), documentTitle: titleToken(version.title), html: shown?.html ?? '',
				hash: shown?.hash ?? '', language: shown?.language ?? '',
				languageName: languageName(shown?.language ?? '', language),
				isFallback: !isSameLanguage(shown?.language ?? '', language), languages: Object.keys(version.hashes),
				superseded: inForce !== null && version.n < inForce.n, upcoming: version.n > (inForce?.n ?? 0),
				previous: previous?.id ?? '',
				versions: [...document.versions].reverse()
					.map(other => line(other, language, inForce, document.versions)),
			},
		};
	}

	return [
		{
			path: '/forum-terms', access: 'anyone', kind: 'public', title: termsCrumb.text,
			async render({ actor, language }) {
				const uid = uidOf(actor);
				const [documents, standing, entries] = await Promise.all([
					audience.documentsOf(uid), overview(uid), guide(uid, language),
				]);
				const isOwed = (id: string) => standing.some(({ document, owed }) => id === document && owed);
				const views = await Promise.all(documents.map(document =>
					documentView(document, language, isOwed(document.id), entries)));
				const shown = views.filter(view => view !== null);
				// The list appears with the first text that has a clause about categories, otherwise at the end of the
				// page.
				const holder = shown.find(({ hasCategoryClause }) => hasCategoryClause);
				shown.filter(view => view !== holder).forEach(view => Object.assign(view, { categories: [] }));
				return {
					template: 'forum-terms/terms',
					data: {
						documents: shown, onlyTitle: shown.length === 1 ? shown[0]?.title : '', categories: holder ? [] : entries,
						canAccept: shown.some(({ owed }) => owed),
					},
				};
			},
		},
		{
			path: '/forum-terms/:version', access: 'anyone', kind: 'public', title: '[[forum-terms:page.version.title]]',
			async render({ actor, params, query, language }) {
				const found = await versionOf(params.version);
				return found ? versionView(found, query.language ?? language, uidOf(actor)) : { notFound: true };
			},
		},
		{
			path: '/forum-terms/:version/diff/:other', access: 'anyone', kind: 'public',
			title: '[[forum-terms:page.diff.title]]',
			async render({ actor, params, query, language }) {
				const [from, to] = await Promise.all([versionOf(params.version), versionOf(params.other)]);
				if (!from || !to) {
					return { notFound: true };
				}
				const [{ clauses, coarse }, standing] = await Promise.all([
					parts.compare(from.version, to.version, language), overview(uidOf(actor)),
				]);
				const isOwed = standing.some(({ version, owed }) => owed && version === to.version.id);
				const [, compared] = commonLanguages(
					Object.keys(from.version.hashes), Object.keys(to.version.hashes), language, site.defaultLanguage());
				return {
					template: 'forum-terms/diff', above: [termsCrumb],
					data: {
						from: line(from.version, language, null), to: line(to.version, language, null),
						clauses: readable(clauses), coarse,
						isFallback: !isSameLanguage(compared, language), languageName: languageName(compared, language),
						acceptAt: isOwed ? `${acceptPath}?next=${encodeURIComponent(safeReturnPath(query.next))}` : '',
						nothing: clauses.every(({ state }) => state === 'same'),
						unchanged: clauses.filter(({ state }) => state === 'same').length,
					},
				};
			},
		},
	];
}
