import { pick } from 'lodash';
import { adminPage } from './admin-page';
import { RefusedError } from './edges';
import { actorOf, uidOf } from '../host/member';
import type { Host } from '../host/ports';
import { oncePerObject } from '../host/once-per-object';
import { atOnce, now } from '../host/soon';
import { checkSettings, settingsReader, type SettingSpecs } from './settings';
import { hook, type Slice } from './slice';

interface ClientConfig { uid?: unknown; forumTerms?: Record<string, unknown> }
interface Saved { plugin?: string; settings: Record<string, unknown> }

/** What all slices contribute to together: the settings, their ACP page, the client's config, and erasure. */
export function merged(slices: readonly Slice[], { settings, log }: Pick<Host, 'settings' | 'log'>): Slice {
	const specs = Object.assign({}, ...slices.map(slice => slice.settings ?? {})) as SettingSpecs;
	const current = settingsReader(specs, settings);
	const visible = Object.keys(specs).filter(key => specs[key]?.client);
	const shown = oncePerObject((values: Readonly<Record<string, unknown>>) => pick(values, visible));
	const speaking = slices.filter(slice => slice.clientConfig);

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
			/** Each slice's part by itself: what one cannot say now does not cost the page what the others say. */
			config: hook<ClientConfig>('open', 'pages work without our config', atOnce(function* (payload) {
				const uid = uidOf(actorOf(payload.uid));
				const config: Record<string, unknown> = { ...shown(yield* now(current())) };
				payload.forumTerms = config;
				for (const slice of speaking) {
					try {
						Object.assign(config, yield* now(slice.clientConfig?.(uid)));
					} catch (error) {
						log.error(slice.name, 'clientConfig', error, uid);
					}
				}
			})),
			adminMenu: hook<{ plugins: unknown[] }>('open', 'the page is still reachable by its address', ({ plugins }) => {
				plugins.push({
					route: '/plugins/forum-terms', icon: 'fa-file-signature', name: '[[admin/plugins/forum-terms:menu]]',
				});
			}),
			settingsSave: hook<Saved>('closed', 'an unchecked setting must not be stored', (payload) => {
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
