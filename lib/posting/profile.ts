import type { Members } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';

/** What NodeBB hands over before it changes a profile: who changes whose, and the fields that it would take. */
export interface ProfileChange { uid?: unknown; data?: Record<string, unknown>; fields?: unknown }

/** An address to be reached at and the colour of an initial are nothing that a reader is told. */
const unread = new Set(['email', 'icon:bgColor']);
const pictures = new Set(['picture', 'uploadedpicture']);

/**
 * What others will read or see after the change and did not before; null where there is none. Whoever takes words away,
 * or sends what stands there already beside a new e-mail address, writes nothing.
 * HOST: src/user/profile.js `updateProfile` trims and takes texts only.
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
