import type { Host } from '../kernel/ports';
import { importStore } from './import-store';
import { importer } from './importer';
import { levelWatch } from './level-watch';
import type { Digests } from './digest';
import type { PartnerParts } from './parts';
import type { People } from './people-slice';

type Parts = Pick<PartnerParts, 'groups' | 'store' | 'accounts' | 'strikeStore' | 'strikes' | 'directory' | 'watch' |
	'announcements'>;

/**
 * Groups are edited by hand, levels end by themselves, imports and announcements die in the middle: all are looked at
 * again. Strikes count and end by themselves too: every hour the people concerned are told.
 */
export async function schedulePartnerJobs(host: Host, parts: Parts): Promise<void> {
	const { groups, store, accounts, announcements, strikeStore, strikes, directory, watch } = parts;
	const { jobs, locks, log } = host;
	const endLevels = levelWatch({ store, groups, host });
	const { resume } = importer({ store, accounts, imports: importStore(host.database), host });
	await jobs.schedule('forum-terms-partner-levels', '13 * * * *', async () => {
		await locks.exclusively('forum-terms:partner-levels', endLevels);
	});
	await jobs.schedule('forum-terms-partner-import', '* * * * *', resume);
	await jobs.schedule('forum-terms-partner-announcements', '* * * * *', () => announcements.resume());
	await jobs.schedule('forum-terms-partner-groups', '7 4 * * *', async () => {
		const moved = await locks.exclusively('forum-terms:partner-groups', () => groups.repair());
		if (moved) {
			log.info('partners', `${moved} memberships of partner groups put right`);
		}
	});
	await jobs.schedule('forum-terms-partner-standing', '17 * * * *', async () => {
		await locks.exclusively('forum-terms:partner-standing', async () => {
			for (const id of await strikeStore.struck()) {
				const account = await directory.account(id);
				if (account) {
					await strikes.tell(account);
					await watch.look(account);
				}
			}
		});
	});
}

/** What happened at an account, to owners who chose to read it, every morning. */
export async function scheduleDigests(
	{ jobs, locks, log }: Pick<Host, 'jobs' | 'locks' | 'log'>, digests: Digests,
): Promise<void> {
	await jobs.schedule('forum-terms-partner-digests', '23 6 * * *', async () => {
		const sent = await locks.exclusively('forum-terms:partner-digests', () => digests.send());
		if (sent) {
			log.info('partners', `${sent} digests sent to owners of partner accounts`);
		}
	});
}

/** Owners are reminded to confirm their people, and what nobody took up is swept away. */
export async function schedulePeopleJobs(
	{ jobs, locks, log, clock }: Pick<Host, 'jobs' | 'locks' | 'log' | 'clock'>,
	{ store, confirmations, pending }: Pick<People, 'store' | 'confirmations' | 'pending'>,
): Promise<void> {
	await jobs.schedule('forum-terms-partner-people', '23 7 * * *', async () => {
		await locks.exclusively('forum-terms:partner-people', async () => {
			const reminded = await confirmations.remind();
			for (const id of await store.ids()) {
				await pending.sweep(id, clock.now());
			}
			log.info('partners', `${reminded} accounts reminded to confirm their list of people`);
		});
	});
}
