import { oncePerObject } from '../../kernel/host/once-per-object';
import { looksUp, type ChecklistItem } from '../profiles/item';
import { platformsIn, rowsFor, worstStatus, type PlatformRow } from '../profiles/platform-list';
import type { ListStatus } from '../profiles/status-list';
import type { Answer } from './answers';

type Option = NonNullable<ChecklistItem['options']>[number];

/** The rows that an option names in its label, in any of its languages. Both come from a cache. */
const rowsOfOptions = oncePerObject((rows: readonly PlatformRow[]) =>
	oncePerObject(({ label }: Option) => Object.values(label).flatMap(text => platformsIn(rows, text))));

/** The options whose labels name something that is not supported. */
export function unsupportedOptions(item: ChecklistItem, platforms: readonly PlatformRow[]): Option[] {
	const rows = looksUp(item, 'platforms') ? rowsFor(platforms, item.parts) : [];
	return (item.options ?? []).filter(option => rowsOfOptions(rows)(option).some(({ status }) => status === 'unsupported'));
}

/**
 * The worst status of what an answer names. A text that names nothing listed is `unknown`; an option that does is null,
 * because its own verdict says what it means.
 */
export function platformStanding(
	item: ChecklistItem, answer: Answer | undefined, platforms: readonly PlatformRow[],
): ListStatus | null {
	if (!looksUp(item, 'platforms')) {
		return null;
	}
	const rows = rowsFor(platforms, item.parts);
	if (item.kind === 'text') {
		return typeof answer === 'string' ? worstStatus(platformsIn(rows, answer)) ?? 'unknown' : null;
	}
	const chosen = (item.options ?? []).filter(({ value }) => [answer].flat().includes(value));
	return worstStatus(chosen.flatMap(rowsOfOptions(rows)));
}
