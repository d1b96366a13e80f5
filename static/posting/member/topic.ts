import * as hooks from 'hooks';
import { element, say } from 'forum-terms/kit/dom';
import { markPost } from 'forum-terms/kit/post-mark';
import { setInAs } from 'forum-terms/kit/set-in';
import { areTitled, versionName } from 'forum-terms/kit/version-name';
import { addChecklist, refreshAfterEdit } from 'forum-terms/checklist/topic/checklist';
import * as list from 'forum-terms/checklist/topic/list';

interface Post {
	pid: number | string; forumTermsVersion?: string; forumTermsEdited?: string; forumTermsStaff?: boolean;
}

async function links(versions: string): Promise<Node[]> {
	const ids = versions.split(', ');
	const names = await Promise.all(ids.map(id => versionName(id, 'inline')));
	return ids.flatMap((id, index) => [
		...(index > 0 ? [document.createTextNode(', ')] : []),
		element('a', { href: `${config.relative_path}/forum-terms/${id}`, class: 'text-reset' }, names[index] ?? ''),
	]);
}

/** A translated sentence with links: a placeholder marks where they go. */
async function sentence(key: string, versions: string): Promise<Node[]> {
	const [before = '', after = ''] = (await say(key, '\u0001')).split('\u0001');
	return [document.createTextNode(before), ...await links(versions), document.createTextNode(after)];
}

/** The small line under a post with its terms and licence (clause 4.5). */
async function addStamps(posts: readonly Post[]): Promise<void> {
	const title = await say('forum-terms:stamp.title');
	for (const { pid, forumTermsVersion, forumTermsEdited } of posts) {
		const content = document.querySelector(`[component="post"][data-pid="${CSS.escape(String(pid))}"] [component="post/content"]`);
		if (!content || !forumTermsVersion || content.parentElement?.querySelector('.forum-terms-stamp')) {
			continue;
		}
		const line = element('p', { class: 'forum-terms-stamp text-muted text-xs mb-0', title },
			...areTitled(forumTermsVersion) ? await links(forumTermsVersion) : await sentence('forum-terms:stamp.posted', forumTermsVersion));
		if (forumTermsEdited) {
			line.append(', ', ...await sentence('forum-terms:stamp.edited', forumTermsEdited));
		}
		setInAs(content, line);
		content.after(line);
	}
}

/** Posts of the forum's staff are official; all others express their authors' views (clauses 1 and 4.7). */
async function markStaff(posts: readonly Post[]): Promise<void> {
	const ours = posts.filter(({ forumTermsStaff }) => forumTermsStaff);
	const [word, title] = ours.length > 0 ?
		await Promise.all([say('forum-terms:staff.mark'), say('forum-terms:staff.mark-title')]) : ['', ''];
	for (const { pid } of ours) {
		markPost(pid, 'forum-terms-staff', () => element('span', {
			class: 'forum-terms-staff badge border text-body fw-normal', title,
		}, element('i', { class: 'fa fa-shield-halved', 'aria-hidden': 'true' }), ` ${word}`));
	}
}

/** Responsibility, licence and disclaimer below the topic (clauses 4.3, 4.5, 4.7 and 4.8). */
async function addNotice(): Promise<void> {
	const topic = document.querySelector('[component="topic"]');
	const notice = document.querySelector('.forum-terms-topic-notice');
	if (!topic || notice) {
		// The server wrote it below the whole page for readers without script.
		topic?.after(...notice ? [notice] : []);
		return;
	}
	const names = ['disclaimer', 'views', 'responsibility', 'licence'];
	const sentences = await Promise.all(names.map(name => say(`forum-terms:notice.${name}`)));
	if (!document.querySelector('.forum-terms-topic-notice')) {
		topic.after(element('p', { class: 'forum-terms-topic-notice text-muted text-xs border-top pt-2 mt-3', role: 'note' },
			`${sentences.join(' ')} `, element('a', { href: `${config.relative_path}/forum-terms`, class: 'text-reset' },
				await say('forum-terms:notice.terms'))));
	}
}

function postsOf(data: unknown): Post[] {
	const posts = (data as { posts?: unknown }).posts;
	return Array.isArray(posts) ? posts as Post[] : [];
}

function decorate(data: unknown): void {
	if (config.forumTerms?.showStamp) {
		addStamps(postsOf(data)).catch(() => undefined);
	}
	addChecklist().catch(() => undefined);
	markStaff(postsOf(data)).catch(() => undefined);
	if (config.forumTerms?.showNotices) {
		addNotice().catch(() => undefined);
	}
}

export function init(): void {
	hooks.on('action:topic.loaded', () => decorate(ajaxify.data));
	hooks.on('action:posts.loaded', (data: { posts: Post[] }) => decorate(data));
	hooks.on('action:posts.edited', ({ post }: { post: Post }) => {
		document.querySelector(`[component="post"][data-pid="${CSS.escape(String(post.pid))}"] .forum-terms-stamp`)?.remove();
		decorate({ posts: [post] });
		refreshAfterEdit(String(post.pid)).catch(() => undefined);
	});
	list.init();
	// The first topic may be rendered before this module loads.
	if (document.querySelector('[component="topic"]')) {
		decorate(ajaxify.data);
	}
}
