import { chunk } from 'lodash';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import type { Announcement, AnnouncementStore } from '../timeline/announcement-store';
import type { PartnerStatements } from '../timeline/statements';
import type { PartnerStore } from './store';

const batch = 500;
/** HOST: src/notifications.js `push` writes half a second later and does not report completion. */
const settlingMs = 1000;
/** After a week an announcement is old news, unless it is of a suspension that stands. */
const oldestMs = 7 * 86_400_000;
/** After ten quiet minutes no writer can be mid-way. */
const restMs = 600_000;

interface Parts {
	store: Pick<PartnerStore, 'account' | 'peopleUids'>;
	announcements: AnnouncementStore;
	statements: Pick<PartnerStatements, 'suspensionLetter'>;
	host: Pick<Host, 'clock' | 'leases' | 'log' | 'messenger' | 'pause'>;
}

/** Announces a decision about an account to all its people, even if a process stops midway. */
export interface Announcements {
	/** Continues where the last attempt ended; does nothing while another process is sending. */
	send(id: string): Promise<void>;
	/** The same for every account with pending announcements. */
	resume(): Promise<void>;
}

export function announcementsOf({ store, announcements, statements, host }: Parts): Announcements {
	const { clock, leases, log, messenger, pause } = host;

	/** The statement of reasons for an owner's e-mail, if the account was suspended. */
	async function reasonsFor(uid: number, account: PartnerAccount, { kind, decision }: Announcement) {
		const isOpen = account.suspension?.decision === decision && account.suspension.answer === null;
		return kind === 'partner-suspended' || kind === 'partner-was-suspended' ?
			{ reasons: await statements.suspensionLetter(account, { decision, isOpen }, uid) } : {};
	}
	/** Owners also by e-mail; staff, who can be ten thousand, by notification only. */
	async function tell(account: PartnerAccount, announcement: Announcement, { check }: Lease): Promise<void> {
		const { id, owners } = account;
		const { kind, revision, facts } = announcement;
		const message = (to: string) => ({ kind, about: `${id}:${revision}:${to}`, facts });
		const sent = { ...await announcements.progress(id, announcement) };
		const mailed = owners.filter(uid => uid <= sent.owner);
		if (mailed.length > 0 && sent.staff === 0) {
			// Their mail was sent, but the notification may have been lost when the process stopped.
			await messenger.notify(mailed, message('owners'));
		}
		for (const owner of owners.filter(uid => uid > sent.owner).sort((a, b) => a - b)) {
			check();
			await messenger.send([owner], { ...message('owners'), ...await reasonsFor(owner, account, announcement) });
			sent.owner = owner;
			await announcements.advance(id, announcement, sent);
		}
		const staff = (await store.peopleUids(id)).filter(uid => uid > sent.staff && !owners.includes(uid));
		for (const uids of chunk(staff.sort((a, b) => a - b), batch)) {
			check();
			await messenger.notify(uids, message('staff'));
			await pause(settlingMs);
			sent.staff = uids.at(-1) ?? sent.staff;
			await announcements.advance(id, announcement, sent);
		}
		await (staff.length === 0 ? pause(settlingMs) : undefined);
	}

	/** Who is told later that an account was suspended is not told before that it is. */
	async function nextDue(id: string): Promise<Announcement | undefined> {
		const owed = await announcements.owed(id);
		const past = owed.find(({ kind }) => kind === 'partner-was-suspended');
		for (const late of owed.filter(({ kind, at }) => kind === 'partner-suspended' && at === past?.at)) {
			await announcements.finish(id, late);
		}
		return (await announcements.owed(id)).find(({ at }) => at <= clock.now());
	}
	const isNews = ({ suspension }: PartnerAccount, { kind, at, decision }: Announcement) =>
		at + oldestMs > clock.now() || (kind === 'partner-suspended' && suspension?.decision === decision);
	async function sendAll(id: string, lease: Lease): Promise<void> {
		// In order, including those that become due meanwhile.
		let announcement = await nextDue(id);
		while (announcement) {
			const account = await store.account(id);
			if (account && isNews(account, announcement)) {
				await tell(account, announcement, lease);
			}
			await announcements.finish(id, announcement);
			announcement = await nextDue(id);
		}
	}
	async function send(id: string): Promise<void> {
		try {
			await leases.withLease(`announcement:${id}`, lease => sendAll(id, lease), () => undefined);
		} catch (error) {
			// The decision stands; the job retries every minute.
			log.error('partners', 'announcement', error);
		}
	}
	return {
		send,
		async resume() {
			const [waiting, old] = await Promise.all([
				announcements.announcing(clock.now()), announcements.announcing(clock.now() - restMs),
			]);
			for (const id of waiting) {
				await send(id);
			}
			for (const id of old) {
				await ((await announcements.owed(id)).length === 0 ? announcements.rest(id) : undefined);
			}
		},
	};
}
