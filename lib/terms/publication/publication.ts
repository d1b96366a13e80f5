import { isEqual } from 'lodash';
import type { Lease, Leases } from '../../kernel/host/lease';
import type { Clock } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { minutePhrase } from '../../kernel/refusals/message';
import { refuse } from '../../kernel/refusals/refusal';
import type { Catalogue } from '../documents/catalogue';
import { termsDifference, type TermsDifference } from '../text/difference';
import { textHash, versionHash } from '../text/hash';
import { isSameLanguage } from '../text/language';
import { clausesIn, normaliseText, renderTerms } from '../text/markdown';
import { everybody, type Rollout } from '../documents/rollout';
import { versionInForce } from '../documents/rules';
import type { TermsStore } from '../documents/store';
import { versionId, type TermsDocument, type Version, type VersionDraft } from '../documents/version';

/** Longest text per language, in characters; NodeBB's body limit is 1 MB for all languages together. */
export const longestText = 200_000;

/** A draft as an administrator sends it. */
export type DraftInput = Omit<VersionDraft, 'revision'> & { revision?: number | undefined };

/** draft -> difference -> publish (clause 2: the terms may change; every version stays readable). */
export interface Publication {
	draft(document: string): Promise<Outcome<VersionDraft>>;
	saveDraft(document: string, input: DraftInput): Promise<Outcome<{ revision: number }>>;
	discardDraft(document: string): Promise<Outcome<null>>;
	/** The difference between the draft and the version in force, in one language. */
	difference(document: string, language: string): Promise<Outcome<TermsDifference & { from: string | null }>>;
	/** `before` runs once nothing prevents publishing, before anything is written; not if it is refused. */
	publish(
		document: string, by: number, revision?: number, rollout?: Rollout, before?: () => Promise<void>,
	): Promise<Outcome<{ version: string }>>;
	/** Changes the rollout of the version in force. */
	rollOut(document: string, rollout: Rollout): Promise<Outcome<Rollout & { version: string }>>;
}

interface Parts {
	store: TermsStore;
	catalogue: Catalogue;
	leases: Leases;
	clock: Clock;
}

export function publication({ store, catalogue, leases, clock }: Parts): Publication {
	async function known(document: string): Promise<Outcome<TermsDocument>> {
		// Not from the cache: a publication on another node a moment ago counts.
		const found = (await store.documents()).find(({ id }) => id === document);
		return found ? done(found) : refused(refuse('document-unknown', [document]));
	}

	function checkInput(document: TermsDocument, input: DraftInput): Outcome<Record<string, string>> {
		const texts = Object.fromEntries(Object.entries(input.texts)
			.map(([language, text]) => [language, normaliseText(text)] as const)
			.filter(([, text]) => text !== ''));
		if (Object.keys(texts).length === 0) {
			return refused(refuse('draft-empty', [document.title], { field: 'text' }));
		}
		const tooLong = Object.entries(texts).find(([, text]) => text.length > longestText);
		if (tooLong) {
			return refused(refuse('text-too-long', [longestText / 1000], { field: `text.${tooLong[0]}` }));
		}
		if (input.effectiveAt !== null && input.effectiveAt < clock.now()) {
			const day = minutePhrase(input.effectiveAt);
			return refused(refuse('effective-in-past', [day], { field: 'effectiveAt' }));
		}
		return done(texts);
	}

	/** One change of a document at a time. */
	const onDocument = <T>(document: string, work: (lease: Lease) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		leases.withLease(`document:${document}`, work, () => refused(refuse('publication-busy')));

	function ready(document: TermsDocument, draft: VersionDraft, revision?: number): Outcome<null> {
		if (revision !== undefined && revision !== draft.revision) {
			return refused(refuse('draft-stale', [revision, draft.revision], { field: 'revision' }));
		}
		const latest = document.versions.at(-1);
		if (latest && draft.changelog.trim() === '') {
			return refused(refuse('changelog-missing', [document.title], { field: 'changelog' }));
		}
		if (draft.effectiveAt !== null && draft.effectiveAt < clock.now()) {
			const day = minutePhrase(draft.effectiveAt);
			return refused(refuse('effective-in-past', [day], { field: 'effectiveAt' }));
		}
		return done(null);
	}

	async function isUnchanged(document: TermsDocument, draft: VersionDraft): Promise<boolean> {
		const latest = document.versions.at(-1);
		if (!latest || latest.title !== draft.title) {
			return false;
		}
		const languages = Object.keys(latest.hashes);
		const texts = await Promise.all(languages.map(language => store.text(latest.id, language)));
		return isEqual(Object.fromEntries(texts.map(text => [text?.language, text?.markdown])), draft.texts);
	}

	async function write(
		document: TermsDocument, draft: VersionDraft, by: number, rollout: Rollout,
	): Promise<Version> {
		const n = await store.nextN(document.id);
		const id = versionId(document.id, n);
		const texts = Object.entries(draft.texts).map(([language, markdown]) => ({
			language, markdown, html: renderTerms(markdown).html, hash: textHash(id, language, markdown),
		}));
		const hashes = Object.fromEntries(texts.map(({ language, hash }) => [language, hash]));
		const publishedAt = clock.now();
		const version: Version = {
			id, document: document.id, n, title: draft.title,
			// The first version cannot be an editorial change.
			change: document.versions.length === 0 ? 'significant' : draft.change,
			notice: draft.notice, changelog: draft.changelog, publishedAt,
			effectiveAt: draft.effectiveAt ?? publishedAt, graceDays: draft.graceDays, notify: draft.notify,
			// The first version has no earlier one that members could stay on.
			rollout: document.versions.length === 0 ? everybody : rollout, publishedBy: by, hashes,
			hash: versionHash(hashes),
		};
		await store.addVersion(version, texts);
		return version;
	}

	return {
		async draft(document) {
			const found = await known(document);
			if (!found.ok) {
				return found;
			}
			const draft = await store.draft(document);
			return draft ? done(draft) : refused(refuse('draft-missing', [found.value.title]));
		},
		async saveDraft(document, input) {
			const found = await known(document);
			if (!found.ok) {
				return found;
			}
			const texts = checkInput(found.value, input);
			if (!texts.ok) {
				return texts;
			}
			return onDocument(document, async () => {
				const stored = await store.draft(document);
				if (input.revision !== undefined && input.revision !== (stored?.revision ?? 0)) {
					return refused(refuse('draft-stale', [input.revision, stored?.revision ?? 0], { field: 'revision' }));
				}
				const revision = await store.nextRevision(document);
				await store.saveDraft(document, { ...input, revision, texts: texts.value });
				return done({ revision });
			});
		},
		async discardDraft(document) {
			const found = await known(document);
			if (!found.ok) {
				return found;
			}
			return onDocument(document, async () => {
				await store.deleteDraft(document);
				return done(null);
			});
		},
		async difference(document, language) {
			const found = await known(document);
			if (!found.ok) {
				return found;
			}
			const draft = await store.draft(document);
			const [tag = language] = Object.keys(draft?.texts ?? {}).sort(one => (one === language ? -1 : 1));
			const text = draft?.texts[tag];
			if (text === undefined) {
				return refused(refuse('draft-missing', [found.value.title]));
			}
			const inForce = versionInForce(found.value.versions, clock.now());
			// Compared with a translation, every word would have changed; a language that is new has no text before.
			const same = Object.keys(inForce?.hashes ?? {}).find(one => isSameLanguage(one, tag));
			const before = inForce && same ? await store.text(inForce.id, same) : null;
			const compared = termsDifference(
				before ? clausesIn(before.markdown) : [], clausesIn(text));
			return done({ ...compared, from: inForce?.id ?? null });
		},
		async rollOut(document, rollout) {
			const found = await known(document);
			const version = found.ok ? versionInForce(found.value.versions, clock.now()) : null;
			if (!found.ok || !version) {
				return found.ok ? refused(refuse('document-unknown', [document])) : found;
			}
			await store.saveRollout(version.id, rollout);
			catalogue.forget();
			return done({ ...rollout, version: version.id });
		},
		async publish(document, by, revision, rollout = everybody, before = () => Promise.resolve()) {
			const found = await known(document);
			if (!found.ok) {
				return found;
			}
			return onDocument(document, async (lease) => {
				const [current, draft] = await Promise.all([known(document), store.draft(document)]);
				if (!draft || !current.ok) {
					return refused(refuse('draft-missing', [found.value.title]));
				}
				const checked = ready(current.value, draft, revision);
				if (!checked.ok) {
					return checked;
				}
				if (await isUnchanged(current.value, draft)) {
					return refused(refuse('draft-unchanged', [found.value.title]));
				}
				await before();
				lease.check();
				const version = await write(current.value, draft, by, rollout);
				await store.deleteDraft(document);
				catalogue.forget();
				return done({ version: version.id });
			});
		},
	};
}
