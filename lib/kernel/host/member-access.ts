/** A group of a member, and whether they own it. */
export interface HeldGroup { name: string; isOwner: boolean }

/** An API token as the forum stores it; `token` is the secret itself. */
export interface HeldToken { token: string; description: string; timestamp: number }

/** A post of the post queue, complete so that it can be restored. */
export interface HeldQueued {
	id: string;
	/** Its position in the queue. */
	score: number;
	title: string;
	act: 'topic' | 'reply';
	/** Its target category. */
	cid: number;
	fields: Readonly<Record<string, string>>;
}

/** A topic scheduled for publication; `at` in milliseconds since 1970. */
export interface HeldScheduled { tid: number; title: string; cid: number; at: number }

/** An open report about the member or one of their posts. */
export interface HeldReport { id: string; state: 'open' | 'wip'; pid: string }

/** The forum's own ban or mute of a member; `until` 0: permanent. Null: none. */
export interface HostStanding {
	ban: { until: number; reason: string } | null;
	mute: { until: number; reason: string } | null;
}

/** A member's post and where it is; `at` in milliseconds since 1970. */
export interface WrittenPost {
	pid: string;
	at: number;
	cid: number;
	/** The post or its topic is deleted. */
	isDeleted: boolean;
}

/** Everything a restriction may affect, except the member's posts (clause 6). */
export interface Holdings extends HostStanding {
	/** Groups made by people, without the forum's own and privilege groups; includes `Global Moderators`. */
	groups: HeldGroup[];
	/** The group titles shown beside their posts, as the forum stores them; empty for none. */
	groupTitle: string;
	/** Rights granted to the member directly: the hidden groups `cid:<cid>:privileges:<privilege>` they are in. */
	privileges: string[];
	tokens: HeldToken[];
	/** Number of logged-in devices. */
	sessions: number;
	queued: HeldQueued[];
	scheduled: HeldScheduled[];
	reports: HeldReport[];
	/** Topics and posts they wrote, including deleted ones. */
	topics: number;
	posts: number;
}

/** Takes and restores access to the forum. Callers check permission. Everything is safe to repeat. */
export interface MemberAccess {
	/** Everything, in few reads; null if the uid does not exist. */
	holdings(uid: number): Promise<Holdings | null>;
	/** One read for all; an expired ban counts as none. */
	standings(uids: readonly number[]): Promise<HostStanding[]>;
	/**
	 * Members banned or muted since a moment, oldest first: `count` of them, skipping `start`; may include some who no
	 * longer are.
	 */
	standingSince(kind: 'ban' | 'mute', since: number, start: number, count: number): Promise<number[]>;
	/** Whether an account is deleted, or being deleted. */
	isDeleted(uid: number): Promise<boolean>;
	/** Whether somebody may ban, and may mute, in the forum's own pages. */
	mayBan(uid: number): Promise<boolean>;
	mayMute(uid: number): Promise<boolean>;
	/** Which of these rights, each in a category or global (0), a banned member keeps. */
	leftToBanned(rights: readonly { privilege: string; cid: number }[]): Promise<boolean[]>;
	/** Who has the forum's own right to ban or to mute, directly or by a group; the first `count` of each list. */
	holders(kind: 'ban' | 'mute', count: number): Promise<number[]>;
	/**
	 * Bans as the forum's own page would, on behalf of `by`: history, event, sessions, hooks, mail. `until` 0:
	 * permanent.
	 */
	ban(uid: number, by: number, ban: { until: number; reason: string }): Promise<void>;
	unban(uid: number, by: number, reason: string): Promise<void>;
	/** Lets the forum end an expired ban, as it does when it next reads the member. */
	endExpiredBan(uid: number): Promise<void>;
	mute(uid: number, by: number, mute: { until: number; reason: string }): Promise<void>;
	unmute(uid: number, by: number, reason: string): Promise<void>;
	/** Groups and direct rights alike, by name. */
	leave(uid: number, names: readonly string[]): Promise<void>;
	/** A group that no longer exists is skipped; answers the names that were joined. */
	join(uid: number, groups: readonly HeldGroup[]): Promise<string[]>;
	/** Joining and leaving changes the group title; this restores it. */
	setGroupTitle(uid: number, groupTitle: string): Promise<void>;
	dropTokens(tokens: readonly string[]): Promise<void>;
	restoreTokens(uid: number, tokens: readonly HeldToken[]): Promise<void>;
	/** Logs out every device and revokes password reset links. */
	endSessions(uid: number): Promise<void>;
	/** Removes queued posts without notifying their author. */
	removeQueued(ids: readonly string[]): Promise<void>;
	restoreQueued(queued: readonly HeldQueued[]): Promise<void>;
	/** Topics stay hidden and are not published any more. */
	hideScheduled(tids: readonly number[]): Promise<void>;
	/** Publishes topics at their time again, or at once if it has passed. */
	release(scheduled: readonly HeldScheduled[]): Promise<void>;
	/** Restores the previous state of reports, on behalf of `by`. */
	reopen(reports: readonly HeldReport[], by: number): Promise<void>;
	/**
	 * The member's posts from a moment on, oldest first, including deleted ones: `count` of them, skipping `start`.
	 * Fewer than `count` means the end.
	 */
	postsSince(
		uid: number, since: number, start: number, count: number,
	): Promise<WrittenPost[]>;
	/** Their latest IP addresses, newest first; empty if the forum keeps none. */
	addresses(uid: number, count: number): Promise<string[]>;
	/** The e-mail addresses of their account, confirmed or not; never shown to anybody. */
	emails(uid: number): Promise<string[]>;
}
