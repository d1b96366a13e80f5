import { tellBefore } from 'forum-terms/access/member/barred';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { first } from 'forum-terms/kit/dom';
import { asked } from 'forum-terms/posting/member/posting';

interface Enhanced { postContainer: unknown; postData: PostData }

/** Says above a text field why a post would be refused, or removes that notice; never changes the text. */
async function tell(field: Element, place: Record<string, string>): Promise<void> {
	const { access } = Object.keys(place).length > 0 ? await asked(place) : { access: { allowed: true, reasons: [] } };
	await tellBefore(field, access);
}

function tellIn({ postContainer, postData }: Enhanced): void {
	const field = first(postContainer)?.querySelector('.write-preview-container, textarea');
	if (field) {
		// The server checks again when the text is sent.
		tell(field, placeOf(postData)).catch(() => undefined);
	}
}

/** Members who may not post at a place learn that in the composer, before they type (clause 6). */
export function init(): void {
	onComposer(tellIn);
	// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
	$(window).on('action:composer.changeCategory', (_event, data) => tellIn(data as Enhanced));
}
