import { adminPath } from '../../kernel/refusals/message-kind';
import type { Host } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import type { PartnerGroups } from './groups';
import type { PartnerStore } from './store';

const key = (id: string) => `forum-terms:partner-level-ended:${id}`;

/**
 * Handles expired levels (definition of Partner): once each, records it, removes the people from the groups, and
 * notifies owners and administrators. Answers how many expired.
 */
export function levelWatch({ store, groups, host }: {
	store: PartnerStore; groups: PartnerGroups;
	host: Pick<Host, 'clock' | 'database' | 'members' | 'messenger'>;
}) {
	const { clock, database, members, messenger } = host;

	async function end(account: PartnerAccount): Promise<void> {
		const { id, company, level, levelValidUntil: until } = account;
		const events = await store.states(id);
		// The event first: after a crash the next run notifies and marks, and records nothing twice.
		if (!events.some(event => event.kind === 'level-ended' && event.levelValidUntil === until)) {
			await store.append([{ partner: id, at: clock.now(), by: 0, kind: 'level-ended', level, levelValidUntil: until }]);
		}
		await groups.step(account, []);
		const message = { kind: 'partner-level-ended' as const, about: `${id}:${until}`, facts: [company, level] };
		await messenger.send(account.owners, message);
		const staff = (await members.inGroups(['administrators'])).filter(uid => !account.owners.includes(uid));
		await messenger.send(staff, { ...message, about: `${message.about}:staff`, path: adminPath });
		await database.setObject(key(id), { until });
	}

	return async (): Promise<number> => {
		let ended = 0;
		for await (const accounts of store.all()) {
			const now = clock.now();
			const lost = accounts.filter(({ level, levelValidUntil: until }) => level !== '' && until > 0 && until <= now);
			const marks = await database.getObjects(lost.map(({ id }) => key(id)));
			for (const [index, account] of lost.entries()) {
				if (Number(marks[index]?.until ?? 0) !== account.levelValidUntil) {
					await end(account);
					ended += 1;
				}
			}
		}
		return ended;
	};
}
