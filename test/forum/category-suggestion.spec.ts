import assert from 'node:assert/strict';
import { blueprintGround, type BlueprintGround } from '../driver/blueprint-ground';
import { openForum, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';

interface Suggestion { cid: number; name: string; words: string[] }
interface Recorded { key: string; text: string; verdict: string; readers: string }

describe('a better category is suggested, and never more than that (clause 4)', () => {
	let forum: Forum;
	let ground: BlueprintGround;
	let member: Member;
	let [phones, trunks, closed, alerts] = [0, 0, 0, 0];
	/** Words that no other spec writes. */
	const word = (name: string) => `${ground.mark}${name}`;

	before(async () => {
		forum = await openForum();
		ground = blueprintGround(forum);
		member = await forum.member();
		await ground.apply(
			ground.place('phones', { words: [word('handset')] }),
			ground.place('trunks', { words: [word('trunk'), `sip ${word('line')}`] }),
			ground.place('closed', { words: [word('secret')], read: ['staff'], topics: ['staff'], replies: ['staff'] }),
			ground.place('alerts', {}),
		);
		[phones, trunks, closed, alerts] = [
			await ground.cidOf('phones'), await ground.cidOf('trunks'), await ground.cidOf('closed'), await ground.cidOf('alerts'),
		];
		const admin = (path: string, body: object) => forum.admin.terms.call('PUT', path, body);
		const item = { key: 'right-category', kind: 'confirm', required: false, prompt: { 'en-GB': 'The right category' } };
		for (const [id, kind] of [['right', 'standard'], ['alarm', 'security']]) {
			assert.equal((await admin(`/admin/checklists/${id}`, { kind, items: [item] })).status, 200);
		}
		await admin('/admin/checklist-places', { topics: { [phones]: 'right', [trunks]: 'right', [alerts]: 'alarm' } });
	});
	after(async () => {
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		await ground.undo();
		await forum.close();
	});

	async function suggestion(cid: number, title: string, content = 'Since the update of yesterday.', who = member) {
		const answer = await who.terms.check({ cid, title, content });
		assert.equal(answer.status, 200, answer.text);
		assert.equal(answer.response.outcome, 'allow');
		return answer.response.suggestion as Suggestion | null;
	}

	it('is named by the check, with the words that led to it; the post goes all the same', async () => {
		const title = `No audio on a ${word('TRUNK')}`;
		assert.deepEqual(await suggestion(phones, title),
			{ cid: trunks, name: `${ground.mark} trunks`, words: [word('trunk')] });
		assert.equal((await member.topic({ cid: phones, title })).status, 200);
	});

	it('is not there when the text is where it belongs, and not for replies and edits', async () => {
		assert.equal(await suggestion(trunks, `No audio on a ${word('trunk')}`), null);
		assert.equal(await suggestion(phones, 'No audio at all'), null);
		const made = await member.topic({ cid: phones });
		const reply = await member.terms.check({ tid: made.response.tid, content: `sip ${word('line')} ${word('trunk')}` });
		assert.equal(reply.response.suggestion, null);
	});

	it('never names a category that the author may not write in', async () => {
		assert.equal(await suggestion(phones, `About ${word('secret')}`), null);
		assert.equal((await suggestion(phones, `About ${word('secret')}`, 'A text that is long enough.', forum.admin))?.cid, closed);
	});

	it('keeps out of the way of security alerts', async () => {
		assert.equal(await suggestion(alerts, `A virus comes over the ${word('trunk')}`), null);
	});

	it('comes to the record as the author chose, for staff to read', async () => {
		const written = async (cid: number, suggested: object) => {
			const made = await member.topic({
				cid, title: `No audio on a ${word('trunk')}`, forumTerms: { checklist: { suggested } },
			});
			assert.equal(made.status, 200, made.text);
			const seen = async (who: Member) => ((await who.terms.call('GET',
				`/topics/${String(made.response.tid)}/checklist`)).response.records as { answers: Recorded[] }[])[0]?.answers ?? [];
			return { staff: (await seen(forum.admin))[0], other: await seen(await forum.member()) };
		};
		const kept = await written(phones, { cid: trunks, choice: 'kept' });
		assert.equal(kept.staff?.key, 'right-category');
		assert.match(kept.staff.text, new RegExp(`${ground.mark} trunks.*kept`));
		assert.deepEqual([kept.staff.verdict, kept.staff.readers, kept.other], ['warn', 'staff', []]);
		const changed = await written(trunks, { cid: trunks, choice: 'changed' });
		assert.match(changed.staff?.text ?? '', new RegExp(`The author changed to ${ground.mark} trunks`));
		assert.equal(changed.staff?.verdict, 'ok');
		// A category that they cannot have been shown is not written down.
		const invented = await written(phones, { cid: closed, choice: 'kept' });
		assert.deepEqual([invented.staff?.text, invented.staff?.verdict], ['', 'ok']);
	});

	it('follows the blueprint at once when that changes', async () => {
		const title = `${word('novelty')} on a desk`;
		assert.equal(await suggestion(phones, title), null);
		await ground.apply(
			ground.place('phones'), ground.place('trunks', { words: [word('novelty')] }), ground.place('closed', {
				read: ['staff'], topics: ['staff'], replies: ['staff'],
			}), ground.place('alerts'));
		assert.equal((await suggestion(phones, title))?.cid, trunks);
		const { blueprint } = (await forum.admin.terms.call('GET', '/admin/categories/blueprint')).response as {
			blueprint: { categories: { key: string; words?: string[] }[] };
		};
		assert.deepEqual(blueprint.categories.find(({ key }) => key === `${ground.mark}-trunks`)?.words, [word('novelty')]);
	});

	it('knows a file of which only the words are new from the one that was applied', async () => {
		const file = (words: string[]) => ({ blueprint: 1, categories: [ground.place('phones', { words })] });
		const isHeld = async (words: string[]) => (await forum.admin.terms.call('POST', '/admin/categories/plan', {
			blueprint: file(words),
		})).response.isHeld;
		await ground.apply(ground.place('phones', { words: ['one'] }));
		assert.deepEqual([await isHeld(['one']), await isHeld(['two'])], [true, false]);
	});

	it('names the field of a choice that it cannot read, where something is asked', async () => {
		const done = { key: 'done', kind: 'confirm', prompt: { 'en-GB': 'Read' } };
		await forum.admin.terms.call('PUT', '/admin/checklists/right', { items: [done] });
		const odd = [{ cid: 0, choice: 'kept' }, { cid: trunks, choice: 'gone' }, { cid: trunks, choice: 'kept', x: 1 }];
		for (const suggested of odd) {
			const checklist = { answers: { done: true }, suggested };
			const answer = await member.topic({ cid: phones, forumTerms: { checklist } });
			assert.equal(answer.status, 400);
			assert.match(answer.message, /forumTerms\.checklist\.suggested/);
		}
	});
});
