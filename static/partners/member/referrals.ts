import { confirmed } from 'forum-terms/kit/dialog';
import { element, failed, say } from 'forum-terms/kit/dom';
import { minute } from 'forum-terms/partners/member/strike-row';
import type { Referral, StrikeDesk, StrikesAnswer } from 'forum-terms/partners/member/strike-model';
import { request } from 'forum-terms/kit/request';
import { wordsForm } from 'forum-terms/kit/words-form';

function mailSentence({ mailedAt, mailedTo }: Referral): Promise<string> {
	return mailedAt === 0 ? say('forum-terms:partner.referral.unmailed') :
		mailedTo === '' ? say('forum-terms:partner.referral.mailed', minute(mailedAt)) :
			say('forum-terms:partner.referral.mailed-to', mailedTo, minute(mailedAt));
}

async function line(referral: Referral): Promise<HTMLElement> {
	const { at, byName, reason } = referral;
	return element('li', { class: 'list-group-item p-3' },
		element('p', { class: 'text-muted text-sm mb-1' }, await say('forum-terms:partner.referral.by', minute(at), byName)),
		element('p', { class: 'text-break mb-1 forum-terms-words' }, reason),
		element('p', { class: 'text-sm mb-0 text-break', 'data-role': 'mailed' }, await mailSentence(referral)));
}

/** Referrals of an account, and the form for a new one; null if there is neither. */
export async function referralSection(
	{ referrals, standing }: StrikesAnswer, { partner, may, unsent, done }: StrikeDesk,
): Promise<HTMLElement | null> {
	const isDue = may.refer && (standing.stage === 'review' || standing.stage === 'referral');
	if (referrals.length === 0 && !isDue) {
		return null;
	}
	const refer = async (reason: string) => {
		await request('POST', `/partners/${partner}/referrals`, { reason });
		unsent.delete('partner-referral');
		await done('referral.did', 0);
	};
	const section = element('section', { class: 'border-top mt-4 pt-3', 'data-role': 'referrals', 'aria-labelledby': 'partner-referrals-title' },
		element('h2', { class: 'fw-semibold fs-5', id: 'partner-referrals-title', tabindex: '-1' }, await say('forum-terms:partner.referrals')),
		element('p', { 'data-role': 'referrals-lead' }, await say('forum-terms:partner.referrals-lead')));
	if (referrals.length > 0) {
		const lines = await Promise.all(referrals.map(line));
		const [last] = referrals;
		// Repeating the same text is the same referral: only its e-mail is sent again.
		if (may.refer && last?.mailedAt === 0 && last.by === app.user.uid) {
			const again = element('button', { class: 'btn btn-sm btn-outline-secondary mt-2', type: 'button' },
				await say('forum-terms:partner.referral.again'));
			again.addEventListener('click', () => {
				refer(last.reason).catch(failed);
			});
			lines[0]?.append(again);
		}
		section.append(element('ul', { class: 'list-group' }, ...lines));
	}
	if (isDue) {
		section.append(await wordsForm({
			id: 'partner-referral', field: 'reason', label: await say('forum-terms:partner.referral.field'),
			next: await say('forum-terms:partner.referral.next'), submit: await say('forum-terms:partner.referral.do'),
			unsent,
			async send(reason) {
				// It cannot be undone.
				if (await confirmed(await say('forum-terms:partner.referral.sure'))) {
					await refer(reason);
				}
			},
		}));
	}
	return section;
}
