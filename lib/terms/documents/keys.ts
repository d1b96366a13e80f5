/** Keys of everything this slice stores; one type per key, all under `forum-terms:`. */
export const keys = {
	/** Sorted set: document ids by order. */
	documents: 'forum-terms:documents',
	/** Hash: title, lastN (numbers are never reused). */
	document: (document: string) => `forum-terms:document:${document}`,
	/** Hash: see `VersionDraft`. */
	draft: (document: string) => `forum-terms:document:${document}:draft`,
	/** Sorted set: version ids by number. A version that is missing here was never published. */
	versions: (document: string) => `forum-terms:document:${document}:versions`,
	/** Hash, by version number: how many members accepted a sufficient version, and how many declined it. */
	counts: (document: string) => `forum-terms:document:${document}:counts`,
	/** Hash: decisions by day, `accepted:2026-11-24`. */
	days: (document: string) => `forum-terms:document:${document}:days`,
	/** Hash: see `Version`. */
	version: (id: string) => `forum-terms:version:${id}`,
	/** Hash: see `Rollout`; without one, the version is rolled out to everybody. */
	rollout: (id: string) => `forum-terms:version:${id}:rollout`,
	/** Hash: see `VersionText`. */
	text: (id: string, language: string) => `forum-terms:version:${id}:text:${language}`,
	/** Hash: lastRecordId; for sealing lastSeal, lastSealed, horizon, horizonAt; for retention lookedTo. */
	ledger: 'forum-terms:ledger',
	/** Hash: see `LedgerRecord`. */
	record: (id: number) => `forum-terms:record:${id}`,
	/** Hash: see `Seal`. */
	seal: (number: number) => `forum-terms:seal:${number}`,
	/** Sorted set: record ids of a deleted account, by its pseudonym. */
	subjectRecords: (subject: string) => `forum-terms:subject:${subject}:records`,
	/** Sorted set: record ids of a member by id. */
	memberRecords: (uid: number) => `forum-terms:member:${uid}:records`,
	/** Hash: the member's last decisions, `<document>:acceptedN` and so on; can be rebuilt from their records. */
	member: (uid: number) => `forum-terms:member:${uid}`,
	/** Hash: counters, so that exactly one of many equal requests writes its record. */
	memberClaims: (uid: number) => `forum-terms:member:${uid}:claims`,
	/** Hash: cursor and doneAt of notifying members of a version. */
	announcement: (id: string) => `forum-terms:version:${id}:announcement`,
	/** Hash: cursor of the current round of reminders. */
	reminderRun: (document: string) => `forum-terms:document:${document}:reminder-run`,
	/** Hash: per document the version, number and time of a member's reminders. */
	reminders: (uid: number) => `forum-terms:member:${uid}:reminders`,
	/** Sorted set: JSON of each edit's stamp by time. */
	postStamps: (pid: string) => `forum-terms:post:${pid}:stamps`,
} as const;

/** A number of a hash: Redis returns strings, PostgreSQL numbers; a missing field is 0. */
export function numberOf(value: unknown): number {
	const number = Number(value ?? 0);
	return Number.isFinite(number) ? number : 0;
}
