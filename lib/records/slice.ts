import type { OwnData } from '../kernel/slice/own-data';
import type { OwnStatementLookup } from '../kernel/offers/own-statement';
import type { Host } from '../kernel/host/ports';
import { hook, type Slice } from '../kernel/slice/slice';
import { accountPage } from './account-page';
import { ownDataRoutes, statementDownload } from './own-data-routes';

/** What the plugin stores about a member, shown to them: `/me`, the export, the account page. */
export function recordsSlice(host: Host, told: { ownData: OwnData; statement: OwnStatementLookup }): Slice {
	const parts = { ...told, host };
	return {
		name: 'records', clause: '2',
		hooks: {
			// HOST: src/notifications.js `getAllNotificationTypes` runs for every read of members' settings.
			notificationTypes: hook<{ types: string[] }>('open', 'only the choice in the settings is missing', async ({ types }) => {
				types.push(host.messenger.optionalSetting());
			}),
			profileMenu: hook<{ links: unknown[] }>('open', 'only a menu entry is missing', async ({ links }) => {
				links.push({
					id: 'forum-terms', route: 'forum-terms', name: '[[forum-terms:menu.agreements]]', icon: 'fa-file-signature',
					visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
				});
			}),
		},
		// HOST: src/routes/user.js redirects /me to the reader's own account.
		ownPages: async () => [{ route: '/me/forum-terms', title: 'forum-terms:menu.agreements', iconClass: 'fa-file-signature' }],
		routes: ownDataRoutes(parts),
		pages: [accountPage(parts)],
		downloads: [statementDownload(parts)],
		adminTabs: [{ id: 'records', title: 'admin/plugins/forum-terms:tab.records' }],
	};
}
