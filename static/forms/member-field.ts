import * as api from 'api';
import * as autocomplete from 'autocomplete';
import { say } from 'forum-terms/kit/dom';
import { showProblem } from 'forum-terms/forms/form';

const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The member with this name, or null; its case, blanks and Unicode form do not matter. */
export async function memberNamed(name: string): Promise<{ uid: number; username: string } | null> {
	const query = plain(name);
	const { users } = await api.get<{ users: { uid: number; username: string }[] }>('/api/users', { query });
	return users.find(({ username }) => plain(username).toLowerCase() === query.toLowerCase()) ?? null;
}

/**
 * A field for a member, with the forum's search. Returns their uid, also of a deleted account that is entered by
 * number; null, with a message at the field, if there is nobody.
 */
export function memberField(input: HTMLInputElement): () => Promise<number | null> {
	let picked = { name: '', uid: 0 };
	autocomplete.user($(input), (_event, { item: { user } }) => {
		picked = { name: user.username, uid: Number(user.uid) };
		input.value = user.username;
	});
	return async () => {
		const name = input.value.trim();
		const found = name === '' ? null : picked.name === name ? picked : await memberNamed(name);
		if (found || /^[1-9]\d{0,14}$/.test(name)) {
			return Number(found?.uid ?? name);
		}
		showProblem(input, await say('admin/plugins/forum-terms:partner.no-member', name || '–'));
		return null;
	};
}
