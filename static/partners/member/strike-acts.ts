import { element, say } from 'forum-terms/kit/dom';
import { minute } from 'forum-terms/partners/member/strike-row';
import type { Strike, StrikeDesk } from 'forum-terms/partners/member/strike-model';
import { request } from 'forum-terms/kit/request';
import { wordsForm } from 'forum-terms/forms/words-form';

type Act = 'answer' | 'counts' | 'withdraw';
function formOf({ partner, unsent, done }: StrikeDesk, { id, answerBy }: Strike, act: Act, cancel?: () => void) {
	const address = `/partners/${partner}/strikes/${id}`;
	return Promise.all([
		say(`forum-terms:partner.strike.field.${act}`, minute(answerBy)), say(`forum-terms:partner.strike.next.${act}`),
		say(`forum-terms:partner.strike.do.${act}`),
	]).then(([label, next, submit]) => wordsForm({
		id: `strike-${act}-${id}`, field: act === 'answer' ? 'text' : 'reason', label, next, submit, unsent, cancel,
		async send(words) {
			await (act === 'answer' ? request('POST', `${address}/answer`, { text: words }) :
				request('POST', `${address}/decision`, { counts: act === 'counts', reason: words }));
			unsent.delete(`strike-${act}-${id}`);
			await done(`strike.did.${act}`, id);
		},
	}));
}

/** A button that opens the form of a decision below itself, and closes it again. */
async function opener(
	box: HTMLElement, act: Act, make: (cancel: () => void) => Promise<HTMLElement>,
): Promise<HTMLElement> {
	const button = element('button', {
		class: `btn btn-sm btn-outline-${act === 'counts' ? 'primary' : 'secondary'}`, type: 'button',
		'aria-expanded': 'false', 'data-act': act,
	}, await say(`forum-terms:partner.strike.do.${act}`));
	const close = () => {
		box.querySelector('form')?.remove();
		box.querySelectorAll('[aria-expanded]').forEach(other => other.setAttribute('aria-expanded', 'false'));
	};
	button.addEventListener('click', () => {
		const wasOpen = button.getAttribute('aria-expanded') === 'true';
		close();
		if (!wasOpen) {
			button.setAttribute('aria-expanded', 'true');
			void make(() => {
				close();
				button.focus();
			}).then((form) => {
				box.append(form);
				form.querySelector('textarea')?.focus();
			});
		}
	});
	return button;
}

/** What this reader can do about a strike: answer it, decide about the answer, withdraw it. */
export async function addActs(row: HTMLElement, strike: Strike, desk: StrikeDesk): Promise<void> {
	const { may } = desk;
	const { state, otherDeciders } = strike;
	if (may.answer && state === 'open') {
		row.append(await formOf(desk, strike, 'answer'));
	}
	if (!may.decide || state === 'withdrawn' || state === 'expired') {
		return;
	}
	const isForOthers = otherDeciders !== '';
	if (isForOthers) {
		row.append(element('p', { class: 'mt-2 mb-0', 'data-role': 'for-others' },
			await say('forum-terms:partner.strike.own', otherDeciders)));
	}
	const acts: Act[] = state === 'answered' && !isForOthers ? ['counts', 'withdraw'] : ['withdraw'];
	const box = element('div', { class: 'mt-2' });
	const buttons = await Promise.all(acts.map(act =>
		opener(box, act, cancel => formOf(desk, strike, act, cancel))));
	box.append(element('div', { class: 'd-flex flex-wrap gap-2' }, ...buttons));
	row.append(box);
}
