import { uidOf } from '../../kernel/host/member';
import type { CallScopes } from '../../kernel/host/call-scope';
import type { Guard } from '../../kernel/slice/routes';

/** Who releases or rejects the queued post of the current call. */
export interface QueueDecider { guards: readonly Guard[]; uid(): number }

/**
 * HOST: src/posts/queue.js `submitFromQueue` and `removeFromQueue` are not told who asks, and `caller` of a hook is 0
 * with a bearer token; src/api/posts.js knows.
 */
export function queueDecider(callScope: CallScopes): QueueDecider {
	const deciding = callScope<number>('who decides about a queued post');
	return {
		uid: () => deciding.value() ?? 0,
		guards: (['api.posts.acceptQueuedPost', 'api.posts.removeQueuedPost'] as const).map(write => ({
			write,
			async examine({ actor }) {
				deciding.note(uidOf(actor));
				return null;
			},
		})),
	};
}
