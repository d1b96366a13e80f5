import assert from 'node:assert/strict';
import { nothingKnown } from '../driver/checklist-ground';
import { openForum, type Forum } from '../driver/forum';

const inBoth = (en: string, de: string) => ({ 'en-GB': en, de });
const guide = 'https://example.org/update';
const items = [
	{ key: 'pbx', kind: 'version', behind: 'block', link: guide, prompt: inBoth('Version', 'Version') },
	{ key: 'app', kind: 'version', behind: 'block', prompt: inBoth('App', 'App') },
	{ key: 'place', kind: 'choice', prompt: inBoth('Where?', 'Wo?'), options: [
		{ value: 'here', label: inBoth('Here', 'Hier') },
		{ value: 'moon', label: inBoth('Moon', 'Mond'), verdict: 'block', say: inBoth('Nobody phones there.', 'Da telefoniert niemand.') },
	] },
	{ key: 'read', kind: 'confirm', prompt: inBoth('I read it', 'Ich habe es gelesen') },
];
const answers = { pbx: 'V20 Update 8', app: 'the new one', place: 'moon' };

describe('what is wrong with a checklist (clause 3)', () => {
	let forum: Forum;
	let cid: number;
	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		assert.equal((await admin('PUT', '/admin/checklists/messages', { items, titleRule: 'telling' })).status, 200);
		await admin('PUT', '/admin/checklist-places', { topics: { [cid]: 'messages' } });
		await admin('PUT', '/admin/checklist-knowledge', {
			releases: [{ version: 'V20 Update 9', since: 0 }], graceDays: 0, vagueWords: ['help'],
		});
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await admin('PUT', '/admin/checklist-knowledge', nothingKnown);
		await forum.close();
	});

	it('is told in one round with the title, each with how to mend it', async () => {
		const member = await forum.member();
		const refused = await member.topic({ cid, title: 'Help', forumTerms: { checklist: { answers } } });
		assert.equal(refused.status, 400, refused.text);
		for (const sentence of [
			/Say in the title what does not work/, /answer this before you post: I read it/,
			/App.*Enter it like V20 Update 9 or 20\.0\.9\.995/, /Nobody phones there\./,
			/The latest version is V20 Update 9\. Please update first: https:\/\/example\.org\/update/,
		]) {
			assert.match(refused.message, sentence);
		}
		assert.doesNotMatch(refused.message, /\[\[|%\d/);
	});

	it('says the same item by item before anything is sent', async () => {
		const member = await forum.member();
		const { response } = await member.terms.call('POST', '/posting/check', {
			cid, title: 'Help', content: 'A text that is long enough.', forumTerms: { checklist: { answers } },
		});
		const reasons = response.reasons as { field: string; message: string }[];
		assert.deepEqual(reasons.map(({ field }) => field.split('.').at(-1)).sort(), ['app', 'pbx', 'place', 'read', 'title']);
	});
});
