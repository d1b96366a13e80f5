import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { range } from 'lodash';
import * as v from 'valibot';
import { checklistJobs } from '../../lib/checklist/jobs';
import type { Answers } from '../../lib/checklist/asking/answers';
import { itemsSchema, profileSchema, type ChecklistItem } from '../../lib/checklist/profiles/item';
import { knowledgeSchema } from '../../lib/checklist/profiles/knowledge';
import { isStale, latestRelease, nextChange, standingOfVersion, versionHeldAgainst } from '../../lib/checklist/profiles/latest-version';
import { placedIn } from '../../lib/checklist/profiles/place-map';
import { judgementsOf, matchingAnswers, shownItems, unknownKeys } from '../../lib/checklist/asking/rules';
import { isInControl, selectedItems, shareOf, type Share } from '../../lib/checklist/asking/selection';
import { phoneStatus } from '../../lib/checklist/profiles/status-list';
import { checklistInMemory, items, known } from '../builders/checklist';
import { ran } from '../builders/handlers';

describe('checklist (clause 3)', () => {
	const found = (asked: ChecklistItem[], answers: object, knowledge = known()) =>
		judgementsOf(asked, answers as Answers, { tags: [], cid: 1 }, knowledge)
			.filter(({ problem }) => problem !== null).map(({ item: { key }, problem }) => `${key} ${problem}`);

	it('names what is missing, and nothing that is optional or not asked', () => {
		const asked = items({ key: 'a' }, { key: 'b', required: false }, { key: 'c', shownWhen: { item: 'a', values: ['yes'] } });
		assert.deepEqual(found(asked, {}), ['a missing']);
		assert.deepEqual(found(asked, { a: 'no' }), []);
		assert.deepEqual(found(asked, { a: 'yes' }), ['c missing']);
	});

	it('asks an item only with the tag or in the category that it is for, and never after a hidden one', () => {
		const asked = items({ key: 'a', kind: 'choice', options: [{ value: 'yes', label: {} }], shownWhen: { tags: ['trunk'] } },
			{ key: 'b', shownWhen: { item: 'a', values: ['yes'] } }, { key: 'c', shownWhen: { categories: [2] } });
		const shown = (tags: string[], cid: number) => shownItems(asked, { a: 'yes' }, { tags, cid }).map(({ key }) => key);
		assert.deepEqual(shown([], 1), []);
		assert.deepEqual(shown(['trunk'], 1), ['a', 'b']);
		assert.deepEqual(shown(['trunk'], 2), ['a', 'b', 'c']);
	});

	it('takes only what fits the kind: a tick, an option, a text of some length', () => {
		const asked = items({ key: 'tick', kind: 'confirm' }, { key: 'long', minLength: 5 }, {
			key: 'pick', kind: 'choice', options: [
				{ value: 'good', label: {} }, { value: 'bad', label: {}, verdict: 'block' }, { value: 'odd', label: {}, verdict: 'warn' },
			],
		});
		assert.deepEqual(found(asked, { tick: 'yes', long: 'abc', pick: 'other' }), ['tick invalid', 'long invalid', 'pick invalid']);
		assert.deepEqual(found(asked, { tick: true, long: 'abcdef', pick: 'bad' }), ['pick blocked']);
		assert.deepEqual(found(asked, { tick: true, long: 'abcdef', pick: 'odd' }), ['pick warned']);
		assert.deepEqual(found(asked, { tick: true, long: ['abcdef'], pick: ['good'] }), ['long invalid', 'pick invalid']);
	});

	it('needs every required option of a multi-choice, and takes the worst verdict of what was chosen', () => {
		const asked = items({ key: 'm', kind: 'multi-choice', options: [
			{ value: 'must', label: {}, required: true }, { value: 'may', label: {} }, { value: 'odd', label: {}, verdict: 'warn' },
		] });
		assert.deepEqual(found(asked, { m: ['may'] }), ['m missing']);
		assert.deepEqual(found(asked, { m: [] }), ['m missing']);
		assert.deepEqual(found(asked, { m: ['must', 'may'] }), []);
		assert.deepEqual(found(asked, { m: ['must', 'odd'] }), ['m warned']);
		assert.deepEqual(found(asked, { m: ['must', 'none'] }), ['m invalid']);
	});

	it('takes links to the hosts it names and their subdomains, by https only', () => {
		const asked = items({ key: 'l', kind: 'link', hosts: ['3cx.com'] });
		assert.deepEqual(found(asked, { l: 'https://www.3cx.com/docs/' }), []);
		for (const evil of ['http://www.3cx.com/', 'https://evil3cx.com/', 'https://3cx.com@evil.example/', 'javascript:alert(1)', 'docs']) {
			assert.deepEqual(found(asked, { l: evil }), ['l invalid'], evil);
		}
	});

	it('matches a pattern from end to end, in time that does not explode', () => {
		const asked = items({ key: 'p', pattern: '(a+)+b' });
		assert.deepEqual(found(asked, { p: 'aaab' }), []);
		assert.deepEqual(found(asked, { p: 'xaaabx' }), ['p invalid']);
		assert.deepEqual(found(asked, { p: 'a'.repeat(2000) }), ['p invalid']);
	});

	it('looks a trunk up by provider and country: unsupported blocks, unknown is never unsupported', () => {
		const asked = items({ key: 't', kind: 'trunk' });
		const trunks = [
			{ provider: 'Acme Tel', country: 'CY', status: 'preferred', note: '' }, { provider: 'Acme Tel', country: 'DE', status: 'unsupported', note: '' },
			{ provider: 'Generic SIP Trunk', country: '*', status: 'unsupported', note: '' },
		] as const;
		const judge = (provider: string, country: string) =>
			judgementsOf(asked, { t: { provider, country } }, { tags: [], cid: 1 }, known({ trunks }))[0];
		assert.deepEqual([judge('acme  tel', 'cy')?.standing, judge('acme  tel', 'cy')?.problem], ['preferred', null]);
		assert.deepEqual([judge('Acme Tel', 'DE')?.standing, judge('Acme Tel', 'DE')?.problem], ['unsupported', 'blocked']);
		assert.deepEqual([judge('generic sip trunk', 'FR')?.problem, judge('Acme Tel', 'FR')?.standing], ['blocked', 'unknown']);
		assert.equal(judge('Nobody knows', 'FR')?.problem, 'warned');
		assert.equal(judge('Acme Tel', 'Cyprus')?.problem, 'invalid');
	});

	it('looks a phone up by model, the closest row first', () => {
		const rows = [
			{ vendor: 'Yealink', model: '*', status: 'supported', note: '' }, { vendor: 'Yealink', model: 'T4*', status: 'preferred', note: '' },
			{ vendor: 'Yealink', model: 'T41', status: 'legacy', note: '' },
		] as const;
		assert.equal(phoneStatus(rows, 'yealink', 'T46U 108.86.0.45'), 'preferred');
		assert.deepEqual(['T41', 't41 66.85'].map(model => phoneStatus(rows, 'Yealink', model)), ['legacy', 'legacy']);
		assert.deepEqual(['W60B', 'T410'].map(model => phoneStatus(rows.slice(2), 'Yealink', model)), ['unknown', 'unknown']);
		assert.equal(phoneStatus(rows, 'Yealink', 'W60B'), 'supported');
		assert.equal(phoneStatus(rows, 'Acme', 'T46U'), 'unknown');
	});

	it('blocks a version behind the latest, passes one ahead, and blocks nobody while no latest is set', () => {
		const asked = items({ key: 'version', kind: 'version', behind: 'block' });
		assert.deepEqual(found(asked, { version: 'V20 Update 8' }, known({ latest: 'V20 Update 9' })), ['version blocked']);
		assert.deepEqual(found(asked, { version: 'V20 Update 10' }, known({ latest: 'V20 Update 9' })), []);
		assert.deepEqual(found(asked, { version: 'V9 SP4' }), []);
		assert.deepEqual(found(asked, { version: 'the newest' }), ['version invalid']);
	});

	it('gives a new version its days of grace, and never holds anybody to a version that is not out', () => {
		const day = 86_400_000;
		const releases = [{ version: 'V20 Update 8', since: 0 }, { version: 'V20 Update 9', since: 100 * day }];
		const held = (at: number) => versionHeldAgainst(releases, 14, at * day)?.update ?? null;
		assert.deepEqual([held(10), held(14), held(113), held(114)], [null, 8, 8, 9]);
		const next = (at: number) => nextChange(releases, 14, at * day) / day;
		assert.deepEqual([10, 14, 99, 100, 114].map(next), [14, 100, 100, 114, Infinity]);
		assert.equal(latestRelease(releases, 99 * day)?.version, 'V20 Update 8');
		assert.equal(latestRelease(releases, 100 * day)?.version, 'V20 Update 9');
		assert.equal(standingOfVersion({ major: 20, update: 9, letter: '', build: 995 }, null), 'unknown');
		assert.deepEqual([isStale(0, releases, 90, 90 * day), isStale(0, releases, 90, 91 * day)], [false, true]);
		assert.equal(isStale(0, releases, 0, 91 * day), false);
		assert.equal(isStale(0, [], 90, 91 * day), false);
	});

	it('reminds administrators every week that nobody has confirmed the latest version, until somebody does', async () => {
		const forum = checklistInMemory();
		const confirm = () => forum.knowledge.save({ releases: [{ version: 'V20 Update 9', since: 0 }], staleDays: 14 });
		const weekLater = async () => {
			forum.time.at += 7 * 86_400_000;
			await ran(checklistJobs(forum), 'latest-version');
			return forum.sent.splice(0).map(({ kind, about, facts }) => [kind, about, ...facts ?? []]);
		};
		await confirm();
		assert.deepEqual([await weekLater(), await weekLater()], [[], []]);
		const today = Math.floor(forum.time.at / 86_400_000);
		assert.deepEqual([await weekLater(), await weekLater()],
			[[['latest-stale', today + 7, 'V20 Update 9', '21']], [['latest-stale', today + 14, 'V20 Update 9', '28']]]);
		await confirm();
		assert.deepEqual(await weekLater(), []);
	});

	it('keeps the answers to questions that a new version of the checklist still asks', () => {
		const before = items({ key: 'a' }, { key: 'b', kind: 'choice', options: [{ value: 'x', label: {} }] }, { key: 'gone' });
		const now = items({ key: 'a' }, { key: 'b', kind: 'choice', options: [{ value: 'y', label: {} }] }, { key: 'fresh' });
		assert.deepEqual(matchingAnswers(before, now, { a: '1', b: 'x', gone: '2' }), { a: '1' });
	});

	it('tells unknown keys, also those that every object has', () => {
		assert.deepEqual(unknownKeys(items({ key: 'a' }), { a: 'x', toString: 'y' }), ['toString']);
	});

	it('is asked by a category and everything below it, until one below says otherwise', () => {
		const map = { topics: { 1: 'full', 3: 'none', 4: 'lite' }, replies: {}, recordOnly: { topics: [], replies: [] } };
		const asked = (path: number[]) => placedIn(map, 'topics', path)?.profile ?? null;
		assert.deepEqual([asked([1]), asked([2, 1]), asked([3, 1]), asked([4, 2, 1]), asked([5])], ['full', 'full', null, 'lite', null]);
		assert.equal(placedIn(map, 'replies', [1]), null);
	});

	it('is only recorded in a category and everything below it, until one below chooses for itself', () => {
		const map = { topics: { 1: 'full', 4: 'lite' }, replies: {}, recordOnly: { topics: [1], replies: [] } };
		const stops = (path: number[]) => placedIn(map, 'topics', path)?.stops;
		assert.deepEqual([stops([1]), stops([2, 1]), stops([4, 2, 1])], [false, false, true]);
	});

	it('asks a control share only what everybody is asked, always the same members, and as many as it says', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 49 }), (uid, percent) =>
			!isInControl(uid, percent) || isInControl(uid, percent + 1)));
		const share = range(1, 10_001).filter(uid => isInControl(uid, 20)).length / 10_000;
		assert.ok(share > 0.18 && share < 0.22, String(share));
		const asked = items({ key: 'a', kind: 'choice', options: [{ value: 'x', label: {} }] },
			{ key: 'b', always: true, shownWhen: { item: 'a', values: ['x'] } }, { key: 'c' });
		const keys = (share: Share, kind: 'standard' | 'security' = 'standard') => selectedItems({ kind, items: asked }, share).map(({ key }) => key);
		assert.deepEqual([keys('all'), keys('control'), keys('clean'), keys('control', 'security')], [['a', 'b', 'c'], ['a', 'b'], ['a', 'b'], ['a', 'b', 'c']]);
		assert.deepEqual([3, 4].map(streak => shareOf({ uid: 1, controlPercent: 0, cleanTopics: 4, streak })), ['all', 'clean']);
	});

	it('comes with profiles and lists that fit their own rules; a security alert is asked for no version, vendor or trunk', () => {
		const read = (name: string) => JSON.parse(readFileSync(
			join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', name), 'utf8')) as Record<string, unknown>;
		const preset = read('checklists.json');
		for (const content of Object.values(preset)) {
			const { title, items: asked } = v.parse(profileSchema, content);
			[title, ...asked.map(({ prompt }) => prompt)].forEach(texts => assert.ok(texts['en-GB'] && texts.de));
		}
		const security = v.parse(profileSchema, preset.security);
		assert.deepEqual([security.kind, security.items.map(({ key }) => key)], ['security', ['description', 'no-confidential', 'terms-understood']]);
		assert.equal(v.parse(knowledgeSchema, read('knowledge.json')).releases.length, 0);
	});

	it('refuses profiles that cannot be asked', () => {
		const fits = (asked: unknown) => v.safeParse(itemsSchema, asked).success;
		const good = { key: 'a', kind: 'text', prompt: { 'en-GB': 'A' } };
		assert.equal(fits([good]), true);
		assert.equal(fits([good, good]), false);
		assert.equal(fits([{ ...good, kind: 'choice' }]), false);
		assert.equal(fits([{ ...good, shownWhen: { item: 'b', values: ['x'] } }, { ...good, key: 'b' }]), false);
		assert.equal(fits([good, { ...good, key: 'b', shownWhen: { item: 'a' } }]), false);
		assert.equal(fits([{ ...good, link: 'javascript:alert(1)' }]), false);
		assert.equal(fits([{ ...good, pattern: '(?=look)ahead' }]), false);
		assert.equal(fits([{ ...good, pattern: '(((a{1,90}){1,90}){1,90})' }]), false);
		assert.equal(fits([{ ...good, kind: 'trunk', standings: { unknown: 'block' } }]), false);
		assert.equal(fits([{ ...good, prompt: {} }]), true);
	});

	it('says which item and which field of it is at fault', () => {
		const good = { key: 'a', kind: 'text', prompt: { 'en-GB': 'A' } };
		const option = { value: 'x', label: {} };
		const field = (asked: unknown) => {
			const [issue] = v.safeParse(itemsSchema, asked, { abortEarly: true }).issues ?? [];
			return issue && v.getDotPath(issue);
		};
		assert.equal(field([good, good]), '1.key');
		assert.equal(field([good, { ...good, key: 'b', kind: 'choice' }]), '1.options');
		assert.equal(field([{ ...good, kind: 'choice', options: [option, option] }]), '0.options.1.value');
		assert.equal(field([good, { ...good, key: 'b', shownWhen: { item: 'a' } }]), '1.shownWhen.values');
		assert.equal(field([{ ...good, shownWhen: { item: 'b', values: ['x'] } }, { ...good, key: 'b' }]), '0.shownWhen.item');
	});
});
