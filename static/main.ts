// Runs on every page, so it only decides which part of the page needs us.
// A classic script: NodeBB joins `scripts` as text, where import and export statements have no place.
(() => {
	const load = (name: string, work: Promise<{ init(): void }>) => {
		work.then(module => module.init()).catch((error: unknown) => {
			console.error(`[forum-terms] ${name}`, error);
		});
	};
	// Our modules come over the network; whoever opens a composer before they are here is not forgotten.
	const opened: unknown[] = [];
	window.forumTermsComposers = opened;
	// A form of ours that nobody listens to yet would load a page without what was typed: it waits, and is sent then.
	const early = new Map<HTMLFormElement, HTMLElement | null>();
	document.addEventListener('submit', (event) => {
		const form = event.target;
		const isOurs = /(^|\/)forum-terms/.test(ajaxify.data.template?.name ?? '');
		if (form instanceof HTMLFormElement && isOurs && !event.defaultPrevented && !form.hasAttribute('method')) {
			event.preventDefault();
			early.set(form, event.submitter);
		}
	});
	function sendEarly(): void {
		const waiting = [...early];
		early.clear();
		waiting.filter(([form]) => form.isConnected).forEach(([form, button]) => form.requestSubmit(button));
	}
	import('hooks').then((hooks) => {
		hooks.on('action:composer.enhanced', data => opened.push(data));
		// HOST: public/src/ajaxify.js `end` fires it when the page's own module has begun.
		hooks.on('action:ajaxify.end', sendEarly);
	}).catch((error: unknown) => {
		console.error('[forum-terms] before our modules', error);
	});
	const begin = () => {
		if (!config.forumTerms || config.forumTerms.enforcement === undefined) {
			return;
		}
		load('topic', import('forum-terms/topic'));
		load('partner', import('forum-terms/partner'));
		load('partner strikes', import('forum-terms/partner-strike'));
		load('restrictions', import('forum-terms/restrict-entry'));
		load('access', import('forum-terms/access-notice'));
		load('banner', import('forum-terms/banner'));
		load('composer', import('forum-terms/composer'));
		load('similar topics', import('forum-terms/similar'));
		load('category suggestion', import('forum-terms/suggestion'));
		load('moved topics', import('forum-terms/moved'));
		load('visit', import('forum-terms/visit'));
		load('quick reply', import('forum-terms/quick-reply'));
	};
	if (document.readyState === 'loading') {
		document.addEventListener('DOMContentLoaded', begin);
	} else {
		begin();
	}
})();
