import { element, say } from 'forum-terms/kit/dom';
import { foldable } from 'forum-terms/kit/fold';

/** Step 1, the checklist with all the room; step 2, the text below one line about the answers. */
export type Step = 'check' | 'write';

interface FrameText {
	/** The answers in one line; empty while there are none. */
	line: string;
	progress: string;
	isComplete: boolean;
}

/** The panel's frame: a button that leads from one step to the other, and its content. */
interface PanelFrame {
	root: HTMLElement;
	/** Without content there is no panel and no step. `skip` is what the way past the questions is called. */
	fill(content: HTMLElement | null, skip?: string): void;
	go(step: Step): void;
	count(text: FrameText): void;
}

interface Listeners {
	/** The author wants to continue: true when nothing is left to answer. */
	mayGoOn(): boolean;
	/** Past the questions, without answering them first. */
	skipped(): void;
	/** Where the focus goes at a step. */
	focus(step: Step): void;
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
	const [stepCheck = '', stepWrite = '', change = '', open = '', onward = ''] = await Promise.all(
		['step-check', 'step-write', 'change', 'answer', 'continue']
			.map(name => say(`forum-terms:checklist.${name}`)));
	const line = element('span', { class: 'forum-terms-panel-line fw-semibold text-truncate me-auto' });
	const progress = element('span', { class: 'forum-terms-panel-progress text-sm fw-normal text-nowrap' });
	const action = element('span', { class: 'forum-terms-panel-change text-decoration-underline' });
	const toggle = element('button', {
		type: 'button', class: 'forum-terms-panel-toggle btn btn-sm text-start d-flex align-items-center gap-2 w-100',
		'aria-controls': id, 'aria-expanded': 'true',
	}, line, progress, action);
	const body = element('div', { id, class: 'forum-terms-panel-body px-3 py-2' });
	const goOn = element('button', { type: 'button', class: 'btn btn-sm btn-primary', 'data-action': 'continue' }, onward);
	const skip = element('button', { type: 'button', class: 'btn btn-sm btn-link', 'data-action': 'write' });
	const foot = element('div', { class: 'forum-terms-panel-foot d-flex flex-wrap gap-2 border-top px-3 py-2' }, goOn, skip);
	const root = element('section', {
		class: 'forum-terms-panel border rounded-1 bg-body text-body d-none', 'aria-label': await say('forum-terms:checklist.title'),
	}, toggle, body, foot);
	return { root, toggle, body, foot, line, progress, action, goOn, skip, stepCheck, stepWrite, change, open };
}

/** Inserts the frame into a composer, between title and text. */
export async function panelFrame(container: HTMLElement, { mayGoOn, skipped, focus }: Listeners): Promise<PanelFrame> {
	const { root, toggle, body, foot, line, progress, action, goOn, skip, ...words } = await parts();
	let step: Step = 'check';
	let answers = '';
	const fold = foldable(body, () => go('check'));

	function arrange(): void {
		const isCheck = step === 'check';
		toggle.setAttribute('aria-expanded', String(isCheck));
		line.textContent = isCheck ? words.stepCheck : answers || words.stepWrite;
		fold(!isCheck);
		foot.classList.toggle('d-none', !isCheck);
		container.classList.toggle('forum-terms-checking', isCheck && !root.classList.contains('d-none'));
		// HOST: composer-default/static/lib/composer/resize.js reads the least height of the composer on this event.
		window.dispatchEvent(new Event('resize'));
	}
	function go(next: Step): void {
		step = next;
		arrange();
	}
	function walk(next: Step): void {
		go(next);
		focus(next);
	}

	insert(container, root);
	toggle.addEventListener('click', () => walk(step === 'check' ? 'write' : 'check'));
	goOn.addEventListener('click', () => (mayGoOn() ? walk('write') : undefined));
	skip.addEventListener('click', () => {
		skipped();
		walk('write');
	});
	return {
		root,
		fill(content, name = '') {
			skip.textContent = name;
			body.replaceChildren(...content ? [content] : []);
			if (content || !root.classList.contains('d-none')) {
				root.classList.toggle('d-none', !content);
				arrange();
			}
		},
		go,
		count(text) {
			answers = text.line;
			progress.textContent = text.progress;
			progress.classList.toggle('text-success-emphasis', text.isComplete);
			action.textContent = text.isComplete ? words.change : words.open;
			line.textContent = step === 'check' ? words.stepCheck : answers || words.stepWrite;
		},
	};
}
