import * as hooks from 'hooks';
import { element, first, say } from 'forum-terms/kit/dom';

/** The address of a statement in a sentence: by number for the member, at login with a signed code. */
const address = /https?:\/\/\S+?\/forum-terms\/access\/[A-Za-z0-9._~-]*[A-Za-z0-9_~-]/;

/** Turns the address of the reader's own statement into a link, wherever a refusal is shown as text. */
export async function linkStatement(root: HTMLElement): Promise<void> {
	const label = await say('forum-terms:access.statement-link');
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		texts.push(node as Text);
	}
	for (const text of texts.filter(one => !one.parentElement?.closest('a'))) {
		const [href] = address.exec(text.data) ?? [];
		const isOurs = href?.startsWith(`${location.origin}${config.relative_path}/forum-terms/access/`) ?? false;
		if (href && isOurs) {
			const at = text.data.indexOf(href);
			text.replaceWith(text.data.slice(0, at), element('a', { href, class: 'alert-link text-decoration-underline' }, label),
				text.data.slice(at + href.length));
		}
	}
}

/** HOST: public/src/client/login.js writes its refusal as text into its own alert. */
function watchLogIn(): void {
	const notice = document.getElementById('login-error-notify');
	if (notice) {
		new MutationObserver(() => void linkStatement(notice)).observe(notice, { childList: true, subtree: true });
	}
}

export function init(): void {
	for (const event of ['action:alert.new', 'action:alert.update']) {
		hooks.on(event, ({ alert }: { alert: unknown }) => {
			const toast = first(alert);
			void (toast && linkStatement(toast));
		});
	}
	hooks.on('action:ajaxify.end', watchLogIn);
	watchLogIn();
}
