import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartnerEvent } from '../../lib/partners/timeline/event';
import { factsOf } from '../../lib/partners/timeline/event-words';
import { packageRoot } from '../sandbox/server/sandbox';

/** One event of each kind; a kind that is missing here does not compile. */
const samples: Record<PartnerEvent['kind'], object> = {
	joined: { uid: 8, role: 'sales' }, left: { uid: 8, role: 'purchase' }, requested: { uid: 8, role: 'support', isByDomain: true },
	described: { company: 'Acme', level: '', levelValidUntil: 0 }, 'level-ended': { level: 'Gold', levelValidUntil: 1 },
	suspended: { clause: '1', reason: 'why', notice: 'sent' }, lifted: { reason: 'why' },
	'suspension-answered': { text: 'why not' }, 'suspension-upheld': { reason: 'why' },
	halted: { uid: 8, reason: 'why' }, resumed: { uid: 8, reason: 'why' }, peeked: { uid: 8, path: 'posts' },
	invited: { invitation: 1, uid: 0, role: 'sales' }, withdrawn: { invitation: 1, uid: 8, role: 'owner' },
	refused: { uid: 8, reason: 'why' }, removed: { uid: 8, reason: 'why' }, recognised: { uid: 8 },
	offered: { uid: 8, leaves: true }, declined: { uid: 8 }, 'owner-ended': { uid: 8, restriction: 3 },
	'staff-ended': { uid: 8, restriction: 4 }, 'access-restored': { uid: 8, restriction: 4 }, confirmed: { people: 3 },
	accepted: { uid: 8, document: 'forum', version: 'forum-3' },
	'post-withdrawn': { pid: '5', uid: 8, reason: 'why' }, 'post-corrected': { pid: '5', uid: 8, reason: 'why' },
	'post-restored': { pid: '5', uid: 8 }, 'post-questioned': { pid: '5', uid: 8, words: 'what?' },
	'post-moderated': { pid: '5', uid: 8, act: 'purged' }, 'post-reported': { pid: '5', uid: 8, report: '2' },
	'post-decided': { pid: '5', uid: 8, report: '2', state: 'resolved' },
	'post-reowned': { pid: '5', uid: 8, from: 7, wasOurs: true, isOurs: false },
};
const acts = ['deleted', 'restored', 'edited', 'purged'] as const;
const states = ['open', 'wip', 'resolved', 'rejected'];

describe('history of a partner account', () => {
	const events = [
		...Object.entries(samples).map(([kind, more]) => ({ kind, ...more })),
		...acts.map(act => ({ kind: 'post-moderated', ...samples['post-moderated'], act })),
		...states.map(state => ({ kind: 'post-decided', ...samples['post-decided'], state })),
	].map(event => ({ id: 1, partner: 'acme', at: 1, by: 7, ...event }) as PartnerEvent);

	for (const language of readdirSync(join(packageRoot, 'languages'))) {
		it(`is told in words, every kind of event, with every fact: ${language}`, () => {
			const words = JSON.parse(readFileSync(
				join(packageRoot, 'languages', language, 'admin', 'plugins', 'forum-terms.json'), 'utf8')) as Record<string, string>;
			for (const event of events) {
				const facts = factsOf(event, uid => `member ${uid}`);
				const marks = (words[`partner.event.${event.kind}`] ?? '').match(/%\d/g) ?? [];
				assert.ok(words[`partner.event.${event.kind}`], event.kind);
				assert.deepEqual([...marks].sort(), facts.map((_fact, index) => `%${index + 1}`), event.kind);
				assert.deepEqual(facts.filter(fact => typeof fact !== 'string' && 'word' in fact && !words[fact.word]), [], event.kind);
			}
		});
	}

	it('names whoever was invited by e-mail by no address, as none is kept', () => {
		const invited = { id: 1, partner: 'acme', at: 1, by: 7, kind: 'invited', invitation: 1, uid: 0, role: 'sales' } as const;
		assert.deepEqual(factsOf(invited, () => '#0'),
			[{ word: 'partner.by-mail' }, { word: 'partner.role.sales' }]);
	});
});
