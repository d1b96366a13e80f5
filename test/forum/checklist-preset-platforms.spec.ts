import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nothingKnown } from '../driver/checklist-ground';
import { openForum, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

const preset = (name: string) => JSON.parse(readFileSync(
	join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', name), 'utf8')) as Record<string, object>;

interface AskedItem {
	key: string; prompt: string; unsupported: string[]; shownWhen: { item: string; values: string[] } | null;
}
interface ShownAnswer { key: string; text: string; standing: string; verdict: string }

/** Complete answers to the preset's full checklist, for a system that runs in the author's own cloud. */
const answers = {
	deployment: 'self-hosted', 'operating-system': 'debian-12', cloud: 'azure', container: 'none', 'extra-software': 'no',
	'no-unsupported-hardware': 'none', 'trunk-used': 'no', 'latest-version': 'V20 Update 9', 'ticket-prerequisites': ['network'],
	description: 'Called the queue, expected the agents to ring, but nobody heard anything.', since: 'today', affected: 'all',
	'no-confidential': true, 'terms-understood': true,
};

describe('what a system runs on, asked by the preset (CK-03)', () => {
	let forum: Forum;
	let member: Member;
	let cid: number;
	const admin = (path: string, body: object) => forum.admin.terms.call('PUT', path, body);
	before(async () => {
		forum = await openForum();
		[member, cid] = [await forum.member(), await forum.admin.category()];
		for (const [path, body] of [
			['/admin/checklists/preset-full', preset('checklists.json').full ?? {}],
			['/admin/checklist-knowledge', { platforms: preset('knowledge.json').platforms }],
			['/admin/checklist-places', { topics: { [cid]: 'preset-full' } }],
		] as const) {
			const saved = await admin(path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(async () => {
		await admin('/admin/checklist-places', { topics: {} });
		await admin('/admin/checklist-knowledge', nothingKnown);
		await forum.close();
	});

	async function asked(language: string): Promise<AskedItem[]> {
		const { response } = await member.terms.posting(`?cid=${cid}&lang=${language}`);
		return (response.checklist as { items: AskedItem[] }).items;
	}
	const post = async (more: object) =>
		(await forum.member()).topic({ cid, forumTerms: { checklist: { answers: { ...answers, ...more } } } });
	async function shownOf(tid: unknown, key: string) {
		const field = String((await forum.admin.get(`/api/topic/${Number(tid)}`)).json.forumTermsChecklist);
		return (JSON.parse(field) as { answers: ShownAnswer[] }).answers.find(answer => answer.key === key);
	}

	for (const [language, prompts, packages] of [
		['en-GB', [
			'Which operating system?', 'Which cloud?', 'Does it run in a virtual machine?', 'Does it run in a container?',
			'Does other software run on the same machine?',
		], 'Packages added to the 3CX image'],
		['de', [
			'Welches Betriebssystem?', 'Welche Cloud?', 'Läuft es in einer virtuellen Maschine?', 'Läuft es in einem Container?',
			'Läuft andere Software auf demselben Rechner?',
		], 'Zusätzliche Pakete auf dem 3CX-Image'],
	] as const) {
		it(`is asked in ${language}, part by part, with the options that are not supported by their label`, async () => {
			const parts = (await asked(language)).filter(({ shownWhen }) => shownWhen?.item === 'deployment' && shownWhen.values.length < 3);
			assert.deepEqual(parts.map(({ prompt }) => prompt), prompts);
			assert.deepEqual(parts.map(({ unsupported }) => unsupported), [[], [], [], ['Docker'], [packages]]);
		});
	}

	it('lets a supported system pass, and shows the standing of each part below the topic', async () => {
		const sent = await post({});
		assert.equal(sent.status, 200, sent.text);
		const standings = await Promise.all(['operating-system', 'cloud', 'container'].map(key => shownOf(sent.response.tid, key)));
		assert.deepEqual(standings.map(answer => answer?.standing), ['supported', 'supported', '']);
	});

	for (const [what, named] of [
		['an option', { container: 'docker' }], ['packages on the 3CX image', { 'extra-software': 'packages', 'extra-software-names': 'htop' }],
		['a name typed beside the options', { container: 'other', 'container-name': 'Docker Swarm' }],
		['a name typed where another part is asked', { 'operating-system': 'other', 'operating-system-name': 'Ubuntu in docker' }],
		['a name with a character that nobody sees', { container: 'other', 'container-name': 'Doc\u200bker' }],
	] as const) {
		it(`asks whether it was removed and tested again if ${what} is not supported`, async () => {
			const refused = await post(named);
			assert.equal(refused.status, 400, refused.text);
			assert.match(refused.message, /I removed what is not supported and tested again/);
			const sent = await post({ ...named, 'no-unsupported-software': true });
			assert.equal(sent.status, 200, sent.text);
			const kept = await shownOf(sent.response.tid, Object.keys(named).at(what === 'packages on the 3CX image' ? 0 : -1) ?? '');
			assert.deepEqual([kept?.standing, kept?.verdict], ['unsupported', 'warn']);
			assert.ok(await shownOf(sent.response.tid, 'no-unsupported-software'));
		});
	}

	it('is asked of the author later where the topic could pass without it, and closes the open item', async () => {
		const places = (recordOnly: number[]) =>
			admin('/admin/checklist-places', { topics: { [cid]: 'preset-full' }, recordOnly: { topics: recordOnly } });
		await places([cid]);
		const author = await forum.member();
		const sent = await author.topic({ cid, forumTerms: { checklist: { answers: { ...answers, container: 'docker' } } } });
		await places([]);
		assert.equal(sent.status, 200, sent.text);
		const form = async () => (await author.terms.posting(`?pid=${Number(sent.response.mainPid)}`)).response.checklist as
			{ items: AskedItem[] } | null;
		assert.deepEqual((await form())?.items.map(({ key, shownWhen }) => [key, shownWhen]), [['no-unsupported-software', null]]);
		const closed = await author.edit(Number(sent.response.mainPid), { forumTerms: { checklist: { answers: { 'no-unsupported-software': true } } } });
		assert.equal(closed.status, 200, closed.text);
		assert.equal(await form(), null);
	});

	it('only warns of what is not on the list', async () => {
		const sent = await post({ 'operating-system': 'other', 'operating-system-name': 'Plan 9' });
		assert.equal(sent.status, 200, sent.text);
		const kept = await shownOf(sent.response.tid, 'operating-system-name');
		assert.deepEqual([kept?.standing, kept?.verdict], ['unknown', 'warn']);
	});

	it('counts no answer that the deployment does not call for', async () => {
		const sent = await post({ deployment: 'hosted-by-3cx', container: 'docker' });
		assert.equal(sent.status, 200, sent.text);
		assert.equal(await shownOf(sent.response.tid, 'container'), undefined);
	});

	it('follows the list as administrators edit it', async () => {
		const platforms = [{ name: 'Windows 11', part: 'system', status: 'unsupported' }, { name: 'Docker', part: 'container', status: 'supported' }];
		assert.equal((await admin('/admin/checklist-knowledge', { platforms })).status, 200);
		assert.match((await post({ 'operating-system': 'windows-11' })).message, /tested again/);
		assert.equal((await post({ container: 'docker' })).status, 200);
		await admin('/admin/checklist-knowledge', { platforms: preset('knowledge.json').platforms });
	});

	for (const [what, parts] of [['a part that is none', ['toaster']], ['no part', []], ['a word', 'system']] as const) {
		it(`refuses an item about ${what} by its field`, async () => {
			const refused = await admin('/admin/checklists/bad-parts', { items: [{ key: 'a', kind: 'text', prompt: {}, lookup: 'platforms', parts }] });
			assert.equal(refused.status, 400, refused.text);
			assert.match(String(refused.response.field), /^items\.0\.parts/);
		});
	}
});
