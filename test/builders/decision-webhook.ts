import assert from 'node:assert/strict';
import type { DecisionDraft } from '../../lib/kernel/offers/decision-book';
import type { Host } from '../../lib/kernel/host/ports';
import { done } from '../../lib/kernel/refusals/outcome';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordsServices } from '../../lib/records/services';
import { codeOf } from './customers';
import { decisionDraft, decisionsInMemory } from './decisions';

export const hookSecret = 'what both sides know, and is long enough';
export const hookUrl = 'https://hooks.partner.example/forum?key=1';
/** What the name in that URL means. */
const address = '93.184.216.34';

/** A forum that tells another system of its decisions. */
export async function webhookInMemory({ isOn = true } = {}) {
	const world = await decisionsInMemory();
	const { outside, book } = world;
	outside.names.set('hooks.partner.example', [address]);
	const bodies = () => outside.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
	if (isOn) {
		assert.equal(codeOf(await world.webhook.set({ url: hookUrl, secret: hookSecret })), 'ok');
	}
	return {
		...world, bodies,
		/** What another process has. */
		over: (host: Host) => recordsServices(host, forumOf(host), {
			book: world.bookOver(host), keyring: world.keyring, verifyLedger: world.verifyLedger,
			ledgerState: world.seals.state, clauses: world.clauses, partnerOf: async () => '', companies: async () => new Map(),
		}),
		/** How the other system answers from now on. */
		answers: (answer: Parameters<typeof outside.answers.set>[1] = { status: 200 }) =>
			outside.answers.set(address, answer),
		decide: (more: Partial<DecisionDraft> = {}) => book.during(decisionDraft(more), async () => done(null)),
		/** The decisions that arrived. */
		ids: () => bodies().map(({ id }) => id).join(' '),
	};
}
