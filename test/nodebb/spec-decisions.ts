import type { Host } from '../../lib/kernel/host/ports';

/** The plugin's own functions; on NodeBB they are in another package. */
interface Ours {
	decisionBook: typeof import('../../lib/records/decisions/book').decisionBook;
	decisionWebhook: typeof import('../../lib/records/webhook/webhook').decisionWebhook;
	forumOf: typeof import('../../lib/platform/forum/forum').forumOf;
}

/** Decides about a topic as a slice would, without an act. Answers the number of the decision. */
export function specDecisions(running: Host, { decisionBook, decisionWebhook, forumOf }: Ours) {
	// Caches have one owner, which is the plugin.
	const cache: Host['cache'] = () =>
		({ get: () => undefined, set: () => undefined, del: () => undefined, clear: () => undefined });
	const host = { ...running, cache };
	const book = decisionBook({ host, secret: forumOf(host).secret, clauses: { inForce: async () => null } });
	book.tells(decisionWebhook({ host, decisions: book.store }).listener);
	return async (topic: string): Promise<number> => {
		const decision = await book.begin({
			act: 'hold', subject: { kind: 'topic', id: topic }, affected: [], by: 1, about: 0, clause: '4.1', ground: 'cause',
			against: null, facts: 'Facts of a spec.', note: 'Note of a spec.', source: { kind: 'own-look', id: '' },
			automation: { detected: false, decided: false }, scope: 'topic', from: 0, until: 0, notice: { kind: 'sent' },
			redress: 'none', sight: { right: 'administrate', cids: 'all' },
		});
		await book.end(decision, { kind: 'done' });
		return decision.id;
	};
}
