import assert from 'node:assert/strict';
import { plainText } from '../../lib/kernel/formats/html';
import { restrict } from '../driver/access-ground';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, eventually } from '../driver/partner-ground';
import type { Answer, Visitor } from '../driver/visitor';

const done = (answer: Answer) => {
	assert.equal(answer.status, 200, answer.text);
	return answer.response;
};

/** What templates, translator and HTML would each read as something else. */
const nasty = `$& $1 $$ %1 100% [[global:home]], Inc., <b>"double"</b> 'single' \\, {x}`;

describe('a company\'s name comes out as it was typed', function typedNames() {
	this.timeout(60_000);
	let forum: Forum;
	let cid: number;
	let id: string;
	let company: string;
	let owner: Member;
	let staff: Member;
	let guest: Member;
	let asking: Member;

	/** What a reader sees of a page's own content; scripts, where the page's data are, are no text. */
	async function seen(who: Visitor, path: string): Promise<string> {
		const { status, text } = await who.get(path);
		assert.equal(status, 200, `${path}: ${text}`);
		const shown = text.replace(/<script[^]*?<\/script>/g, '');
		assert.doesNotMatch(shown, /<b>/, `${path} escapes what was typed`);
		return plainText(shown).replace(/\s+/g, ' ');
	}
	async function reads(who: Visitor, path: string, ...sentences: string[]) {
		const text = await seen(who, path);
		for (const sentence of sentences) {
			assert.ok(text.includes(sentence), `${path} says: ${sentence}\nbut: ${text}`);
		}
	}

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		[id, company] = [`co-${unique()}`, `${nasty} ${unique()}`];
		[owner, staff] = [await forum.member(), await forum.member()];
		[guest, asking] = [await forum.member(), await forum.member()];
		done(await ask(forum.admin, 'PUT', `/admin/partners/${id}`, {
			company, level: 'Gold', owners: [owner.uid], staff: [{ uid: staff.uid, role: 'support' }],
		}));
	});
	after(() => forum.close());

	it('where people join it', async () => {
		const join = '/forum-terms/partners/join';
		await reads(staff, join, `You speak for ${company} (support).`);
		await reads(guest, `${join}?partner=${id}`, `Ask to join ${company}`);
		await reads(guest, `${join}?company=${encodeURIComponent(`${nasty} nobody`)}`, `No company called ${nasty} nobody is registered here.`);
		done(await ask(owner, 'POST', `/partners/${id}/invitations`, { username: guest.username, role: 'sales' }));
		await reads(guest, join, `${owner.username} invites you to speak for ${company} (sales).`);
		done(await ask(asking, 'POST', `/partners/${id}/requests`, { role: 'sales', words: 'I work there.' }));
		await reads(asking, join, `The owners of ${company} have not answered your request yet.`);
		done(await ask(owner, 'PUT', `/partners/${id}/staff/${staff.uid}`, { role: 'owner' }));
		await reads(staff, join, `You have been asked to become an owner of ${company}.`, `for ${company}`);
	});

	/** What the browser's tab says. */
	const tabOf = ({ text }: Answer) => plainText(/<title>([^]*?)<\/title>/.exec(text)?.[1] ?? '');

	it('on its own pages, and in their titles', async () => {
		const page = await forum.admin.get(`/forum-terms/partners/${id}`);
		// The forum's own name may be a heading too.
		const headings = [...page.text.matchAll(/<h1[^>]*>([^]*?)<\/h1>/g)].map(([, heading = '']) => plainText(heading));
		assert.ok(headings.some(heading => heading.includes(company)), headings.join(' / '));
		assert.ok(tabOf(page).includes(company), tabOf(page));
	});

	it('in titles also if it is nothing but a token, and so does the title of a document', async () => {
		const [whole, document] = [`co-${unique()}`, `doc-${unique()}`];
		for (const name of ['[[global:home]]', ' [[x]', 'global:home', 'A & B']) {
			done(await ask(forum.admin, 'PUT', `/admin/partners/${whole}`, { company: name, level: 'Gold', owners: [asking.uid] }));
			const tab = tabOf(await forum.admin.get(`/forum-terms/partners/${whole}`));
			assert.ok(tab.includes(name.trim()), `${name}: ${tab}`);
		}
		const title = `${nasty} [[${document}`;
		const call = (method: string, path: string, body: object) => forum.admin.terms.call(method, `/admin/terms${path}`, body);
		done(await call('POST', '', { document, title, cids: [await forum.admin.category()] }));
		done(await call('PUT', `/${document}/draft`, {
			text: { 'en-GB': '## 1. Only here' }, change: 'significant', notice: 're-accept', changelog: 'First.',
		}));
		const version = String(done(await call('POST', `/${document}/publish`, {})).version);
		const tab = tabOf(await forum.admin.get(`/forum-terms/${version}`));
		assert.ok(tab.startsWith(`${title} (version 1 of`), tab);
		done(await call('PUT', `/${document}`, { archived: true }));
	});

	it('where staff decide, and in what they and its people are told', async () => {
		const reason = `Seen: ${nasty}.`;
		done(await ask(forum.admin, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason }));
		await reads(owner, '/forum-terms/partner', `The forum has suspended this account (clause 4.1): ${reason}`);
		done(await ask(owner, 'PUT', `/partners/${id}/suspension/answer`, { text: `No: ${nasty}` }));
		await reads(forum.admin, '/forum-terms/waiting', `Answer by ${company} to its suspension`);
		const again = await ask(forum.admin, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.2', reason: 'Twice.' });
		assert.ok(again.message.includes(company.replace(/</g, '‹').replace(/>/g, '›')), again.message);
		done(await ask(forum.admin, 'DELETE', `/admin/partners/${id}/suspension`, { reason }));
		const told = async () => {
			const { notifications } = (await owner.get('/api/notifications')).json as { notifications: { bodyShort: string }[] };
			return notifications.map(({ bodyShort }) => bodyShort);
		};
		assert.ok(await eventually(async () => (await told()).some(one => plainText(one).includes(company) || one.includes('mail.partner'))),
			JSON.stringify(await told()));
		const { response } = await owner.topic({ cid, content: newText() });
		const made = done(await restrict(forum.admin, {
			uid: owner.uid, scope: 'forum', evidence: [Number(response.mainPid)],
		}));
		await reads(forum.admin, `/forum-terms/restrictions?id=${String(made.id)}`,
			`Somebody who speaks for ${company} has lost access.`, `Refer ${company} to the partner team`);
	});
});
