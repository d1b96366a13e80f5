import assert from 'node:assert/strict';
import { range } from 'lodash';
import { lift, makeRich, recordsOf, restrict } from '../driver/access-ground';
import { makeAddressGround, type AddressGround } from '../driver/address-ground';
import { unique, type Forum } from '../driver/forum';
import { makeGround } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';
import { asked } from './addresses/asked';
import { roles } from './addresses/row';
import { addressTable } from './addresses/table';

/** The first account of this spec: numbers that stand in no id and no time. */
const firstUid = 71_003;

/** Where the number of a deleted account stays, as docs/data.md says. */
const exceptions: Readonly<Record<string, RegExp>> = {
	'who answered for a company': /:partner(-event|-changes|-terms)?:/,
	'a post that stays names its author': /:(partner-posts|post):/,
	'what an appeal and a return are judged by': /:(restriction|restrictions-of|restrictions-open):/,
	'an act of staff on something of somebody else': /:(blueprint-run|partner-import):/,
	'goes by itself: within a day, within a month': /:(pace|mailed):/,
};

describe('what is stored after an account is deleted (clause 2)', function erasure() {
	this.timeout(300_000);
	let ground: AddressGround;
	let forum: Forum;
	/** An administrator whose account is deleted in the end, too. */
	let second: Member;
	let banned: Member;
	let deleted: Member[] = [];
	/** What nobody may find again, beside names: e-mail addresses, secrets, texts. */
	const words: string[] = [];

	const done = (answer: Answer): Answer => {
		assert.ok(answer.status < 300, answer.text);
		return answer;
	};
	const word = (name: string) => {
		words.push(`${name}-${unique()}`);
		return words.at(-1) ?? '';
	};
	const restricted = async (who: Member, uid: number, scope: unknown) =>
		String(done(await restrict(who, { uid, scope })).response.id);
	const appealed = async (who: Member, id: string) =>
		done(await ask(who, 'POST', `/access/${id}/appeal`, { text: `This is what I say: ${word('appeal')}` }));

	/** Everything that the table of addresses says somebody may do, done by them. */
	async function doEverything(): Promise<void> {
		for (const table of Object.values(addressTable)) {
			for (const [address, row] of Object.entries(table)) {
				for (const role of roles.filter(one => '+!'.includes(row.cells[one]))) {
					await asked(role === 'admin' ? second : ground.people[role] ?? assert.fail(role), address, row, ground.ids);
				}
			}
		}
	}
	/** What the rows stop short of, because it takes two people. */
	async function doTheRest(): Promise<Member[]> {
		const [answered, open, global, waiting] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member()];
		const [company] = await makeCompanies(forum);
		const { id, owner, staff } = company ?? assert.fail();
		for (const decision of ['declined', 'granted']) {
			const one = await restricted(second, answered.uid, 'posting');
			await appealed(answered, one);
			done(await ask(forum.admin, 'PUT', `/admin/restrictions/${one}/appeal`, { decision, answer: 'So it is.' }));
			await (decision === 'declined' ? lift(forum.admin, one) : undefined);
		}
		await appealed(open, await restricted(forum.admin, open.uid, 'chat'));
		const rich = await makeRich(forum, await makeGround(forum));
		const held = await forum.host.access('holdings', rich.member.uid);
		words.push(held?.tokens[0]?.token ?? assert.fail(), rich.queuedText);
		await restricted(second, rich.member.uid, 'forum');
		await forum.admin.appoint(global, 'all');
		done(await restrict(second, { uid: waiting.uid, scope: 'forum', from: Date.now() + 86_400_000 }));
		banned = await forum.member();
		await forum.confirmEmail(banned, `${word('banned')}@example.org`);
		await restricted(forum.admin, banned.uid, 'forum');
		done(await ask(second, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Invented praise.' }));
		done(await ask(owner, 'PUT', `/partners/${id}/suspension/answer`, { text: 'They were real.' }));
		done(await ask(forum.admin, 'PUT', `/admin/partners/${id}/suspension/decision`, { reason: 'They were not.' }));
		return [answered, open, global, waiting, rich.member, banned, owner, staff];
	}

	let nextUid = '';
	before(async () => {
		ground = await makeAddressGround(async (opened) => {
			nextUid = String((await opened.host.hash('global')).nextUid);
			await opened.host.hash('global', { nextUid: String(firstUid) });
		});
		({ forum } = ground);
		second = await forum.member();
		await forum.administer(second, true);
		const others = await doTheRest();
		await doEverything();
		await forum.administer(second, false);
		const people = [...Object.values(ground.people), ...others, second]
			.filter((one): one is Member => one !== forum.admin && 'uid' in one);
		deleted = [...new Map(people.map(one => [one.uid, one])).values()];
		for (const [index, { uid }] of deleted.entries()) {
			done(await forum.admin.send('DELETE', `/api/v3/users/${uid}${index % 2 === 0 ? '/account' : ''}`));
		}
		// NodeBB waits for no hook; one of ours follows a while after it.
		await new Promise(resolve => setTimeout(resolve, 2500));
	});
	after(async () => {
		// The forum goes on with the numbers it had, so nobody may be left above them.
		const last = Number((await forum.host.hash('global')).nextUid);
		for (const uid of range(firstUid, last + 1).filter(one => !deleted.some(member => member.uid === one))) {
			await forum.admin.send('DELETE', `/api/v3/users/${uid}/account`);
		}
		await forum.host.hash('global', { nextUid });
		await forum.close();
	});

	/** Keys with what they hold that name one of these, as a whole word. */
	async function naming(some: readonly string[]): Promise<[key: string, names: string, text: string][]> {
		const pattern = new RegExp(`(?<![\\w.-])(?:${some.join('|').replaceAll('.', '\\.')})(?![\\w])`, 'g');
		return (await forum.host.kept()).flatMap(([key, whole]) => {
			// The name of a company is what an administrator called it.
			const text = whole.replaceAll(/Company of [\w-]+/g, 'Company');
			const named = [...new Set([...key.matchAll(pattern), ...text.matchAll(pattern)].map(([found]) => found))];
			// What is empty is not stored by a database.
			return named.length > 0 && text !== '[]' ? [[key, named.join(' '), text.slice(0, 500)]] : [];
		});
	}

	it('is no name, e-mail address or IP address, no secret that was to be given back, and none of their words to staff', async () => {
		const addresses = forum.name === 'sandbox' ? ['127.0.0.1'] : [];
		assert.deepEqual(await naming([...deleted.map(({ username }) => username), ...words, ...addresses]), []);
	});

	it('is their number only where docs/data.md says so', async () => {
		const found = await naming(deleted.map(({ uid }) => String(uid)));
		const reasons = Object.entries(exceptions);
		assert.deepEqual(found.filter(([key]) => !reasons.some(([, known]) => known.test(key))), []);
		assert.deepEqual(reasons.filter(([, known]) => !found.some(([key]) => known.test(key))), [], 'every exception is one');
	});

	it('still ends the access of who was banned: the ban is not lifted, and they do not come back', async () => {
		const [row] = await recordsOf(forum, banned);
		assert.deepEqual([row?.state, row?.ended], ['active', null]);
		const address = words.find(one => one.startsWith('banned-')) ?? assert.fail();
		const again = await forum.admin.send('POST', '/api/v3/users', { username: `again-${unique()}`, email: `${address}@example.org` });
		assert.match(again.message, /register/i, again.text);
	});
});
