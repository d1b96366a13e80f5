import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import type { Member } from '../driver/member';

describe('groups of partners (clause 4.12)', () => {
	let forum: Forum;
	let owner: Member;
	before(async () => {
		forum = await openForum();
		owner = await forum.member();
		const id = `groups-${unique()}`;
		const saved = await forum.admin.terms.call('PUT', `/admin/partners/${id}`, {
			company: id, level: 'Bronze', owners: [owner.uid],
		});
		assert.equal(saved.status, 200, saved.text);
	});
	after(() => forum.close());

	const group = '/api/v3/groups/partners-bronze';
	async function until(isSo: () => Promise<boolean>): Promise<boolean> {
		for (let i = 0; i < 80 && !await isSo(); i += 1) {
			await new Promise(resolve => setTimeout(resolve, 100));
		}
		return isSo();
	}
	const isListed = async (name: string): Promise<boolean> =>
		(await forum.admin.send('GET', `/api/v3/groups/${name}/members`)).status === 200;

	it('carry category rights in the forum\'s own way, and a rename by hand does not last or cost a right', async () => {
		const cid = await forum.admin.category();
		await forum.admin.closeCategory(cid);
		const { response: { tid } } = await forum.admin.topic({ cid });
		const sees = async () => (await owner.get(`/api/topic/${String(tid)}`)).status === 200;
		assert.equal(await sees(), false);
		await forum.admin.send('PUT', `/api/v3/categories/${cid}/privileges/groups:topics:read`, { member: 'Partners Bronze' });
		assert.equal(await until(sees), true);
		const renamed = await forum.admin.send('PUT', group, { name: 'Friends in bronze' });
		assert.equal(renamed.status, 200, renamed.text);
		assert.equal(await until(async () => !await isListed('friends-in-bronze') && await isListed('partners-bronze')), true);
		assert.equal(await until(sees), true);
	});

	itOn('nodebb', 'the sandbox has no pages of groups', 'stay hidden however they are edited', async () => {
		const stranger = await forum.member();
		await forum.admin.send('PUT', group, { name: 'Partners Bronze', hidden: 0, private: 0, disableJoinRequests: 0 });
		const visible = async () => (await stranger.get('/api/groups/partners-bronze')).status === 200;
		assert.equal(await visible(), true);
		assert.equal(await until(async () => !await visible()), true);
	});
});
