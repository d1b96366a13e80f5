import { groupBy } from 'lodash';
import type { Lease, Leases } from '../../kernel/host/lease';
import type { Messenger } from '../../kernel/refusals/message-kind';
import type { Clock, Database, Members } from '../../kernel/host/ports';
import { all } from '../../kernel/host/soon';
import { accountWalk } from '../acceptance/account-walk';
import type { Audience } from '../acceptance/audience';
import type { Catalogue } from '../documents/catalogue';
import { keys } from '../documents/keys';
import { reminderDue, reminderFields, remindersIn } from './reminder';
import { sufficientFrom, versionInForce } from '../documents/rules';
import type { TermsDocument, Version } from '../documents/version';

interface Parts {
	catalogue: Catalogue;
	/** Which of these have to be asked, and about which version; one read, as for a page of the member list. */
	owing: (document: TermsDocument, uids: readonly number[]) => Promise<{ uid: number; version: Version }[]>;
	audience: Pick<Audience, 'reached'>;
	database: Database;
	clock: Clock;
	leases: Leases;
	members: Pick<Members, 'highestUid' | 'profiles'>;
	messenger: Messenger;
}

/** Notifies members of a change once, and reminds those who owe. Both continue where an interrupted run stopped. */
export interface Announcements {
	/** Notification and e-mail for every version in force that asks for it; answers how many members were notified. */
	announce(): Promise<number>;
	/** Reminders at each document's interval; answers how many were sent. */
	remind(): Promise<number>;
}

export function announcements(parts: Parts): Announcements {
	const { catalogue, owing, audience, database, clock, leases, members, messenger } = parts;
	const walk = accountWalk(database, members);

	/** The members a version is rolled out to: those who owe it or, if it asks nobody, everybody. */
	async function concerned(
		uids: readonly number[], document: TermsDocument, { id, notice }: Version,
	): Promise<number[]> {
		if (notice === 're-accept') {
			return (await owing(document, uids)).filter(({ version }) => version.id === id).map(({ uid }) => uid);
		}
		const own = await all(uids.map(uid => audience.reached(document, uid)));
		return uids.filter((_uid, index) => own[index]?.versions.some(version => version.id === id));
	}

	async function tell(uids: readonly number[], { id, title, changelog, notice }: Version): Promise<number> {
		await messenger.send(uids, {
			kind: 'changed', about: id, facts: [title, changelog],
			path: notice === 're-accept' ? '/forum-terms/accept' : `/forum-terms/${id}`,
		});
		return uids.length;
	}

	async function announceOne(document: TermsDocument, version: Version, { check }: Lease): Promise<number> {
		const key = keys.announcement(version.id);
		const { sent, isDone } = await walk(key, async (uids) => {
			const told = await concerned(uids, document, version);
			check();
			return tell(told, version);
		});
		if (isDone) {
			await database.setObject(key, { doneAt: clock.now() });
		}
		return sent;
	}

	async function remindBatch(uids: readonly number[], document: TermsDocument): Promise<number> {
		const now = clock.now();
		const reminders = await database.getObjects(uids.map(uid => keys.reminders(uid)));
		const byUid = new Map(uids.map((uid, index) => [uid, reminders[index] ?? null]));
		const rowOf = (uid: number) => byUid.get(uid) ?? null;
		const due = (await owing(document, uids)).filter(({ uid, version }) =>
			reminderDue(rowOf(uid), document, version, now));
		// The id says which reminder it is: sent again after a crash it is the same message.
		const idOf = ({ uid, version }: typeof due[number]) =>
			`${version.id}:reminder:${remindersIn(rowOf(uid), document, version).count + 1}`;
		for (const [about, some] of Object.entries(groupBy(due, idOf))) {
			const { title = '', changelog = '' } = some[0]?.version ?? {};
			await messenger.send(some.map(({ uid }) => uid), { kind: 'reminder', about, facts: [title, changelog] });
		}
		for (const { uid, version } of due) {
			await database.setObject(keys.reminders(uid), reminderFields(rowOf(uid), document, version, now));
		}
		return due.length;
	}

	async function remindOne(document: TermsDocument, { check }: Lease): Promise<number> {
		const key = keys.reminderRun(document.id);
		const { sent, isDone } = await walk(key, (uids) => {
			check();
			return remindBatch(uids, document);
		});
		if (isDone) {
			await database.setObject(key, { cursor: 1 });
		}
		return sent;
	}

	/** One round over the documents that are not archived, on one node. */
	function round(
		name: 'announce' | 'remind', work: (document: TermsDocument, version: Version, lease: Lease) => Promise<number>,
	): Promise<number> {
		return leases.withLease(`round:${name}`, async (lease) => {
			let sent = 0;
			for (const document of (await catalogue.documents()).filter(({ archived }) => !archived)) {
				const version = versionInForce(document.versions, clock.now());
				sent += version ? await work(document, version, lease) : 0;
			}
			return sent;
		}, () => 0);
	}

	return {
		announce: () => round('announce', async (document, version, lease) => {
			const row = version.notify ? await database.getObject(keys.announcement(version.id)) : null;
			// Any value there was written after everybody had been notified.
			return version.notify && row?.doneAt === undefined ? announceOne(document, version, lease) : 0;
		}),
		remind: () => round('remind', async (document, _version, lease) => {
			const isAsking = sufficientFrom(document.versions, clock.now()) !== null;
			return isAsking && document.reminderDays > 0 ? remindOne(document, lease) : 0;
		}),
	};
}
