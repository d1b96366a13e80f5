import { mapLimit } from 'async';
import type { Database } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { firstOf, sortedSet } from '../../platform/paged-index';
import { keys, numberOf, recordOf, storable } from './keys';
import {
	changeClasses, noticeKinds, plainSettings, type DocumentSettings, type TermsDocument, type Version,
	type VersionDraft, type VersionText,
} from './version';
import { isRenewal } from './renewal';
import { everybody, type Rollout } from './rollout';

// More than any forum has; bounds what a damaged index can load.
const mostVersions = 2000;
const mostDocuments = 100;

type Row = Record<string, unknown>;

function oneOf<T extends string>(options: readonly T[], value: unknown, fallback: T): T {
	return options.find(option => option === value) ?? fallback;
}

function listIn(value: unknown): string[] {
	return textOf(value).split('\n').filter(line => line !== '');
}

function rolloutFrom(row: Row | null): Rollout {
	return row ? {
		percent: numberOf(row.percent), groups: listIn(row.groups), declineLimit: numberOf(row.declineLimit),
		pausedAt: numberOf(row.pausedAt),
	} : everybody;
}

function versionFrom(row: Row, rollout: Row | null): Version {
	return {
		id: textOf(row.id),
		document: textOf(row.document),
		n: numberOf(row.n),
		title: textOf(row.title),
		change: oneOf(changeClasses, row.change, 'significant'),
		notice: oneOf(noticeKinds, row.notice, 're-accept'),
		changelog: textOf(row.changelog),
		publishedAt: numberOf(row.publishedAt),
		effectiveAt: numberOf(row.effectiveAt),
		graceDays: numberOf(row.graceDays),
		notify: numberOf(row.notify) === 1,
		rollout: rolloutFrom(rollout),
		publishedBy: numberOf(row.publishedBy),
		hashes: recordOf(row.hashes),
		hash: textOf(row.hash),
	};
}

function draftFrom(row: Row): VersionDraft {
	return {
		revision: numberOf(row.revision),
		title: textOf(row.title),
		change: oneOf(changeClasses, row.change, 'significant'),
		notice: oneOf(noticeKinds, row.notice, 're-accept'),
		changelog: textOf(row.changelog),
		effectiveAt: numberOf(row.effectiveAt) || null,
		graceDays: numberOf(row.graceDays),
		notify: numberOf(row.notify) === 1,
		texts: recordOf(row.texts),
	};
}

function settingsFrom(row: Row | null): DocumentSettings {
	const renewal = textOf(row?.renewal);
	return {
		title: textOf(row?.title),
		groups: listIn(row?.groups),
		cids: listIn(row?.cids).map(Number),
		renewal: isRenewal(renewal) ? renewal : 'none',
		reminderDays: numberOf(row?.reminderDays),
		mostReminders: numberOf(row?.mostReminders ?? plainSettings.mostReminders),
		readingSeconds: numberOf(row?.readingSeconds),
		archived: numberOf(row?.archived) === 1,
	};
}

/** Documents, versions and drafts as stored rows. */
export interface TermsStore {
	/** All documents with all published versions. */
	documents(): Promise<TermsDocument[]>;
	/** Writes the document's settings; the first write makes it visible. */
	saveDocument(document: string, settings: DocumentSettings): Promise<void>;
	/** A version number that this document has never used. */
	nextN(document: string): Promise<number>;
	/** A draft revision that was never used, so that an outdated page is noticed. */
	nextRevision(document: string): Promise<number>;
	/** Writes a version, then makes it visible; after a crash in between it was never published. */
	addVersion(version: Version, texts: readonly VersionText[]): Promise<void>;
	saveRollout(versionId: string, rollout: Rollout): Promise<void>;
	text(versionId: string, language: string): Promise<VersionText | null>;
	draft(document: string): Promise<VersionDraft | null>;
	saveDraft(document: string, draft: VersionDraft): Promise<void>;
	deleteDraft(document: string): Promise<void>;
}

/** The store in NodeBB's database: rows first, then the index that makes them visible. */
export function termsStore(database: Database): TermsStore {
	async function versionsOf(document: string): Promise<Version[]> {
		const ids = await firstOf(sortedSet(database, keys.versions(document), { min: 1 }), mostVersions);
		const rows = await database.getObjects(ids.map(id => keys.version(id)));
		const rollouts = await database.getObjects(ids.map(id => keys.rollout(id)));
		return rows.flatMap((row, index) => (row ? [versionFrom(row, rollouts[index] ?? null)] : []));
	}
	async function saveRollout(id: string, { groups, ...rollout }: Rollout): Promise<void> {
		await database.setObject(keys.rollout(id), { ...rollout, groups: groups.join('\n') });
	}

	return {
		async documents() {
			const ids = await firstOf(sortedSet(database, keys.documents), mostDocuments);
			const rows = await database.getObjects(ids.map(id => keys.document(id)));
			return Promise.all(ids.map(async (id, index): Promise<TermsDocument> => {
				const versions = await versionsOf(id);
				const settings = settingsFrom(rows[index] ?? null);
				return { ...settings, id, title: versions.at(-1)?.title || settings.title || id, versions };
			}));
		},
		async saveDocument(document, { groups, cids, archived, ...settings }) {
			await database.setObject(keys.document(document), storable({
				...settings, groups: groups.join('\n'), cids: cids.join('\n'), archived: archived ? 1 : 0,
			}));
			const listed = await firstOf(sortedSet(database, keys.documents), mostDocuments);
			if (!listed.includes(document)) {
				// Indexed last, and after the others: the first document holds the licence.
				await database.sortedSetAdd(keys.documents, listed.length + 1, document);
			}
		},
		async nextN(document) {
			return database.incrObjectField(keys.document(document), 'lastN');
		},
		async nextRevision(document) {
			return database.incrObjectField(keys.document(document), 'lastRevision');
		},
		async addVersion(version, texts) {
			await mapLimit([...texts], 4, async (text: VersionText) => database.setObject(
				keys.text(version.id, text.language), storable({ ...text })));
			const { rollout, ...fixed } = version;
			if (rollout.percent < 100 || rollout.pausedAt > 0) {
				await saveRollout(version.id, rollout);
			}
			await database.setObject(keys.version(version.id), storable({
				...fixed, notify: version.notify ? 1 : 0, hashes: JSON.stringify(version.hashes),
			}));
			// From this write on the draft counts as published; after a crash, no draft is left over.
			await database.setObject(keys.draft(version.document), { publishedAs: version.id });
			await database.sortedSetAdd(keys.versions(version.document), version.n, version.id);
		},
		saveRollout,
		async text(id, language) {
			const row = await database.getObject(keys.text(id, language));
			return row && {
				language,
				markdown: textOf(row.markdown),
				html: textOf(row.html),
				hash: textOf(row.hash),
			};
		},
		async draft(document) {
			const row = await database.getObject(keys.draft(document));
			const version = textOf(row?.publishedAs);
			const [isPublished] = version ? await database.sortedSetScores(keys.versions(document), [version]) : [null];
			return row && numberOf(row.revision) > 0 && isPublished === null ? draftFrom(row) : null;
		},
		async saveDraft(document, draft) {
			await database.delete(keys.draft(document));
			await database.setObject(keys.draft(document), storable({
				...draft, notify: draft.notify ? 1 : 0, texts: JSON.stringify(draft.texts),
			}));
		},
		async deleteDraft(document) {
			await database.delete(keys.draft(document));
		},
	};
}
