/** Adds a mark after the name of a post's author, once; `name` is its class. */
export function markPost(pid: number | string, name: string, mark: () => HTMLElement): void {
	const post = document.querySelector(`[component="post"][data-pid="${CSS.escape(String(pid))}"]`);
	const author = post?.querySelector('a[data-username], [component="post/header"] a[href*="/user/"]');
	if (author && !post?.querySelector(`.${name}`)) {
		// After the name and avatar, so that a long name is cut before the mark, and outside what breaks no line.
		(author.closest('strong') ?? author).after(' ', mark());
		post?.classList.add('forum-terms-official');
	}
}
