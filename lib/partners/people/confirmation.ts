import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { dayPhrase } from '../../kernel/refusals/message';
import { refuse } from '../../kernel/refusals/refusal';
import type { Reason } from '../../kernel/slice/review';
import type { PartnerAccount } from '../company/account';
import type { PartnerAccounts } from '../accounts/accounts';
import type { PendingStore } from '../accounts/pending-store';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

const dayMs = 86_400_000;
/** How long owners have before posts of their staff are held. */
const graceDays = 14;
const reminderMs = 7 * dayMs;

type Rhythm = Pick<PartnerSettings, 'partnerConfirmDays'>;

/** When owners have to confirm the list, and from when posts of their staff are held; null if they are never asked. */
export function confirmationDue(
	{ confirmedAt, createdAt }: Pick<PartnerAccount, 'confirmedAt' | 'createdAt'>, settings: Rhythm,
): { dueAt: number; heldFrom: number } | null {
	if (settings.partnerConfirmDays === 0) {
		return null;
	}
	const dueAt = Math.max(confirmedAt, createdAt) + (settings.partnerConfirmDays * dayMs);
	return { dueAt, heldFrom: dueAt + (graceDays * dayMs) };
}

/** Holds posts of staff while the list is overdue; nobody is stopped by it (clause 4.12). */
export function unconfirmedHold(
	account: Pick<PartnerAccount, 'confirmedAt' | 'createdAt' | 'company'>, now: number, settings: Rhythm,
): Reason | null {
	const due = confirmationDue(account, settings);
	return due && now >= due.heldFrom ?
		{ outcome: 'hold', refusal: refuse('partner-unconfirmed', [account.company]) } : null;
}

/** An owner's quarterly confirmation of the list of people. */
export interface Confirmations {
	/** `people` is the revision of the list they saw; refused if it has changed. */
	confirm(id: string, uid: number, people: number): Promise<Outcome<PartnerAccount>>;
	/** Reminds owners of due accounts, at most weekly; answers how many accounts. */
	remind(): Promise<number>;
}

export function confirmations(
	{ accounts, store, pending, settings, host }: {
		accounts: PartnerAccounts; store: PartnerStore; pending: PendingStore;
		settings: () => Soon<PartnerSettings>; host: Pick<Host, 'clock' | 'messenger'>;
	},
): Confirmations {
	async function remindOne(account: PartnerAccount, now: number, rhythm: Rhythm): Promise<boolean> {
		const due = confirmationDue(account, rhythm);
		const last = await pending.remindedAt(account.id);
		if (!due || now < due.dueAt || now - last < reminderMs) {
			return false;
		}
		// Its id comes from the last one: sent again after a crash it is the same message.
		await host.messenger.send(account.owners, {
			kind: 'partner-confirm', about: `${account.id}:${last}`, facts: [account.company, dayPhrase(due.heldFrom)],
		});
		await pending.noteReminder(account.id, now);
		return true;
	}
	return {
		confirm: (id, uid, people) => accounts.alter(id, uid, async (account) => {
			const at = host.clock.now();
			const [last] = await store.lastEvents(id, 1);
			if (last?.kind === 'confirmed' && last.by === uid && last.people === people && at - last.at < dayMs) {
				return done({});
			}
			return account.revision === people ? done({
				events: [{ kind: 'confirmed' as const, people }], changed: { confirmedAt: at, confirmedBy: uid },
			}) : refused(refuse('partner-list-stale', [account.company], { field: 'people' }));
		}),
		async remind() {
			const [now, rhythm] = [host.clock.now(), await settings()];
			let reminded = 0;
			for await (const found of store.all()) {
				for (const account of found) {
					reminded += await remindOne(account, now, rhythm) ? 1 : 0;
				}
			}
			return reminded;
		},
	};
}
