import type { OwnData } from '../kernel/slice/own-data';
import type { Clock } from '../kernel/host/ports';
import { isPartner } from './company/account';
import type { PartnerDirectory } from './accounts/directory';
import type { PartnerStore } from './accounts/store';

/** The partner a member speaks for, and earlier ones with dates. */
export function ownPartner({ store, directory, host }: {
	store: Pick<PartnerStore, 'changes'>; directory: PartnerDirectory; host: { clock: Clock };
}): OwnData {
	async function spokenFor(uid: number) {
		const membership = await directory.membership(uid);
		const account = membership && await directory.account(membership.partner);
		return membership && account ? {
			id: account.id, company: account.company, role: membership.role,
			level: isPartner(account, host.clock.now()) ? account.level : '',
		} : null;
	}
	/** Oldest first. */
	const changesOf = async (uid: number) => (await store.changes(uid)).flatMap(event =>
		(event.kind === 'joined' || event.kind === 'left' ? [{
			partner: event.partner, change: event.kind, role: event.role, at: new Date(event.at).toISOString(),
		}] : []));

	return async (uid, _language, { kind }) => {
		switch (kind) {
			case 'page': return {};
			case 'summary': return { partner: await spokenFor(uid) };
			case 'export': return { partner: { now: await spokenFor(uid), changes: await changesOf(uid) } };
		}
	};
}
