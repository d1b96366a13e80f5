import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

const draft = (parts: object = {}) => ({
	text: { 'en-GB': `## 2. Acceptance\n\nEdition ${unique()}.` }, change: 'significant', notice: 're-accept',
	changelog: 'Clearer.', ...parts,
});

describe('bad input gets a sentence that names the field, and leaves nothing behind', () => {
	let forum: Forum;
	let member: Member;
	before(async () => {
		forum = await openForum();
		member = await forum.member({ accepted: false });
	});
	after(() => forum.close());

	for (const [what, body, field] of [
		['nothing', {}, 'text'],
		['a list', [], 'body'],
		['a text that is no text', draft({ text: { 'en-GB': 5 } }), 'text.en-GB'],
		['a language that is none', draft({ text: { '../etc': 'x' } }), 'text.../etc'],
		['an empty text', draft({ text: { 'en-GB': '  ' } }), 'text'],
		['no language at all', draft({ text: {} }), 'text'],
		['a kind of change that is none', draft({ change: 'tiny' }), 'change'],
		['a notice that is none', draft({ notice: 'loud' }), 'notice'],
		['an unknown key', draft({ chnagelog: 'x' }), 'chnagelog'],
		['a day that is past', draft({ effectiveAt: 1000 }), 'effectiveAt'],
		['a day that is none', draft({ effectiveAt: 'tomorrow' }), 'effectiveAt'],
		['a text of more than 200,000 characters', draft({ text: { 'en-GB': 'x'.repeat(200_001) } }), 'text.en-GB'],
		['a revision that is none', draft({ revision: 'last' }), 'revision'],
	] as const) {
		it(`a draft of ${what}`, async () => {
			const answer = await forum.admin.terms.saveDraft(body);
			assert.equal(answer.status, 400, answer.text.slice(0, 300));
			assert.equal(answer.response.field, field);
			// A slip of the keyboard breaks no clause.
			assert.doesNotMatch(answer.message, /clause/);
			assert.ok(answer.response.code !== 'body-invalid' || /^“[^”]+” /.test(answer.message), answer.message);
			assert.equal(answer.response.clause, answer.response.code === 'body-invalid' ? undefined : '2');
			assert.equal((await forum.admin.terms.draft()).status, 404);
		});
	}

	it('a body of more than a megabyte', async () => {
		const answer = await forum.admin.terms.saveDraft(draft({ text: { 'en-GB': 'x'.repeat(1_200_000) } }));
		assert.ok(answer.status === 413 || answer.status === 500, String(answer.status));
		assert.equal((await forum.admin.terms.draft()).status, 404);
	});

	it('a draft that somebody else saved meanwhile', async () => {
		const first = await forum.admin.terms.saveDraft(draft());
		await forum.admin.terms.saveDraft(draft());
		const stale = await forum.admin.terms.saveDraft(draft({ revision: first.response.revision }));
		assert.deepEqual([stale.status, stale.response.code], [409, 'draft-stale']);
		await forum.admin.terms.discardDraft();
	});

	it('two administrators who publish at once: one wins, the other is told', async () => {
		await forum.admin.terms.saveDraft(draft());
		const before = await forum.admin.inForce();
		const answers = await Promise.all([forum.admin.terms.publish(), forum.admin.terms.publish()]);
		assert.deepEqual(answers.map(({ status }) => status === 200).sort(), [false, true]);
		const loser = answers.find(({ status }) => status !== 200);
		assert.ok(['publication-busy', 'draft-missing'].includes(String(loser?.response.code)), loser?.text);
		assert.equal(Number((await forum.admin.inForce()).split('-')[1]), Number(before.split('-')[1]) + 1);
	});

	it('publishing the same text again, or without a reason', async () => {
		const text = { 'en-GB': `## 2. Acceptance\n\nEdition ${unique()}.` };
		await forum.admin.publish({ text });
		await forum.admin.terms.saveDraft(draft({ text }));
		assert.equal((await forum.admin.terms.publish()).response.code, 'draft-unchanged');
		await forum.admin.terms.saveDraft(draft({ changelog: '' }));
		const answer = await forum.admin.terms.publish();
		assert.deepEqual([answer.status, answer.response.field], [400, 'changelog']);
		await forum.admin.terms.discardDraft();
	});

	for (const [what, id, body, status, code] of [
		['an unknown version', 'forum-9999', { language: 'en-GB' }, 404, 'version-unknown'],
		['a version that is no version', '__proto__', { language: 'en-GB' }, 404, 'version-unknown'],
		['no language', '', {}, 400, 'body-invalid'],
		['a language the version does not have', '', { language: 'fr' }, 400, 'language-unknown'],
		['the hash of another text', '', { language: 'en-GB', hash: 'abc' }, 409, 'hash-mismatch'],
		['an unknown key', '', { language: 'en-GB', uid: 1 }, 400, 'body-invalid'],
	] as const) {
		it(`an acceptance of ${what}`, async () => {
			const answer = await member.terms.accept(id || await forum.admin.inForce(), body);
			assert.deepEqual([answer.status, answer.response.code], [status, code]);
			assert.equal((await member.terms.records()).filter(({ event }) => event === 'accepted').length, 0);
		});
	}

	it('an acceptance of a superseded version is told the one in force', async () => {
		const old = await forum.admin.inForce();
		const inForce = await forum.admin.publish();
		const answer = await member.terms.accept(old);
		assert.deepEqual([answer.status, answer.response.code, answer.response.termsVersion],
			[409, 'version-superseded', inForce]);
	});

	it('script, style and handlers in a text, a title and a changelog come out as text or not at all', async () => {
		const evil = '<script>window.pwned=1</script><img src=x onerror=window.pwned=1>';
		const version = await forum.admin.publish({
			title: `Terms ${evil}`, changelog: evil,
			text: { 'en-GB': `## 2. Acceptance ${evil}\n\n${evil} [x](javascript:alert(1)) ${unique()}` },
		});
		for (const path of ['/forum-terms', `/forum-terms/${version}`]) {
			const { text } = await forum.guest().get(path);
			const visible = text.replace(/<script id="ajaxify-data">[\s\S]*?<\/script>/, '');
			assert.doesNotMatch(visible, /<script>window\.pwned/);
			assert.doesNotMatch(visible, /<img src=x/);
			assert.doesNotMatch(visible, /href="javascript:/);
		}
		await forum.admin.publish({ title: 'Forum terms' });
	});

	it('language tokens in a text stay text', async () => {
		const version = await forum.admin.publish({
			title: 'Terms [[global:home]]', text: { 'en-GB': `## 2. Acceptance\n\nSee [[error:no-privileges]] ${unique()}` },
		});
		const { text } = await forum.guest().get(`/forum-terms/${version}`);
		assert.match(text, /\[\[error:no-privileges\]\]|&lsqb;&lsqb;error:no-privileges/);
		const cid = await forum.admin.category();
		const refused = await member.topic({ cid });
		assert.doesNotMatch(refused.message, /Home/);
		await forum.admin.publish({ title: 'Forum terms' });
	});

	it('says what it says in plain text, without entities, and nothing in it is HTML', async () => {
		const title = 'Terms & "Conditions" <b>of</b> O\'Neill, 100% $& C:\\ &#91;';
		const version = await forum.admin.publish({ title });
		const cid = await forum.admin.category();
		const said = title.replaceAll('<', '‹').replaceAll('>', '›');
		assert.ok((await member.topic({ cid })).message.includes(`${said} (version ${version.split('-')[1]} of `), (await member.topic({ cid })).message);
		const late = await member.terms.accept(`forum-${Number(version.split('-')[1]) - 1}`);
		assert.doesNotMatch(late.message, /&\w+;|&#/);
		const reader = await forum.member({ accepted: false });
		await reader.send('PUT', `/api/v3/users/${reader.uid}/settings`, { settings: { userLang: 'de' } });
		const german = await reader.topic({ cid, title: 'Guten Tag zusammen' });
		assert.ok(german.message.includes(said) && german.message.includes('Ziffer 2'), german.message);
		await forum.admin.publish({ title: 'Forum terms' });
	});

	it('U+0000 in any text of any address: PostgreSQL could not store it', async () => {
		const cid = await forum.admin.category();
		const api = (who: Member | Forum['admin'], method: string, path: string, body?: object) =>
			who.send(method, `/api/v3/plugins/forum-terms${path}`, body);
		const partner = { company: 'Ac\0me', level: '', owners: [member.uid] };
		const answers = [
			[await api(forum.admin, 'PUT', `/admin/partners/nul-${unique()}`, partner), 'company'],
			[await forum.admin.terms.saveDraft(draft({ text: { 'en-GB': '## 1. A\0b' } })), 'text.en-GB'],
			[await api(forum.admin, 'POST', '/admin/restrictions', { uid: member.uid, scope: 'chat', withoutCause: true, reason: 'x\0', notice: 'sent' }), 'reason'],
			[await member.terms.check({ act: 'topic', cid, title: 'A\0', content: 'x' }), 'title'],
			[await member.terms.check({ act: 'topic', cid, content: 'x', forumTerms: { checklist: { answers: { log: ['a\0'] } } } }),
				'forumTerms.checklist.answers.log.0'],
			[await api(member, 'POST', '/me/licences', { key: '\0' }), 'key'],
			[await api(forum.admin, 'GET', '/admin/licences?state=claimed%00'), 'state'],
			[await api(forum.admin, 'GET', '/partners/a%00b'), 'id'],
		] as const;
		for (const [answer, field] of answers) {
			assert.deepEqual([answer.status, answer.response.field], [400, field], answer.text);
			assert.match(answer.message, /U\+0000/);
		}
		const posted = await member.topic({ cid, forumTerms: { checklist: { answers: { log: 'a\0' } } } });
		assert.deepEqual([posted.status, /U\+0000/.test(posted.message)], [400, true], posted.text);
	});

	it('an owner who is named twice is one owner', async () => {
		const id = `twice-${unique()}`;
		const owner = await forum.member();
		const saved = await forum.admin.send('PUT', `/api/v3/plugins/forum-terms/admin/partners/${id}`, {
			company: 'Twice Ltd', level: '', owners: [owner.uid, owner.uid],
		});
		assert.equal(saved.status, 200, saved.text);
		const read = await forum.admin.send('GET', `/api/v3/plugins/forum-terms/admin/partners/${id}`);
		const people = read.response.people as { uid: number; role: string }[];
		assert.deepEqual(people.map(({ uid, role }) => [uid, role]), [[owner.uid, 'owner']]);
	});

	it('a check of something that is no draft', async () => {
		assert.equal((await member.terms.check({})).response.field, 'content');
		assert.equal((await member.terms.check({ content: 'x', act: 'shout' })).response.field, 'act');
		assert.equal((await member.terms.check({ content: 'x', tid: 99_999_999 })).status, 403);
	});

	it('a setting that is not possible is refused by name and not stored', async () => {
		const save = (settings: Record<string, string>) => forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: settings,
		});
		const answer = await save({ enforcement: 'sometimes' });
		assert.match(answer.error, /^Acceptance: .*off \/ record \/ block/);
		assert.equal((await save({ enforcement: 'block' })).error, '');
	});
});
