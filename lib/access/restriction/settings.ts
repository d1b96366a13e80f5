import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';
import { noticeSettings } from '../../platform/decisions/notice';
import { contactPattern } from './contact';

/** Settings of clause 6. */
export const accessSettings = {
	/** Hours between decision and start that the planner suggests; 0: immediately. */
	accessCoolingHours: { kind: 'integer', default: 0, min: 0, max: 168 },
	...noticeSettings,
	/** Whether a banned member's latest IP addresses are blocked too. */
	blockReturnByIp: { kind: 'boolean', default: false },
	/** Contact for security reports by members who cannot post anywhere. */
	securityContact: {
		kind: 'text', default: '', maxLength: 254, pattern: contactPattern,
		expected: 'security@example.com / https://example.com/security',
	},
} as const satisfies SettingSpecs;

export type AccessSettings = SettingValues<typeof accessSettings>;
