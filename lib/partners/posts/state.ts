import type { KeptPost } from '../../kernel/host/post-care';
import type { PartnerDirectory } from '../accounts/directory';

/** `withdrawn` by its author or the company, `removed` by the forum. */
export const postStates = ['visible', 'withdrawn', 'removed'] as const;
export type PostState = typeof postStates[number];

/**
 * The state of an account's post. Post and topic can be deleted by different people: if the forum deleted one of them,
 * the company cannot restore it, so the state is `removed`.
 */
export async function postState(
	directory: Pick<PartnerDirectory, 'membership'>, id: string, { isDeleted, deleterUids, uid }: KeptPost,
): Promise<PostState> {
	if (!isDeleted) {
		return 'visible';
	}
	const areOwn = await Promise.all(deleterUids.map(async deleter =>
		deleter > 0 && (deleter === uid || (await directory.membership(deleter))?.partner === id)));
	return areOwn.every(Boolean) ? 'withdrawn' : 'removed';
}
