import type { OwnData } from '../kernel/slice/own-data';
import type { OwnStatementLookup } from '../kernel/offers/own-statement';
import type { Host } from '../kernel/host/ports';
import { hook, type Slice } from '../kernel/slice/slice';
import { accountPage } from './account-page';
import type { Forum } from '../platform/forum/forum';
import { auditRoutes } from './decisions/audit';
import { decisionDownloads } from './decisions/export';
import { decisionsPage } from './decisions/page';
import { decisionRoutes } from './decisions/routes';
import { recordsSettings } from './decisions/settings';
import { recordsJobs } from './jobs';
import { ownDataRoutes, statementDownload } from './own-data-routes';
import { ownTexts } from './own-texts';
import { recordsServices, type RecordsSources } from './services';
import { webhookRoutes } from './webhook/routes';

/** The record of all decisions; what the plugin stores about a member: `/me`, the export, the account page. */
export function recordsSlice(host: Host, forum: Pick<Forum, 'secret' | 'settings'>, { ownData, statement, ...sources }: RecordsSources & {
	ownData: OwnData; statement: OwnStatementLookup;
}): Slice {
	const parts = { ownData, statement, texts: ownTexts(sources.book), host };
	const services = recordsServices(host, forum, sources);
	const { book, checks, states, seals, webhook, retention } = services;
	return {
		name: 'records', clause: '2', settings: recordsSettings,
		hooks: {
			profileMenu: hook<{ links: unknown[] }>('open', 'only a menu entry is missing', ({ links }) => {
				links.push({
					id: 'forum-terms', route: 'forum-terms', name: '[[forum-terms:menu.agreements]]', icon: 'fa-file-signature',
					visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
				});
			}),
		},
		// HOST: src/routes/user.js redirects /me to the reader's own account.
		ownPages: async () => [{ route: '/me/forum-terms', title: 'forum-terms:menu.agreements', iconClass: 'fa-file-signature' }],
		routes: [
			...ownDataRoutes(parts), ...auditRoutes(checks, states), ...decisionRoutes(services),
			...webhookRoutes({ webhook, host }),
		],
		pages: [accountPage(parts), decisionsPage(services)],
		downloads: [statementDownload(parts), ...decisionDownloads(services)],
		jobs: recordsJobs({ book, seals, webhook, retention }),
		forget: uid => retention.forget(uid),
		async prepare() {
			host.messenger.offerChoice();
			// In the background: a lease of the dead process may have to expire first.
			void book.finishOpen().catch((error: unknown) => host.log.error('records', 'decisions', error));
		},
		adminTabs: [{ id: 'records', title: 'admin/plugins/forum-terms:tab.records' }],
	};
}
