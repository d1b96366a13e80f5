import type { SettingSpecs } from '../../kernel/settings';

/** Settings that every slice goes by. */
export const forumSettings = {
	/** Administrators are asked but never stopped, so that nobody can lock the forum's owner out. */
	exemptAdministrators: { kind: 'boolean', default: true, clause: '2' },
	/** Groups whose members are never stopped, for robots; names separated by commas. */
	exemptGroups: { kind: 'text', default: '', maxLength: 1000, clause: '2' },
} as const satisfies SettingSpecs;
