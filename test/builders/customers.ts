import assert from 'node:assert/strict';
import type { Licence } from '../../lib/customers/claims/licence';
import { customerServices } from '../../lib/customers/services';
import { forumOf } from '../../lib/platform/forum/forum';
import { hostInMemory } from './host';

export const licenceKey = 'AB12-CD34-EF56-GH78';
export const sharedSecret = 'a secret that both sides know, 40 letters';
export const yes = { isVerified: true, reason: 'invoice seen', validUntil: 0 };
export const no = { isVerified: false, reason: 'another name', validUntil: 0 };

/** Code and field of a refusal as one text; `ok` where there is none. */
export const codeOf = (outcome: { ok: boolean; refusal?: { code: string; field?: string } }) =>
	(outcome.ok ? 'ok' : `${outcome.refusal?.code} ${outcome.refusal?.field ?? ''}`.trim());

/** Everything around licences over a host in memory; `lines` is what was logged. */
export function customersInMemory() {
	const lines: string[] = [];
	const note = (...parts: unknown[]) => void lines.push(parts.map(String).join(' '));
	/** By uid. */
	const companies = new Map<number, string>();
	const memory = hostInMemory({ log: { error: note, info: note } });
	const customers = customerServices(memory.host, {
		...forumOf(memory.host), secret: async () => 'the secret of this forum',
	}, {
		areColleagues: async (one, other) => companies.has(one) && companies.get(one) === companies.get(other),
	});
	return {
		...memory, ...customers, customers, companies, lines, stored: memory.settings,
		async claimed(uid: number, text = licenceKey): Promise<Licence> {
			const answer = await customers.licences.claim(uid, text);
			return answer.ok ? answer.value : assert.fail(answer.refusal.code);
		},
	};
}
