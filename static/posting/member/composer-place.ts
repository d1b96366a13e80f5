/** What a composer knows about the place of its text. */
export interface PostData { cid?: unknown; tid?: unknown; pid?: unknown }

/** The place of a composer's text: a post, topic or category; empty until one is chosen. */
export function placeOf(post: PostData): Record<string, string> {
	for (const key of ['pid', 'tid', 'cid'] as const) {
		const id = post[key];
		if ((typeof id === 'number' || typeof id === 'string') && String(id) !== '0' && id !== '') {
			return { [key]: String(id) };
		}
	}
	return {};
}
