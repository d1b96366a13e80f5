import type { Host } from '../kernel/ports';
import { importStore } from './import-store';
import { importer } from './importer';
import { levelWatch } from './level-watch';
import type { Digests } from './digest';
import type { PartnerParts } from './parts';
import type { People } from './people-slice';

type Parts = Pick<PartnerParts, 'groups' | 'store' | 'accounts' | 'strikeStore' | 'strikes' | 'directory' | 'watch' |
	'announcements' | 'journal'>;

/**
 * Groups are edited by hand, levels end by themselves, imports and announcements die in the middle: all are looked at
 * again. Strikes count and end by themselves too: every hour the people concerned are told.
 */
export async function schedulePartnerJobs(host: Host, parts: Parts): Promise<void> {
	const { groups, store, accounts, announcements, journal, strikeStore, strikes, directory, watch } = parts;
	const { jobs, log } = host;
	const endLevels = levelWatch({ store, groups, host });
	const { resume } = importer({ store, accounts, imports: importStore(host.database), host });
	await jobs.schedule('forum-terms-partner-levels', '13 * * * *', async () => {
		await endLevels();
	});
	await jobs.schedule('forum-terms-partner-import', '* * * * *', resume);
	await jobs.schedule('forum-terms-partner-announcements', '* * * * *', async () => {
		await journal.resume();
		await announcements.resume();
	});
	// Nobody waits for it: a lease of the process that died may have to end first.
	void journal.resume().catch((error: unknown) => log.error('partners', 'resume', error));
	await jobs.schedule('forum-terms-partner-groups', '7 4 * * *', async () => {
		const moved = await groups.repair();
		if (moved > 0) {
			log.info('partners', `${moved} memberships of partner groups put right`);
		}
	});
	await jobs.schedule('forum-terms-partner-standing', '17 * * * *', async () => {
		for await (const ids of strikeStore.struck()) {
			const found = await Promise.all(ids.map(id => directory.account(id)));
			for (const account of found.filter(row => row !== null)) {
				await strikes.tell(account);
				await watch.look(account);
			}
		}
	});
}

/** What happened at an account, to owners who chose to read it, every morning. */
export async function scheduleDigests(
	{ jobs, log }: Pick<Host, 'jobs' | 'log'>, digests: Digests,
): Promise<void> {
	await jobs.schedule('forum-terms-partner-digests', '23 6 * * *', async () => {
		const sent = await digests.send();
		if (sent > 0) {
			log.info('partners', `${sent} digests sent to owners of partner accounts`);
		}
	});
}

/** Owners are reminded to confirm their people, and what nobody took up is swept away. */
export async function schedulePeopleJobs(
	{ jobs, log, clock }: Pick<Host, 'jobs' | 'log' | 'clock'>,
	{ store, confirmations, pending }: Pick<People, 'store' | 'confirmations' | 'pending'>,
): Promise<void> {
	await jobs.schedule('forum-terms-partner-people', '23 7 * * *', async () => {
		const reminded = await confirmations.remind();
		for await (const ids of store.ids()) {
			for (const id of ids) {
				await pending.sweep(id, clock.now());
			}
		}
		log.info('partners', `${reminded} accounts reminded to confirm their list of people`);
	});
}
