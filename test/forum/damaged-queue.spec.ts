import assert from 'node:assert/strict';
import { unique, type Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

/** What is no post: half of one, nothing, a list, a number. */
const damages = ['{"content":"half', '', '[]', '7', 'null'];

describe('one damaged row in the post queue', function damagedQueue() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
	});
	const waitingTopic = async (member: Member): Promise<{ id: string; text: string }> => {
		const text = newText();
		const queued = await member.topic({ cid: ground.queueCid, title: `Waiting ${unique()}`, content: text });
		assert.equal(queued.response.queued, true, queued.text);
		return { id: String(queued.response.id), text };
	};
	const keyOf = (id: string) => `post:queue:${id}`;
	/** The database keeps it as it is; nobody of the forum has to clean up by hand when the spec is over. */
	async function damaged<T>(id: string, data: string, look: () => Promise<T>): Promise<T> {
		const before = await forum.host.hash(keyOf(id));
		await forum.host.hash(keyOf(id), { data });
		try {
			const found = await look();
			assert.equal((await forum.host.hash(keyOf(id))).data, data, 'it stands there as before');
			return found;
		} finally {
			await forum.host.hash(keyOf(id), { data: String(before.data) });
		}
	}
	const timesSaid = (id: string) => forum.log().split(`under ${keyOf(id)} `).length - 1;

	it('leaves the others in the list of an account, and is said once', async () => {
		const [owner, staff, other] = [await forum.member(), await forum.member(), await forum.member()];
		const id = `damaged-${unique()}`;
		await forum.admin.send('PUT', `/api/v3/plugins/forum-terms/admin/partners/${id}`, {
			company: 'Damaged Telecom', level: 'Gold', owners: [owner.uid],
			staff: [staff, other].map(({ uid }) => ({ uid, role: 'support' })),
		});
		const [broken, whole] = [await waitingTopic(staff), await waitingTopic(other)];
		for (const data of damages) {
			const texts = await damaged(broken.id, data, async () => {
				await ask(owner, 'GET', `/partners/${id}/waiting`);
				return rows(await ask(owner, 'GET', `/partners/${id}/waiting`), 'posts').map(({ content }) => content);
			});
			assert.deepEqual(texts, [whole.text], data);
		}
		assert.equal(timesSaid(broken.id), 1);
		const both = rows(await ask(owner, 'GET', `/partners/${id}/waiting`), 'posts').map(({ content }) => content);
		assert.deepEqual(both, [broken.text, whole.text]);
	});

	it('stays where it is when its author is restricted; what else waits is ended', async () => {
		for (const data of damages) {
			const [member, second] = [await forum.member(), await forum.member()];
			const [broken, whole] = [await waitingTopic(member), await waitingTopic(member)];
			const others = await waitingTopic(second);
			const held = async ({ uid }: Member) => (await forum.host.access('holdings', uid))?.queued.map(({ id }) => id);
			assert.deepEqual(await damaged(broken.id, data, () => held(member)), [whole.id], data);
			assert.deepEqual(await damaged(broken.id, data, () => held(second)), [others.id], data);
			assert.deepEqual((await held(member))?.sort(), [broken.id, whole.id].sort());
		}
	});
});
