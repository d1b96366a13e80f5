import assert from 'node:assert/strict';
import { unique, type Forum } from './forum';
import { newText } from './ground';
import type { Member } from './member';
import type { Answer, Visitor } from './visitor';

export type Row = Record<string, unknown>;
export interface Company { id: string; owner: Member; staff: Member }

const base = '/api/v3/plugins/forum-terms';

/** A call of the plugin's API. */
export const ask = (who: Visitor, method: string, path: string, body?: object): Promise<Answer> =>
	who.send(method, base + path, body);
/** A list in an answer. */
export const rows = (answer: Answer, name: string): Row[] => (answer.response[name] ?? []) as Row[];

/** Asks again until it is so: hooks that NodeBB does not wait for may be late. */
export async function eventually(isSo: () => Promise<boolean>, tries = 40): Promise<boolean> {
	for (let i = 0; i < tries; i += 1) {
		if (await isSo()) {
			return true;
		}
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	return false;
}

/** Three companies, each with an owner and somebody in support. */
export async function makeCompanies(forum: Forum): Promise<Company[]> {
	const companies: Company[] = [];
	for (let i = 0; i < 3; i += 1) {
		const made = { id: `con-${unique()}`, owner: await forum.member(), staff: await forum.member() };
		companies.push(made);
		const saved = await ask(forum.admin, 'PUT', `/admin/partners/${made.id}`, {
			company: `Company of ${made.owner.username}`, level: 'Gold', owners: [made.owner.uid],
			staff: [{ uid: made.staff.uid, role: 'support' }],
		});
		assert.equal(saved.status, 200, saved.text);
	}
	return companies;
}

/** A reply in a new topic of the administrator's. */
export async function postIn(
	forum: Forum, who: Member, cid: number,
): Promise<{ pid: number; tid: number; text: string }> {
	const topic = await forum.admin.topic({ cid });
	const [tid, text] = [Number(topic.response.tid), newText()];
	const reply = await who.reply(tid, { content: text });
	assert.equal(reply.status, 200, reply.text);
	return { pid: Number(reply.response.pid), tid, text };
}

/** What is on record of one post, newest first: kind and act. */
export async function actsOn({ id, owner }: Company, pid: number): Promise<string[]> {
	return rows(await ask(owner, 'GET', `/partners/${id}/reports`), 'acts').filter(act => act.pid === String(pid))
		.map(({ kind, act }) => `${String(kind)} ${String(act)}`.trim());
}

/** Ids of the posts that the owner sees. */
export async function listed({ id, owner }: Company, query = ''): Promise<number[]> {
	return rows(await ask(owner, 'GET', `/partners/${id}/posts${query}`), 'posts').map(({ pid }) => Number(pid));
}
