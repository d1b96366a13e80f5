import type { Host } from '../kernel/host/ports';
import { all } from '../kernel/host/soon';
import { countingJob, quietJob, type Job } from '../kernel/slice/slice';
import type { PartnerAccounts } from './accounts/accounts';
import type { AccountJournal } from './accounts/journal';
import type { Announcements } from './accounts/announcements';
import type { Confirmations } from './people/confirmation';
import type { Digests } from './desk/digest';
import type { PartnerDirectory } from './accounts/directory';
import { importStore } from './imports/store';
import { importer } from './imports/importer';
import { levelWatch } from './accounts/level-watch';
import type { PartnerGroups } from './accounts/groups';
import type { PendingStore } from './accounts/pending-store';
import type { StandingWatch } from './strikes/standing-watch';
import type { PartnerStore } from './accounts/store';
import type { StrikeStore } from './strikes/store';
import type { Referrals } from './strikes/referrals';
import type { Strikes } from './strikes/strikes';

interface Parts {
	store: PartnerStore;
	groups: PartnerGroups;
	accounts: PartnerAccounts;
	announcements: Pick<Announcements, 'resume'>;
	journal: Pick<AccountJournal, 'resume'>;
	strikeStore: Pick<StrikeStore, 'struck'>;
	strikes: Pick<Strikes, 'tell'>;
	referrals: Pick<Referrals, 'tell'>;
	directory: Pick<PartnerDirectory, 'account'>;
	watch: Pick<StandingWatch, 'notify'>;
	host: Host;
}

/**
 * Repairs groups, expired levels, and interrupted imports and announcements. Hourly, tells people about strikes that
 * have started to count or expired.
 */
export function partnerJobs(
	{ groups, store, accounts, announcements, journal, strikeStore, strikes, referrals, directory, watch, host }: Parts,
): Job[] {
	return [
		quietJob('partner-levels', '13 * * * *', levelWatch({ store, groups, host })),
		quietJob('partner-import', '* * * * *', importer({ store, accounts, imports: importStore(host.database), host }).resume),
		quietJob('partner-announcements', '* * * * *', async () => {
			await journal.resume();
			await announcements.resume();
		}),
		{
			...countingJob('partner-groups', '7 * * * *', () => groups.repair(), 'memberships of partner groups put right'),
			due: { hour: 4 },
		},
		quietJob('partner-standing', '17 * * * *', async () => {
			for await (const ids of strikeStore.struck()) {
				const found = await all(ids.map(id => directory.account(id)));
				for (const account of found.filter(row => row !== null)) {
					await strikes.tell(account);
					await referrals.tell(account);
					await watch.notify(account);
				}
			}
		}),
	];
}

/** Sends the digest every morning, to owners who chose it. */
export const digestJob = (digests: Pick<Digests, 'send'>): Job => ({
	...countingJob('partner-digests', '23 * * * *', () => digests.send(), 'digests sent to owners of partner accounts'),
	due: { hour: 6 },
});

/** Reminds owners to confirm their people, and deletes expired invitations, requests and offers. */
export function peopleJob({ store, confirmations, pending, host: { clock } }: {
	store: Pick<PartnerStore, 'ids'>; confirmations: Pick<Confirmations, 'remind'>; pending: Pick<PendingStore, 'sweep'>;
	host: Pick<Host, 'clock'>;
}): Job {
	const job = countingJob('partner-people', '23 * * * *', async () => {
		const reminded = await confirmations.remind();
		for await (const ids of store.ids()) {
			for (const id of ids) {
				await pending.sweep(id, clock.now());
			}
		}
		return reminded;
	}, 'accounts reminded to confirm their list of people');
	return { ...job, due: { hour: 7 } };
}
