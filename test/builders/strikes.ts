import assert from 'node:assert/strict';
import * as v from 'valibot';
import type { Submission } from '../../lib/kernel/slice/review';
import { partnerInputSchema } from '../../lib/partners/company/account';
import { partnerJobs } from '../../lib/partners/jobs';
import { partnerReviewer } from '../../lib/partners/reviewer';
import { partnerServices } from '../../lib/partners/services';
import type { StrikeInput } from '../../lib/partners/strikes/strike';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordOver } from './decisions';
import { ran } from './handlers';
import { hostInMemory } from './host';

/** Acme (owner 7, staff 8 and 9, post 50 of 8, post 51 of 9); 2 moderates category 3, where the posts are. */
export async function struckForum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
	memory.moderators.set(2, [3]);
	memory.posts.set('50', { uid: '8', cid: '3', forumTermsPartner: 'acme' });
	memory.posts.set('51', { uid: '9', cid: '3', forumTermsPartner: 'acme' });
	memory.posts.set('52', { uid: '5', cid: '3' });
	const saved = await parts.accounts.put('acme', v.parse(partnerInputSchema, {
		company: 'Acme', level: 'Gold', owners: [7],
		staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }],
	}), null, 1);
	assert.ok(saved.ok);
	const { value: account } = saved;
	const reviewer = partnerReviewer({
		...parts, isSecurityPlace: async ({ cid }) => cid === '66', host: memory.host,
	});
	const submission: Submission = {
		act: 'topic', origin: 'api', author: { kind: 'member', uid: 8 }, place: { cid: '3' }, text: {}, answers: {},
	};
	return {
		...memory, ...parts, account, stored: memory.settings,
		give: (more: Partial<StrikeInput> = {}, by = 2) =>
			parts.strikes.give(account, { pid: '50', clause: '4.1', points: 4, reason: 'An advertisement.', ...more }, by),
		answer: (id: number, by = 7) => parts.strikes.answer(account, id, 'It was asked for.', by),
		decide: (id: number, counts: boolean, by = 2) => parts.strikes.decide(account, id, counts, 'Read it again.', by),
		said: async (more: Partial<Submission> = {}) =>
			(await reviewer.review({ ...submission, ...more }, { dryRun: true }))
				.map(({ outcome, refusal }) => `${outcome} ${refusal.code}`),
		told: () => memory.sent.map(({ uid, kind }) => `${kind} ${uid}`),
		job: () => ran(partnerJobs(parts), 'partner-standing'),
	};
}
/** `ok`, or the code of the refusal and its field. */
export const codeOf = (outcome: { ok: boolean; refusal?: { code: string; field?: string } }) =>
	(outcome.ok ? 'ok' : `${outcome.refusal?.code} ${outcome.refusal?.field ?? ''}`.trim());
