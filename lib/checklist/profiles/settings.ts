import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** Settings of clause 3. */
export const checklistSettings = {
	/** Show similar topics while a title is typed. */
	checklistSimilar: { kind: 'boolean', default: true, client: true },
	/** Count what the checklist costs and saves, per item and day, never per person. */
	checklistMeasured: { kind: 'boolean', default: true, client: true },
	/** Percentage of members who are asked only the items for everybody, for comparison. */
	checklistControlPercent: { kind: 'integer', default: 0, min: 0, max: 50 },
	/** Topics in a row without a warning after which a member is asked less; 0: never. */
	checklistCleanTopics: { kind: 'integer', default: 0, min: 0, max: 1000 },
} as const satisfies SettingSpecs;

export type ChecklistSettings = SettingValues<typeof checklistSettings>;
