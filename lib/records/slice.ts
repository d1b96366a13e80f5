import type { OwnData } from '../kernel/slice/own-data';
import type { OwnStatementLookup } from '../kernel/offers/own-statement';
import type { Host } from '../kernel/host/ports';
import { hook, type Slice } from '../kernel/slice/slice';
import { accountPage } from './account-page';
import type { OwnDecisionBook } from './decisions/book';
import { ownDataRoutes, statementDownload } from './own-data-routes';

/** What the plugin stores about a member, shown to them: `/me`, the export, the account page. */
export function recordsSlice(host: Host, { book, ...told }: {
	book: OwnDecisionBook; ownData: OwnData; statement: OwnStatementLookup;
}): Slice {
	const parts = { ...told, host };
	const finishOpen = async () => {
		const count = await book.finishOpen();
		return count > 0 ? `${count} decisions got the outcome that a dying process owed` : null;
	};
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
		jobs: [{ name: 'decisions', cron: '41 * * * *', run: finishOpen }],
		async prepare() {
			// In the background: a lease of the dead process may have to expire first.
			void finishOpen().catch((error: unknown) => host.log.error('records', 'decisions', error));
		},
		adminTabs: [{ id: 'records', title: 'admin/plugins/forum-terms:tab.records' }],
	};
}
