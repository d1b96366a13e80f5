import assert from 'node:assert/strict';
import { topicField, type PublicChecklist } from '../../lib/checklist/evidence/topic-field';
import { owedMarks } from '../../lib/checklist/evidence/owed-mark';

describe('the mark of open items in a list of topics (clause 3)', () => {
	const field = (owed: string[], text = 'fine') => JSON.stringify({
		profile: 'trunk', version: 1, evidence: 1, hidden: 0, owed,
		answers: [{ key: 'description', prompt: 'What happens?', text, standing: '', verdict: 'ok' }],
	} satisfies PublicChecklist);
	async function marked(stored: unknown) {
		const topic: Record<string, unknown> = { uid: 7, cid: 1, [topicField]: stored };
		await owedMarks({ canModerate: async () => false })([topic], { kind: 'member', uid: 7 });
		assert.equal(topicField in topic, false);
		return topic.forumTermsOwed;
	}

	it('counts them, whatever the answers say', async () => {
		assert.equal(await marked(field(['version', 'since'])), 2);
		assert.equal(await marked(field(['version'], 'it says "owed":[] and {"owed":[]}')), 1);
	});

	it('is absent where nothing is open, nothing was asked or the field cannot be read', async () => {
		assert.deepEqual(await Promise.all([field([]), undefined, null, '', '{', 7].map(marked)), Array(6).fill(undefined));
	});
});
