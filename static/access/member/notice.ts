import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { element, first, say } from 'forum-terms/kit/dom';
import { asked } from 'forum-terms/posting/member/posting';

interface Enhanced { postContainer: unknown; postData: PostData }

const mark = 'forum-terms-barred';
const reply = '[component="topic/quickreply/text"]';

/** Says above a text field why it will not be taken there, or takes that back; the text itself is never touched. */
async function tell(container: HTMLElement, field: Element, place: Record<string, string>): Promise<void> {
	const { access } = Object.keys(place).length > 0 ? await asked(place) : { access: { allowed: true, reasons: [] } };
	container.querySelector(`.${mark}`)?.remove();
	if (!access.allowed) {
		field.before(element('div', {
			class: `${mark} alert alert-warning py-2 mb-2`, role: 'alert', 'aria-label': await say('forum-terms:restriction.barred'),
		}, access.reasons.map(({ message }) => message).join(' ')));
	}
}

function tellIn({ postContainer, postData }: Enhanced): void {
	const container = first(postContainer);
	const field = container?.querySelector('.write-preview-container, textarea');
	if (container && field) {
		// The server says it again when the text is sent.
		tell(container, field, placeOf(postData)).catch(() => undefined);
	}
}

/** Whoever may not write at a place reads it before they have typed anything (clause 6). */
export function init(): void {
	onComposer(tellIn);
	// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
	$(window).on('action:composer.changeCategory', (_event, data) => tellIn(data as Enhanced));
	const told = new WeakSet<Element>();
	document.addEventListener('focusin', (event) => {
		const field = event.target instanceof Element ? event.target.closest(reply) : null;
		const { tid } = ajaxify.data;
		if (field?.parentElement && !told.has(field) && (typeof tid === 'number' || typeof tid === 'string')) {
			told.add(field);
			tell(field.parentElement, field, { tid: String(tid) }).catch(() => undefined);
		}
	});
}
