import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { blueprintJobs } from '../../lib/categories/jobs';
import { readBlueprint } from '../../lib/categories/blueprint/blueprint-file';
import { applied, fileOf, forumWithBlueprints, place, planned, presetText } from '../builders/blueprint';
import { ran } from '../builders/handlers';

const faultOf = (text: string) => {
	const reading = readBlueprint(text);
	assert.ok(!reading.ok);
	return [reading.fault.path, reading.fault.expected] as const;
};

describe('blueprint file (clause 5)', () => {
	it('is the preset: 3CX\'s structure with its checklists, proposals marked, language areas off', () => {
		const reading = readBlueprint(presetText);
		assert.ok(reading.ok, JSON.stringify(reading));
		const { categories } = reading.blueprint;
		assert.equal(categories.filter(({ isOff }) => !isOff).length, 21);
		assert.deepEqual(categories.filter(({ key }) => ['it', 'fr', 'es', 'pt', 'ru', 'el', 'de'].includes(key))
			.map(({ isOff }) => isOff), Array(7).fill(true));
		assert.equal(categories.find(({ key }) => key === 'security-alerts')?.checklist?.topics, 'security');
	});

	for (const [what, text, path] of [
		['a circle', fileOf(place('a', { parent: 'b' }), place('b', { parent: 'a' })), 'categories.0.parent'],
		['a category below itself', fileOf(place('a', { parent: 'a' })), 'categories.0.parent'],
		['a key that comes twice', fileOf(place('a'), place('a')), 'categories.1.key'],
		['a parent that is not there', fileOf(place('a', { parent: 'z' })), 'categories.0.parent'],
		['a parent that is off', fileOf(place('a', { isOff: true }), place('b', { parent: 'a' })), 'categories.1.parent'],
		['an unknown field', fileOf(place('a', { colur: '#ffffff' })), 'categories.0.colur'],
		['a name in no language', fileOf(place('a', { name: { English_: 'A' } })), 'categories.0.name.English_'],
		['an empty name', fileOf(place('a', { name: {} })), 'categories.0.name'],
		['a grantee nobody knows', fileOf(place('a', { read: ['friends'] })), 'categories.0.read.0'],
		['a script for an address', fileOf(place('a', { redirect: 'javascript:alert(1)' })), 'categories.0.redirect'],
		['fewest tags above most tags', fileOf(place('a', { tags: { min: 3, max: 1 } })), 'categories.0.tags.min'],
		['broken YAML', 'blueprint: 1\ncategories: [', 'file'],
	] as const) {
		it(`names ${what}`, () => {
			assert.equal(faultOf(text)[0], path);
		});
	}

	it('takes no 2,000 categories', () => {
		const [path, expected] = faultOf(fileOf(...Array.from({ length: 2000 }, (_, index) => place(`k${index}`))));
		assert.match(`${path} ${expected}`, /200 kB|tokens|500 categories/);
	});
});

describe('blueprint applied (clause 5)', () => {
	it('makes the preset in an empty forum; the second run writes nothing', async () => {
		const forum = forumWithBlueprints(presetText);
		const run = await applied(forum, null);
		assert.equal(run.state, 'done');
		assert.equal([...forum.rows.values()].length, 21);
		const before = forum.state.writes;
		assert.deepEqual((await planned(forum, null)).steps, []);
		const again = await applied(forum, null);
		assert.equal(again.steps.length, 0);
		assert.equal(forum.state.writes, before);
	});

	it('gives rights to whom the file names, and takes them from all others', async () => {
		const forum = forumWithBlueprints(presetText);
		await applied(forum, null);
		const cidOf = (key: string) => [...forum.rows.values()].find(row => row.key === key)?.cid ?? 0;
		const may = (key: string, group: string, right: string) => forum.rightsOf(cidOf(key), group).has(right);
		assert.ok(may('pbx', 'guests', 'topics:read') && may('pbx', 'registered-users', 'topics:create'));
		assert.ok(!may('announcements', 'registered-users', 'topics:create') &&
			may('announcements', 'registered-users', 'topics:reply'));
		assert.ok(may('partners', 'Partners', 'topics:create') && !may('partners', 'registered-users', 'read') &&
			!may('partners', 'guests', 'find') && !may('partners', 'fediverse', 'read'));
		assert.ok(!may('staff', 'Partners', 'read') && !may('staff', 'Customers', 'read'));
		assert.equal(forum.checklists.topics[cidOf('sip-trunks')], 'trunk');
	});

	it('takes rights away in a category that is there, and an undo gives back just those', async () => {
		const forum = forumWithBlueprints();
		await applied(forum, fileOf(place('a')));
		// A right that no blueprint manages.
		forum.rightsOf(1, 'registered-users').add('posts:view_deleted');
		const may = () => ['topics:create', 'topics:reply', 'posts:view_deleted'].filter(right => forum.rightsOf(1, 'registered-users').has(right));
		await applied(forum, fileOf(place('a', { topics: ['staff'] })));
		assert.deepEqual(may(), ['topics:reply', 'posts:view_deleted']);
		assert.ok((await forum.blueprints.undo(1)).ok);
		assert.deepEqual(may(), ['topics:create', 'topics:reply', 'posts:view_deleted']);
	});

	for (const [there, isOffered] of [
		['Phones & Headsets', true], ['headsets and phones', true], ['The Phone / Headset', true], ['Phones', false], ['Lounge', false],
	] as const) {
		it(`${isOffered ? 'offers' : 'does not offer'} ${there} for Phones and Headsets`, async () => {
			const forum = forumWithBlueprints();
			const cid = forum.add({ name: there });
			const { candidates } = await planned(forum, fileOf(place('phones', { name: { 'en-GB': 'Phones and Headsets' } })));
			assert.deepEqual(candidates.map(one => one.cid), isOffered ? [cid] : []);
		});
	}

	it('leaves what it does not name as it is, and adopts only what was matched by hand', async () => {
		const forum = forumWithBlueprints();
		const own = forum.add({ name: 'Our own room' });
		const same = forum.add({ name: 'Name of a' });
		const before = { ...forum.rows.get(own) };
		const plan = await planned(forum, fileOf(place('a')));
		assert.deepEqual(plan.candidates, [{ key: 'a', name: 'Name of a', cid: same }]);
		assert.equal(plan.steps[0]?.kind, 'create');
		assert.deepEqual(plan.leaves.map(({ cid }) => cid), [own, same]);
		await applied(forum, fileOf(place('a', { icon: 'fa-star' })), { a: same });
		assert.equal(forum.rows.get(same)?.key, 'a');
		assert.deepEqual(forum.rows.get(own), before);
		assert.equal(forum.rows.size, 2);
	});

	it('adopts a category once, even if it is matched twice', async () => {
		const forum = forumWithBlueprints();
		const there = forum.add({ name: 'Ours' });
		await applied(forum, fileOf(place('a'), place('b')), { a: there, b: there });
		assert.deepEqual([...forum.rows.values()].map(({ key }) => key), ['a', 'b']);
	});

	it('applies only what was shown: a forum that moved on asks for a new plan', async () => {
		const forum = forumWithBlueprints();
		await applied(forum, fileOf(place('a')));
		const plan = await planned(forum, fileOf(place('a', { name: { 'en-GB': 'Renamed' } })));
		forum.rows.set(1, { ...forum.rows.get(1)!, description: 'by hand', name: 'Else' });
		const run = await forum.blueprints.apply(plan.plan, 1);
		assert.equal(run.ok || run.refusal.code, 'blueprint-moved-on');
		assert.equal(forum.rows.get(1)?.name, 'Else');
	});

	it('sees drift and puts it right', async () => {
		const forum = forumWithBlueprints();
		const file = fileOf(place('a', { icon: 'fa-star' }), place('b'), place('c', { parent: 'a' }));
		await applied(forum, file);
		assert.deepEqual((await forum.blueprints.drift())?.steps, []);
		const [a, , c] = [1, 2, 3];
		forum.rows.set(a, { ...forum.rows.get(a)!, isDisabled: true, icon: 'fa-moon' });
		forum.rows.set(c, { ...forum.rows.get(c)!, parentCid: 0 });
		forum.rightsOf(2, 'guests').clear();
		const drift = await forum.blueprints.drift();
		assert.deepEqual(drift?.steps.map(({ kind }) => kind).sort(), ['grant', 'move', 'update']);
		await applied(forum, file);
		assert.deepEqual((await forum.blueprints.drift())?.steps, []);
	});

	it('tells administrators of drift every night, and of nothing else', async () => {
		const forum = forumWithBlueprints();
		const night = async () => {
			forum.time.at += 86_400_000;
			await ran(blueprintJobs(forum.host, { ...forum, pointers: { sweep: async () => undefined } }), 'blueprint-drift');
			return forum.sent.splice(0).map(({ kind, facts }) => [kind, ...facts ?? []]);
		};
		assert.deepEqual(await night(), []);
		await applied(forum, fileOf(place('a'), place('b')));
		assert.deepEqual(await night(), []);
		forum.rows.set(1, { ...forum.rows.get(1)!, isDisabled: true });
		assert.deepEqual([await night(), await night()], Array(2).fill([['blueprint-drift', '1']]));
	});

	it('stops where a category is gone, and can take back what it did', async () => {
		const forum = forumWithBlueprints();
		await applied(forum, fileOf(place('a'), place('b')));
		const plan = await planned(forum, fileOf(place('a', { icon: 'fa-x' }), place('b', { icon: 'fa-y' })));
		const change = forum.tree.change;
		// Somebody deletes the second one while the first is being changed.
		forum.tree.change = async (cid, fields) => {
			await change(cid, fields);
			forum.rows.delete(2);
		};
		const run = await forum.blueprints.apply(plan.plan, 1);
		assert.ok(run.ok);
		assert.deepEqual([run.value.state, run.value.problem, run.value.done], ['stopped', 'b', 1]);
		forum.tree.change = change;
		assert.ok((await forum.blueprints.undo(1)).ok);
		assert.equal(forum.rows.get(1)?.icon, '');
	});

	it('law: killed after any number of writes, it resumes to the same forum, and undo takes it back', async () => {
		const file = fileOf(place('a', { checklist: { topics: 'full' } }), place('b', { parent: 'a', topics: ['staff'] }),
			place('c', { read: ['partners'], topics: ['partners:Gold'], replies: ['partners'] }), place('d', { name: { 'en-GB': 'Old' } }));
		const lay = () => {
			const forum = forumWithBlueprints();
			forum.add({ name: 'Hand-made' });
			forum.add({ name: 'Old name', key: 'd', description: 'kept', isDisabled: false });
			return forum;
		};
		const groups = ['guests', 'registered-users', 'Partners', 'Partners Gold', 'fediverse', 'spiders'];
		const picture = (forum: ReturnType<typeof lay>) => [...forum.rows.values()].map(({ order: _order, ...row }) =>
			[row, groups.map(group => [...forum.rightsOf(row.cid, group)].sort())]);
		const sequence = async (forum: ReturnType<typeof lay>) => (await forum.tree.all()).map(({ cid }) => cid);
		const whole = lay();
		await applied(whole, file);
		const writes = whole.state.writes;
		assert.ok(writes > 10);
		await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: writes - 1 }), async (dieAfter) => {
			const forum = lay();
			const before = picture(forum);
			const { plan } = await planned(forum, file);
			forum.state.dieAfter = dieAfter;
			await assert.rejects(forum.blueprints.apply(plan, 1));
			forum.state.dieAfter = Infinity;
			assert.equal((await forum.blueprints.resume())?.state, 'done');
			assert.deepEqual(picture(forum), picture(whole));
			assert.deepEqual(await sequence(forum), await sequence(whole));
			assert.ok((await forum.blueprints.undo(1)).ok);
			// What was there is as it was; what was made is switched off, nothing is deleted.
			assert.deepEqual(picture(forum).slice(0, 2), before);
			assert.deepEqual((await sequence(forum)).filter(cid => cid <= 2), [1, 2]);
			assert.ok([...forum.rows.values()].slice(2).every(({ isDisabled }) => isDisabled));
			assert.equal(forum.blueprints && (await forum.blueprints.resume()), null);
		}), { numRuns: 25 });
	});

	it('is done by one administrator at a time', async () => {
		const forum = forumWithBlueprints();
		const { plan } = await planned(forum, fileOf(place('a')));
		void forum.host.leases.withLease('blueprint:forum', () => new Promise<void>(() => undefined), () => undefined);
		const run = await forum.blueprints.apply(plan, 1);
		assert.equal(run.ok || run.refusal.code, 'blueprint-busy');
	});
});
