import * as hooks from 'hooks';
import { forgetUnsent } from 'forum-terms/checklist/member/checklist';
import {
	composerToast, initComposerChecklist, passesChecklist, sentChecklist,
} from 'forum-terms/checklist/member/composer-checklist';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { element, first, overcome, say } from 'forum-terms/kit/dom';
import { doubt, settleTerms, type Settled } from 'forum-terms/posting/member/gate';

interface Asking extends PostData { forumTermsSettled?: Settled }
interface Enhanced { postContainer: unknown }
interface Check { postData: Asking; postContainer: unknown; error?: string }
interface Submit { composerData: { forumTerms?: Settled }; postData: Asking }

/** Responsibility and licence near the post button (clauses 4.3, 4.5 and 4.10). */
async function addNotices({ postContainer }: Enhanced): Promise<void> {
	const container = first(postContainer);
	const anchor = container?.querySelector('.write-preview-container, textarea');
	if (!container || !anchor || container.querySelector('.forum-terms-notices')) {
		return;
	}
	const sentences = await Promise.all(['responsibility', 'licence', 'review'].map(name => say(`forum-terms:notice.${name}`)));
	anchor.after(element('p', {
		class: 'forum-terms-notices text-muted text-xs mb-0 mt-1', role: 'note', 'aria-label': await say('forum-terms:notice.label'),
	}, `${sentences.join(' ')} `, element('a', {
		href: `${config.relative_path}/forum-terms`, target: '_blank', rel: 'noopener', class: 'text-reset',
	}, await say('forum-terms:notice.terms'))));
}

/**
 * Asks before the composer sends: first the checklist, which stays open if something is missing, then the terms. NodeBB
 * awaits this hook and reads only `error` of its payload; a rejection would leave its button disabled, so everything is
 * caught.
 */
async function check(payload: Check): Promise<Check> {
	overcome(composerToast);
	try {
		const container = first(payload.postContainer);
		if (container && !await passesChecklist(container, payload.postData)) {
			payload.error = await say('forum-terms:checklist.stopped');
			return payload;
		}
		const accept = await settleTerms(placeOf(payload.postData));
		const checklist = container ? sentChecklist(container) : undefined;
		if (accept === null) {
			payload.error = await say('forum-terms:gate.stopped');
		} else {
			payload.postData.forumTermsSettled = { accept, ...checklist ? { checklist } : {} };
		}
	} catch {
		// The server checks in any case; without our dialog the author sees its sentence.
	}
	return payload;
}

export function init(): void {
	if (config.forumTerms?.showNotices) {
		onComposer((data: Enhanced) => {
			addNotices(data).catch(() => undefined);
		});
	}
	// Checklists are asked even if the terms are not: the server decides per place.
	initComposerChecklist();
	hooks.on('filter:composer.check', check);
	for (const sent of ['topics.post', 'posts.reply', 'posts.edit']) {
		hooks.on(`action:composer.${sent}`, forgetUnsent);
	}
	// The terms may have changed, so the next try asks again.
	hooks.on('filter:composer.error', (data: object) => {
		doubt();
		return data;
	});
	hooks.on('filter:composer.submit', (data: Submit) => {
		const settled = data.postData.forumTermsSettled;
		if (settled && (settled.accept.length > 0 || settled.checklist)) {
			data.composerData.forumTerms = settled;
		}
		return data;
	});
}
