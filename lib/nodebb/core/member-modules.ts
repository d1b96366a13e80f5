/** The NodeBB modules that restrictions use, typed by hand like those in modules.ts. */

type Row = Record<string, unknown>;

export interface HostDatabaseOfMembers {
	get(key: string): Promise<unknown>;
	getObjectsFields(keys: string[], fields: string[]): Promise<Row[]>;
	getSortedSetRange(key: string, start: number, stop: number): Promise<string[]>;
	sortedSetScores(key: string, values: string[]): Promise<(number | null)[]>;
	sortedSetsCard(keys: string[]): Promise<(number | string)[]>;
	sortedSetRemove(key: string, values: string | string[]): Promise<void>;
	deleteAll(keys: string[]): Promise<void>;
}

export interface HostUserOfMembers {
	getIPs(uid: number, stop: number): Promise<string[]>;
	bans: {
		getReason(uid: number): Promise<string>;
		unbanIfExpired(uids: number[]): Promise<unknown>;
	};
	auth: {
		getSessions(uid: number, current: string): Promise<unknown[]>;
		revokeAllSessions(uid: number): Promise<void>;
	};
	reset: { cleanByUid(uid: number): Promise<void> };
}

export interface HostGroupsOfMembers {
	/** For a member by uid, or a group by name. */
	isMemberOfGroups(member: number | string, names: string[]): Promise<boolean[]>;
	/** The same, including groups within these groups. */
	isMemberOfGroupsList(uid: number, names: string[]): Promise<boolean[]>;
	isPrivilegeGroup(name: string): boolean;
	ownership: {
		isOwner(uid: number, name: string): Promise<boolean>;
		grant(uid: number, name: string): Promise<void>;
	};
}

/** An internal call of NodeBB's write API: who acts, on whom, until when (0: permanent), and why. */
type MemberCall = (
	caller: { uid: number; ip: string }, data: { uid: number; until?: number; reason: string }) => Promise<void>;

export interface HostUserApi { ban: MemberCall; unban: MemberCall; mute: MemberCall; unmute: MemberCall }

export interface HostTokens {
	get(token: string): Promise<Row | null>;
	get(tokens: string[]): Promise<(Row | null)[]>;
	list(): Promise<{ uid?: unknown }[] | null>;
	add(token: { token: string; uid: number; description: string; timestamp: number }): Promise<string>;
	delete(token: string): Promise<void>;
}
