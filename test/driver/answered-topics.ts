import assert from 'node:assert/strict';
import { unique, type Forum } from './forum';
import type { Member } from './member';
import { termsClient } from './terms-client';
import type { Answer, Visitor } from './visitor';

export const text = (words: string) => ({ 'en-GB': words });
export const plain = [
	{ key: 'hosting', kind: 'choice', prompt: text('Where does it run?'), options: [
		{ value: 'cloud', label: text('In a cloud') }, { value: 'here', label: text('Here') },
	] },
	{ key: 'maker', kind: 'vendor', required: false, prompt: text('Vendor and ticket'), referencePrompt: text('Ticket') },
	{ key: 'licence', kind: 'text', required: false, readers: 'staff', prompt: text('Licence holder') },
	{ key: 'partner', kind: 'choice', required: false, readers: 'staff', prompt: text('Partner level'), options: [
		{ value: 'gold', label: text('Gold') }, { value: 'none', label: text('None') },
	] },
];
const more = [...plain, { key: 'capture', kind: 'confirm', prompt: text('A capture is attached') }];

/** A record of answers as the API gives it. */
export interface RecordOnTheWire {
	id: number; tid: number; pid: string; uid: number; cause: string; by: number; owed: string[];
	title?: string; username?: string;
	answers: { key: string; text: string }[]; waived: { key: string; reason?: string }[];
}

export const on = (who: Visitor, method: string, path: string, body?: object): Promise<Answer> =>
	termsClient(who).call(method, path, body);
export const recordsIn = (answer: Answer) => answer.response.records as RecordOnTheWire[];
export const keysIn = (record: RecordOnTheWire | undefined) => record?.answers.map(({ key }) => key) ?? [];

/**
 * A category that asks, a strict one that asks one thing more, one that asks nothing; somebody who writes there and a
 * moderator of the two.
 */
export async function answeredTopics(forum: Forum) {
	const [cid, strict, other] = [
		await forum.admin.category(), await forum.admin.category(), await forum.admin.category(),
	];
	for (const [id, items] of [['ev-plain', plain], ['ev-more', more]] as const) {
		assert.equal((await on(forum.admin, 'PUT', `/admin/checklists/${id}`, { items })).status, 200);
	}
	await on(forum.admin, 'PUT', '/admin/checklist-places', { topics: { [cid]: 'ev-plain', [strict]: 'ev-more' } });
	const [author, moderator] = [await forum.member(), await forum.member()];
	await forum.admin.appoint(moderator, cid);
	await forum.admin.appoint(moderator, strict);

	async function posted(answers: object = {}, who: Member = author) {
		const { response, status, text: said } = await who.topic({
			cid, title: `Answers ${unique()}`,
			forumTerms: { checklist: { answers: { hosting: 'cloud', licence: 'Acme', ...answers } } },
		});
		assert.equal(status, 200, said);
		return { tid: Number(response.tid), pid: Number(response.mainPid), title: String(response.title) };
	}
	const move = (tid: number, to: number) => forum.admin.send('PUT', `/api/v3/topics/${tid}/move`, { cid: to });
	async function history(tid: number, who: Visitor = forum.admin) {
		return recordsIn(await on(who, 'GET', `/topics/${tid}/checklist`));
	}
	/** Moves and forks are heard of after they happened. */
	async function until(tid: number, cause: string): Promise<RecordOnTheWire[]> {
		for (let i = 0; i < 60; i += 1) {
			const records = await history(tid);
			if (records.at(-1)?.cause === cause) {
				return records;
			}
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		assert.fail(`no record of ${cause}`);
	}
	return {
		cid, strict, other, author, moderator, posted, move, history, until,
		/** A topic that came to the strict category and owes one item there. */
		async owing() {
			const topic = await posted();
			await move(topic.tid, strict);
			await until(topic.tid, 'moved');
			return topic;
		},
		/** A moderator of the third category, and one of all. */
		async staff(): Promise<[elsewhere: Member, everywhere: Member]> {
			const [elsewhere, everywhere] = [await forum.member(), await forum.member()];
			await forum.admin.appoint(elsewhere, other);
			await forum.admin.appoint(everywhere, 'all');
			return [elsewhere, everywhere];
		},
		end: () => on(forum.admin, 'PUT', '/admin/checklist-places', { topics: {} }),
	};
}

export type AnsweredTopics = Awaited<ReturnType<typeof answeredTopics>>;
