import type { Members } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';

/** What NodeBB passes before a profile changes: who changes whose profile, and the fields. */
export interface ProfileChange { uid?: unknown; data?: Record<string, unknown>; fields?: unknown }

/** Readers see neither the e-mail address nor the colour of an initial. */
const unread = new Set(['email', 'icon:bgColor']);
const pictures = new Set(['picture', 'uploadedpicture']);

/**
 * What others would read or see only after the change; null if there is nothing new. Removing words, or sending
 * existing ones with a new e-mail address, is not writing. HOST: src/user/profile.js `updateProfile` trims, and accepts
 * texts only.
 */
export async function newInProfile(
	{ data = {}, fields }: ProfileChange, members: Pick<Members, 'field'>,
): Promise<{ act: 'profile' | 'picture'; content: string } | null> {
	const names = (Array.isArray(fields) ? fields : []).map(textOf).filter(name => !unread.has(name));
	const written: string[] = [];
	for (const name of names) {
		const text = typeof data[name] === 'string' ? data[name].trim() : '';
		if (text !== '' && text !== await members.field(Number(data.uid), name)) {
			written.push(name);
		}
	}
	return written.length === 0 ? null : {
		act: written.every(name => pictures.has(name)) ? 'picture' : 'profile',
		content: written.map(name => textOf(data[name])).join('\n'),
	};
}
