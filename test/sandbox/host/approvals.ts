import type { NewAccount } from './accounts';
import type { Context } from './context';
import type { Row } from './database';

export interface Interstitial {
	template: string;
	data?: Row;
	callback?: (userData: Row, form: Row) => Promise<void>;
}

/** The way into the forum: questions before the account, and the approval queue. */
export function approvals(c: Context) {
	return {
		/** HOST: src/user/interstitials.js: e-mail and privacy questions of core, then whatever plugins ask. */
		async interstitials(req: unknown, userData: Row): Promise<{ interstitials: Interstitial[]; userData: Row }> {
			const asked: Interstitial[] = [];
			if (userData.updateEmail) {
				asked.push({
					template: 'partials/sandbox/email',
					callback: async (data, form) => {
						data.email = String((form.email as string | undefined) ?? '').trim();
						delete data.updateEmail;
					},
				});
			}
			if (c.config.gdpr_enabled && !userData.gdpr_consent) {
				asked.push({
					template: 'partials/sandbox/privacy',
					callback: async (data, form) => {
						if (form.gdpr_agree_data !== 'on' || form.gdpr_agree_email !== 'on') {
							throw new Error('[[register:gdpr-consent-denied]]');
						}
						data.gdpr_consent = true;
					},
				});
			}
			return c.hooks.fire('filter:register.interstitial', { req, userData, interstitials: asked });
		},
		async createOrQueue(req: { ip?: string }, userData: NewAccount): Promise<{ uid?: number; message?: string }> {
			c.accounts.checkUsernameLength(userData.username);
			const { queue } = await c.hooks.fire('filter:register.shouldQueue', {
				req, userData, queue: c.config.registrationApprovalType === 'admin-approval',
			});
			if (!queue) {
				return { uid: await c.accounts.create(userData) };
			}
			const username = String(userData.username).trim();
			if (await c.accounts.getUidByUsername(username) || await c.db.exists(`registration:queue:name:${username}`)) {
				throw new Error('[[error:username-taken]]');
			}
			// Only these fields survive; a plugin that wants more adds them itself.
			const { data } = await c.hooks.fire('filter:user.addToApprovalQueue', {
				data: {
					username, email: userData.email, ip: req.ip ?? '', hashedPassword: c.accounts.hashPassword(userData.password ?? ''),
				},
				userData,
			});
			await c.db.setObject(`registration:queue:name:${username}`, data);
			await c.db.sortedSetAdd('registration:queue', Date.now(), username);
			return { message: '[[register:registration-added-to-queue]]' };
		},
		async accept(username: string): Promise<number> {
			const waiting = await c.db.getObject(`registration:queue:name:${username}`);
			if (!waiting) {
				throw new Error('[[error:invalid-data]]');
			}
			const uid = await c.accounts.create(waiting);
			await c.db.delete(`registration:queue:name:${username}`);
			await c.db.sortedSetRemove('registration:queue', username);
			await c.hooks.fire('filter:register.complete', { uid });
			c.outbox.push({ template: 'registration_accepted', to: username, subject: '[[email:welcome-to]]', at: Date.now() });
			return uid;
		},
		async reject(username: string): Promise<void> {
			await c.db.delete(`registration:queue:name:${username}`);
			await c.db.sortedSetRemove('registration:queue', username);
		},
	};
}

export type Approvals = ReturnType<typeof approvals>;
