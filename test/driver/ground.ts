import { openForum, unique, type Forum } from './forum';

/** Places to write in: one open, one with the post queue on, a second open one, and a topic in the first. */
export interface Ground { cid: number; queueCid: number; otherCid: number; tid: number }

export async function makeGround(forum: Forum): Promise<Ground> {
	const { admin } = forum;
	const [cid, queueCid, otherCid] = [
		await admin.category(), await admin.category({ postQueue: 1 }), await admin.category(),
	];
	// NodeBB only looks at a category's queue when the forum has one; people of some standing are past it.
	await admin.setConfig('postQueue', 1);
	await admin.send('PUT', `/api/v3/categories/${cid}`, { postQueue: 0 });
	await admin.send('PUT', `/api/v3/categories/${otherCid}`, { postQueue: 0 });
	const made = await admin.topic({ cid });
	return { cid, queueCid, otherCid, tid: Number(made.response.tid) };
}

/** A text that can be found again. */
export const newText = () => `A text that nobody wrote before, ${unique()}.`;

export async function isInTopic(forum: Forum, tid: number, text: string): Promise<boolean> {
	return (await forum.admin.posts(tid)).some(({ content }) => content.includes(text));
}

export async function isInCategory(forum: Forum, cid: number, title: string): Promise<boolean> {
	const { topics = [] } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics?: { title: string }[] };
	return topics.some(topic => topic.title === title);
}

export async function isQueued(forum: Forum, text: string): Promise<boolean> {
	// HOST: src/controllers/mods.js `postQueue` shows what waits page by page.
	for (let page = 1; ; page += 1) {
		const { text: shown, json } = await forum.admin.get(`/api/post-queue?page=${page}`);
		const { pageCount = 1 } = (json.pagination ?? {}) as { pageCount?: number };
		if (shown.includes(text) || page >= pageCount) {
			return shown.includes(text);
		}
	}
}

/** Opens a forum with its places before the specs of the block it stands in, and closes it after them. */
export function onGround(use: (forum: Forum, ground: Ground) => void | Promise<void>): void {
	let opened: Forum | undefined;
	before(async () => {
		opened = await openForum();
		await use(opened, await makeGround(opened));
	});
	after(() => opened?.close());
}
