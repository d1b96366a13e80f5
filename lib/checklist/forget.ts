import type { EvidenceStore } from './evidence/store';
import type { MemberMemories } from './asking/member-memory';
import type { Visits } from './effect/visits';

/** Takes a person whose account ends out of their records. */
export async function forgetAuthor({ memories, visits, evidence }: {
	memories: Pick<MemberMemories, 'forget'>; visits: Pick<Visits, 'forget'>;
	evidence: Pick<EvidenceStore, 'forgetMember'>;
}, uid: number): Promise<void> {
	await Promise.all([memories.forget(uid), visits.forget(uid)]);
	await evidence.forgetMember(uid);
}
