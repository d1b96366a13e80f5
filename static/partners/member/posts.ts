import * as hooks from 'hooks';
import { element, say } from 'forum-terms/kit/dom';
import { markPost } from 'forum-terms/kit/post-mark';

interface Badge { id: string; company: string; level: string; role: string }
interface Post { pid: number | string; forumTermsPartnerBadge?: Badge }

/** The partner badge beside the author's name (clause 4.12): company, and its level while valid. */
async function addBadge({ pid, forumTermsPartnerBadge: badge }: Post): Promise<void> {
	if (!badge) {
		return;
	}
	const role = await say(`forum-terms:partner.role.${badge.role}`);
	const title = await say('forum-terms:partner.speaks-for', badge.company, role);
	const text = badge.level ? `${badge.company} · ${badge.level}` : badge.company;
	markPost(pid, 'forum-terms-partner', () => {
		// Neutral in every theme: border and text use the theme's colours.
		const look = { class: 'forum-terms-partner badge border text-body fw-normal text-truncate', title };
		const content = [element('i', { class: 'fa fa-building', 'aria-hidden': 'true' }), ` ${text}`,
			element('span', { class: 'visually-hidden' }, ` (${title})`)];
		return config.forumTerms?.partnerPages ? element('a', {
			...look, href: `${config.relative_path}/forum-terms/partners/${encodeURIComponent(badge.id)}`,
		}, ...content) : element('span', look, ...content);
	});
}

function decorate(data: unknown): void {
	const { posts } = data as { posts?: unknown };
	if (config.forumTerms?.showPartner && Array.isArray(posts)) {
		for (const post of posts as Post[]) {
			addBadge(post).catch(() => undefined);
		}
	}
}

export function init(): void {
	hooks.on('action:topic.loaded', () => decorate(ajaxify.data));
	hooks.on('action:posts.loaded', (data: object) => decorate(data));
	if (document.querySelector('[component="topic"]')) {
		decorate(ajaxify.data);
	}
}
