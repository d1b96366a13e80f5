import type { Members } from '../../kernel/host/ports';
import { nameKey, plainName, textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';
import { languageOfReader } from './language';

/**
 * Whether somebody is in one of these groups, if NodeBB need not read to say so. HOST: src/groups/membership.js asks
 * the same cache first; src/groups/join.js, leave.js, update.js and delete.js keep it right in every process.
 */
function isKnownIn(uid: number, groups: readonly string[]): boolean | undefined {
	const { cache } = hostModule('./src/groups');
	const known = uid > 0 ? groups.map(group => cache.get(`${uid}:${group}`)) : [undefined];
	return known.includes(true) || (known.includes(undefined) ? undefined : false);
}

/** Accounts of the forum behind the port. */
export function nodebbMembers(): Members {
	const user = () => hostModule('./src/user');

	/** Uids of names that are spelt differently from how they are stored, by their slugs; 0 if nobody has the name. */
	async function uidsBySlug(names: readonly string[]): Promise<number[]> {
		const slugify = hostModule('./src/slugify');
		// A slug drops combining accents, so both forms of the name are looked up.
		const slugs = names.flatMap(name => ['NFC', 'NFD'].map(form => slugify(plainName(name).normalize(form))));
		// HOST: src/user/index.js `getUidsByUserslugs` asks other servers for a slug with `@`; the set has our members.
		const scores = slugs.length > 0 ? await hostModule('./src/database').sortedSetScores('userslug:uid', slugs) : [];
		const found = [...new Set(scores.filter(uid => uid !== null))];
		const rows = found.length > 0 ? await user().getUsersFields(found, ['username']) : [];
		const nameOf = new Map(found.map((uid, index) => [uid, nameKey(textOf(rows[index]?.username))]));
		return names.map((name, index) => Number(scores.slice(index * 2, (index * 2) + 2)
			.find(uid => uid !== null && nameOf.get(uid) === nameKey(name)) ?? 0));
	}
	async function uidsOf(usernames: readonly string[]): Promise<number[]> {
		const exact = usernames.length > 0 ? await user().getUidsByUsernames([...usernames]) : [];
		const others = usernames.filter((_name, index) => !exact[index]);
		const uidOf = new Map((await uidsBySlug(others)).map((uid, index) => [others[index] ?? '', uid]));
		return usernames.map((name, index) => Number(exact[index] ?? 0) || (uidOf.get(name) ?? 0));
	}

	return {
		// HOST: src/privileges/users.js `isAdministrator`.
		isAdministrator: uid => isKnownIn(uid, ['administrators']) ?? user().isAdministrator(uid),
		isGlobalStaff: async uid => user().isAdminOrGlobalMod(uid),
		isMemberOfAny: (uid, groups) => isKnownIn(uid, groups) ?? hostModule('./src/groups').isMemberOfAny(uid, [...groups]),
		async profiles(uids) {
			const rows = await user().getUsersFields([...uids], ['uid', 'username', 'userslug']);
			// HOST: src/user/data.js answers uid 0 and a guest's name for a deleted account.
			return rows.map(row => (Number(row.uid) > 0 && row.userslug ? {
				uid: Number(row.uid), username: textOf(row.username), userslug: textOf(row.userslug),
			} : null));
		},
		uidOf: async username => (await uidsOf([username]))[0] ?? 0,
		uidsOf,
		language: languageOfReader,
		async count() {
			return Number(await hostModule('./src/database').getObjectField('global', 'userCount') ?? 0);
		},
		async areInGroups(uids, groups) {
			const lists = await Promise.all(groups.map(group => hostModule('./src/groups').isMembers([...uids], group)));
			return uids.map((_uid, index) => lists.some(list => list[index]));
		},
		async inGroups(groups) {
			const lists = await Promise.all(groups.map(group => hostModule('./src/groups').getMembers(group, 0, -1)));
			return [...new Set(lists.flat().map(Number))].filter(uid => uid > 0);
		},
		async missingGroups(names) {
			const found = await Promise.all(names.map(name => hostModule('./src/groups').exists(name)));
			return names.filter((_name, index) => !found[index]);
		},
		async publicGroups() {
			const rows = await hostModule('./src/groups').getNonPrivilegeGroups('groups:visible:createtime', 0, 49);
			return rows.filter(row => !Number(row.system)).map(row => textOf(row.name));
		},
		async online() {
			const cutoffMinutes = Number(hostModule('./src/meta').config.onlineCutoff ?? 30);
			const since = Date.now() - (cutoffMinutes * 60_000);
			const uids = await hostModule('./src/database').getSortedSetRangeByScore('users:online', 0, -1, since, 8.64e15);
			return uids.map(Number).filter(uid => uid > 0);
		},
		async withTokens() {
			const tokens = await hostModule('./src/api').utils.tokens.list();
			return [...new Set((tokens ?? []).map(token => Number(token.uid)))].filter(uid => uid > 0);
		},
		async highestUid() {
			return Number(await hostModule('./src/database').getObjectField('global', 'nextUid') ?? 0);
		},
		async field(uid, name) {
			const value = await user().getUserField(uid, name);
			return typeof value === 'string' ? value : '';
		},
		async confirmedEmail(uid) {
			// HOST: src/user/email.js `confirmByUid` sets `email:confirmed`; `email` alone is not proof.
			const [row = {}] = await user().getUsersFields([uid], ['email', 'email:confirmed']);
			return Number(row['email:confirmed'] ?? 0) === 1 ? textOf(row.email) : '';
		},
		async clearField(uid, name) {
			await hostModule('./src/database').deleteObjectField(`user:${uid}`, name);
		},
	};
}
