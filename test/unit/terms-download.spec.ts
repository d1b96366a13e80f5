import assert from 'node:assert/strict';
import { memberDownloads } from '../../lib/terms/acceptance/member-download';
import { hostInMemory } from '../builders/host';
import { termsInMemory } from '../builders/terms';

const callFor = (document: string) =>
	({ actor: { kind: 'member' as const, uid: 1 }, params: { document }, query: {}, language: 'en-GB' });

async function linesOf(format: 'csv' | 'json', username: string): Promise<string[]> {
	const { host } = hostInMemory();
	const terms = await termsInMemory({
		members: {
			...host.members, highestUid: async () => 1201,
			profiles: async uids => uids.map(uid => ({ uid, username: uid === 1201 ? username : `m${uid}`, userslug: 'm' })),
		},
	});
	await terms.publish();
	await terms.accept(1201, 'forum-1');
	const download = memberDownloads(terms).find(({ path }) => path.endsWith(format));
	const opened = await download?.open(callFor('forum'));
	assert.ok(opened?.ok);
	let text = '';
	for await (const part of opened.value) {
		text += part;
	}
	return text.split(/(?<=\r\n)/);
}

describe('who has accepted, as a file', () => {
	it('has a line for everybody, over batch borders', async () => {
		const lines = await linesOf('csv', 'last');
		assert.equal(lines[0], '\uFEFFuid,username,state,version,decidedAt\r\n');
		assert.equal(lines.filter(line => line.endsWith('\r\n')).length, 1 + 1201);
		assert.match(lines.at(-1) ?? '', /^1201,last,accepted,forum-1,2026-01-01T/);
		assert.equal((JSON.parse((await linesOf('json', 'last')).join('')) as unknown[]).length, 1201);
	});

	it('lets no name be a formula, a second cell or a second line', async () => {
		for (const [name, cell] of [
			['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`], ['+1', `'+1`], ['@a', `'@a`], ['a,b', '"a,b"'], ['a\nb', '"a\nb"'],
		] as const) {
			assert.ok((await linesOf('csv', name)).some(line => line.startsWith(`1201,${cell},`)), name);
		}
	});

	it('of a document that is not there is nothing', async () => {
		const [download] = memberDownloads(await termsInMemory());
		const opened = await download?.open(callFor('none'));
		assert.equal(opened?.ok === false && opened.refusal.code, 'document-unknown');
	});
});
