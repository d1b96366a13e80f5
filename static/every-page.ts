import * as access from 'forum-terms/access/member/notice';
import * as closed from 'forum-terms/access/member/closed';
import * as statementLink from 'forum-terms/access/member/statement-link';
import * as restrict from 'forum-terms/access/member/restrict-entry';
import * as moved from 'forum-terms/categories/member/moved';
import * as rules from 'forum-terms/categories/member/rules';
import * as suggestion from 'forum-terms/categories/member/suggestion';
import * as queue from 'forum-terms/checklist/topic/queue';
import * as similar from 'forum-terms/checklist/member/similar';
import * as visit from 'forum-terms/checklist/member/visit';
import * as vendorLinks from 'forum-terms/vendor/member/vendor-links';
import * as partner from 'forum-terms/partners/member/posts';
import * as strike from 'forum-terms/partners/member/strike';
import * as composer from 'forum-terms/posting/member/composer';
import * as quickReply from 'forum-terms/posting/member/quick-reply';
import * as topic from 'forum-terms/posting/member/topic';
import * as ownMenu from 'forum-terms/setup/member/own-menu';
import * as banner from 'forum-terms/terms/member/banner';
import * as decided from 'forum-terms/terms/member/decided';

/** Starts the modules of every page; if one fails, the others still start. */
export function init(): void {
	const modules = {
		topic, partner, strike, restrict, statementLink, access, closed, banner, decided, vendorLinks, composer, rules,
		similar, suggestion, moved, visit, quickReply, ownMenu, queue,
	};
	for (const [name, module] of Object.entries(modules)) {
		try {
			module.init();
		} catch (error) {
			console.error(`[forum-terms] ${name}`, error);
		}
	}
}
