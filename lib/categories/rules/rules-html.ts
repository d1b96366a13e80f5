import MarkdownIt from 'markdown-it';
import { safeHtml } from '../../kernel/formats/html';

// Not NodeBB's parser: other plugins would add to the rules what nobody wrote (previews, mentions, pictures).
const parser = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true }).disable('image');
// Only whole addresses: `3cx.log` is a file, not a site.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** Rules as safe HTML: paragraphs, lists, emphasis and links. */
export function rulesHtml(markdown: string): string {
	return safeHtml(parser.render(markdown), 'rules');
}
