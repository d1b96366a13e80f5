import { createHash } from 'node:crypto';
import type { Version } from './version';

/** How far a version has gone out. Versions never change; their rollout does. */
export interface Rollout {
	/** Share of members who are asked, 0 to 100; the same members again when it grows. */
	percent: number;
	/** Groups whose members are asked whatever the share is. */
	groups: readonly string[];
	/** Percent of declines and errors among decisions above which it pauses by itself; 0 never does. */
	declineLimit: number;
	/** Since when it asks nobody new, milliseconds since 1970; 0 while it runs. */
	pausedAt: number;
}

export const everybody: Rollout = { percent: 100, groups: [], declineLimit: 0, pausedAt: 0 };

// Fewer decisions say nothing about a text.
const fewestDecisions = 10;

/** A member's place between 0 and 99: fixed for a version, so that a growing share only ever adds members. */
export function placeOf(versionId: string, uid: number): number {
	const hash = createHash('sha256').update(`rollout/v1\n${versionId}\n${uid}`, 'utf8').digest();
	return hash.readUInt32BE(0) % 100;
}

/** Whether a version has come to a member; to uid 0, guests and newcomers, once it has to everybody. */
export function isReached(
	{ id, rollout }: Pick<Version, 'id' | 'rollout'>, uid: number, isInGroups: boolean,
): boolean {
	return rollout.pausedAt === 0 && (
		rollout.percent >= 100 || isInGroups || (uid > 0 && placeOf(id, uid) < rollout.percent));
}

/** Whether so many declines and errors say that something is wrong with the text, or with how it is asked. */
export function shouldPause({ declineLimit, pausedAt }: Rollout, accepted: number, declined: number): boolean {
	const decisions = accepted + declined;
	return pausedAt === 0 && declineLimit > 0 && decisions >= fewestDecisions &&
		(declined / decisions) * 100 > declineLimit;
}
