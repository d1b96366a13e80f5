import { oncePerObject } from '../../kernel/host/once-per-object';
import { all, atOnce, now, type Soon } from '../../kernel/host/soon';
import type { Catalogue } from '../documents/catalogue';
import { isReached } from '../documents/rollout';
import { concerns } from '../documents/rules';
import type { TermsDocument, Version } from '../documents/version';

/** Who has to accept a document: by groups, categories, and rollout. */
export interface Audience {
	/** The unarchived documents that bind a member at a place, by groups and category. */
	documentsFor(uid: number, cid: number | null): Soon<readonly TermsDocument[]>;
	/** The same for the whole forum; uid 0 stands for guests and new members. */
	documentsOf(uid: number): Soon<readonly TermsDocument[]>;
	/** A document without the versions that are not rolled out to this member yet. */
	reached(document: TermsDocument, uid: number): Soon<TermsDocument>;
	documentOf(id: string, uid: number): Soon<TermsDocument | undefined>;
}

type IsInGroups = (uid: number, groups: readonly string[]) => Soon<boolean>;

const isWhole = oncePerObject(({ versions }: TermsDocument) =>
	versions.every(({ rollout }) => rollout.percent >= 100 && rollout.pausedAt === 0));
/** Whether a document is the same for everybody, so that nobody has to be looked up. */
const isForEverybody = (document: TermsDocument) => document.groups.length === 0 && isWhole(document);

export function audienceOf(catalogue: Pick<Catalogue, 'documents'>, isInGroups: IsInGroups): Audience {
	const isIn = (uid: number, groups: readonly string[]) => uid > 0 && groups.length > 0 && isInGroups(uid, groups);

	/** The groups are asked only if they would make a difference. */
	const isThere = (version: Version, uid: number) => isReached(version, uid, false) ||
		(isReached(version, uid, true) && isIn(uid, version.rollout.groups));

	const reached = atOnce(function* (document: TermsDocument, uid: number) {
		if (isWhole(document)) {
			return document;
		}
		const hasReached = yield* now(all(document.versions.map(version => isThere(version, uid))));
		return { ...document, versions: document.versions.filter((_version, index) => hasReached[index]) };
	});

	const bindingOf = atOnce(function* (documents: readonly TermsDocument[], uid: number) {
		if (documents.every(isForEverybody)) {
			return documents;
		}
		const isFor = yield* now(all(documents.map(({ groups }) => groups.length === 0 || isIn(uid, groups))));
		const mine = documents.filter((_document, index) => isFor[index]);
		return yield* now(all(mine.map(document => reached(document, uid))));
	});

	return {
		reached,
		documentOf: atOnce(function* (id, uid) {
			const found = (yield* now(catalogue.documents())).find(document => document.id === id);
			return found && (yield* now(reached(found, uid)));
		}),
		documentsFor: atOnce(function* (uid, cid) {
			const documents = yield* now(catalogue.documents());
			return yield* now(bindingOf(documents.filter(document => concerns(document, cid)), uid));
		}),
		documentsOf: atOnce(function* (uid) {
			const documents = yield* now(catalogue.documents());
			return yield* now(bindingOf(documents.filter(({ archived }) => !archived), uid));
		}),
	};
}
