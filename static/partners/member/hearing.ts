import { element, say } from 'forum-terms/kit/dom';
import { request } from 'forum-terms/kit/request';
import { wordsForm } from 'forum-terms/forms/words-form';
import type { StrikeDesk, StrikesAnswer } from 'forum-terms/partners/member/strike-model';
import { quote } from 'forum-terms/partners/member/strike-row';
import { reasons } from 'forum-terms/partners/member/strike-proof';

const day = (at: number) => new Date(at).toLocaleDateString(config.userLang, { dateStyle: 'medium' });

/** The suspension, its answer, and the form for what this reader can do about it; null if there is none. */
export async function hearingSection({ suspension }: StrikesAnswer, desk: StrikeDesk): Promise<HTMLElement | null> {
	if (!suspension) {
		return null;
	}
	const { partner, unsent, done } = desk;
	const { reason, at, answer, upheld, otherDeciders, may } = suspension;
	const section = element('section', { class: 'mb-4', 'data-role': 'hearing', 'aria-labelledby': 'partner-hearing-title' },
		element('h2', { class: 'fw-semibold fs-5', id: 'partner-hearing-title', tabindex: '-1' },
			await say('forum-terms:partner.hearing', day(at))),
		element('p', { class: 'text-break mb-2 forum-terms-words' }, reason), ...await reasons(suspension));
	if (answer) {
		section.append(quote(await say('forum-terms:partner.strike.answer', day(answer.at)), answer.text, 'answer'));
	}
	if (upheld) {
		section.append(quote(await say('forum-terms:partner.hearing-upheld', day(upheld.at)), upheld.reason, 'decision'));
	}
	if (otherDeciders !== '') {
		section.append(element('p', { class: 'mb-0', 'data-role': 'for-others' },
			await say('forum-terms:partner.hearing-own', otherDeciders)));
	}
	const act = may.answer ? 'answer' : may.uphold ? 'uphold' : null;
	if (act) {
		section.append(await wordsForm({
			id: 'partner-hearing', field: act === 'answer' ? 'text' : 'reason', unsent,
			label: await say(`forum-terms:partner.hearing-field.${act}`), next: await say(`forum-terms:partner.hearing-next.${act}`),
			submit: await say(`forum-terms:partner.hearing-do.${act}`),
			async send(words) {
				await (act === 'answer' ? request('PUT', `/partners/${partner}/suspension/answer`, { text: words }) :
					request('PUT', `/admin/partners/${partner}/suspension/decision`, { reason: words }));
				unsent.delete('partner-hearing');
				await done(`hearing-did.${act}`, 0);
			},
		}));
	}
	return section;
}
