import { escapeHtml } from '../../kernel/formats/html';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { refusalMessage } from '../../kernel/refusals/message';
import type { Refusal } from '../../kernel/refusals/refusal';
import type { Act, Submission } from '../../kernel/slice/review';
import { addToPage, isRendered, languageOfPage, readerOf, type PageBuild } from '../../kernel/slice/page-parts';
import { after, type Soon } from '../../kernel/host/soon';
import { hook } from '../../kernel/slice/slice';
import type { Restriction } from './restriction';
import { isRightEnded } from './rules';

/** HOST: src/controllers/helpers.js `notAllowed`; without an `error` the page says that one has stumbled upon it. */
interface Denied extends PageBuild { req: PageBuild['req'] & { path?: unknown }; error?: unknown }

interface Parts {
	lifecycle: { openOf(uid: number): Soon<readonly Restriction[]> };
	lookup(uid: number, act: Act, place: Submission['place']): Soon<Refusal | null>;
	host: Pick<Host, 'translate' | 'members' | 'site' | 'places' | 'clock'>;
}

/**
 * Says on the pages where members start writing why they may not, also without script: NodeBB shows no New Topic and no
 * Reply to somebody without the privilege, and does not say why (clause 6).
 */
export function barredPageHooks({ lifecycle, lookup, host }: Parts) {
	const { translate, members, site, places, clock } = host;

	/** The sentence with the address of the statement as a link. */
	async function sentence(refusal: Refusal, language: string): Promise<string> {
		const [message, label] = await Promise.all([
			translate(refusalMessage(refusal), language), translate('[[forum-terms:access.statement-link]]', language),
		]);
		const start = message.indexOf(`${site.url}/forum-terms/access/`);
		const address = start < 0 ? '' : /^\S*\/\d+/.exec(message.slice(start))?.[0] ?? '';
		const [before, rest] = [message.slice(0, start), message.slice(start + address.length)].map(escapeHtml);
		return address === '' ? escapeHtml(message) :
			`${before}<a class="alert-link text-decoration-underline" href="${escapeHtml(address)}">${escapeHtml(label)}</a>${rest}`;
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
		hook<PageBuild>('open', 'the refusal says the same when a text is sent', (build) => {
			const uid = isRendered(build) ? readerOf(build) : 0;
			const place = uid > 0 ? placeOn(build) : {};
			return after(place[id] === undefined ? null : lookup(uid, act, place), refusal =>
				(refusal ? show(build, refusal) : undefined));
		});

	/** Why somebody may not read there any more; null if that is not for a restriction. */
	async function closedTo(uid: number, path: string): Promise<Refusal | null> {
		const [, kind, id] = /^(?:\/api)?\/(category|topic)\/(\d+)/.exec(path) ?? [];
		const open = uid > 0 && id ? await lifecycle.openOf(uid) : [];
		if (open.length === 0 || !id) {
			return null;
		}
		const place = kind === 'topic' ? { tid: id } : { cid: id };
		const cid = await places.categoryOf(place);
		const above = cid === null ? [] : await places.categoryPath(cid);
		return isRightEnded('topics:read', open, above, clock.now(), false) ? lookup(uid, 'topic', place) : null;
	}

	const denied = hook<Denied>('open', 'NodeBB denies access, without the reason', async (payload) => {
		const refusal = payload.error ? null : await closedTo(readerOf(payload), textOf(payload.req.path));
		if (refusal && isRendered(payload)) {
			await show(payload, refusal);
		} else if (refusal) {
			payload.error = refusalMessage(refusal);
		}
	});

	return { barredCategory: tell('topic', 'cid'), barredTopic: tell('reply', 'tid'), denied };
}
