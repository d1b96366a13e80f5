/** Puts a mark beside the name of a post's author, once; `name` is the class that tells it from other marks. */
export function markPost(pid: number | string, name: string, mark: () => HTMLElement): void {
	const post = document.querySelector(`[component="post"][data-pid="${CSS.escape(String(pid))}"]`);
	const author = post?.querySelector('a[data-username], [component="post/header"] a[href*="/user/"]');
	if (author && !post?.querySelector(`.${name}`)) {
		// Beside the name and its avatar, so that a long name is cut before the mark leaves the line.
		author.after(' ', mark());
		post?.classList.add('forum-terms-official');
	}
}
