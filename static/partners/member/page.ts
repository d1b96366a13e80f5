import * as alerts from 'alerts';
import * as api from 'api';
import { confirmed } from 'forum-terms/kit/dialog';
import { failed, say } from 'forum-terms/kit/dom';
import { showMoments } from 'forum-terms/kit/local-time';
import { init as initPeople } from 'forum-terms/partners/member/people';
import { openAct, restore } from 'forum-terms/partners/member/acts';
import { fillStrikes } from 'forum-terms/partners/member/strikes';

async function leave(partner: string): Promise<void> {
	if (await confirmed(await say('forum-terms:partner.leave-sure'))) {
		await api.post(`/plugins/forum-terms/partners/${partner}/departure`, {});
		ajaxify.refresh();
	}
}

async function chooseDigest(select: HTMLSelectElement): Promise<void> {
	await api.put('/plugins/forum-terms/me/partner/digest', { rhythm: select.value });
	alerts.success(await say('forum-terms:partner.digest-saved'));
}

/** The page of a partner's owners and people. */
export function init(): void {
	const root = document.querySelector<HTMLElement>('[data-role="partner"]');
	const partner = root?.dataset.partner ?? '';
	root?.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act], [data-action]') : null;
		if (button?.dataset.action === 'leave') {
			leave(partner).catch(failed);
		} else if (button?.dataset.act === 'restore') {
			restore(partner, button).catch(failed);
		} else if (button?.dataset.act) {
			openAct(partner, button).catch(failed);
		}
	});
	const digest = root?.querySelector<HTMLSelectElement>('[data-action="digest"]');
	digest?.addEventListener('change', () => {
		chooseDigest(digest).catch(failed);
	});
	if (root) {
		showMoments(root);
		initPeople(root);
	}
	const strikes = root?.querySelector<HTMLElement>('[data-role="partner-strikes"]');
	if (strikes) {
		fillStrikes(strikes, partner).catch(failed);
	}
}
