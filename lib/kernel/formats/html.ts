import sanitizeHtml from 'sanitize-html';

/** Allowed HTML per purpose. */
const profiles = {
	/** A published terms text: structure and links; no scripts, no resources, no styles. */
	terms: {
		allowedTags: [
			'h1', 'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'code', 'pre', 'hr', 'br',
			'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'span',
		],
		allowedAttributes: { a: ['href', 'rel'], '*': ['id'], ol: ['start'] },
		allowedClasses: { ol: ['forum-terms-numbered'], span: ['forum-terms-number'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }) },
	},
	/** The rules of a category: a few lines beside other things, so no headings and no ids. */
	rules: {
		allowedTags: ['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'code', 'br'],
		allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }) },
	},
	/** A question or a help text. */
	inline: {
		allowedTags: ['a', 'strong', 'em', 'code', 'br', 'p', 'ul', 'ol', 'li'],
		allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener', target: '_blank' }) },
	},
} satisfies Record<string, sanitizeHtml.IOptions>;

/** The only source of HTML that a template may print raw. */
export function safeHtml(html: string, profile: keyof typeof profiles): string {
	return sanitizeHtml(html, profiles[profile]);
}

/** Escapes text for HTML, for the few places without a template. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', lsqb: '[', rsqb: ']' };

/**
 * Decodes escaped text once, as a reader would see it; for display as text, never as HTML. HOST: src/topics/data.js
 * escapes titles, public/src/modules/translator.common.js the facts of a sentence.
 */
export function plainText(html: string): string {
	return html.replace(/&(?:#(\d{1,6})|#[xX]([\da-fA-F]{1,5})|([a-z]+));/g, (whole, decimal: string | undefined,
		hex: string | undefined, name: string | undefined) => {
		if (name !== undefined) {
			return named[name] ?? whole;
		}
		return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
	});
}
