import type { DecisionSnapshot, DecisionSource } from '../../kernel/offers/decision-book';
import type { KeptPost, PostCare, Reports } from '../../kernel/host/post-care';

/** What is kept of posts when somebody decides about them, and who reported them. */
export interface PostEvidence {
	/**
	 * The texts as they stand, in order; of a purged post only that it was purged. `known`: the posts, if somebody has
	 * read them already; then it costs no read.
	 */
	snapshots(pids: readonly string[], known?: readonly (KeptPost | null)[]): Promise<DecisionSnapshot[]>;
	/** The first report about the posts, or the decider's own look; and everybody who reported one, for staff only. */
	reports(pids: readonly string[]): Promise<{ source: DecisionSource; reporters: readonly number[] }>;
}

export function postEvidence(host: {
	care: Pick<PostCare, 'read' | 'attachments'>; reports: Pick<Reports, 'about'>;
}): PostEvidence {
	return {
		async snapshots(pids, known) {
			const posts = known ?? await host.care.read(pids, []);
			const files = await host.care.attachments(posts.map(post => post?.content ?? ''));
			return pids.map((pid, index): DecisionSnapshot => {
				const { tid = 0, cid = 0, uid = 0, title = '', content = '', timestamp = 0, editedAt = 0 } = posts[index] ?? {};
				return {
					pid, tid, cid, uid, title, content, writtenAt: timestamp, editedAt, attachments: files[index] ?? [],
					isPurged: !posts[index],
				};
			});
		},
		async reports(pids) {
			const found = await host.reports.about(pids);
			return {
				source: found[0] ? { kind: 'report', id: found[0].id } : { kind: 'own-look', id: '' },
				reporters: [...new Set(found.flatMap(({ reporters }) => reporters))],
			};
		},
	};
}
