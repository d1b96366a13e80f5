import type { DecisionSnapshot } from '../../kernel/offers/decision-book';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { PostCare } from '../../kernel/host/post-care';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import { refuse } from '../../kernel/refusals/refusal';

/** What a decision keeps of the posts in question, taken when it is made. */
export interface Kept {
	texts(): Promise<DecisionSnapshot[]>;
	/** How they came up, and who had reported one by then: reports go when a post is purged. */
	reports: PostEvidence['reports'] extends (pids: readonly string[]) => infer R ? () => R : never;
}

/** The posts in question, read once for the check and for the record. */
export type EvidenceLookup = (
	about: { uid: number; evidence: readonly string[] }, by: number) => Promise<Outcome<Kept>>;

/** A post that the person may not read counts as missing; the texts are taken when the decision is made. */
export function evidenceLookup(
	care: Pick<PostCare, 'read' | 'readable'>, texts: Pick<PostEvidence, 'snapshots' | 'reports'>,
): EvidenceLookup {
	return async ({ uid, evidence }, by) => {
		const posts = await care.read(evidence, []);
		const readable = await care.readable(evidence.filter((_pid, index) => posts[index] !== null), by);
		const foreign = evidence.find((pid, index) => posts[index]?.uid !== uid || !readable.includes(pid));
		return foreign === undefined ?
			done({ texts: () => texts.snapshots(evidence, posts), reports: () => texts.reports(evidence) }) :
			refused(refuse('restriction-evidence', [foreign], { field: 'evidence' }));
	};
}
