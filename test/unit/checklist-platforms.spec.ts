import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import type { Answers } from '../../lib/checklist/asking/answers';
import { reasonsFor } from '../../lib/checklist/asking/reasons';
import { judgementsOf } from '../../lib/checklist/asking/rules';
import { evidenceAnswers } from '../../lib/checklist/evidence/evidence';
import { profileSchema } from '../../lib/checklist/profiles/item';
import { knowledgeChangeSchema } from '../../lib/checklist/profiles/knowledge';
import { platformsIn, rowsFor, worstStatus, type PlatformRow } from '../../lib/checklist/profiles/platform-list';
import { checklistInMemory, items, known } from '../builders/checklist';

// It is written for browsers: the package's own modules are of another kind.
const sourceOf = (name: string) => readFileSync(join(__dirname, '..', '..', 'static', `${name}.js`), 'utf8')
	.replace(/^\/\/# sourceMappingURL=.*$/m, '');
interface Known { suggestions: string[]; unsupported: string[]; options: never[] }
const asModule = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;
const inBrowser = import(asModule(sourceOf('checklist/member/listed')
	.replace('forum-terms/checklist/member/listed-name', asModule(sourceOf('checklist/member/listed-name'))))) as
	Promise<{ unsupportedIn(item: Known, answer: unknown): string[] }>;

const row = (name: string, status: PlatformRow['status'], part: PlatformRow['part'] = 'software'): PlatformRow =>
	({ name, part, status, asOf: '', note: '' });
const rows = [row('Debian 12', 'supported'), row('Debian', 'legacy'), row('Docker', 'unsupported'), row('KVM', 'supported'), row('Fusion', 'unknown')];
const nowhere = { tags: [], cid: 1 };

describe('what a system runs on (CK-03)', () => {
	for (const [text, status] of [
		['Debian 12.5 on kvm', 'supported'], ['debian  11', 'legacy'], ['Debian 12 in DOCKER', 'unsupported'], ['dockerd', 'unknown'],
		['Fusion with Debian 12', 'unknown'], ['something else', 'unknown'], ['', 'unknown'], ['Debian 12, Debian 10', 'legacy'],
		['docker-compose', 'unsupported'], ['\uff24ocker', 'unsupported'], ['Doc\u200bker', 'unsupported'],
	] as const) {
		it(`is ${status} for ${JSON.stringify(text)}`, () => assert.equal(worstStatus(platformsIn(rows, text)) ?? 'unknown', status));
	}

	it('law: the browser finds the unsupported names that the server finds', async () => {
		const { unsupportedIn } = await inBrowser;
		const word = fc.constantFrom('Debian', '12', 'docker', 'KVM', 'dockers', ' ', ', ', '\u00e9', 'Fusion', '.', '\u200b');
		const twice = [...rows, row('KVM', 'unsupported', 'hypervisor')];
		const item = { suggestions: twice.map(({ name }) => name), unsupported: ['Docker', 'KVM'], options: [] };
		fc.assert(fc.property(fc.array(word, { maxLength: 8 }).map(words => words.join('')), text =>
			(unsupportedIn(item, text).length > 0) === platformsIn(twice, text).some(({ status }) => status === 'unsupported')));
	});

	it('is not that of a name at the end of a word', () => {
		assert.deepEqual(platformsIn([row('Fusion', 'supported'), row('KVM', 'unsupported')], 'Fusionkvm in Fusion').map(({ name }) => name), ['Fusion']);
	});

	it('is the worse status of a name that the list has twice, whatever the order', () => {
		const twice = [row('Docker', 'supported'), row('docker', 'unsupported', 'container')];
		for (const list of [twice, [...twice].reverse()]) {
			assert.equal(worstStatus(platformsIn(list, 'in Docker')), 'unsupported');
		}
	});

	describe('asked part by part', () => {
		const all = [
			row('Debian', 'supported', 'system'), row('ESXi', 'supported', 'hypervisor'), row('Docker', 'unsupported', 'container'),
			row('Desktop', 'unsupported', 'container'), row('Desktop', 'supported', 'system'),
		];
		const standing = (parts: PlatformRow['part'][] | undefined, text: string) => worstStatus(platformsIn(rowsFor(all, parts), text));

		it('looks an answer up in its own part; what another part supports says nothing here', () => {
			assert.deepEqual([standing(['system'], 'Debian'), standing(['system'], 'ESXi'), standing(['hypervisor'], 'ESXi'), standing(undefined, 'ESXi')],
				['supported', null, 'supported', 'supported']);
		});

		it('finds what is not supported wherever it is named, unless the part itself knows the name', () => {
			assert.deepEqual([standing(['system'], 'Debian in Docker'), standing(['hypervisor'], 'docker'), standing(['system'], 'Desktop')],
				['unsupported', 'unsupported', 'supported']);
		});

		const choosing = items(
			{
				key: 'box', kind: 'choice', lookup: 'platforms', parts: ['container'], standings: { unsupported: 'warn' },
				options: [
					{ value: 'none', label: { 'en-GB': 'No', de: 'Nein' } },
					{ value: 'docker', label: { 'en-GB': 'Yes, in Docker', de: 'Ja, in einem Behälter' } },
					{ value: 'other', label: { 'en-GB': 'Another one' } },
					{ value: 'odd', label: { 'en-GB': 'Debian' }, verdict: 'block' },
				],
			},
			{ key: 'retested', kind: 'confirm', shownWhen: { listed: 'unsupported' } },
		);
		const listed = known({ platforms: all });
		const judged = (answers: Answers, asked = choosing) => judgementsOf(asked, answers, nowhere, listed)
			.map(({ item: { key }, problem, standing: found }) => [key, problem, found]);

		it('takes an option for what its label names, and asks for the second test', () => {
			assert.deepEqual(judged({ box: 'docker' }), [['box', 'warned', 'unsupported'], ['retested', 'missing', '']]);
			assert.deepEqual(judged({ box: 'docker', retested: true }), [['box', 'warned', 'unsupported'], ['retested', null, '']]);
		});

		it('leaves an option that names nothing to its own verdict', () => {
			assert.deepEqual([judged({ box: 'none' }), judged({ box: 'other' })], [[['box', null, '']], [['box', null, '']]]);
			assert.deepEqual(judged({ box: 'odd' }), [['box', 'blocked', '']]);
		});

		it('does the same for several options, and takes no word that is no option for one', () => {
			const several = items({ ...choosing[0], key: 'box', kind: 'multi-choice' }, { key: 'retested', kind: 'confirm', shownWhen: { listed: 'unsupported' } });
			assert.deepEqual(judged({ box: ['none', 'docker'] }, several), [['box', 'warned', 'unsupported'], ['retested', 'missing', '']]);
			assert.deepEqual(judged({ box: 'Docker' }), [['box', 'invalid', '']]);
		});

		it('says what an option that the list blocks is blocked for', () => {
			const strict = items({ ...choosing[0], key: 'box', standings: {} });
			const [reason] = reasonsFor(judgementsOf(strict, { box: 'docker' }, nowhere, known({ platforms: all })), 'en-GB');
			assert.deepEqual(reason?.refusal.facts[2], { key: 'forum-terms:checklist.mend-unsupported', facts: [] });
			const [other] = reasonsFor(judgementsOf(choosing, { box: 'odd' }, nowhere, listed), 'en-GB');
			assert.deepEqual(other?.refusal.facts[2], { key: 'forum-terms:checklist.mend-choice', facts: [] });
		});
	});

	const asked = items(
		{ key: 'platform', lookup: 'platforms', standings: { unsupported: 'warn' } },
		{ key: 'retested', kind: 'confirm', shownWhen: { listed: 'unsupported' } },
	);
	const found = (answers: Answers) => judgementsOf(asked, answers, nowhere, known({ platforms: rows }))
		.filter(({ problem }) => problem !== null).map(({ item: { key }, problem }) => `${key} ${problem}`);

	it('asks for “removed and tested again” if something unsupported is named, and only warns of what is unknown', () => {
		assert.deepEqual(found({ platform: 'Debian 12 in Docker' }), ['platform warned', 'retested missing']);
		assert.deepEqual(found({ platform: 'Debian 12 in Docker', retested: true }), ['platform warned']);
		assert.deepEqual(found({ platform: 'Plan 9' }), ['platform warned']);
		assert.deepEqual(found({ platform: 'Debian 12' }), []);
	});

	it('takes a retest only where it is asked for: a client that sends it anyway gains and loses nothing', () => {
		assert.deepEqual(found({ platform: 'Debian 12', retested: true }), []);
		const [first] = judgementsOf(asked, { platform: 'Docker', retested: 'yes' }, nowhere, known({ platforms: rows }))
			.filter(({ item }) => item.key === 'retested');
		assert.equal(first?.problem, 'invalid');
	});

	it('stops no security report, whatever it runs on', async () => {
		const { store, review } = checklistInMemory();
		await store.save('alarm', { kind: 'security', title: {}, items: asked });
		await store.savePlaces({ topics: { 1: 'alarm' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		assert.deepEqual(await review('topic', { answers: { platform: 'Docker' } }), []);
	});

	it('is a list whose rows are refused by their field', () => {
		const field = (platforms: unknown) => {
			const [issue] = v.safeParse(knowledgeChangeSchema, { platforms }, { abortEarly: true }).issues ?? [];
			return issue ? v.getDotPath(issue) : 'none';
		};
		assert.equal(field([row('Docker', 'unsupported')]), 'none');
		assert.equal(field([{ ...rows[0], name: '  ' }]), 'platforms.0.name');
		assert.equal(field([{ ...rows[0], part: 'toaster' }]), 'platforms.0.part');
		assert.equal(field([{ ...rows[0], asOf: 'yesterday' }]), 'platforms.0.asOf');
		assert.equal(field([{ ...rows[0], asOf: '2026-13-40' }]), 'platforms.0.asOf');
		assert.equal(field({ Docker: 'unsupported' }), 'platforms');
	});
});

describe('an item that is left out, in part or whole', () => {
	const parts = items({ key: 'm', kind: 'multi-choice', options: [
		{ value: 'a', label: { 'en-GB': 'A' }, unticked: { say: { 'en-GB': 'Do A.' } } },
		{ value: 'b', label: { 'en-GB': 'B' }, unticked: { verdict: 'record' } }, { value: 'c', label: { 'en-GB': 'C' } },
	] });
	const judged = (asked: typeof parts, answers: Answers) => judgementsOf(asked, answers, nowhere, known());

	it('warns part by part: one tick of several is not all of them (CK-07)', () => {
		const verdicts = (...ticked: string[]) => judged(parts, { m: ticked })[0]?.verdict;
		assert.deepEqual([verdicts('a', 'b'), verdicts('a'), verdicts('c'), verdicts('a', 'b', 'c')], ['ok', 'record', 'warn', 'ok']);
		const [answer] = evidenceAnswers(judged(parts, { m: ['b'] }), { m: ['b'] }, 'en-GB');
		assert.deepEqual([answer?.text, answer?.verdict], ['✗ A\n✓ B', 'warn']);
	});

	it('warns and stays on record where the checklist says so, and stops nobody (CK-01)', () => {
		const asked = items({ key: 'manual', kind: 'confirm', required: false, empty: 'warn' }, { key: 'note', required: false });
		const judgements = judged(asked, { note: '\u200b' });
		assert.deepEqual(judgements.map(({ problem, standing }) => [problem, standing]), [['warned', 'empty'], [null, '']]);
		assert.deepEqual(reasonsFor(judgements, 'en-GB'), []);
		const [kept, ...more] = evidenceAnswers(judgements, {}, 'en-GB');
		assert.deepEqual([kept?.value, kept?.text, kept?.standing, kept?.verdict, more.length], [false, '', 'empty', 'warn', 0]);
		assert.deepEqual(judged(asked, { manual: true })[0]?.problem, null);
	});

	it('cannot block when it is not required', () => {
		assert.equal(v.safeParse(profileSchema, { items: [{ key: 'a', kind: 'confirm', prompt: {}, empty: 'block' }] }).success, false);
	});
});

describe('a link to a guide (CK-01)', () => {
	const asked = items({ key: 'guide', kind: 'link', lookup: 'guides', hosts: ['example.org'] });
	const problem = (link: string, guideHosts: string[]) =>
		judgementsOf(asked, { guide: link }, nowhere, known({ guideHosts }))[0]?.problem;

	it('leads to a host on the forum’s list; an empty list allows any', () => {
		assert.equal(problem('https://www.3cx.com/docs/', ['3cx.com']), null);
		for (const evil of ['https://example.org/', 'https://3cx.com.example.org/', 'https://x@3cx.com/', 'http://3cx.com/', '3cx.com']) {
			assert.equal(problem(evil, ['3cx.com']), 'invalid', evil);
		}
		assert.equal(problem('https://anywhere.example/', []), null);
	});

	it('says which hosts it may lead to', () => {
		const [reason] = reasonsFor(judgementsOf(asked, { guide: 'http://x' }, nowhere, known({ guideHosts: ['3cx.com', '3cx.de'] })), 'en-GB');
		assert.deepEqual(reason?.refusal.facts[2], { key: 'forum-terms:checklist.other-host', facts: ['3cx.com / 3cx.de'] });
	});
});

describe('a version that is behind', () => {
	it('is told the latest, since when it is out, and where to get it', () => {
		const told = (link: string | undefined, since: number) => {
			const asked = items({ key: 'version', kind: 'version', behind: 'block', ...link ? { link } : {} });
			const judgements = judgementsOf(asked, { version: 'V20 U8' }, nowhere, known({ latest: 'V20 Update 9', since }));
			return reasonsFor(judgements, 'de')[0]?.refusal.facts[2];
		};
		const out = Date.parse('2026-03-03');
		assert.deepEqual(told('https://example.org/', out), {
			key: 'forum-terms:checklist.mend-behind-since-at', facts: ['V20 Update 9', '3. März 2026', 'https://example.org/'],
		});
		assert.deepEqual(told(undefined, out), { key: 'forum-terms:checklist.mend-behind-since', facts: ['V20 Update 9', '3. März 2026'] });
		assert.deepEqual(told(undefined, 0), { key: 'forum-terms:checklist.mend-behind', facts: ['V20 Update 9'] });
	});
});
