import assert from 'node:assert/strict';
import { nothingKnown } from '../driver/checklist-ground';
import { openForum, unique, type Forum } from '../driver/forum';

const inEnglish = (text: string) => ({ 'en-GB': text });
const items = [
	{ key: 'manual', kind: 'confirm', required: false, empty: 'warn', prompt: inEnglish('I followed the manual') },
	{ key: 'guide', kind: 'link', required: false, lookup: 'guides', prompt: inEnglish('Link to the guide') },
	{ key: 'platform', kind: 'text', lookup: 'platforms', standings: { unsupported: 'warn' }, prompt: inEnglish('What does it run on?') },
	{ key: 'retested', kind: 'confirm', prompt: inEnglish('Removed and tested again'), shownWhen: { listed: 'unsupported' } },
	{ key: 'release', kind: 'version', behind: 'block', link: 'https://example.org/releases', prompt: inEnglish('Version and update') },
	{ key: 'terms', kind: 'confirm', lookup: 'terms', prompt: inEnglish('I understood the terms') },
];
const good = { manual: true, platform: 'Debian 12 on KVM', release: 'V20 Update 9', terms: true };
const platforms = [
	{ name: 'Docker', part: 'container', status: 'unsupported', asOf: '2026-09-01' }, { name: 'Debian 12', part: 'system', status: 'supported' },
];

interface ShownAnswer { key: string; text: string; standing: string; verdict: string }

describe('what support asks every day (clause 3)', () => {
	let forum: Forum;
	let cid: number;
	let alerts: number;
	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	before(async () => {
		forum = await openForum();
		[cid, alerts] = [await forum.admin.category(), await forum.admin.category()];
		for (const [path, body] of [
			['/admin/checklists/daily', { items }], ['/admin/checklists/daily-alarm', { kind: 'security', items }],
			['/admin/checklist-places', { topics: { [cid]: 'daily', [alerts]: 'daily-alarm' } }],
			['/admin/checklist-knowledge', {
				platforms, guideHosts: ['3cx.com'], graceDays: 0, releases: [{ version: 'V20 Update 9', since: Date.parse('2026-03-03') }],
			}],
		] as const) {
			const saved = await admin('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await admin('PUT', '/admin/checklist-knowledge', nothingKnown);
		await forum.close();
	});

	const post = async (answers: object, more: object = {}) =>
		(await forum.member()).topic({ cid, ...more, forumTerms: { checklist: { answers } } });
	async function shownOf(tid: unknown) {
		const field = String((await forum.admin.get(`/api/topic/${Number(tid)}`)).json.forumTermsChecklist);
		return (JSON.parse(field) as { answers: ShownAnswer[] }).answers;
	}

	it('asks for a second test without what is not supported; an unknown platform only warns', async () => {
		const refused = await post({ ...good, platform: 'Debian 12 in docker' });
		assert.equal(refused.status, 400, refused.text);
		assert.match(refused.message, /Removed and tested again/);
		const sent = await post({ ...good, platform: 'Debian 12 in docker', retested: true });
		assert.equal(sent.status, 200, sent.text);
		const [platform] = (await shownOf(sent.response.tid)).filter(({ key }) => key === 'platform');
		assert.deepEqual([platform?.standing, platform?.verdict], ['unsupported', 'warn']);
		const unknown = await post({ ...good, platform: 'Plan 9' });
		assert.deepEqual((await shownOf(unknown.response.tid)).find(({ key }) => key === 'platform')?.standing, 'unknown');
	});

	it('never stops a security report for it', async () => {
		assert.equal((await post({ platform: 'Docker' }, { cid: alerts })).status, 200);
	});

	it('tells the latest version, since when it is out, and where to get it', async () => {
		const { message } = await post({ ...good, release: 'V20 Update 8' });
		assert.match(message, /The latest version is V20 Update 9, released on 3 March 2026\. Please update first: https:\/\/example\.org\/releases/);
	});

	it('takes a guide on the forum’s list of hosts, and names them otherwise', async () => {
		assert.match((await post({ ...good, guide: 'https://3cx.com.example.org/docs' })).message, /https:\/\/ link to 3cx\.com/);
		assert.equal((await post({ ...good, guide: 'https://www.3cx.com/docs/phones' })).status, 200);
		const member = await forum.member();
		const { checklist } = (await member.terms.posting(`?cid=${cid}`)).response as
			{ checklist: { items: { key: string; hosts: string[] }[] } };
		assert.deepEqual(checklist.items.find(({ key }) => key === 'guide')?.hosts, ['3cx.com']);
	});

	it('keeps a manual that nobody followed on record, and lets the topic pass', async () => {
		const { manual: _manual, ...rest } = good;
		const sent = await post(rest);
		assert.equal(sent.status, 200, sent.text);
		const [manual] = await shownOf(sent.response.tid);
		assert.deepEqual([manual?.key, manual?.standing, manual?.verdict], ['manual', 'empty', 'warn']);
	});

	it('confirms the terms in the version of that day, with a link to them; an edit later keeps it', async () => {
		const version = await forum.admin.publish({ change: 'editorial', notice: 'silent' });
		const member = await forum.member();
		const { checklist } = (await member.terms.posting(`?cid=${cid}`)).response as
			{ checklist: { version: number; items: { key: string; terms: string; link: string }[] } };
		const item = checklist.items.find(({ key }) => key === 'terms');
		assert.ok(item?.terms.split(', ').includes(version), item?.terms);
		assert.match(item?.link ?? '', /^https?:\/\/.+\/forum-terms#clause-4$/);
		const { response } = await member.topic({ cid, title: `Confirmed ${unique()}`, forumTerms: { checklist: { answers: good } } });
		const said = async () => (await shownOf(response.tid)).find(({ key }) => key === 'terms')?.text;
		assert.equal(await said(), item?.terms);
		await forum.admin.publish({ change: 'editorial', notice: 'silent' });
		const changed = await member.terms.call('POST', `/topics/${Number(response.tid)}/checklist`, { answers: { platform: 'Debian 12' } });
		assert.equal(changed.status, 200, changed.text);
		assert.equal(await said(), item?.terms);
	});

	for (const [what, body, field] of [
		['a platform without a name', { platforms: [{ ...platforms[0], name: ' ' }] }, 'platforms.0.name'],
		['a part that is none', { platforms: [{ ...platforms[0], part: 'toaster' }] }, 'platforms.0.part'],
		['a day that is none', { platforms: [{ ...platforms[0], asOf: '2026-02-31x' }] }, 'platforms.0.asOf'],
		['an object for the list', { platforms: { Docker: 'unsupported' } }, 'platforms'],
		['a host with a path', { guideHosts: ['3cx.com/docs'] }, 'guideHosts.0'],
		['a host with U+0000', { guideHosts: ['3cx.com\0'] }, 'guideHosts.0'],
	] as const) {
		it(`refuses ${what} by its field`, async () => {
			const refused = await admin('PUT', '/admin/checklist-knowledge', body);
			assert.deepEqual([refused.status, refused.response.field], [400, field], refused.text);
		});
	}

	for (const [what, item, field] of [
		['an unknown list to look up', { lookup: 'prices' }, 'items.0.lookup'],
		['leaving out that blocks', { empty: 'block' }, 'items.0.empty'],
		['a condition on another list', { shownWhen: { listed: 'supported' } }, 'items.0.shownWhen.listed'],
		['an option that blocks when left out', { kind: 'multi-choice', options: [{ value: 'a', label: {}, unticked: { verdict: 'block' } }] },
			'items.0.options.0.unticked.verdict'],
	] as const) {
		it(`refuses ${what} by its field`, async () => {
			const refused = await admin('PUT', '/admin/checklists/bad', { items: [{ key: 'a', kind: 'text', prompt: {}, ...item }] });
			assert.deepEqual([refused.status, refused.response.field], [400, field], refused.text);
		});
	}
});
