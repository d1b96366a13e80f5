import * as api from './api.js';
import { element, plain } from './dom.js';

interface Tool { action?: string; html: string; icon?: string }

/** HOST: public/src/client/topic/postTools.js `renderMenu`: a post's menu is asked for when it is opened. */
async function fill(tools: HTMLElement): Promise<void> {
	const menu = tools.querySelector('.dropdown-menu');
	const { pid } = tools.closest<HTMLElement>('[data-pid]')?.dataset ?? {};
	if (!menu || menu.getAttribute('data-loaded')) {
		return;
	}
	const { posts } = await api.emit<{ posts: { tools: Tool[] } }>('posts.loadPostTools', { pid });
	menu.setAttribute('data-loaded', 'true');
	menu.replaceChildren(...await Promise.all(posts.tools.map(async ({ action = '', html }) => element('li', { role: 'none' },
		element('a', { class: 'dropdown-item', role: 'menuitem', href: '#', component: action }, await plain(html))))));
}

export function init(failed: (error: unknown) => void): void {
	document.addEventListener('show.bs.dropdown', (event) => {
		const tools = event.target instanceof Element ? event.target.closest<HTMLElement>('[component="post/tools"]') : null;
		if (tools) {
			fill(tools).catch(failed);
		}
	});
}
