import type { SettingSpecs, SettingValues } from '../../kernel/settings';
import { contactPattern } from './contact';

/** Settings of clause 6. */
export const accessSettings = {
	/** Hours between a decision and its beginning that the planner proposes; 0: at once. */
	accessCoolingHours: { kind: 'integer', default: 0, min: 0, max: 168, clause: '6' },
	/** Days after which a notice goes out by itself that was not sent with the decision. */
	accessNoticeDays: { kind: 'integer', default: 30, min: 1, max: 365, clause: '6' },
	/** Whether the addresses somebody came from last are kept out as well as their e-mail. */
	blockReturnByIp: { kind: 'boolean', default: false, clause: '6' },
	/** Where security matters go for whoever can write nowhere any more. */
	securityContact: {
		kind: 'text', default: '', maxLength: 254, clause: '1', pattern: contactPattern,
		expected: 'security@example.com / https://example.com/security',
	},
} as const satisfies SettingSpecs;

export type AccessSettings = SettingValues<typeof accessSettings>;
