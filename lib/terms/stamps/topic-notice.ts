import { escapeHtml } from '../../kernel/formats/html';
import type { Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { after, type Soon } from '../../kernel/host/soon';
import { addToPage, isRendered, languageOfPage, readerOf, type PageBuild } from '../../kernel/slice/page-parts';
import { hook } from '../../kernel/slice/slice';
import type { TermsSettings } from '../documents/settings';

const sentences = ['disclaimer', 'views', 'responsibility', 'licence'];

/** Disclaimer, responsibility and licence below a topic, also without script (clauses 4.3, 4.5, 4.7 and 4.8). */
export function topicNoticeHooks(
	{ settings }: { settings: () => Soon<Pick<TermsSettings, 'showNotices'>> },
	{ translate, members, site, cache }: Pick<Host, 'translate' | 'members' | 'site' | 'cache'>,
) {
	// The same below every topic; translated once per language.
	const notices = readThrough<{ html: string }>(cache('forum-terms-topic-notice', { max: 200, ttlSeconds: 3600 }), async (language) => {
		const say = async (name: string) => escapeHtml(await translate(`[[forum-terms:notice.${name}]]`, language));
		const [terms, said] = [await say('terms'), await Promise.all(sentences.map(say))];
		const html = '<p class="forum-terms-topic-notice text-muted text-xs border-top pt-2 mt-3" role="note">' +
			`${said.join(' ')} <a class="text-reset" href="${escapeHtml(site.relativePath)}/forum-terms">${terms}</a></p>`;
		return { html };
	});
	const show = (build: PageBuild) => after(languageOfPage(build) || members.language(readerOf(build)), language =>
		after(notices.get(language), ({ html }) => addToPage(build, 'after', html)));
	return {
		topicNotice: hook<PageBuild>('open', 'the composer shows the same notices', build =>
			after(isRendered(build) && settings(), shown => (shown && shown.showNotices ? show(build) : undefined))),
	};
}
