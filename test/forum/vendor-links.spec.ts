import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';

const portal = 'https://portal.example.org/login?next=%2F&a=1';
const off = { vendorBanner: '', vendorLink: '', portalHint: '' };

describe('what stands around the terms for the vendor (R0.1, R7.1, R7.2)', () => {
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(async () => {
		await save(off);
		await forum.close();
	});

	const save = async (values: Record<string, unknown>) => (await forum.socket(forum.admin, 'admin.settings.set', {
		hash: 'forum-terms', values, quiet: true,
	})).error;
	const shown = async () => {
		const { forumTerms } = (await forum.guest().get('/api/config')).json as { forumTerms: Record<string, unknown> };
		return [forumTerms.vendorBanner, forumTerms.vendorLink, forumTerms.portalHint];
	};
	const form = async (query = '') => (await forum.guest().get(`/register${query}`)).text;
	const hint = (text: string) => /<div[^>]*forum-terms-portal[\s\S]*?<\/a>/.exec(text)?.[0] ?? '';

	it('is off until somebody sets it', async () => {
		assert.deepEqual(await shown(), ['', '', undefined]);
		assert.equal(hint(await form()), '');
	});

	it('is shown once it is set: banner and line by the page, the hint beside the registration form', async () => {
		assert.equal(await save({
			vendorBanner: 'V20 is out https://example.org/v20', vendorLink: 'https://example.org/free', portalHint: portal,
		}), '');
		assert.deepEqual(await shown(), ['V20 is out https://example.org/v20', 'https://example.org/free', undefined]);
		const said = hint(await form());
		assert.match(said, /Already registered with 3CX\?.*Customer Portal/);
		assert.match(said, /href="https:\/\/portal\.example\.org\/login\?next=%2F&(?:amp;|#38;)a=1"/);
		assert.match(said, />portal\.example\.org<\/a>/);
		assert.match(hint(await form('?lang=de')), /Schon bei 3CX registriert\?/);
	});

	it('stands there once per language, and with line ends of any kind', async () => {
		const banner = 'V20 is out https://example.org/v20\r\n\r\nde: V20 ist da https://example.org/de/v20\npt-BR: https://example.org/pt';
		assert.equal(await save({ vendorBanner: banner }), '');
		assert.deepEqual((await shown())[0], banner);
	});

	it('never says whether an account exists: the form and its answers are the same for a name or address that is known', async () => {
		const member = await forum.member();
		const address = `known-${unique()}@example.org`;
		await forum.confirmEmail(member, address);
		const pages = await Promise.all(['', `?username=${member.username}&email=${address}`, '?username=nobody&email=nobody@example.org']
			.map(async query => hint(await form(query))));
		assert.equal(new Set(pages).size, 1);
		for (const username of [member.username, `new-${unique()}`]) {
			const answer = await forum.guest().send('POST', '/register', {
				username, password: 'Spec-pass-9271!', 'password-confirm': 'Spec-pass-9271!', email: address,
			});
			assert.doesNotMatch(answer.text, /portal\.example\.org|Customer Portal/);
		}
	});

	it('is refused with its name where it is no sentence with a link, and nothing changes', async () => {
		const before = await shown();
		const wrong = [
			'V20 is out', 'javascript:alert(1)', 'http://example.org', 'see https://', 'https://user:secret@example.org/',
			'https://localhost', 'seehttps://example.org/', 'one\nhttps://example.org/', 'https://example.org/"><script>',
			`${'x'.repeat(400)} https://example.org/`, 'de: V20 ist da', 'One https://example.org/\nTwo https://example.org/',
			'de: Eins https://example.org/\nDE: Zwei https://example.org/', 'https://example.org/\nde: javascript:alert(1)', ['https://example.org/'], { href: 'https://example.org/' }, 5, true,
		];
		for (const value of wrong) {
			assert.match(await save({ vendorBanner: value }), /Banner about a new version/, JSON.stringify(value).slice(0, 60));
			assert.match(await save({ vendorLink: value }), /Line about the free edition/);
			assert.match(await save({ portalHint: value }), /Link to the vendor’s portal/);
		}
		assert.match(await save({ portalHint: 'Our portal https://portal.example.org/' }), /Link to the vendor’s portal/);
		assert.deepEqual(await shown(), before);
		assert.equal(await save(off), '');
		assert.equal(hint(await form()), '');
	});
});
