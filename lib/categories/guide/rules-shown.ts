import type { RulesLookup } from '../../kernel/offers/category-rules';
import { escapeHtml } from '../../kernel/formats/html';
import { textOf } from '../../kernel/formats/text';
import type { Host, Places } from '../../kernel/host/ports';
import { atOnce, now } from '../../kernel/host/soon';
import { addToPage, isRendered, languageOfPage, type PageBuild } from '../../kernel/slice/page-parts';
import { hook } from '../../kernel/slice/slice';
import type { CategoryMaps } from './category-map';

interface CategoryPage { category: Record<string, unknown>; cid?: unknown; settings?: { userLang?: unknown } | null }
interface Composer { templateData?: Record<string, unknown> | null }

/** The rules where somebody is about to post, for the composer (clause 5). */
export function rulesLookup(maps: Pick<CategoryMaps, 'read'>, places: Pick<Places, 'categoryOf'>): RulesLookup {
	return async (place, language) => {
		const { rulesOf, hasRules } = await maps.read();
		const cid = hasRules && place.pid === undefined ? await places.categoryOf(place) : null;
		return cid === null ? null : rulesOf(cid, language);
	};
}

/** The rules on a category's page, and its template in the composer without script (clause 5). */
export function ruleHooks(maps: Pick<CategoryMaps, 'read'>, { site, translate }: Pick<Host, 'site' | 'translate'>) {
	return {
		/**
		 * HOST: src/controllers/category.js passes the reader's settings to src/categories/index.js `getCategoryById`,
		 * so the language needs no read here. src/categories/update.js stores any field that an API client sends;
		 * ours is never taken from there.
		 */
		rules: hook<CategoryPage>('open', 'the category page works without them', atOnce(function* ({ category, cid, settings }) {
			delete category.forumTermsRules;
			const { hasRules, rulesOf } = yield* now(maps.read());
			const found = hasRules ? rulesOf(Number(cid), textOf(settings?.userLang) || site.defaultLanguage()) : null;
			if (found) {
				category.forumTermsRules = found.html;
			}
		})),
		/** Without script; with it, static/categories/member/rules.ts shows them where the theme has the best place. */
		rulesWithoutScript: hook<PageBuild>('open', 'the category page works without them', atOnce(function* (build) {
			const html = isRendered(build) ? textOf(build.templateData?.forumTermsRules) : '';
			if (html !== '') {
				const language = languageOfPage(build) || site.defaultLanguage();
				const title = yield* now(translate('[[forum-terms:rules.title]]', language));
				addToPage(build, 'before', '<noscript><details class="forum-terms-rules border rounded-1 text-sm px-3 py-2 mb-3" open>' +
					`<summary class="fw-semibold">${escapeHtml(title)}</summary>${html}</details></noscript>`);
			}
		})),
		/**
		 * HOST: composer-default/static/lib/composer.js starts a new topic with the category's `topicTemplate`; its
		 * page /compose (library.js `filterComposerBuild`) does not. With `category`, composer/categoryList.js
		 * `updateTopicTemplate` replaces an untouched template there, too, when the author changes the category.
		 */
		composing: hook<Composer>('open', 'the composer starts empty', atOnce(function* ({ templateData }) {
			const cidOf = templateData?.isTopic === true ? Number(templateData.cid) : NaN;
			const category = (yield* now(maps.read())).byCid.get(cidOf);
			if (templateData && category) {
				const { cid, name, template } = category;
				templateData.body = textOf(templateData.body) || template;
				templateData.category ??= { cid, name, topicTemplate: template };
			}
		})),
	};
}
