import type { Scope } from './scope';

/** An e-mail address, a link that begins with `https://`, or empty. */
export const contactPattern = /^(?:[^\s@<>"'(),:;]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|https:\/\/[^\s<>"']{4,240}|)$/;

/** Whether a scope also closes the categories for security reports: NodeBB's ban and mute have no exceptions. */
export function closesSecurityPlaces(scope: Scope): boolean {
	return scope === 'forum' || scope === 'writing';
}

/** The contact as a link. */
export function contactLink(contact: string): string {
	return contact === '' || contact.startsWith('https://') ? contact : `mailto:${contact}`;
}
