import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { pick } from 'lodash';
import { blueprintText } from '../../lib/categories/blueprint/blueprint-file';
import { managedPrivileges } from '../../lib/categories/blueprint/grantee';
import { applied, forumWithBlueprints, planned, presetText } from '../builders/blueprint';

const groups = [
	'guests', 'spiders', 'fediverse', 'registered-users', 'Customers', 'Partners', 'Partners Gold', 'Partners Silver',
];

describe('blueprint of the living forum (clause 5)', () => {
	it('law: the living forum as a file, applied to itself, has nothing to do', async () => {
		const forum = forumWithBlueprints(presetText);
		await applied(forum, null);
		forum.add({ name: 'By hand', parentCid: 1 });
		const { steps } = await planned(forum, blueprintText(await forum.blueprints.exported()));
		assert.deepEqual(steps, []);
	});

	it('law: so it is for every tree, with whatever names, places, looks and rights are in it', async () => {
		const living = fc.record({
			name: fc.constantFrom('Phones', 'phones', 'Phones 2', 'Phones-3', ' Phones ', 'Телефоны', '版本', 'Q & A', '3CX', 'constructor'),
			key: fc.constantFrom('', '', 'a', 'b', 'phones', 'phones-3'),
			parent: fc.nat(12), order: fc.integer({ min: 0, max: 4 }),
			description: fc.constantFrom('', ' ', 'What belongs here', ' Two\nlines '),
			icon: fc.constantFrom('', 'hidden', 'fa-phone', 'fa-solid fa-phone', 'nbb-icon'),
			background: fc.constantFrom('', '#123abc', '#fff', 'red', 'var(--x)'), colour: fc.constantFrom('#ffffff', 'white'),
			isSection: fc.boolean(), isDisabled: fc.constantFrom(false, false, true), postQueue: fc.boolean(),
			link: fc.constantFrom('', 'https://example.org/a', 'http://example.org', '/docs', 'mailto:a@example.org', 'docs here'),
			tags: fc.constantFrom([], ['sip'], ['trunk', 'a b', 'sip']), minTags: fc.nat(3), maxTags: fc.nat(5),
			template: fc.constantFrom('', '**What happened**\n', ' '), rules: fc.constantFrom({}, { 'en-GB': 'Be kind.', de: 'Sei nett.' }),
			topics: fc.constantFrom('', 'full', 'none'), replies: fc.constantFrom('', 'reply'),
			rights: fc.array(
				fc.tuple(fc.constantFrom(...groups), fc.subarray([...managedPrivileges])), { maxLength: 5 }),
		});
		await fc.assert(fc.asyncProperty(fc.array(living, { minLength: 1, maxLength: 12 }), async (tree) => {
			const forum = forumWithBlueprints();
			for (const [index, { parent, rights, topics, replies, rules, ...one }] of tree.entries()) {
				// Below one that is there, at the top, or below one that is gone.
				const parentCid = parent < index ? parent + 1 : parent === 12 ? 999 : 0;
				const cid = forum.add({ ...one, parentCid });
				await forum.checklists.choose([
					{ cid, asked: 'topics', profile: topics }, { cid, asked: 'replies', profile: replies },
				]);
				await forum.rules.save(cid, rules);
				for (const [group, list] of rights) {
					forum.rightsOf(cid, group).clear();
					list.forEach(privilege => forum.rightsOf(cid, group).add(privilege));
				}
			}
			const before = structuredClone([...forum.rows]);
			const text = blueprintText(await forum.blueprints.exported());
			const { plan, steps, candidates } = await planned(forum, text);
			assert.deepEqual([steps, candidates], [[], []]);
			const run = await forum.blueprints.apply(plan, 1);
			assert.ok(run.ok && run.value.state === 'done');
			assert.deepEqual([...forum.rows], before);
			// Held against it, the forum is as it should be, and is exported as the same file.
			assert.deepEqual((await forum.blueprints.drift())?.steps, []);
			assert.equal(blueprintText(await forum.blueprints.exported()), text);
		}), { numRuns: 60 });
	});

	it('says everything that a file can say of a category', async () => {
		const forum = forumWithBlueprints();
		const looks = {
			icon: 'fa-phone', background: '#123abc', colour: '#ffffff', description: 'What belongs here', template: '**What happened**',
			isSection: true, postQueue: true, link: 'https://example.org/a',
		};
		forum.add({ name: 'Phones', ...looks, tags: ['sip'], minTags: 1, maxTags: 2 });
		const [one] = (await forum.blueprints.exported()).categories;
		const { link, description, template, ...same } = looks;
		assert.deepEqual(pick(one, 'name', 'description', 'template', 'redirect', 'tags', ...Object.keys(same)), {
			name: { 'en-GB': 'Phones' }, description: { 'en-GB': description }, template: { 'en-GB': template }, redirect: link,
			tags: { allowed: ['sip'], min: 1, max: 2 }, ...same,
		});
	});

	it('knows a category made by hand by its cid, in its own forum only', async () => {
		const forum = forumWithBlueprints();
		const cid = forum.add({ name: 'By hand' });
		const file = await forum.blueprints.exported();
		const [one] = file.categories;
		const renamed = { ...file, categories: [{ ...one, name: { 'en-GB': 'Phones' }, words: ['phone'] }] };
		assert.deepEqual((await planned(forum, JSON.stringify(renamed))).steps.map(({ kind }) => kind), ['adopt', 'rename']);
		await applied(forum, JSON.stringify(renamed));
		assert.deepEqual([forum.rows.size, forum.rows.get(cid)?.name, forum.rows.get(cid)?.key], [1, 'Phones', 'by-hand']);
		const elsewhere = forumWithBlueprints();
		elsewhere.add({ name: 'Something else' });
		const foreign = JSON.stringify({ ...renamed, forum: 'https://another.example' });
		assert.deepEqual((await planned(elsewhere, foreign)).steps.map(({ kind }) => kind), ['create']);
	});
});
