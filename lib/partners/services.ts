import type { DecisionBook } from '../kernel/offers/decision-book';
import type { Host } from '../kernel/host/ports';
import type { Forum } from '../platform/forum/forum';
import type { Citations } from '../platform/decisions/citations';
import { noticeSettings } from '../platform/decisions/notice';
import { shownDeciders } from '../platform/decisions/shown-decider';
import type { StatementComposer } from '../platform/decisions/statement';
import { postEvidence } from '../platform/decisions/post-evidence';
import { secondDeciders } from '../platform/decisions/second-decider';
import { accountRecord } from './accounts/account-record';
import { partnerAccounts } from './accounts/accounts';
import { accountJournal } from './accounts/journal';
import { announcementStore } from './timeline/announcement-store';
import { announcementsOf } from './accounts/announcements';
import { partnerDirectory } from './accounts/directory';
import { lentEdit } from './posts/lent-edit';
import { partnerGroups } from './accounts/groups';
import { pendingStore } from './accounts/pending-store';
import { partnerReferrals } from './strikes/referrals';
import { partnerStatements } from './timeline/statements';
import { partnerSettings } from './company/settings';
import { standingWatch } from './strikes/standing-watch';
import { partnerStandings } from './strikes/standings';
import { accountKey, partnerStore } from './accounts/store';
import { strikeRecord } from './strikes/strike-record';
import { strikeStore } from './strikes/store';
import { partnerStrikes } from './strikes/strikes';
import { strikesPathOf } from './company/paths';
import { partnerSuspensions } from './accounts/suspensions';

/** The record of all decisions, and what they rest on. */
export interface OnRecord { book: DecisionBook; citations: Citations; composer: StatementComposer }

/** The services of clause 4.12 for accounts and strikes. */
export function partnerServices(
	host: Host, forum: Pick<Forum, 'settings' | 'pace'>, { book, citations, composer }: OnRecord,
) {
	const [settings, noticeValues] = [forum.settings(partnerSettings), forum.settings(noticeSettings)];
	const { database } = host;
	const store = partnerStore(database);
	const directory = partnerDirectory(store, {
		members: host.cache('forum-terms-partner-members', { max: 20_000, ttlSeconds: 60 }),
		accounts: host.cache('forum-terms-partner-accounts', { max: 2000, ttlSeconds: 60 }),
	});
	const groups = partnerGroups({ store, settings, host });
	const journal = accountJournal({ store, pending: pendingStore(database), directory, groups, host });
	const record = accountRecord({ store, journal, book, clock: host.clock });
	const accounts = partnerAccounts({ store, journal, record, settings, host });
	const strikes = strikeStore(database, host.cache('forum-terms-partner-strikes', { max: 2000, ttlSeconds: 60 }));
	const standings = partnerStandings({ strikes, clock: host.clock });
	const statements = partnerStatements({ book, composer, members: host.members });
	const announcements = announcementsOf({
		store, announcements: announcementStore(database, accountKey), statements, host,
	});
	const evidence = postEvidence(host);
	const deciders = secondDeciders(host.members);
	const watch = standingWatch({ store: strikes, standings, book, host });
	return {
		host, pace: forum.pace, book, citations, evidence, statements, deciders: shownDeciders(forum),
		store, directory, groups, journal, settings, accounts, standings, watch, strikeStore: strikes,
		lentEdit: lentEdit(host.callScope),
		suspensions: partnerSuspensions({
			accounts, announcements, directory, record, book, deciders, host, pathOf: strikesPathOf,
			noticeDays: async () => (await noticeValues()).accessNoticeDays,
		}), announcements,
		strikes: partnerStrikes({
			store: strikes, directory, watch, host, evidence, deciders, statements,
			record: strikeRecord({ store: strikes, book, evidence, clock: host.clock }),
		}),
		referrals: partnerReferrals({
			store: strikes, events: store, book, evidence, directory, standings, settings, host,
		}),
	};
}

export type PartnerServices = ReturnType<typeof partnerServices>;
