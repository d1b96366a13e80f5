import assert from 'node:assert/strict';
import { blueprintGround, type BlueprintGround } from '../driver/blueprint-ground';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Visitor } from '../driver/visitor';

interface Entry { cid: number; name: string; description: string; rules: string; below: Entry[] }
interface Shown { hasCategoryClause: boolean; isPartOfList: boolean; categories: Entry[] }

describe('the terms show the categories as they are (clause 5)', () => {
	let forum: Forum;
	let ground: BlueprintGround;
	const text = (five: string) => ({
		text: { 'en-GB': `## 2. Acceptance\n\nEdition ${unique()}.\n\n## 4. Posting\n\n1. Be kind.${five}` },
		change: 'editorial', notice: 'silent',
	});

	before(async () => {
		forum = await openForum();
		ground = blueprintGround(forum);
		await ground.apply(
			ground.place('support', { description: { 'en-GB': 'Ask here.' }, rules: {
				'en-GB': 'One question per topic.', de: 'Eine Frage je Thema.',
			} }),
			ground.place('phones', { parent: `${ground.mark}-support` }),
			ground.place('lounge', { read: ['staff'], topics: ['staff'], replies: ['staff'] }),
			ground.place('below', { parent: `${ground.mark}-lounge` }),
		);
	});
	after(async () => {
		await forum.admin.publish(text(''));
		await ground.undo();
		await forum.close();
	});

	async function page(who: Visitor, query = ''): Promise<{ documents: Shown[]; categories: Entry[] }> {
		return (await who.get(`/api/forum-terms${query}`)).json as unknown as { documents: Shown[]; categories: Entry[] };
	}
	const mine = (list: readonly Entry[]): Entry[] => list.filter(({ name }) => name.startsWith(ground.mark));
	const named = (list: readonly Entry[]): unknown[] => mine(list).map(({ name, below }) =>
		[name.slice(ground.mark.length + 1), below.map(one => one.name.slice(ground.mark.length + 1))]);

	it('below their clause 5: names, what they are for and what may be written there, children within their parents', async () => {
		await forum.admin.publish(text('\n\n## 5. The categories\n\nListed below.'));
		const { documents, categories } = await page(forum.guest());
		assert.deepEqual(categories, [], 'once on a page');
		const holders = documents.filter(one => one.categories.length > 0);
		assert.equal(holders.length, 1);
		assert.equal(holders[0]?.isPartOfList, false);
		const [support] = mine(holders[0]?.categories ?? []);
		assert.deepEqual([support?.description, support?.rules], ['Ask here.', 'One question per topic.']);
		assert.equal(support?.cid, await ground.cidOf('support'));
		const german = await page(forum.guest(), '?lang=de');
		assert.equal(mine(german.documents.flatMap(one => one.categories))[0]?.rules, 'Eine Frage je Thema.');
	});

	it('as far as the reader may read them; what lies below a hidden one moves up', async () => {
		const seen = async (who: Visitor) => named((await page(who)).documents.flatMap(one => one.categories));
		assert.deepEqual(await seen(forum.guest()), [['support', ['phones']], ['below', []]]);
		assert.deepEqual(await seen(await forum.member()), [['support', ['phones']], ['below', []]]);
		assert.deepEqual(await seen(forum.admin), [['support', ['phones']], ['lounge', ['below']]]);
	});

	it('never twice: what the text names itself is left out of the list', async () => {
		await forum.admin.publish(text(`\n\n## 5. The categories\n\n- **${ground.mark} support**: for questions`));
		const { documents } = await page(forum.guest());
		const holder = documents.find(one => one.categories.length > 0);
		assert.equal(holder?.isPartOfList, true);
		assert.deepEqual(named(holder.categories), [['phones', []], ['below', []]]);
	});

	it('at the end of the page where no text has such a clause', async () => {
		await forum.admin.publish(text(''));
		const { documents, categories } = await page(forum.guest());
		assert.ok(documents.every(one => one.categories.length === 0));
		assert.deepEqual(named(categories), [['support', ['phones']], ['below', []]]);
	});

	it('at once after one got another name, and without one that was switched off', async () => {
		const cid = await ground.cidOf('phones');
		await forum.admin.send('PUT', `/api/v3/categories/${cid}`, { name: `${ground.mark} handsets` });
		assert.deepEqual(named((await page(forum.guest())).categories)[0], ['support', ['handsets']]);
		await forum.admin.send('PUT', `/api/v3/categories/${cid}`, { disabled: 1 });
		assert.deepEqual(named((await page(forum.guest())).categories)[0], ['support', []]);
	});

	it('in HTML with links and without a second heading', async () => {
		const { text: html } = await forum.guest().get('/forum-terms');
		assert.ok(html.includes(`/category/${await ground.cidOf('support')}"`));
		assert.equal(html.split('id="forum-terms-categories"').length, 2);
	});
});
