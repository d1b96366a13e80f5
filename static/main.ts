// Runs on every page, so it only decides which of our modules the page needs. A classic script: NodeBB concatenates
// `scripts` as text, where import and export are not allowed.
(() => {
	// Holds clicks on an element until its script is loaded, then repeats them.
	function holdClicks(selector: string, ready: Promise<void>): void {
		let held: HTMLElement | null = null;
		const hold = (event: Event) => {
			const target = event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
			if (target) {
				event.preventDefault();
				event.stopImmediatePropagation();
				held = target;
			}
		};
		document.addEventListener('click', hold, true);
		void ready.then(() => {
			document.removeEventListener('click', hold, true);
			held?.click();
		});
	}
	// Composers opened before our modules are loaded are remembered for them.
	const opened: unknown[] = [];
	window.forumTermsComposers = opened;
	// A form sent before its script is loaded would load a page and lose what was typed, so it waits.
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
		// HOST: public/src/ajaxify.js `end` fires it after the page's own module has started.
		hooks.on('action:ajaxify.end', sendEarly);
	}).catch((error: unknown) => {
		console.error('[forum-terms] before our modules', error);
	});
	const begin = () => {
		if (!config.forumTerms) {
			return;
		}
		const ready = import('forum-terms/every-page').then(module => module.init()).catch((error: unknown) => {
			console.error('[forum-terms]', error);
		});
		holdClicks('[component="topic/quickreply/button"]', ready);
	};
	if (document.readyState === 'loading') {
		document.addEventListener('DOMContentLoaded', begin);
	} else {
		begin();
	}
})();
