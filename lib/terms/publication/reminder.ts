import { textOf } from '../../kernel/formats/text';
import { numberOf } from '../documents/keys';
import type { TermsDocument, Version } from '../documents/version';

const dayMs = 86_400_000;
type Row = Record<string, unknown> | null;

/** How often and when a member was reminded of a version; starts at zero for a new version. */
export function remindersIn(row: Row, document: TermsDocument, version: Version): { count: number; lastAt: number } {
	const isSame = textOf(row?.[`${document.id}:version`]) === version.id;
	return {
		count: isSame ? numberOf(row?.[`${document.id}:count`]) : 0,
		lastAt: isSame ? numberOf(row?.[`${document.id}:at`]) : version.effectiveAt,
	};
}

/** Whether a reminder is due if they owe, by the document's interval and maximum. */
export function reminderDue(row: Row, document: TermsDocument, version: Version, now: number): boolean {
	const { count, lastAt } = remindersIn(row, document, version);
	return count < document.mostReminders && now - lastAt >= document.reminderDays * dayMs;
}

/** The fields to store after a reminder. */
export function reminderFields(
	row: Row, document: TermsDocument, version: Version, now: number,
): Record<string, string | number> {
	const { count } = remindersIn(row, document, version);
	return {
		[`${document.id}:version`]: version.id, [`${document.id}:count`]: count + 1, [`${document.id}:at`]: now,
	};
}
