import assert from 'node:assert/strict';
import { complete, field, makeChecklistGround, type ChecklistGround } from '../driver/checklist-ground';
import { unique } from '../driver/forum';
import type { Visitor } from '../driver/visitor';

interface Queued { answers: { key: string; text: string }[]; owed: { key: string; prompt: string }[] }

describe('the answers of what waits for staff (clause 3)', function queued() {
	this.timeout(60_000);
	let ground: ChecklistGround;
	before(async () => {
		ground = await makeChecklistGround();
	});
	after(() => ground.close());

	/** What NodeBB's page shows this reader of a post that waits; undefined where it shows no such post. */
	async function seenBy(who: Visitor, id: string): Promise<Queued | null | undefined> {
		// HOST: src/controllers/mods.js `postQueue` shows what waits page by page.
		for (let page = 1; ; page += 1) {
			const { json } = await who.get(`/api/post-queue?page=${page}`);
			const { posts = [], pagination } = json as {
				posts?: { id: string; forumTermsQueued?: Queued }[]; pagination?: { pageCount?: number };
			};
			const found = posts.find(post => post.id === id);
			if (found || page >= (pagination?.pageCount ?? 1)) {
				return found && (found.forumTermsQueued ?? null);
			}
		}
	}

	it('and what is open stand on the forum\'s page for its staff and for the author alone', async () => {
		const { forum, queueCid, free } = ground;
		const [author, elsewhere, everywhere, stranger] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member(),
		];
		await forum.admin.appoint(elsewhere, free);
		await forum.admin.appoint(everywhere, 'all');
		const made = await author.topic({
			cid: queueCid, title: `Waiting ${unique()}`, ...field({ version: ground.versions[1], answers: complete }),
		});
		assert.equal(made.response.queued, true, made.text);
		const id = String(made.response.id);
		const whole = { keys: ['done', 'version'], owed: [] as string[] };
		const shown = async (who: Visitor) => {
			const seen = await seenBy(who, id);
			return seen && { keys: seen.answers.map(({ key }) => key), owed: seen.owed.map(({ key }) => key) };
		};
		for (const [name, who] of Object.entries({ author, everywhere, admin: forum.admin })) {
			assert.deepEqual(await shown(who), whole, name);
		}
		for (const [name, who] of Object.entries({ elsewhere, stranger, guest: forum.guest() })) {
			assert.equal(await shown(who), undefined, name);
		}
		await ground.askMore(true);
		assert.deepEqual(await shown(everywhere), { ...whole, owed: ['trunk'] });
		assert.deepEqual((await seenBy(everywhere, id))?.answers.map(({ text }) => text), ['', 'V20 Update 9']);
		await ground.askMore(false);
	});
});
