import type { Clock, Site } from '../../kernel/host/ports';
import { dayIn } from '../../kernel/formats/date';
import type { Page } from '../../kernel/slice/routes';
import type { Catalogue } from '../documents/catalogue';
import { shownLanguage } from '../text/language';
import { renderTerms } from '../text/markdown';
import { iso } from '../ledger/record';
import type { Publication } from './publication';
import { versionInForce } from '../documents/rules';

const views = ['member', 'guest'] as const;

/** The draft as members will see it on the accept page, and guests in the registration form. */
export function previewPage({ publication, catalogue, clock, site }: {
	publication: Publication; catalogue: Catalogue; clock: Clock; site: Site;
}): Page {
	return {
		path: '/forum-terms/preview/:document', access: 'administrator', kind: 'public',
		title: '[[forum-terms:page.preview.title]]',
		async render({ params, query, language }) {
			const id = params.document ?? '';
			const draft = await publication.draft(id);
			const document = (await catalogue.documents()).find(candidate => candidate.id === id);
			if (!draft.ok || !document) {
				return { notFound: true };
			}
			const { texts, title, changelog, graceDays } = draft.value;
			const languages = Object.keys(texts);
			const shown = shownLanguage(languages, query.language ?? language, site.defaultLanguage());
			const as = views.find(view => view === query.as) ?? 'member';
			const inForce = versionInForce(document.versions, clock.now());
			const owed = [{
				document: id, title, version: '', name: '', language: shown, html: renderTerms(texts[shown] ?? '').html, changelog,
				changedSince: as === 'member' ? inForce?.id ?? '' : '', declined: false, isFallback: false,
				acceptedOn: as === 'member' && inForce ? dayIn(language, inForce.effectiveAt) : '',
				dueAtISO: graceDays > 0 ? iso(clock.now() + (graceDays * 86_400_000)) : '',
				dueOn: graceDays > 0 ? dayIn(language, clock.now() + (graceDays * 86_400_000)) : '',
			}];
			return {
				template: 'forum-terms/preview',
				data: {
					owed, document: id, isGuest: as === 'guest',
					views: views.map(view => ({ view, active: view === as })),
					languages: languages.map(tag => ({ tag, active: tag === shown })), as, language: shown,
				},
			};
		},
	};
}
