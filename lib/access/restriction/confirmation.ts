import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { HeldGroup, HeldToken } from '../../kernel/host/member-access';
import { decoded, json } from '../../platform/stored-row';
import type { Step } from './effect';
import type { GiveBack } from './restriction';

/**
 * What the forum reported, during a restriction, about a right or group that the restriction took. `gone`: taken from
 * the member, or the group was deleted; a new group with its name is a different one.
 */
export const hostReportSchema = v.variant('kind', [
	v.object({ kind: v.literal('gone'), name: v.string() }),
	v.object({ kind: v.literal('renamed'), name: v.string(), to: v.string() }),
]);
export type HostReport = v.InferOutput<typeof hostReportSchema>;

/** Something a person has to confirm, because the forum does not report its later removal. */
export interface ItemToConfirm { key: string; kind: 'group' | 'token'; name: string }

/** The current name of a right or a group; null: somebody has taken it meanwhile. */
function nameNow(name: string, reports: readonly HostReport[]): string | null {
	return reports.reduce<string | null>((now, one) =>
		(one.name !== now ? now : one.kind === 'gone' ? null : one.to), name);
}

const groupKey = ({ name }: HeldGroup) => `group:${name}`;
/** Never contains the secret itself. */
const tokenKey = ({ token }: HeldToken) => `token:${createHash('sha256').update(token).digest('hex').slice(0, 16)}`;
const tokenName = ({ description }: HeldToken) => description || '–';
const isGiven = (giveBack: GiveBack, key: string) => giveBack === 'all' || giveBack.includes(key);

/** Groups and tokens that a restriction took, unless the forum has reported their removal since. */
export function itemsToConfirm(steps: readonly Step[], reports: readonly HostReport[]): ItemToConfirm[] {
	return steps.flatMap((step): ItemToConfirm[] => {
		if (step.kind === 'tokens') {
			return step.tokens.map(token => ({ key: tokenKey(token), kind: 'token', name: tokenName(token) }));
		}
		return step.kind !== 'groups' ? [] : step.groups.flatMap((group) => {
			const name = nameNow(group.name, reports);
			return name === null ? [] : [{ key: groupKey(group), kind: 'group' as const, name }];
		});
	});
}

export function groupsBack(
	groups: readonly HeldGroup[], reports: readonly HostReport[], giveBack: GiveBack,
): { back: HeldGroup[]; left: string[] } {
	const [back, left]: [HeldGroup[], string[]] = [[], []];
	for (const group of groups) {
		const name = nameNow(group.name, reports);
		if (name !== null && isGiven(giveBack, groupKey(group))) {
			back.push({ ...group, name });
		} else {
			left.push(name ?? group.name);
		}
	}
	return { back, left };
}

export function tokensBack(
	tokens: readonly HeldToken[], giveBack: GiveBack,
): { back: HeldToken[]; left: string[] } {
	const isBack = (token: HeldToken) => isGiven(giveBack, tokenKey(token));
	return { back: tokens.filter(isBack), left: tokens.filter(token => !isBack(token)).map(tokenName) };
}

/** Rights that nobody has revoked meanwhile, in categories that still exist. */
export function rightsBack(
	names: readonly string[], reports: readonly HostReport[], cids: ReadonlySet<number>,
): { back: string[]; left: string[] } {
	const isBack = (name: string): boolean => {
		const cid = Number(/^cid:(\d+):/.exec(name)?.[1] ?? 0);
		return nameNow(name, reports) !== null && (cid === 0 || cids.has(cid));
	};
	return { back: names.filter(isBack), left: names.filter(name => !isBack(name)) };
}

/** HOST: src/groups/update.js and src/user/profile.js store the names as JSON. */
const titlesField = json(v.array(v.string()));

/** A member's former group titles under current names, without groups that are not restored. */
export function restoredTitles(groupTitle: string, left: readonly string[], reports: readonly HostReport[]): string {
	if (!groupTitle.startsWith('[')) {
		return left.includes(groupTitle) ? '' : groupTitle;
	}
	const names = (decoded(titlesField, groupTitle) ?? []).map(name => nameNow(name, reports) ?? name);
	const shown = names.filter(name => !left.includes(name));
	return shown.length > 0 ? JSON.stringify(shown) : '';
}
