import { difference, uniq } from 'lodash';
import type { RulesLookup } from '../kernel/offers/category-rules';
import type { ChecklistLookup } from '../kernel/offers/checklist-form';
import type { OwedLookup, WritingPlace } from '../kernel/offers/owed';
import { uidOf } from '../kernel/host/member';
import { languageToken, refusalMessage } from '../kernel/refusals/message';
import type { Refusal } from '../kernel/refusals/refusal';
import type { Form, FormCall, PageAnswer, Passed } from '../kernel/slice/routes';
import { anchorOf, checklistView } from './checklist-view';
import type { Door } from './door';
import type { HostPost } from './submission';
import { placeOf } from './place';
import { plainFields } from './plain-answers';

const textIn = (value: unknown) => (typeof value === 'string' ? value : '');

/** What the page itself asks for: on the first look no sentence has to say it too. */
const isAsked = ({ code }: Refusal) => code === 'terms-unaccepted' || code === 'checklist-incomplete';

/** Where the form would post; empty if it names no place. */
function placeIn({ cid, tid }: Record<string, unknown>): WritingPlace {
	const place = tid ? placeOf('reply', { tid }) : placeOf('topic', { cid });
	return place.ok ? place.value : {};
}

/** The field that NodeBB's sentence is about; empty if it names none. HOST: src/topics/create.js. */
function fieldOf(sentence: string): string {
	const [, about = ''] = /^\[\[error:(title|content)-too-/.exec(sentence) ?? [];
	return about && `forum-terms-${about}`;
}

interface Shown { message: string; clause: string; anchor: string }

/**
 * The composer without script. NodeBB answers a refusal with an error page, where the text is lost; this form checks
 * first, and answers with a page that keeps everything typed, shows what is owed, and can be sent again. The same page
 * says what NodeBB itself refuses afterwards. HOST: src/controllers/composer.js `post`.
 */
export function composeForm(
	door: Door,
	{ owedTo, checklistOf, rulesOf }: { owedTo: OwedLookup; checklistOf: ChecklistLookup; rulesOf: RulesLookup },
): Form {
	/** The page for these reasons of ours, or for NodeBB's sentence. */
	async function page(
		{ actor, form, language }: FormCall, reasons: readonly Refusal[], sentence = '',
	): Promise<PageAnswer> {
		const uid = uidOf(actor);
		// Guests must log in first, so they owe nothing here.
		const [owed, checklist, rules] = uid === 0 ? [[], null, null] : await Promise.all([
			owedTo(uid, language, placeIn(form)), checklistOf(placeIn(form), uid, language),
			rulesOf(placeIn(form), language),
		]);
		const isFirst = form.forumTermsAsked === undefined && form[plainFields.version] === undefined;
		const due = owed.filter(one => one.due);
		const covered = isFirst ? reasons.filter(isAsked) : [];
		const shown: Shown[] = difference(reasons, covered).map(refusal => ({
			message: refusalMessage(refusal), clause: refusal.clause ?? '', anchor: anchorOf(refusal, due[0]?.version),
		}));
		if (sentence !== '') {
			shown.push({ message: sentence, clause: '', anchor: fieldOf(sentence) });
		}
		return {
			template: 'forum-terms/compose',
			status: 400,
			data: {
				title: '[[forum-terms:page.compose.title]]',
				owed: due.map(one => ({ ...one, says: languageToken('forum-terms:accept.agree-one', [one.title]) })),
				message: reasons[0] ? refusalMessage(reasons[0]) : sentence,
				clauses: uniq(covered.map(({ clause }) => clause)).join(', '),
				reasons: shown,
				typed: {
					cid: textIn(form.cid), tid: textIn(form.tid), title: textIn(form.title),
					content: textIn(form.content), handle: textIn(form.handle),
					hasTitle: !form.tid,
				},
				rulesHtml: rules?.html ?? '',
				canRetry: true,
				checklist: checklist && checklistView(checklist, form, reasons),
			},
		};
	}

	return {
		path: '/compose',
		async submit(call) {
			const { actor, form } = call;
			if (actor.kind !== 'member' && actor.kind !== 'guest') {
				return { pass: true };
			}
			const passed: Passed = { pass: true, instead: sentence => page(call, [], sentence) };
			if (textIn(form.content) === '') {
				return passed;
			}
			const post: HostPost = {
				uid: uidOf(actor), cid: form.cid, tid: form.tid, title: form.title, content: form.content,
				req: { body: form },
			};
			const judged = await door.judgePost(form.tid ? 'reply' : 'topic', post, 'no-script');
			const reasons = judged.ok ?
				judged.value.reasons.filter(({ outcome }) => outcome !== 'hold').map(({ refusal }) => refusal) :
				[judged.refusal];
			return reasons.length === 0 ? passed : page(call, reasons);
		},
	};
}
