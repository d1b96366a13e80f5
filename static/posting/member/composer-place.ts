/** What a composer knows of the text in it, as far as the terms ask. */
export interface PostData { cid?: unknown; tid?: unknown; pid?: unknown }

/** Where the text in a composer will be: a post, a topic or a category; nowhere as long as none is chosen. */
export function placeOf(post: PostData): Record<string, string> {
	for (const key of ['pid', 'tid', 'cid'] as const) {
		const id = post[key];
		if ((typeof id === 'number' || typeof id === 'string') && String(id) !== '0' && id !== '') {
			return { [key]: String(id) };
		}
	}
	return {};
}
