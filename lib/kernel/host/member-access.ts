/** A group a member is in by name, and whether they own it. */
export interface HeldGroup { name: string; isOwner: boolean }

/** An API token as the forum keeps it; `token` is the secret itself. */
export interface HeldToken { token: string; description: string; timestamp: number }

/** A text in the post queue, kept whole so that it can be put back. */
export interface HeldQueued {
	id: string;
	/** Its place in the queue. */
	score: number;
	title: string;
	act: 'topic' | 'reply';
	/** Where it would go. */
	cid: number;
	fields: Readonly<Record<string, string>>;
}

/** A topic that would appear by itself; `at` in milliseconds since 1970. */
export interface HeldScheduled { tid: number; title: string; cid: number; at: number }

/** A report that is open, about the member or a post of theirs. */
export interface HeldReport { id: string; state: 'open' | 'wip'; pid: string }

/** What the forum itself says about a member's access; `until` 0: for good. Null: nothing. */
export interface HostStanding {
	ban: { until: number; reason: string } | null;
	mute: { until: number; reason: string } | null;
}

/** A post of somebody by its place; `at` in milliseconds since 1970. */
export interface WrittenPost {
	pid: string;
	at: number;
	cid: number;
	/** It or its topic is taken away. */
	isDeleted: boolean;
}

/** All a member has here beside what they wrote, as far as an end of their access touches it (clause 6). */
export interface Holdings extends HostStanding {
	/** Groups people made, without the forum's own, without privilege groups; `Global Moderators` is among them. */
	groups: HeldGroup[];
	/** The group names shown beside their posts, as the forum stores them; empty for none. */
	groupTitle: string;
	/** Rights of their own: names of the hidden groups `cid:<cid>:privileges:<privilege>` that they are in themself. */
	privileges: string[];
	tokens: HeldToken[];
	/** How many devices are logged in. */
	sessions: number;
	queued: HeldQueued[];
	scheduled: HeldScheduled[];
	reports: HeldReport[];
	/** Topics and posts they wrote, also those taken away. */
	topics: number;
	posts: number;
}

/** Ends and gives back access to the forum. Nothing here asks who may: callers do. All of it is safe to repeat. */
export interface MemberAccess {
	/** Whole, in few reads; null for nobody. */
	holdings(uid: number): Promise<Holdings | null>;
	/** Of each; in one read. An expired ban is none. */
	standings(uids: readonly number[]): Promise<HostStanding[]>;
	/**
	 * Who has been banned, or muted, since a moment, oldest first: `count` of them after the first `start`; whoever is
	 * not any more may be among them.
	 */
	standingSince(kind: 'ban' | 'mute', since: number, start: number, count: number): Promise<number[]>;
	/** Whether somebody may ban, and mute, in the forum's own screens. */
	mayBan(uid: number): Promise<boolean>;
	mayMute(uid: number): Promise<boolean>;
	/** Of these rights, each in a category or in the whole forum (0), which the forum leaves to whoever is banned. */
	leftToBanned(rights: readonly { privilege: string; cid: number }[]): Promise<boolean[]>;
	/** Who has the forum's own right to ban, or to mute: by name or in a group, of each list the first `count`. */
	holders(kind: 'ban' | 'mute', count: number): Promise<number[]>;
	/** As from the forum's own screen by `by`: history, event, sessions, its hooks, its mail. `until` 0: for good. */
	ban(uid: number, by: number, ban: { until: number; reason: string }): Promise<void>;
	unban(uid: number, by: number, reason: string): Promise<void>;
	/** Lets the forum end a ban whose time is over, as it does when it next reads the member. */
	endExpiredBan(uid: number): Promise<void>;
	mute(uid: number, by: number, mute: { until: number; reason: string }): Promise<void>;
	unmute(uid: number, by: number, reason: string): Promise<void>;
	/** Groups and rights alike, by name. */
	leave(uid: number, names: readonly string[]): Promise<void>;
	/** A group that is gone meanwhile stays gone; answers the names that were. */
	join(uid: number, groups: readonly HeldGroup[]): Promise<string[]>;
	/** Joining and leaving changes which are shown; this puts it as it was. */
	setGroupTitle(uid: number, groupTitle: string): Promise<void>;
	dropTokens(tokens: readonly string[]): Promise<void>;
	restoreTokens(uid: number, tokens: readonly HeldToken[]): Promise<void>;
	/** Logs out everywhere, and forgets links to a new password. */
	endSessions(uid: number): Promise<void>;
	/** Takes waiting posts out of the queue, without the forum's word to their author. */
	takeQueued(ids: readonly string[]): Promise<void>;
	putQueued(queued: readonly HeldQueued[]): Promise<void>;
	/** Topics stay as they are, out of sight, and do not appear by themselves any more. */
	hideScheduled(tids: readonly number[]): Promise<void>;
	/** They appear at their time again, at once if it has passed. */
	release(scheduled: readonly HeldScheduled[]): Promise<void>;
	/** Puts reports back into the state they had, in the name of `by`. */
	reopen(reports: readonly HeldReport[], by: number): Promise<void>;
	/**
	 * What they wrote from a moment on, oldest first, also what is gone (as deleted): `count` of it after the first
	 * `start`. Fewer than `count`: that was the last of it.
	 */
	postsSince(
		uid: number, since: number, start: number, count: number,
	): Promise<WrittenPost[]>;
	/** Addresses they came from last, newest first; none where the forum keeps none. */
	addresses(uid: number, count: number): Promise<string[]>;
	/** E-mail addresses of their account, shown to be theirs or not; never shown to anybody. */
	emails(uid: number): Promise<string[]>;
}
