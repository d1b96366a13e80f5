import sanitizeHtml from 'sanitize-html';

/** What HTML may hold, by where it goes. */
const profiles = {
	/** A published terms text: structure and links, nothing that runs, loads or styles. */
	terms: {
		allowedTags: [
			'h1', 'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'code', 'pre', 'hr', 'br',
			'table', 'thead', 'tbody', 'tr', 'th', 'td', 'section',
		],
		allowedAttributes: { a: ['href', 'rel'], '*': ['id'], ol: ['start'] },
		allowedSchemes: ['http', 'https', 'mailto'],
		allowProtocolRelative: false,
		transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }) },
	},
} satisfies Record<string, sanitizeHtml.IOptions>;

/** The only way to HTML that a template may print raw. */
export function safeHtml(html: string, profile: keyof typeof profiles): string {
	return sanitizeHtml(html, profiles[profile]);
}

/** Escapes text for HTML, for the few places where no template does it. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, char => `&#${char.charCodeAt(0)};`);
}
