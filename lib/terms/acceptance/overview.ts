import type { Clock } from '../../kernel/host/ports';
import type { Acceptance } from './acceptance';
import type { Audience } from './audience';
import { acceptanceState, undecided, versionInForce, type AcceptanceState, type Standing } from '../documents/rules';

/** One document in force, and a reader's standing on it. */
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
	/** When they decided, milliseconds since 1970; 0: never. */
	at: number;
	/** Number of the version they accepted last, which still counts for later ones that ask nobody; 0: none. */
	acceptedN: number;
}

const guestStanding: Standing = {};

/** Every document in force with the reader's standing; uid 0 is a guest. */
export type Overview = (uid: number) => Promise<DocumentOverview[]>;

/** `owed` comes from `acceptance.debts`, so that all pages agree. */
export function overviewOf(
	audience: Pick<Audience, 'documentsOf'>, acceptance: Pick<Acceptance, 'debts' | 'standing'>, clock: Clock,
): Overview {
	return async (uid) => {
		const debts = uid > 0 ? await acceptance.debts(uid) : [];
		const [documents, standing] = await Promise.all([
			audience.documentsOf(uid), uid > 0 ? acceptance.standing(uid) : guestStanding,
		]);
		return documents.flatMap((document) => {
			const version = versionInForce(document.versions, clock.now());
			if (!version) {
				return [];
			}
			const decision = standing[document.id] ?? undecided;
			const state = uid > 0 ? acceptanceState(document, decision, clock.now()) : 'none';
			return [{
				document: document.id, title: version.title, version: version.id, hash: version.hash,
				languages: Object.keys(version.hashes), effectiveAt: version.effectiveAt,
				// A document of certain categories is owed there only.
				owed: debts.some(debt => debt.version.id === version.id), state,
				at: state === 'declined' ? decision.declinedAt : decision.acceptedAt, acceptedN: decision.acceptedN,
			}];
		});
	};
}
