/** HOST: src/topics/data.js escapes the title for HTML; here it is wanted as it was typed. */
export function plain(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', '\'')
		.replaceAll('&#x2F;', '/').replaceAll('&#44;', ',').replaceAll('&#37;', '%').replaceAll('&lsqb;', '[')
		.replaceAll('&rsqb;', ']').replaceAll('&amp;', '&');
}
