import { escapeHtml } from '../../kernel/formats/html';
import type { Host } from '../../kernel/host/ports';
import { addToPage, languageOfPage, readerOf, type PageBuild } from '../../kernel/slice/page-parts';
import { hook } from '../../kernel/slice/slice';
import type { TermsSettings } from '../documents/settings';

const sentences = ['disclaimer', 'views', 'responsibility', 'licence'];

/** Disclaimer, responsibility and licence below a topic, also without script (clauses 4.3, 4.5, 4.7 and 4.8). */
export function topicNoticeHooks(
	{ settings }: { settings: () => Promise<Pick<TermsSettings, 'showNotices'>> },
	{ translate, members, site }: Pick<Host, 'translate' | 'members' | 'site'>,
) {
	return {
		topicNotice: hook<PageBuild>('open', 'the composer shows the same notices', async (build) => {
			if (!(await settings()).showNotices) {
				return;
			}
			const language = languageOfPage(build) || await members.language(readerOf(build));
			const say = async (name: string) => escapeHtml(await translate(`[[forum-terms:notice.${name}]]`, language));
			const [terms, said] = [await say('terms'), await Promise.all(sentences.map(say))];
			addToPage(build, 'after', '<p class="forum-terms-topic-notice text-muted text-xs border-top pt-2 mt-3" role="note">' +
				`${said.join(' ')} <a class="text-reset" href="${escapeHtml(site.relativePath)}/forum-terms">${terms}</a></p>`);
		}),
	};
}
