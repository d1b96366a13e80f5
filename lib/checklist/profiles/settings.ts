import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of clause 3. */
export const checklistSettings = {
	/** Similar topics are shown while a title is written. */
	checklistSimilar: { kind: 'boolean', default: true, clause: '3', client: true },
	/** What the checklist costs and saves is counted, per item and day, never per person. */
	checklistMeasured: { kind: 'boolean', default: true, clause: '3', client: true },
	/** Share of members who are asked only what everybody is, to see what the rest is worth. */
	checklistControlPercent: { kind: 'integer', default: 0, min: 0, max: 50, clause: '3' },
	/** Topics in a row without a warning after which a member is asked less; 0 never. */
	checklistCleanTopics: { kind: 'integer', default: 0, min: 0, max: 1000, clause: '3' },
} as const satisfies SettingSpecs;

export type ChecklistSettings = SettingValues<typeof checklistSettings>;
