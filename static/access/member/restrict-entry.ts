/** HOST: public/src/client/topic/postTools.js fills a post's menu when it opens, so its entries appear late. */
export function init(): void {
	document.addEventListener('click', (event) => {
		const entry = event.target instanceof Element ? event.target.closest('[component="forum-terms/restrict"]') : null;
		const pid = entry?.closest<HTMLElement>('[data-pid]')?.dataset.pid;
		if (entry && pid) {
			event.preventDefault();
			ajaxify.go(`forum-terms/restrictions?pid=${encodeURIComponent(pid)}`);
		}
	});
}
