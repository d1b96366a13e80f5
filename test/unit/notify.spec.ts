import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { idOf, messages, rowOf, type Letter, type Message, type MessageKind } from '../../lib/kernel/refusals/message-kind';
import { notifier, type Mail } from '../../lib/platform/notify';
import { hostInMemory } from '../builders/host';

const root = resolve(__dirname, '..', '..', '..');
const kinds = Object.keys(messages) as MessageKind[];
const toMembers = kinds.filter((kind): kind is Message['kind'] => rowOf(kind).to !== 'address');
const toAddresses = kinds.filter((kind): kind is Letter['kind'] => rowOf(kind).to === 'address');
const message = (kind: Message['kind'], more: Partial<Message> = {}): Message =>
	({ kind, about: 1, facts: ['Acme', 'more'], ...more });

function ground() {
	const { host, gone } = hostInMemory();
	const logged: string[] = [];
	const bells: { uids: readonly number[]; id: string; path: string; sentence: string }[] = [];
	const mails: ({ to: number | string } & Mail)[] = [];
	const broken = new Set<number | string>();
	const ways = new Map<number, string>();
	const takes = (uids: readonly number[], way: string) =>
		uids.filter(uid => (ways.get(uid) ?? 'notificationemail').includes(way));
	const messenger = notifier({
		...host, log: { ...host.log, error: (slice, event, _error, uid) => void logged.push(`${slice} ${event} ${uid}`) },
		delivery: {
			chosen: async uids => ({ notified: takes(uids, 'notification'), mailed: takes(uids, 'email') }),
			offerChoice: () => undefined,
			notify: async (uids, notification) => void bells.push({ uids, ...notification }),
			mail: async (to, mail) => {
				if (broken.has(to)) {
					throw new Error('no such mailbox');
				}
				mails.push({ to, ...mail });
			},
		},
	});
	return { messenger, gone, logged, bells, mails, broken, ways };
}

describe('every kind of message', () => {
	for (const language of ['en-GB', 'de']) {
		it(`has a headline and a text in ${language}, and no text is there without one`, () => {
			const texts = JSON.parse(
				readFileSync(join(root, 'languages', language, 'forum-terms.json'), 'utf8')) as Record<string, string>;
			for (const kind of kinds) {
				assert.ok(texts[`mail.${kind}`] && texts[`mail.${kind}-body`], kind);
				// A headline is given the first fact only.
				assert.doesNotMatch(texts[`mail.${kind}`] ?? '', /%[2-9]/, kind);
			}
			const known = new Set([...kinds.flatMap(kind => [`mail.${kind}`, `mail.${kind}-body`]), 'mail.team']);
			assert.deepEqual(Object.keys(texts).filter(key => /^(mail|letter)\./.test(key) && !known.has(key)), []);
		});
	}

	it('belongs to a slice', () => {
		const slices = readdirSync(join(root, 'lib'));
		assert.deepEqual(kinds.filter(kind => !slices.includes(rowOf(kind).slice)), []);
	});

	it('to members is a notification with an id of its own and one e-mail with an absolute link', async () => {
		for (const kind of toMembers) {
			const { messenger, bells, mails } = ground();
			await messenger.send([7, 8], message(kind));
			assert.deepEqual(bells.map(({ uids, id }) => [uids, id]), [[[7, 8], idOf({ kind, about: 1 })]], kind);
			assert.deepEqual(mails.map(({ to }) => to), [7, 8], kind);
			for (const { url, path, subject, body } of mails) {
				assert.equal(url, `https://forum.example${path}`);
				assert.match(path, /^(\/[^/]|$)/, kind);
				assert.deepEqual([subject, body],
					[`[[forum-terms:mail.${kind}, Acme]]`, `[[forum-terms:mail.${kind}-body, Acme, more]]`]);
			}
			assert.equal(bells[0]?.sentence, rowOf(kind).isWhole ? mails[0]?.body : mails[0]?.subject);
		}
	});

	it('has its reasons in the e-mail alone, whatever is in them', async () => {
		const { messenger, bells, mails } = ground();
		await messenger.send([5], message('partner-strike', { reasons: 'Because, [[of]] this.' }));
		assert.match(mails[0]?.body ?? '', /partner-strike-body.*\[\[forum-terms:statement\.in-mail, Because\\, &lsqb;&lsqb;of&rsqb;&rsqb; this\.\]\]$/);
		assert.doesNotMatch(bells[0]?.sentence ?? '', /Because/);
	});

	it('to an address is one e-mail, and whether it went out', async () => {
		for (const kind of toAddresses) {
			const { messenger, bells, mails, broken, logged } = ground();
			assert.equal(await messenger.write('a@example.org', { kind, path: '/somewhere', facts: ['Acme'] }), true);
			broken.add('b@example.org');
			assert.equal(await messenger.write('b@example.org', { kind, path: '/somewhere', facts: ['Acme'] }), false);
			assert.deepEqual([mails.map(({ to, url }) => [to, url]), bells],
				[[['a@example.org', 'https://forum.example/somewhere']], []], kind);
			// Never the address.
			assert.deepEqual(logged, [`${rowOf(kind).slice} mail undefined`]);
		}
	});

	it('goes to nobody whose account is gone', async () => {
		for (const kind of toMembers) {
			const { messenger, gone, bells, mails } = ground();
			gone.add(8);
			await messenger.send([7, 8, 0], message(kind));
			await messenger.send([8], message(kind, { about: 2 }));
			await messenger.notify([8], message(kind, { about: 3 }));
			assert.deepEqual([bells.map(({ uids }) => uids), mails.map(({ to }) => to)], [[[7]], [7]], kind);
		}
	});

	it('reaches those who opted out only where members have no choice, and offers a choice only where they have one', async () => {
		for (const kind of toMembers) {
			const { messenger, bells, mails, ways } = ground();
			for (const [uid, way] of [[2, 'none'], [3, 'notification'], [4, 'email'], [5, 'notificationemail']] as const) {
				ways.set(uid, way);
			}
			await messenger.send([2, 3, 4, 5, 6], message(kind));
			const { isOptional = false } = rowOf(kind);
			assert.deepEqual([bells.map(({ uids }) => uids), mails.map(({ to }) => to)],
				isOptional ? [[[3, 5, 6]], [4, 5, 6]] : [[[2, 3, 4, 5, 6]], [2, 3, 4, 5, 6]], kind);
			assert.ok(mails.every(mail => mail.isOptional === isOptional), kind);
		}
		// What changes somebody's rights, or what they owe, is never a matter of taste.
		const free = toMembers.filter(kind => rowOf(kind).isOptional);
		assert.deepEqual(free.filter(kind => /^(access|restriction|changed|reminder|security)|strike|suspended/.test(kind)), []);
		assert.ok(free.length > 4);
	});

	it('that fails in one mailbox reaches the others, is logged under its slice, and is tried again', async () => {
		for (const kind of toMembers) {
			const { messenger, mails, broken, logged } = ground();
			broken.add(8);
			await messenger.send([7, 8, 9], message(kind));
			assert.deepEqual([mails.map(({ to }) => to), logged], [[7, 9], [`${rowOf(kind).slice} mail 8`]], kind);
			broken.clear();
			await messenger.send([7, 8, 9], message(kind));
			assert.deepEqual(mails.map(({ to }) => to), [7, 9, 8], kind);
		}
	});
});

describe('a message', () => {
	it('sent any number of times to anybody is one notification and one e-mail for each', async () => {
		const send = fc.record({
			kind: fc.constantFrom(...toMembers), about: fc.integer({ min: 1, max: 2 }),
			uids: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }),
		});
		await fc.assert(fc.asyncProperty(fc.array(send, { maxLength: 8 }), async (sends) => {
			const { messenger, bells, mails } = ground();
			for (const { kind, about, uids } of sends) {
				await messenger.send(uids, message(kind, { about }));
			}
			const wanted = new Set(sends.flatMap(({ kind, about, uids }) => uids.map(uid => `${kind} ${about} ${uid}`)));
			assert.equal(mails.length, wanted.size);
			assert.deepEqual(new Set(bells.flatMap(({ id, uids }) => uids.map(uid => `${id} ${uid}`))),
				new Set(sends.flatMap(({ uids, ...one }) => uids.map(uid => `${idOf(one)} ${uid}`))));
		}));
	});

	it('that has to be read by all administrators goes to them', async () => {
		const { messenger, mails } = ground();
		await messenger.toAdministrators({ kind: 'latest-stale', about: 5, facts: ['V20', '40'] });
		assert.deepEqual(mails.map(({ to, path }) => [to, path]), [[1, '/admin/plugins/forum-terms']]);
	});

	it('to very many is a notification without an e-mail', async () => {
		const { messenger, bells, mails } = ground();
		await messenger.notify([7, 8], message('partner-lifted'));
		assert.deepEqual([bells.length, mails], [1, []]);
	});
});

describe('the id of a notification', () => {
	it('is what it always was', () => {
		const ids: Partial<Record<Message['kind'], string>> = {
			'changed': 'forum-terms:9', 'reminder': 'forum-terms:9', 'security-alert': 'forum-terms:security:9',
			'licence-verified': 'forum-terms:licence:9', 'licence-refused': 'forum-terms:licence:9',
			'partner-reported': 'forum-terms:partner-event:9', 'partner-moderated': 'forum-terms:partner-event:9',
			'partner-question': 'forum-terms:partner-event:9', 'access-ending': 'forum-terms:restriction:9',
			'access-past': 'forum-terms:restriction:9', 'access-restricted': 'forum-terms:restriction:9',
			'access-given-back': 'forum-terms:restriction-end:9', 'restriction-answered': 'forum-terms:restriction-answer:9',
		};
		for (const kind of toMembers) {
			assert.equal(idOf({ kind, about: 9 }), ids[kind] ?? `forum-terms:${kind}:9`);
		}
	});
});
