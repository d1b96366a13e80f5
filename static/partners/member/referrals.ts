import { confirmed } from 'forum-terms/kit/dialog';
import { element, failed, say } from 'forum-terms/kit/dom';
import { decider, minute } from 'forum-terms/partners/member/strike-row';
import type { Referral, StrikeDesk, StrikesAnswer } from 'forum-terms/partners/member/strike-model';
import { request } from 'forum-terms/kit/request';
import { wordsForm } from 'forum-terms/forms/words-form';

function mailSentence({ mailedAt, mailedTo }: Referral): Promise<string> {
	return mailedAt === 0 ? say('forum-terms:partner.referral.unmailed') :
		mailedTo === '' ? say('forum-terms:partner.referral.mailed', minute(mailedAt)) :
			say('forum-terms:partner.referral.mailed-to', mailedTo, minute(mailedAt));
}

interface Subject { posts: string[]; restriction: number }

/** The posts and the restriction a referral names, as links. */
async function subjectLine({ posts, restriction }: Subject): Promise<HTMLElement[]> {
	const links = await Promise.all([
		...posts.map(async pid => element('a', { href: `${config.relative_path}/post/${pid}` },
			await say('forum-terms:partner.referral.post', pid))),
		...restriction > 0 ? [say('forum-terms:partner.referral.restriction', restriction).then(name =>
			element('a', { href: `${config.relative_path}/forum-terms/restrictions?id=${restriction}` }, name))] : [],
	]);
	return links.length === 0 ? [] : [element('p', { class: 'text-sm mb-1 d-flex flex-wrap column-gap-3', 'data-role': 'subject' }, ...links)];
}

/** What a new referral is about, to tick: posts with a strike, and people whose access ended. */
async function subjectField({ strikes, endings }: StrikesAnswer): Promise<{ root: HTMLElement; value(): Subject }> {
	const asked = Number(new URLSearchParams(location.search).get('restriction'));
	const boxes = await Promise.all([
		...endings.map(async ({ restriction, username }) => ({
			type: 'radio', name: 'restriction', value: String(restriction), isOn: restriction === asked,
			label: await say('forum-terms:partner.referral.ending', username, restriction),
		})),
		...[...new Set(strikes.filter(({ state }) => state !== 'withdrawn').map(({ pid }) => pid))].slice(0, 20).map(async pid => ({
			type: 'checkbox', name: 'posts', value: pid, isOn: asked === 0, label: await say('forum-terms:partner.referral.post', pid),
		})),
	]);
	const root = element('fieldset', { class: `mt-3${boxes.length === 0 ? ' d-none' : ''}`, 'data-role': 'about' },
		element('legend', { class: 'form-label fs-6 mb-1' }, await say('forum-terms:partner.referral.about')),
		...boxes.map(({ type, name, value, isOn, label }) => {
			const id = `partner-referral-${name}-${value}`;
			return element('div', { class: 'form-check' },
				element('input', { class: 'form-check-input', type, name, value, id, ...isOn ? { checked: '' } : {} }),
				element('label', { class: 'form-check-label', for: id }, label));
		}));
	const chosen = (name: string) => [...root.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(({ value }) => value);
	return { root, value: () => ({ posts: chosen('posts'), restriction: Number(chosen('restriction')[0] ?? 0) }) };
}

async function line(referral: Referral): Promise<HTMLElement> {
	const { at, byName, reason } = referral;
	return element('li', { class: 'list-group-item p-3' },
		element('p', { class: 'text-muted text-sm mb-1' }, await say('forum-terms:partner.referral.by', minute(at), await decider(byName))),
		element('p', { class: 'text-break mb-1 forum-terms-words' }, reason), ...await subjectLine(referral),
		element('p', { class: 'text-sm mb-0 text-break', 'data-role': 'mailed' }, await mailSentence(referral)));
}

/** Referrals of an account, and the form for a new one; null if there is neither. */
export async function referralSection(
	answer: StrikesAnswer, { partner, may, unsent, done }: StrikeDesk,
): Promise<HTMLElement | null> {
	const { referrals, standing, endings } = answer;
	const isDue = may.refer && (standing.stage === 'review' || standing.stage === 'referral' || endings.length > 0);
	if (referrals.length === 0 && !isDue) {
		return null;
	}
	const refer = async (reason: string, { posts, restriction }: Subject) => {
		await request('POST', `/partners/${partner}/referrals`, { reason, posts, ...restriction > 0 ? { restriction } : {} });
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
				refer(last.reason, last).catch(failed);
			});
			lines[0]?.append(again);
		}
		section.append(element('ul', { class: 'list-group' }, ...lines));
	}
	if (isDue) {
		const about = await subjectField(answer);
		section.append(about.root, await wordsForm({
			id: 'partner-referral', field: 'reason', label: await say('forum-terms:partner.referral.field'),
			next: await say('forum-terms:partner.referral.next'), submit: await say('forum-terms:partner.referral.do'),
			unsent,
			async send(reason) {
				// It cannot be undone.
				if (await confirmed(await say('forum-terms:partner.referral.sure'))) {
					await refer(reason, about.value());
				}
			},
		}));
	}
	return section;
}
