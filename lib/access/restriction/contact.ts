import type { Scope } from './scope';

/** Either of these, or nothing: an e-mail address, or a link that begins with `https://`. */
export const contactPattern = /^(?:[^\s@<>"'(),:;]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|https:\/\/[^\s<>"']{4,240}|)$/;

/** Whether a scope closes the categories for security matters too: the forum's own ban and mute can spare none. */
export function closesSecurityPlaces(scope: Scope): boolean {
	return scope === 'forum' || scope === 'writing';
}

/** The contact as a link. */
export function contactLink(contact: string): string {
	return contact === '' || contact.startsWith('https://') ? contact : `mailto:${contact}`;
}
