import type { SettingSpecs, SettingValues } from '../kernel/slice/settings';

/** An address on the web, without a name or password before its host. */
const address = String.raw`https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[\/?#][^\s"<>]*)?`;
const sentenceWithLink = { kind: 'text', default: '', maxLength: 400, clause: null } as const;
const withSentence = new RegExp(`^(?:[^\\n\\r]*(?<=^|\\s)${address})?$`, 'i');

/**
 * What stands beside the vendor's terms on their page (R0.1, R7.1, R7.2): each of them off until it has a link. Without
 * a sentence before the link, ours is shown in the reader's language.
 */
export const vendorSettings = {
	/** The banner about a new version of the product, on every page until a reader closes it. */
	vendorBanner: { ...sentenceWithLink, pattern: withSentence, expected: 'V20 is out https://example.org/v20', client: true },
	/** The line about the product's free edition, below every page. */
	vendorLink: { ...sentenceWithLink, pattern: withSentence, expected: 'Try it https://example.org/free', client: true },
	/** The hint to the vendor's portal beside the registration form, for everybody alike. */
	portalHint: {
		...sentenceWithLink, maxLength: 300, pattern: new RegExp(`^(?:${address})?$`, 'i'), expected: 'https://portal.example.org/',
	},
} as const satisfies SettingSpecs;

export type VendorSettings = SettingValues<typeof vendorSettings>;
