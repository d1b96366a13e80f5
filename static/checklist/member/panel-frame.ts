import { element, say } from 'forum-terms/kit/dom';

/** The panel's frame: a button that folds it and shows the progress, and its content. */
interface PanelFrame {
	root: HTMLElement;
	/** Without content the panel is hidden. */
	fill(content: HTMLElement | null): void;
	open(): void;
	count(text: string, isComplete: boolean): void;
}

let made = 0;

/** HOST: composer-default/static/templates/composer.tpl: title, buttons, text. A reply hides its title. */
function insert(container: HTMLElement, root: HTMLElement): void {
	const title = container.querySelector('.title-container');
	if (title) {
		title.after(root);
	} else {
		container.querySelector('.formatting-bar, .write-preview-container, textarea')?.before(root);
	}
}

async function parts() {
	made += 1;
	const id = `forum-terms-panel-${made}`;
	const progress = element('span', { class: 'forum-terms-panel-progress text-sm fw-normal' });
	const toggle = element('button', {
		type: 'button', class: 'forum-terms-panel-toggle btn btn-sm text-start d-flex align-items-center gap-2 w-100',
		'aria-controls': id, 'aria-expanded': 'true',
	}, element('span', { class: 'fw-semibold me-auto' }, await say('forum-terms:checklist.heading')),
	progress, element('i', { class: 'fa fa-fw fa-chevron-down', 'aria-hidden': 'true' }));
	const body = element('div', { id, class: 'forum-terms-panel-body px-3 py-2' });
	const root = element('section', {
		class: 'forum-terms-panel border rounded-1 bg-body text-body d-none', 'aria-label': await say('forum-terms:checklist.title'),
	}, toggle, body);
	return { root, toggle, body, progress };
}

/** Inserts the frame between a composer's title and text; it starts open. */
export async function panelFrame(container: HTMLElement): Promise<PanelFrame> {
	const { root, toggle, body, progress } = await parts();
	const isOpen = () => toggle.getAttribute('aria-expanded') === 'true';

	function arrange(): void {
		body.classList.toggle('d-none', !isOpen());
		container.classList.toggle('forum-terms-asking', isOpen() && !root.classList.contains('d-none'));
		// HOST: composer-default/static/lib/composer/resize.js updates the composer's minimum height on this event.
		window.dispatchEvent(new Event('resize'));
	}
	function fold(open: boolean): void {
		toggle.setAttribute('aria-expanded', String(open));
		arrange();
	}

	insert(container, root);
	toggle.addEventListener('click', () => fold(!isOpen()));
	return {
		root,
		fill(content) {
			body.replaceChildren(...content ? [content] : []);
			if (content || !root.classList.contains('d-none')) {
				root.classList.toggle('d-none', !content);
				arrange();
			}
		},
		open: () => fold(true),
		count(text, isComplete) {
			progress.textContent = text;
			progress.classList.toggle('text-success-emphasis', isComplete);
		},
	};
}
