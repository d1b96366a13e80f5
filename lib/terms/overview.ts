import type { Clock } from '../kernel/ports';
import type { Acceptance } from './acceptance';
import type { Catalogue } from './catalogue';
import type { Standing } from './ledger';
import { acceptanceState, concerns, undecided, versionInForce, type AcceptanceState } from './rules';
import type { TermsDocument } from './version';

/** One document in force and where a reader stands on it. */
export interface DocumentOverview {
	document: string;
	title: string;
	version: string;
	hash: string;
	languages: string[];
	effectiveAt: number;
	owed: boolean;
	/** `none` for a guest. */
	state: AcceptanceState | 'none';
	/** When he decided, milliseconds since 1970; 0 when he did not. */
	at: number;
}

const guestStanding: Standing = {};

/** Every document in force with the reader's own standing; uid 0 is a guest. */
export type Overview = (uid: number) => Promise<DocumentOverview[]>;

export function overviewOf(
	catalogue: Catalogue, acceptance: Acceptance, clock: Clock,
	isInGroups: (uid: number, groups: readonly string[]) => Promise<boolean>,
): Overview {
	async function isFor({ archived, groups }: TermsDocument, uid: number): Promise<boolean> {
		return !archived && (groups.length === 0 || (uid > 0 && await isInGroups(uid, groups)));
	}

	return async (uid) => {
		const [documents, standing] = await Promise.all([
			catalogue.documents(), uid > 0 ? acceptance.standing(uid) : guestStanding,
		]);
		const isShown = await Promise.all(documents.map(document => isFor(document, uid)));
		return documents.filter((_document, index) => isShown[index]).flatMap((document) => {
			const version = versionInForce(document.versions, clock.now());
			if (!version) {
				return [];
			}
			const decision = standing[document.id] ?? undecided;
			const state = uid > 0 ? acceptanceState(document, decision, clock.now()) : 'none';
			return [{
				document: document.id, title: version.title, version: version.id, hash: version.hash,
				languages: Object.keys(version.hashes), effectiveAt: version.effectiveAt,
				// A document of some categories is owed there, not here.
				owed: (state === 'owed' || state === 'declined') && concerns(document, null), state,
				at: state === 'declined' ? decision.declinedAt : decision.acceptedAt,
			}];
		});
	};
}
