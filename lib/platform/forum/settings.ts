import type { SettingSpecs } from '../../kernel/slice/settings';

/** Settings shared by all slices. */
export const forumSettings = {
	/** Administrators are asked but never stopped, so that the forum's owner cannot be locked out. */
	exemptAdministrators: { kind: 'boolean', default: true },
	/** Groups whose members are never stopped, for bots; names separated by commas. */
	exemptGroups: { kind: 'text', default: '', maxLength: 1000, picks: 'groups' },
	/** Whether those affected read who decided; otherwise that the forum's staff did. */
	showDecider: { kind: 'boolean', default: false },
} as const satisfies SettingSpecs;
