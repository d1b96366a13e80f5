import type { Catalogue } from '../documents/catalogue';
import { isReached } from '../documents/rollout';
import { concerns } from '../documents/rules';
import type { TermsDocument } from '../documents/version';

/** Who has to accept a document: by groups, categories, and rollout. */
export interface Audience {
	/** The unarchived documents that bind a member at a place, by groups and category. */
	documentsFor(uid: number, cid: number | null): Promise<TermsDocument[]>;
	/** The same for the whole forum; uid 0 stands for guests and new members. */
	documentsOf(uid: number): Promise<TermsDocument[]>;
	/** A document without the versions that are not rolled out to this member yet. */
	reached(document: TermsDocument, uid: number): Promise<TermsDocument>;
	documentOf(id: string, uid: number): Promise<TermsDocument | undefined>;
}

type IsInGroups = (uid: number, groups: readonly string[]) => Promise<boolean>;

export function audienceOf(catalogue: Catalogue, isInGroups: IsInGroups): Audience {
	const isIn = async (uid: number, groups: readonly string[]) => uid > 0 && groups.length > 0 &&
		isInGroups(uid, groups);

	async function reached(document: TermsDocument, uid: number): Promise<TermsDocument> {
		if (document.versions.every(({ rollout }) => rollout.percent >= 100 && rollout.pausedAt === 0)) {
			return document;
		}
		const isThere = await Promise.all(document.versions.map(async version =>
			isReached(version, uid, await isIn(uid, version.rollout.groups))));
		return { ...document, versions: document.versions.filter((_version, index) => isThere[index]) };
	}

	async function bindingOf(documents: readonly TermsDocument[], uid: number): Promise<TermsDocument[]> {
		const isFor = await Promise.all(documents.map(async ({ groups }) => groups.length === 0 || isIn(uid, groups)));
		const mine = documents.filter((_document, index) => isFor[index]);
		return Promise.all(mine.map(document => reached(document, uid)));
	}

	return {
		reached,
		async documentOf(id, uid) {
			const found = (await catalogue.documents()).find(document => document.id === id);
			return found && reached(found, uid);
		},
		documentsFor: async (uid, cid) =>
			bindingOf((await catalogue.documents()).filter(document => concerns(document, cid)), uid),
		documentsOf: async uid => bindingOf((await catalogue.documents()).filter(({ archived }) => !archived), uid),
	};
}
