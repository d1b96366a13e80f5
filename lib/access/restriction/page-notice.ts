import { escapeHtml } from '../../kernel/formats/html';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { refusalMessage } from '../../kernel/refusals/message';
import type { Refusal } from '../../kernel/refusals/refusal';
import type { Act, Submission } from '../../kernel/slice/review';
import { addToPage, isRendered, languageOfPage, readerOf, type PageBuild } from '../../kernel/slice/page-parts';
import { atOnce, now, type Soon } from '../../kernel/host/soon';
import { hook } from '../../kernel/slice/slice';

interface Parts {
	lookup(uid: number, act: Act, place: Submission['place']): Soon<Refusal | null>;
	host: Pick<Host, 'translate' | 'members' | 'site'>;
}

/**
 * Says on the pages where members start writing why they may not, also without script: NodeBB shows no New Topic and no
 * Reply to somebody without the privilege, and does not say why (clause 6).
 */
export function barredPageHooks({ lookup, host }: Parts) {
	const { translate, members, site } = host;

	/** The sentence with the address of the statement as a link. */
	async function sentence(refusal: Refusal, language: string): Promise<string> {
		const [message, label] = await Promise.all([
			translate(refusalMessage(refusal), language), translate('[[forum-terms:access.statement-link]]', language),
		]);
		const start = message.indexOf(`${site.url}/forum-terms/access/`);
		const address = start < 0 ? '' : /^\S*\/\d+/.exec(message.slice(start))?.[0] ?? '';
		const [before, after] = [message.slice(0, start), message.slice(start + address.length)].map(escapeHtml);
		return address === '' ? escapeHtml(message) :
			`${before}<a class="alert-link text-decoration-underline" href="${escapeHtml(address)}">${escapeHtml(label)}</a>${after}`;
	}

	async function show(build: PageBuild, refusal: Refusal): Promise<void> {
		const language = languageOfPage(build) || await members.language(readerOf(build));
		const label = await translate('[[forum-terms:restriction.barred]]', language);
		addToPage(build, 'before', `<div class="forum-terms-barred alert alert-warning py-2 mb-2" role="alert" ` +
			`data-role="barred-page" aria-label="${escapeHtml(label)}">${await sentence(refusal, language)}</div>`);
	}

	/** As NodeBB has read it for the page: of a topic the category too. */
	function placeOn({ templateData: { tid, cid } = {} }: PageBuild): Submission['place'] {
		const [topic, category] = [textOf(tid), textOf(cid)];
		return { ...topic && { tid: topic }, ...category && { cid: category } };
	}

	const tell = (act: 'topic' | 'reply', id: 'cid' | 'tid') =>
		hook<PageBuild>('open', 'the refusal says the same when a text is sent', atOnce(function* (build) {
			const uid = isRendered(build) ? readerOf(build) : 0;
			const place = uid > 0 ? placeOn(build) : {};
			const refusal = place[id] === undefined ? null : yield* now(lookup(uid, act, place));
			if (refusal) {
				yield* now(show(build, refusal));
			}
		}));

	return { barredCategory: tell('topic', 'cid'), barredTopic: tell('reply', 'tid') };
}
