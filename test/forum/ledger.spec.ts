import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { namedAs } from '../driver/terms-client';

describe('re-acceptance and ledger (clause 2)', () => {
	let forum: Forum;
	let tid: number;
	before(async () => {
		forum = await openForum();
		tid = Number((await forum.admin.topic({ cid: await forum.admin.category() })).response.tid);
	});
	after(() => forum.close());

	it('a significant change locks posting until it is accepted; the post then carries the new version', async () => {
		const member = await forum.member();
		assert.equal((await member.reply(tid)).status, 200);
		const version = await forum.admin.publish();
		const refused = await member.reply(tid);
		assert.equal(refused.status, 400);
		assert.match(refused.message, namedAs(version));
		await member.terms.accept(version);
		const pid = Number((await member.reply(tid)).response.pid);
		assert.equal((await member.post(pid)).forumTermsVersion, version);
	});

	it('an editorial change that asks to accept again contradicts itself and is refused at its field', async () => {
		const { status, response, message } = await forum.admin.terms.saveDraft({
			text: { 'en-GB': '## 2. Draft\n\nOne more.' }, change: 'editorial', notice: 're-accept', changelog: 'x',
		});
		assert.deepEqual([status, response.field], [400, 'notice'], message);
	});

	it('an editorial change locks nobody and is what posts carry from then on', async () => {
		const member = await forum.member();
		const version = await forum.admin.publish({ change: 'editorial', notice: 'silent' });
		const answer = await member.reply(tid);
		assert.equal(answer.status, 200, answer.message);
		assert.equal((await member.post(Number(answer.response.pid))).forumTermsVersion, version);
		assert.deepEqual(await member.terms.owed(), []);
	});

	it('a version that asks nobody is not called accepted by those who accepted the one before', async () => {
		const [member, number] = [await forum.member(), (version: string) => Number(version.split('-').at(-1))];
		const accepted = await forum.admin.publish();
		await member.terms.accept(accepted);
		const page = async () => (await member.get(`/user/${member.username}/forum-terms`)).text;
		const standing = async () => ((await member.terms.call('GET', '/me')).response.inForce as Record<string, unknown>[])
			.map(({ version, state, acceptedN }) => ({ version, state, acceptedN }));
		assert.match(await page(), />accepted</);
		const later = await forum.admin.publish({ change: 'editorial', notice: 'banner' });
		assert.deepEqual(await standing(), [{ version: later, state: 'accepted', acceptedN: number(accepted) }]);
		assert.ok((await page()).includes(`accepted as version ${number(accepted)}`));
	});

	it('a version of a later day can be read but not accepted, and asks nobody yet', async () => {
		const member = await forum.member();
		const inForce = await forum.admin.inForce();
		const upcoming = await forum.admin.publish({ effectiveAt: Date.now() + 3_600_000 });
		assert.equal(await forum.admin.inForce(), inForce);
		assert.equal((await member.reply(tid)).status, 200);
		assert.equal((await member.terms.version(upcoming)).response.state, 'upcoming');
		assert.equal((await member.terms.accept(upcoming)).response.code, 'version-upcoming');
		await forum.admin.publish();
	});

	it('hands the whole text to a client that asks what is owed, and records that it was shown', async () => {
		const member = await forum.member({ accepted: false });
		const [owed] = await member.terms.owed();
		assert.match(owed?.html ?? '', /id="clause-2"/);
		const [record] = await member.terms.records();
		assert.deepEqual([record?.event, record?.version, record?.hash], ['shown', owed?.version, owed?.hash]);
	});

	it('records version, language, hash of the text, way and server time', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		const before = Date.now();
		await member.terms.accept(version);
		const [record] = await member.terms.records();
		const text = await member.terms.version(version, '?language=en-GB');
		assert.deepEqual(
			[record?.event, record?.version, record?.language, record?.method, record?.hash],
			['accepted', version, 'en-GB', 'api', text.response.hash]);
		assert.ok((record?.at ?? 0) >= before - 5000 && (record?.at ?? 0) <= Date.now() + 5000);
	});

	it('writes one record for twenty equal requests at once, and answers all of them with it', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		await member.csrf();
		const answers = await Promise.all(Array.from({ length: 20 }, () => member.terms.accept(version)));
		assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
		const receipts = answers.map(({ response }) => (response.receipt as { record: number }).record);
		assert.equal(new Set(receipts).size, 1);
		assert.equal((await member.terms.records()).filter(({ event }) => event === 'accepted').length, 1);
	});

	it('gives a receipt that the forum confirms, and finds out when it was altered', async () => {
		const member = await forum.member({ accepted: false });
		const { receipt } = (await member.terms.accept(await forum.admin.inForce())).response as
			{ receipt: Record<string, unknown> };
		const verdict = async (changes: Record<string, unknown>) =>
			(await member.terms.checkReceipt({ ...receipt, ...changes })).response.verdict;
		assert.equal(await verdict({}), 'valid');
		assert.equal(await verdict({ uid: 1 }), 'altered');
		assert.equal(await verdict({ signature: String(receipt.signature).slice(0, 10) }), 'altered');
		assert.equal(await verdict({ key: 'somebody-else' }), 'unknown-key');
		assert.equal((await member.terms.checkReceipt({ forged: true })).status, 400);
	});

	it('lists who has and has not accepted, page by page', async () => {
		const [accepted, owing] = [await forum.member(), await forum.member({ accepted: false })];
		const all: { uid: number; state: string }[] = [];
		let cursor: number | null = 1;
		while (cursor !== null) {
			const page = (await forum.admin.terms.members(`?cursor=${cursor}`)).response as
				{ members: { uid: number; state: string }[]; cursor: number | null };
			all.push(...page.members);
			({ cursor } = page);
		}
		const stateOf = (uid: number) => all.find(member => member.uid === uid)?.state;
		assert.equal(stateOf(accepted.uid), 'accepted');
		assert.equal(stateOf(owing.uid), 'owed');
		const { members } = (await forum.admin.terms.members(`?state=owed&cursor=${owing.uid}`)).response as
			{ members: { uid: number }[] };
		assert.equal(members[0]?.uid, owing.uid);
	});

	it('keeps every version readable and says what changed', async () => {
		const first = await forum.admin.publish({ text: { 'en-GB': '## 2. Acceptance\n\nOld words.' } });
		const second = await forum.admin.publish({ text: { 'en-GB': '## 2. Acceptance\n\nNew words.' } });
		const guest = forum.guest();
		assert.match((await guest.get(`/forum-terms/${first}`)).text, /Old words/);
		const page = await guest.get(`/forum-terms/${first}/diff/${second}`);
		assert.match(page.text, /<del>Old<\/del>/);
		assert.match(page.text, /<ins>New<\/ins>/);
		const diff = await forum.admin.terms.diff(first, second);
		assert.deepEqual((diff.response.clauses as { state: string }[]).map(({ state }) => state), ['changed']);
	});
});
