import type { Members } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

/** Accounts of the forum behind the port. */
export function nodebbMembers(): Members {
	const user = () => hostModule('./src/user');
	const defaultLanguage = () => hostModule('./src/meta').config.defaultLang ?? 'en-GB';
	return {
		isAdministrator: async uid => user().isAdministrator(uid),
		isMemberOfAny: async (uid, groups) => hostModule('./src/groups').isMemberOfAny(uid, [...groups]),
		async profiles(uids) {
			const rows = await user().getUsersFields([...uids], ['uid', 'username', 'userslug']);
			// HOST: src/user/data.js answers uid 0 and the name of a guest for an account that is gone.
			return rows.map(row => (Number(row.uid) > 0 && row.userslug ? {
				uid: Number(row.uid), username: textOf(row.username), userslug: textOf(row.userslug),
			} : null));
		},
		async language(uid) {
			return uid > 0 ? (await user().getSettings(uid)).userLang ?? defaultLanguage() : defaultLanguage();
		},
		async count() {
			return Number(await hostModule('./src/database').getObjectField('global', 'userCount') ?? 0);
		},
		async highestUid() {
			return Number(await hostModule('./src/database').getObjectField('global', 'nextUid') ?? 0);
		},
		async field(uid, name) {
			const value = await user().getUserField(uid, name);
			return typeof value === 'string' ? value : '';
		},
		async clearField(uid, name) {
			await hostModule('./src/database').deleteObjectField(`user:${uid}`, name);
		},
	};
}
