import { writtenText } from '../../kernel/formats/text';
import { uidOf } from '../../kernel/host/member';
import type { CallScopes } from '../../kernel/host/call-scope';
import type { Guard } from '../../kernel/slice/routes';

/** Who releases or rejects a queued post, and what they tell its author. */
export interface QueueWord { by: number; reason: string }

/** That of the current call. */
export interface QueueDecider { guards: readonly Guard[]; word(): QueueWord }

const mostReason = 5000;

/**
 * HOST: src/posts/queue.js `submitFromQueue` and `removeFromQueue` are not told who asks, and `caller` of a hook is 0
 * with a bearer token; src/api/posts.js knows, and writes `message` to the author of a rejected post.
 */
export function queueDecider(callScope: CallScopes): QueueDecider {
	const deciding = callScope<QueueWord>('who decides about a queued post');
	return {
		word: () => deciding.value() ?? { by: 0, reason: '' },
		guards: (['api.posts.acceptQueuedPost', 'api.posts.removeQueuedPost'] as const).map(write => ({
			write,
			async examine({ actor, data }) {
				deciding.note({ by: uidOf(actor), reason: (writtenText(data.message) ?? '').trim().slice(0, mostReason) });
				return null;
			},
		})),
	};
}
