import { chunk, uniq } from 'lodash';
import type { MemberProfile, Members } from '../kernel/host/ports';

const batch = 500;

/** Names of members by uid; empty for 0 and for deleted accounts. */
export type Names = (uid: number) => MemberProfile;

/** The accounts of some uids, without duplicates and deleted ones; any number. */
export async function peopleOf(
	members: Pick<Members, 'profiles'>, uids: readonly number[],
): Promise<MemberProfile[]> {
	const found: MemberProfile[] = [];
	for (const some of chunk(uniq(uids).filter(uid => uid > 0), batch)) {
		found.push(...(await members.profiles(some)).filter(profile => profile !== null));
	}
	return found;
}

/** One name; empty for 0 and for a deleted account. */
export async function nameOf(members: Pick<Members, 'profiles'>, uid: number): Promise<string> {
	return (await peopleOf(members, [uid]))[0]?.username ?? '';
}

/** What a sentence calls a member: their name, or their number if the account is gone. */
export async function calledOf(members: Pick<Members, 'profiles'>, uid: number): Promise<string> {
	return await nameOf(members, uid) || String(uid);
}

/** The names of everybody on a page, in one read. */
export async function named(members: Pick<Members, 'profiles'>, uids: readonly number[]): Promise<Names> {
	const known = new Map((await peopleOf(members, uids)).map(profile => [profile.uid, profile]));
	return uid => known.get(uid) ?? { uid, username: '', userslug: '' };
}
