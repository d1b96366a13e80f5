import type { EvidenceStore } from './evidence/store';
import type { MemberMemories } from './asking/member-memory';
import type { Visits } from './effect/visits';

/** Removes the author from their records when their account is deleted. */
export async function forgetAuthor({ memories, visits, evidence }: {
	memories: Pick<MemberMemories, 'forget'>; visits: Pick<Visits, 'forget'>;
	evidence: Pick<EvidenceStore, 'forgetMember'>;
}, uid: number): Promise<void> {
	await Promise.all([memories.forget(uid), visits.forget(uid)]);
	await evidence.forgetMember(uid);
}
