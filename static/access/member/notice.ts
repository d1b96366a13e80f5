import { tellBefore } from 'forum-terms/access/member/barred';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { first } from 'forum-terms/kit/dom';
import { asked } from 'forum-terms/posting/member/posting';

interface Enhanced { postContainer: unknown; postData: PostData }

/** Says above a text field why it will not be taken there, or takes that back; the text itself is never touched. */
async function tell(field: Element, place: Record<string, string>): Promise<void> {
	const { access } = Object.keys(place).length > 0 ? await asked(place) : { access: { allowed: true, reasons: [] } };
	await tellBefore(field, access);
}

function tellIn({ postContainer, postData }: Enhanced): void {
	const field = first(postContainer)?.querySelector('.write-preview-container, textarea');
	if (field) {
		// The server says it again when the text is sent.
		tell(field, placeOf(postData)).catch(() => undefined);
	}
}

/** Whoever may not write at a place reads it in the composer before they have typed anything (clause 6). */
export function init(): void {
	onComposer(tellIn);
	// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
	$(window).on('action:composer.changeCategory', (_event, data) => tellIn(data as Enhanced));
}
