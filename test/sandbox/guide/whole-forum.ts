import type { Context } from '../host/context';
import { textOf } from '../host/text';
import type { Browser } from '../browser';
import { members, topics } from './whole-forum-topics';

const routes = '/api/v3/plugins/forum-terms';
const hour = 3_600_000;

/** The categories of the preset with their checklists, and lists for the checklists to know. */
async function build(admin: Browser): Promise<void> {
	const { response } = await admin.send('POST', `${routes}/admin/categories/plan`, {});
	await admin.send('POST', `${routes}/admin/categories/apply`, { plan: (response as { plan: string }).plan });
	await admin.send('PUT', `${routes}/admin/checklist-knowledge`, {
		releases: [{ version: 'V20 Update 9', since: Date.now() - (40 * 24 * hour) }],
		trunks: [
			{ provider: 'Nordlicht Telecom', country: 'DE', status: 'preferred' },
			{ provider: 'Alpine Voice', country: 'AT', status: 'supported' },
			{ provider: 'Generic SIP Trunk', country: '*', status: 'unsupported', note: 'Generic template' },
		],
	});
}

/** Topics and replies with some age, by people who have an account. */
async function fill(c: Context): Promise<void> {
	const rows = await c.categories.getCategoriesByPrivilege('categories:cid', 1, 'find');
	for (const { cid } of rows) {
		await c.categories.update({ [textOf(cid)]: { postQueue: 0 } });
	}
	for (const username of members) {
		const uid = await c.accounts.create({ username });
		await c.accounts.setUserField(uid, 'joindate', Date.now() - (400 * 24 * hour));
	}
	for (const { category, by, title, content, hoursAgo, replies } of topics) {
		const cid = rows.find(row => row.name === category)?.cid;
		const { topicData } = await c.topics.post({
			uid: await c.accounts.getUidByUsername(by), cid, title, content,
			timestamp: Date.now() - (hoursAgo * hour), fromQueue: true,
		});
		for (const reply of replies) {
			await c.topics.reply({
				uid: await c.accounts.getUidByUsername(reply.by), tid: topicData.tid, content: reply.content,
				timestamp: Date.now() - (reply.hoursAgo * hour), fromQueue: true,
			});
		}
	}
}

/** A forum as a vendor would run it, for `npm start`; everything of the plugin through its own API. */
export async function wholeForum(c: Context, admin: Browser): Promise<void> {
	await build(admin);
	// What is older than the checklists owes them nothing.
	const { places } = (await admin.send('GET', `${routes}/admin/checklists`)).response as { places: object };
	await admin.send('PUT', `${routes}/admin/checklist-places`, { topics: {}, replies: {} });
	await fill(c);
	await admin.send('PUT', `${routes}/admin/checklist-places`, places);
}
