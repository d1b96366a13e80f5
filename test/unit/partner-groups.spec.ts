import assert from 'node:assert/strict';
import { groupHooks } from '../../lib/partners/accounts/group-hooks';
import { partnerJobs } from '../../lib/partners/jobs';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordOver } from '../builders/decisions';
import { called, scheduled } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

async function forum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
	await scheduled(partnerJobs(parts), memory.host);
	const account = { company: 'Acme', contact: '', email: '', levelValidUntil: 0, domains: [], staff: [{ uid: 8, role: 'sales' as const }] };
	return {
		...memory, ...parts, stored: memory.settings, hooks: called(groupHooks(parts), memory.host),
		put: (more: object = {}) => parts.accounts.put('acme', { ...account, level: 'Gold', owners: [7], ...more }, null, 1),
		everyHour: () => memory.jobs.get('forum-terms-partner-levels')?.() ?? assert.fail(),
	};
}

describe('groups of partners (clause 4.12)', () => {
	it('give nobody more rights who joins by hand, and take none from whoever is made to leave', async () => {
		const { put, hooks, inGroup } = await forum();
		await put();
		inGroup.set('Partners Gold', [7, 8, 55]);
		await hooks.groupJoined({ groupNames: ['Partners Gold'], uid: 55 });
		assert.deepEqual(inGroup.get('Partners Gold'), [7, 8]);
		inGroup.set('Partners', [7]);
		await hooks.groupLeft({ groupNames: ['Partners'], uid: 8 });
		assert.deepEqual(inGroup.get('Partners'), [7, 8]);
		inGroup.set('Friends', [55]);
		await hooks.groupJoined({ groupNames: ['Friends'], uid: 55 });
		assert.deepEqual(inGroup.get('Friends'), [55]);
	});

	it('get their name and their rights back, also when a group of that name was made meanwhile', async () => {
		const { put, hooks, inGroup, database } = await forum();
		await put();
		inGroup.set('Our friends', inGroup.get('Partners') ?? []);
		inGroup.set('Partners', []);
		await hooks.groupRenamed({ old: 'Partners', new: 'Our friends' });
		assert.deepEqual([inGroup.has('Our friends'), inGroup.get('Partners')?.sort()], [false, [7, 8]]);
		await hooks.groupRenamed({ old: 'Others', new: 'Still others' });
		assert.equal(await database.getObject('forum-terms:partner-group-renamed:Others'), null);
	});

	it('stay hidden and closed whatever somebody sets', async () => {
		const { put, hooks, open } = await forum();
		await put();
		open.add('Partners').add('Friends');
		await hooks.groupEdited({ name: 'Friends' });
		assert.deepEqual([...open], ['Partners', 'Friends']);
		await hooks.groupEdited({ name: 'Partners' });
		assert.deepEqual([...open], ['Friends']);
	});

	it('of a level that is no longer listed are emptied and kept; those of new ones are made', async () => {
		const { put, hooks, inGroup, stored } = await forum();
		await put();
		stored.partnerLevels = 'Diamond, Silver';
		await hooks.settingsSaved({ plugin: 'another' });
		assert.deepEqual(inGroup.get('Partners Gold')?.sort(), [7, 8]);
		await hooks.settingsSaved({ plugin: 'forum-terms' });
		assert.deepEqual([inGroup.get('Partners Gold'), inGroup.get('Partners Diamond'), inGroup.get('Partners')?.sort()], [[], [], [7, 8]]);
		await put({ level: 'Diamond' });
		assert.deepEqual([inGroup.get('Partners Gold'), inGroup.get('Partners Diamond')?.sort()], [[], [7, 8]]);
	});

	it('lose their people within the hour when a level ends, which is on record and told once', async () => {
		const { put, everyHour, store, sent, inGroup, time } = await forum();
		await put({ levelValidUntil: time.at + 1000 });
		await everyHour();
		assert.deepEqual([sent, inGroup.get('Partners')?.sort()], [[], [7, 8]]);
		time.at += 1000;
		await everyHour();
		await everyHour();
		assert.deepEqual([inGroup.get('Partners'), sent.map(({ uid, kind, path }) => [uid, kind, path])], [[], [
			[7, 'partner-level-ended', '/forum-terms/partner'], [1, 'partner-level-ended', '/admin/plugins/forum-terms'],
		]]);
		const ended = async () => (await store.lastEvents('acme', 1000)).filter(({ kind }) => kind === 'level-ended').length;
		assert.equal(await ended(), 1);
		await put({ levelValidUntil: time.at + 5000 });
		time.at += 5000;
		await everyHour();
		assert.deepEqual([await ended(), sent.length], [2, 4]);
	});

	it('puts no level end on record twice when the process dies before it has told', async () => {
		const { put, everyHour, store, sent, host, time } = await forum();
		await put({ levelValidUntil: time.at + 1 });
		time.at += 1;
		const { send } = host.messenger;
		host.messenger.send = async () => { throw new Error('killed'); };
		await assert.rejects(everyHour(), /killed/);
		host.messenger.send = send;
		await everyHour();
		assert.equal((await store.lastEvents('acme', 1000)).filter(({ kind }) => kind === 'level-ended').length, 1);
		assert.equal(sent.length, 2);
	});
});
