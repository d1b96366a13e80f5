import * as hooks from 'hooks';
import { isDismissed, isShown, showBanner } from 'forum-terms/kit/banner';
import { say } from 'forum-terms/kit/dom';
import { localDay } from 'forum-terms/kit/local-time';
import { titleText } from 'forum-terms/kit/version-name';

const kind = 'terms';

/**
 * Announces a change that asks nobody (notice `banner`), or one in its grace period, until dismissed in this browser.
 */
async function tell(): Promise<void> {
	const pending = config.forumTerms?.pending.find(({ version }) => !isDismissed(version));
	const banner = config.forumTerms?.banners.find(({ version }) => !isDismissed(version));
	if (pending) {
		await showBanner({
			kind, id: pending.version,
			sentence: await say('forum-terms:banner.pending', await titleText(pending.title), localDay(pending.dueAt)),
			link: await say('forum-terms:banner.pending-read'), href: `${config.relative_path}/forum-terms/accept`,
		});
	} else if (banner) {
		await showBanner({
			kind, id: banner.version, sentence: await say('forum-terms:banner.changed', await titleText(banner.title), banner.changelog),
			link: await say('forum-terms:banner.read'), href: `${config.relative_path}/forum-terms/${banner.version}`,
		});
	}
}

export function init(): void {
	const look = () => {
		if (!isShown(kind)) {
			tell().catch(() => undefined);
		}
	};
	// Every page has its own content.
	hooks.on('action:ajaxify.end', look);
	look();
}
