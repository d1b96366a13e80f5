import { examiner } from '../kernel/edges';
import type { Log } from '../kernel/ports';
import type { Act } from '../kernel/review';
import type { Guard, GuardCall } from '../kernel/routes';
import type { Door } from './door';
import type { HostPost } from './draft';
import { oneRefusal } from './rules';

/**
 * Writes for which NodeBB offers no hook that could refuse them with a reason: its own functions are looked at first.
 * HOST: src/posts/queue.js `editQueuedContent`, src/topics/crossposts.js, src/api/topics.js `updateTags`.
 */
const guarded: readonly (Pick<Guard, 'method' | 'path' | 'write'> & { act: Act; does?: HostPost })[] = [
	{ method: 'put', path: '/api/v3/posts/queue/:id', write: 'api.posts.editQueuedPost', act: 'queue-edit' },
	{
		method: 'post', path: '/api/v3/topics/:tid/crossposts', write: 'controllers.write.topics.crosspost', act: 'crosspost',
	},
	{ method: 'put', path: '/api/v3/topics/:tid/tags', write: 'api.topics.updateTags', act: 'tags' },
	{ method: 'patch', path: '/api/v3/topics/:tid/tags', write: 'api.topics.addTags', act: 'tags' },
	// It takes all of them, whatever its body says.
	{
		method: 'delete', path: '/api/v3/topics/:tid/tags', write: 'api.topics.deleteTags', act: 'tags', does: { tags: [] },
	},
];

/** The guards of the one door; they fail closed like the posting hooks. */
export function postingGuards(door: Door, log: Log): Guard[] {
	return guarded.map(({ method, path, write, act, does }): Guard => ({
		method, path, write,
		examine: examiner<GuardCall>({
			slice: 'posting', event: act, onFailure: 'closed', log,
			uid: ({ actor }) => (actor.kind === 'member' ? actor.uid : undefined),
		}, async (call) => {
			if (call.actor.kind !== 'member') {
				// NodeBB turns guests and bad tokens away itself.
				return null;
			}
			const post: HostPost = { ...call.data, ...does, uid: call.actor.uid };
			const judged = await door.judgePost(act, post, 'api');
			return judged.ok ? oneRefusal(judged.value.reasons.filter(({ outcome }) => outcome !== 'hold')) : judged.refusal;
		}),
	}));
}
