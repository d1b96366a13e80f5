import * as v from 'valibot';
import type { AccountTerms } from '../../lib/kernel/offers/account-terms';
import { done, type Outcome } from '../../lib/kernel/refusals/outcome';
import { partnerInputSchema, type PartnerInput } from '../../lib/partners/company/account';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { consoleServices } from '../../lib/partners/console-services';
import { forgetPerson } from '../../lib/partners/forget';
import { peopleHooks } from '../../lib/partners/people/hooks';
import { peopleServices } from '../../lib/partners/people-services';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import type { NewSuspension } from '../../lib/partners/company/suspension';
import type { Host } from '../../lib/kernel/host/ports';
import { recordOver } from './decisions';
import { called } from './handlers';
import { hostInMemory } from './host';

export const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

/** A company over a forum in memory, with terms that say `forum-2` is in force; `over`: what another process has. */
export function company() {
	// Others wait for the lock as they would in another process: a turn of the event loop each time.
	const memory = hostInMemory({ pause: () => new Promise(resolve => setImmediate(resolve)) });
	const accepted: string[] = [];
	const terms: Pick<AccountTerms, 'owed' | 'accept'> = {
		owed: async (_uid, before) => (before.some(({ version }) => version === 'forum-2') ? [] :
			[{ document: 'forum', version: 'forum-2', title: 'Forum terms' }]),
		accept: async (uid, version, _language, account) => {
			accepted.push(`${uid} ${version} ${account}`);
			return done({ document: 'forum', version, at: memory.time.at, by: uid });
		},
	};
	const over = (host: Host) => {
		const record = recordOver(host);
		const partners = partnerServices(host, forumOf(host), record);
		const { acts, digests } = consoleServices(partners, {
			...partnerAccess(partners), isSecurityPlace: () => false,
		});
		return { partners, acts, digests, book: record.book, people: peopleServices(partners, { terms, secret: async () => 'secret' }) };
	};
	const { partners, people, digests, book } = over(memory.host);
	const roles = async (id = 'acme') =>
		Object.fromEntries((await partners.store.people(id)).map(({ uid, role }) => [uid, role]));
	return {
		...memory, ...partners, ...people, book, host: memory.host, partners, over, accepted, roles,
		chosen: memory.settings,
		hooks: called(peopleHooks(people), memory.host),
		forget: (uid: number) => forgetPerson({ ...partners, digests, pending: people.pending }, uid),
		put: (id: string, more: Partial<PartnerInput> = {}) => partners.accounts.put(id, v.parse(partnerInputSchema, {
			company: `Company ${id}`, level: 'Gold', owners: [7], staff: [{ uid: 8, role: 'support' }], ...more,
		}), null, 1),
		told: (uid: number) => memory.sent.filter(message => message.uid === uid).map(({ kind }) => kind),
		/** The code in the last mail that went to an address. */
		mailed: () => memory.letters.at(-1)?.path.split('/').at(-1) ?? '',
	};
}
/** As it is kept. */
export const suspensionOf = (more: Partial<NewSuspension> = {}): NewSuspension => ({
	clause: '4.12', target: null, reason: 'Invented endorsements.', notice: 'sent', noticeReason: '', noticeAt: 0, by: 1, ...more,
});
export const owner = { uid: 7, isForum: false };
export const administrator = { uid: 1, isForum: true };
