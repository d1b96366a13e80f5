import { oncePerObject } from '../../kernel/host/once-per-object';
import { after, all, atOnce, now, type Soon } from '../../kernel/host/soon';
import type { Catalogue } from '../documents/catalogue';
import { isReached } from '../documents/rollout';
import { concerns } from '../documents/rules';
import type { TermsDocument, Version } from '../documents/version';

/** Who has to accept a document: by groups, categories, and rollout. The same answer is the same list. */
export interface Audience {
	/** The unarchived documents that bind a member at a place, by groups and category. */
	documentsFor(uid: number, cid: number | null): Soon<readonly TermsDocument[]>;
	/** The same for the whole forum; uid 0 stands for guests and new members. */
	documentsOf(uid: number): Soon<readonly TermsDocument[]>;
	/** A document without the versions that are not rolled out to this member yet. */
	reached(document: TermsDocument, uid: number): Soon<TermsDocument>;
	/** All documents, archived ones too, the same way. */
	reachedBy(uid: number): Soon<readonly TermsDocument[]>;
	/** Whether any document is limited to categories; if none is, nobody need look up where a post is. */
	hasPlaces(): Soon<boolean>;
	documentOf(id: string, uid: number): Soon<TermsDocument | undefined>;
}

type IsInGroups = (uid: number, groups: readonly string[]) => Soon<boolean>;

const isWhole = oncePerObject(({ versions }: TermsDocument) =>
	versions.every(({ rollout }) => rollout.percent >= 100 && rollout.pausedAt === 0));
/** Whether a document is the same for everybody, so that nobody has to be looked up. */
const isForEverybody = (document: TermsDocument) => document.groups.length === 0 && isWhole(document);

/** What is the same for everybody, and the shorter lists that were asked for: each is made once. */
const partsOf = oncePerObject((documents: readonly TermsDocument[]) => ({
	unarchived: documents.filter(({ archived }) => !archived),
	cids: new Set(documents.flatMap(({ cids }) => cids)),
	areWhole: documents.every(isWhole),
	areForEverybody: documents.every(isForEverybody),
	shorter: new Map<string, readonly TermsDocument[]>(),
}));

/** The same documents are the same list, so that what follows from them can be kept with it. */
function sameList(whole: readonly TermsDocument[], part: readonly TermsDocument[]): readonly TermsDocument[] {
	const key = part.map(({ id, versions }) => [id, ...versions.map(({ n }) => n)].join(' ')).join('\n');
	const { shorter } = partsOf(whole);
	const known = shorter.get(key) ?? part;
	shorter.set(key, known);
	return known;
}

/** The documents that apply at a place, before anybody's groups are asked. */
function inCategory(documents: readonly TermsDocument[], cid: number | null): readonly TermsDocument[] {
	const { unarchived, cids } = partsOf(documents);
	return cids.size === 0 ? unarchived : sameList(documents, documents.filter(document => concerns(document, cid)));
}

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
		const isFor = yield* now(all(documents.map(({ groups }) => groups.length === 0 || isIn(uid, groups))));
		const mine = documents.filter((_document, index) => isFor[index]);
		return sameList(documents, yield* now(all(mine.map(document => reached(document, uid)))));
	});
	const binding = (documents: readonly TermsDocument[], uid: number) =>
		(partsOf(documents).areForEverybody ? documents : bindingOf(documents, uid));

	return {
		reached,
		reachedBy: uid => after(catalogue.documents(), documents =>
			(partsOf(documents).areWhole ? documents : all(documents.map(document => reached(document, uid))))),
		documentOf: atOnce(function* (id, uid) {
			const found = (yield* now(catalogue.documents())).find(document => document.id === id);
			return found && (yield* now(reached(found, uid)));
		}),
		documentsFor: (uid, cid) => after(catalogue.documents(), documents => binding(inCategory(documents, cid), uid)),
		documentsOf: uid => after(catalogue.documents(), documents => binding(partsOf(documents).unarchived, uid)),
		hasPlaces: () => after(catalogue.documents(), documents => partsOf(documents).cids.size > 0),
	};
}
