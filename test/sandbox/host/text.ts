import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true });

/** Text out of a stored or submitted value; everything that is neither text nor number is nothing. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A text as part of an address. */
export function slugify(text: string): string {
	const words = text.trim();
	const strange = /^[\w\s.,\-@]+$/.test(words) ? /[^\w\s\-@.]/g : /[^\p{L}\s\d\-_@.]/gu;
	const slug = words.replace(strange, '-').toLocaleLowerCase().replace(/\s+/g, '-').replace(/-+/g, '-').replace(/^-|-$/g, '');
	return ['.', '..'].includes(slug) ? '' : slug;
}

/** A post's markdown as safe HTML. */
export function parseContent(text: string): string {
	return markdown.render(text);
}

/** Whether an id is one of this forum's own (NodeBB's `utils.isNumber`). */
export function isNumber(value: unknown): boolean {
	return value !== '' && value !== null && typeof value !== 'boolean' && Number.isFinite(Number(value));
}
