import * as hooks from 'hooks';
import { forgetUnsent } from 'forum-terms/checklist';
import { element, first, say } from 'forum-terms/dom';
import { doubt, settle, type Settled } from 'forum-terms/gate';

interface PostData { cid?: unknown; tid?: unknown; pid?: unknown; forumTermsSettled?: Settled }
interface Enhanced { postContainer: unknown }
interface Check { postData: PostData; error?: string }
interface Submit { composerData: { forumTerms?: Settled }; postData: PostData }

function placeOf(post: PostData): Record<string, string> {
	for (const key of ['pid', 'tid', 'cid'] as const) {
		const id = post[key];
		if ((typeof id === 'number' || typeof id === 'string') && String(id) !== '0' && id !== '') {
			return { [key]: String(id) };
		}
	}
	return {};
}

/** Responsibility and licence beside the post button (clauses 4.3, 4.5 and 4.10). */
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
 * Asks before the composer sends. NodeBB waits for this hook and only reads `error` from the object it handed over;
 * a rejection would leave its button disabled for good, so everything is caught.
 */
async function check(payload: Check): Promise<Check> {
	try {
		const settled = await settle(placeOf(payload.postData), '');
		if (settled === null) {
			payload.error = await say('forum-terms:gate.stopped');
		} else {
			payload.postData.forumTermsSettled = settled;
		}
	} catch {
		// The server judges in any case; without our dialog its own sentence is what the author sees.
	}
	return payload;
}

export function init(): void {
	if (config.forumTerms?.showNotices) {
		hooks.on('action:composer.enhanced', (data: Enhanced) => {
			addNotices(data).catch(() => undefined);
		});
	}
	if (config.forumTerms?.enforcement !== 'off') {
		hooks.on('filter:composer.check', check);
		hooks.on('action:composer.topics.post', forgetUnsent);
		// The terms may have changed since the last look; the next try asks again.
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
}
