import { oncePerObject, oncePerObjectUntil } from '../../kernel/host/once-per-object';
import {
	agreesByUse, bannerVersions, debtsOf, nextChange, undecided, versionInForce, type Debt, type Standing,
} from './rules';
import type { TermsDocument, Version } from './version';

/** What some documents ask of a member. */
export interface Position {
	/** What they owe; includes debts in their grace period. */
	debts: readonly Debt[];
	/** Versions that ask nobody, and that they have not agreed to by use yet. */
	agreed: readonly Version[];
	/** Versions that a banner tells them of. */
	banners: readonly Version[];
}

/** Every page and post asks, and seldom does anything change: kept with the standing, for the same documents. */
const positions = oncePerObject((standing: Standing) =>
	oncePerObjectUntil<readonly TermsDocument[], Position>((documents, now) => {
		const decisionOn = (document: string) => standing[document] ?? undecided;
		return {
			value: {
				debts: debtsOf(documents, decisionOn, now),
				agreed: documents.flatMap(document => agreesByUse(document, decisionOn(document.id), now) ?? []),
				banners: bannerVersions(documents, decisionOn, now),
			},
			until: nextChange(documents, decisionOn, now),
		};
	}));

export function positionOf(documents: readonly TermsDocument[], standing: Standing, now: number): Position {
	return positions(standing)(documents, now);
}

/** What is asked of a member before anything is published. */
export const nothingAsked: Position = { debts: [], agreed: [], banners: [] };

/** The versions in force, one per document that has one, in the documents' order. */
export const versionsInForce = oncePerObjectUntil((documents: readonly TermsDocument[], now) => ({
	value: documents.flatMap(({ versions }) => versionInForce(versions, now) ?? []),
	until: nextChange(documents, () => undecided, now),
}));
