import { createHash } from 'node:crypto';

/** How far a version is rolled out. Versions never change; their rollout does. */
export interface Rollout {
	/** Share of members who are asked, 0 to 100; a larger share includes the same members. */
	percent: number;
	/** Groups whose members are always asked. */
	groups: readonly string[];
	/** Percentage of refusals and errors above which the rollout pauses automatically; 0: never. */
	declineLimit: number;
	/** When it was paused, milliseconds since 1970; 0 while it runs. */
	pausedAt: number;
}

export const everybody: Rollout = { percent: 100, groups: [], declineLimit: 0, pausedAt: 0 };

// With fewer decisions a percentage means nothing.
const fewestDecisions = 10;

/** A member's number from 0 to 99, fixed per version, so that a growing share only adds members. */
export function placeOf(versionId: string, uid: number): number {
	const hash = createHash('sha256').update(`rollout/v1\n${versionId}\n${uid}`, 'utf8').digest();
	return hash.readUInt32BE(0) % 100;
}

/** Whether a version is rolled out to a member; to uid 0, guests and new members, only at 100 percent. */
export function isReached(
	{ id, rollout }: { id: string; rollout: Rollout }, uid: number, isInGroups: boolean,
): boolean {
	return rollout.pausedAt === 0 && (
		rollout.percent >= 100 || isInGroups || (uid > 0 && placeOf(id, uid) < rollout.percent));
}

/** Whether refusals and errors suggest that something is wrong with the text or with how it is asked. */
export function shouldPause({ declineLimit, pausedAt }: Rollout, accepted: number, declined: number): boolean {
	const decisions = accepted + declined;
	return pausedAt === 0 && declineLimit > 0 && decisions >= fewestDecisions &&
		(declined / decisions) * 100 > declineLimit;
}
