import { mapLimit } from 'async';
import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { firstOf, sortedSet } from '../../platform/paged-index';
import { flag, json, lines, number, oneOf, storedRow, text } from '../../platform/stored-row';
import { keys } from './keys';
import {
	changeClasses, noticeKinds, plainSettings, type DocumentSettings, type TermsDocument, type Version,
	type VersionDraft, type VersionText,
} from './version';
import { isRenewal } from './renewal';
import { everybody, type Rollout } from './rollout';

// More than any forum has; bounds what a damaged index can load.
const mostVersions = 2000;
const mostDocuments = 100;

type Fixed = Omit<Version, 'rollout'>;

const texts = json(v.record(v.string(), v.string()));
const [change, notice] = [oneOf(changeClasses, 'significant'), oneOf(noticeKinds, 're-accept')];

const rolloutRow = storedRow<Rollout>({ percent: number, groups: lines, declineLimit: number, pausedAt: number });

const versionRow = storedRow<Fixed>({
	id: text, document: text, n: number, title: text, change, notice, changelog: text, publishedAt: number,
	effectiveAt: number, graceDays: number, notify: flag, publishedBy: number, hashes: texts, hash: text,
});

/** `publishedAs`: the version that the draft became. */
const draftRow = storedRow<VersionDraft & { publishedAs: string }>({
	revision: number, title: text, change, notice, changelog: text, graceDays: number, notify: flag, texts,
	effectiveAt: { schema: v.pipe(number.schema, v.transform(at => at || null)), write: at => at ?? 0 },
	publishedAs: text,
});

const documentRow = storedRow<DocumentSettings>({
	title: text, groups: lines, reminderDays: number, readingSeconds: number, archived: flag,
	cids: {
		schema: v.pipe(lines.schema, v.transform(cids => cids.map(Number)), v.array(v.number())),
		write: cids => cids.join('\n'),
	},
	renewal: {
		schema: v.pipe(text.schema, v.transform(value => (isRenewal(value) ? value : 'none'))), write: value => value,
	},
	mostReminders: {
		schema: v.pipe(v.unknown(), v.transform(most => Number(most ?? plainSettings.mostReminders)), v.number()),
		write: most => most,
	},
});

const textRow = storedRow<Omit<VersionText, 'language'>>({ markdown: text, html: text, hash: text });

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
	const [documents, versions] = [documentRow.in(database), versionRow.in(database)];
	const [rollouts, drafts, versionTexts] = [rolloutRow.in(database), draftRow.in(database), textRow.in(database)];

	/** Without damaged ones: until they are repaired, the previous version is in force. */
	async function versionsOf(document: string): Promise<Version[]> {
		const ids = await firstOf(sortedSet(database, keys.versions(document), { min: 1 }), mostVersions);
		const [found, reached] = await Promise.all([
			versions.getAll(ids.map(keys.version)), rollouts.getAll(ids.map(keys.rollout)),
		]);
		return found.flatMap((version, index) =>
			(version ? [{ ...version, rollout: reached[index] ?? everybody }] : []));
	}
	const saveRollout = (id: string, rollout: Rollout) => rollouts.set(keys.rollout(id), rollout);

	return {
		async documents() {
			const ids = await firstOf(sortedSet(database, keys.documents), mostDocuments);
			const found = await documents.getAll(ids.map(keys.document));
			return Promise.all(ids.map(async (id, index): Promise<TermsDocument> => {
				const [settings, published] = [found[index] ?? plainSettings, await versionsOf(id)];
				return { ...settings, id, title: published.at(-1)?.title || settings.title || id, versions: published };
			}));
		},
		async saveDocument(document, settings) {
			await documents.set(keys.document(document), settings);
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
		async addVersion({ rollout, ...fixed }, written) {
			await mapLimit([...written], 4, async ({ language, ...row }: VersionText) =>
				versionTexts.set(keys.text(fixed.id, language), row));
			if (rollout.percent < 100 || rollout.pausedAt > 0) {
				await saveRollout(fixed.id, rollout);
			}
			await versions.set(keys.version(fixed.id), fixed);
			// From this write on the draft counts as published; after a crash, no draft is left over.
			await drafts.set(keys.draft(fixed.document), { publishedAs: fixed.id });
			await database.sortedSetAdd(keys.versions(fixed.document), fixed.n, fixed.id);
		},
		saveRollout,
		async text(id, language) {
			const row = await versionTexts.get(keys.text(id, language));
			return row && { language, ...row };
		},
		async draft(document) {
			const row = await drafts.get(keys.draft(document));
			if (!row || row.revision <= 0) {
				return null;
			}
			const { publishedAs, ...draft } = row;
			const [n] = publishedAs ? await database.sortedSetScores(keys.versions(document), [publishedAs]) : [];
			return n ? null : draft;
		},
		async saveDraft(document, draft) {
			await database.delete(keys.draft(document));
			await drafts.set(keys.draft(document), draft);
		},
		async deleteDraft(document) {
			await database.delete(keys.draft(document));
		},
	};
}
