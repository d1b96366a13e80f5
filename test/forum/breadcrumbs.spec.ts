import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';

/** The breadcrumbs of a page: text, and where a link leads. */
function crumbsIn(html: string): { text: string; leads: string }[] {
	const [, list = ''] = /<ol class="breadcrumb[^>]*>([^]*?)<\/ol>/.exec(html) ?? [];
	return list.split('<li').slice(1).map(item => ({
		text: `<li${item}`.replace(/<[^>]*>/g, ' ').trim(), leads: /<a[^>]* href="([^"]*)"/.exec(item)?.[1] ?? '',
	}));
}

describe('the breadcrumbs of the plugin\'s pages', () => {
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	it('lead from the front page to the page itself', async () => {
		const crumbs = crumbsIn((await forum.guest().get('/forum-terms')).text);
		assert.deepEqual(crumbs.map(({ text }) => text), ['Home', 'Forum terms']);
		assert.equal(crumbs[1]?.leads, '');
	});

	it('lead from a version, and from a comparison, to all terms', async () => {
		const version = await forum.admin.inForce();
		for (const [path, last] of [
			[`/forum-terms/${version}`, /^version \d+ of /i], [`/forum-terms/${version}/diff/${version}`, /^What changed/],
		] as const) {
			const crumbs = crumbsIn((await forum.guest().get(path)).text);
			assert.equal(crumbs.length, 3, path);
			assert.match(crumbs[1]?.leads ?? '', /^(?:http:\/\/[^/]+)?\/forum-terms$/, path);
			assert.match(crumbs[2]?.text ?? '', last, path);
		}
	});
});
