import type { SettingSpecs, SettingValues } from '../kernel/slice/settings';

/** An address on the web, without a name or password before its host. */
const address = String.raw`https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[\/?#][^\s"<>]*)?`;
const line = new RegExp(`^(?:([a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}):\\s+)?.{0,300}?(?<=^|\\s)${address}$`, 'i');

/** Lines of a sentence and a link; `de:` before one makes it that language's, and each language has one. */
function areSentences(text: string): boolean {
	const found = text.split(/\r?\n/).map(one => one.trim()).filter(one => one !== '').map(one => line.exec(one));
	const languages = found.map(one => one?.[1]?.toLowerCase() ?? '');
	return found.every(Boolean) && new Set(languages).size === languages.length;
}

const sentences = {
	kind: 'text', default: '', maxLength: 4000, pattern: { test: areSentences }, client: true,
} as const;

/**
 * What the vendor's own page has beside the terms (R0.1, R7.1, R7.2): each of them off until it has a link. There may
 * be one sentence per language; without one before the link, a standard one is shown in the reader's language.
 */
export const vendorSettings = {
	/** The banner about a new version of the product, on every page until a reader closes it. */
	vendorBanner: { ...sentences, expected: 'V20 is out https://example.org/v20' },
	/** The line about the product's free edition, below every page. */
	vendorLink: { ...sentences, expected: 'Try it https://example.org/free' },
	/** The hint to the vendor's portal beside the registration form, for everybody alike. */
	portalHint: {
		kind: 'text', default: '', maxLength: 300, pattern: new RegExp(`^(?:${address})?$`, 'i'),
		expected: 'https://portal.example.org/',
	},
} as const satisfies SettingSpecs;

export type VendorSettings = SettingValues<typeof vendorSettings>;
