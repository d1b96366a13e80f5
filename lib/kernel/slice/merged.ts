import { adminPage } from './admin-page';
import { RefusedError } from './edges';
import { actorOf } from '../host/member';
import type { Host } from '../host/ports';
import { checkSettings, settingsReader, type SettingSpecs } from './settings';
import { hook, type Slice } from './slice';

interface Saved { plugin?: string; settings: Record<string, unknown> }

/** What all slices contribute to together: the settings, their ACP page, and erasure. */
export function merged(slices: readonly Slice[], { settings }: Pick<Host, 'settings'>): Slice {
	const specs = Object.assign({}, ...slices.map(slice => slice.settings ?? {})) as SettingSpecs;
	const current = settingsReader(specs, settings);
	const visible = Object.keys(specs).filter(key => specs[key]?.client);

	return {
		name: 'plugin',
		clause: '2',
		hooks: {
			/**
			 * Every slice erases its data, even if another one fails; if any fails, the account is not deleted. HOST:
			 * src/user/delete.js waits for this before it removes the account, and stops when it throws.
			 * src/plugins/hooks.js `fireStaticHook` waits ten seconds for all of it.
			 */
			userDeleted: hook<{ uid?: unknown }>('closed', 'an account is deleted completely or not at all', async ({ uid }) => {
				const actor = actorOf(uid);
				const done = actor.kind === 'member' ?
					await Promise.allSettled(slices.map(async slice => slice.forget?.(actor.uid))) : [];
				const failed = done.find(({ status }) => status === 'rejected');
				if (failed) {
					throw (failed as PromiseRejectedResult).reason;
				}
			}),
			config: hook<Record<string, unknown>>('open', 'pages work without our config', async (config) => {
				const values = await current();
				config.forumTerms = {
					...config.forumTerms as object | undefined,
					...Object.fromEntries(visible.map(key => [key, values[key]])),
				};
			}),
			adminMenu: hook<{ plugins: unknown[] }>('open', 'the page is still reachable by its address', async ({ plugins }) => {
				plugins.push({
					route: '/plugins/forum-terms', icon: 'fa-file-signature', name: '[[admin/plugins/forum-terms:menu]]',
				});
			}),
			settingsSave: hook<Saved>('closed', 'an unchecked setting must not be stored', async (payload) => {
				if (payload.plugin !== 'forum-terms') {
					return;
				}
				// HOST: src/socket.io/admin/settings.js writes this same object to the event log after saving.
				for (const key of Object.keys(payload.settings).filter(name => !Object.hasOwn(specs, name))) {
					delete payload.settings[key];
				}
				const checked = checkSettings(specs, payload.settings);
				if (!checked.ok) {
					throw new RefusedError(checked.refusal);
				}
			}),
		},
		pages: [adminPage(slices, settings)],
	};
}
