import type { EvidenceAnswer } from '../../lib/checklist/evidence/evidence';
import type { NewEvidence } from '../../lib/checklist/evidence/store';

/** An answer by choice; say only what the test is about. */
export function answer(key: string, value: string, parts: Partial<EvidenceAnswer> = {}): EvidenceAnswer {
	return {
		key, kind: 'choice', prompt: key, text: value, value, standing: '', verdict: 'ok', readers: 'everyone', clause: '3',
		...parts,
	};
}

/** A record of member 7's topic 10. */
export function evidence(parts: Partial<NewEvidence> = {}): NewEvidence {
	return {
		tid: 10, pid: '', uid: 7, cid: 1, profile: 'spec', version: 1, cause: 'topic', answers: [answer('hosting', 'cloud')],
		owed: [], waived: [], by: 7, ...parts,
	};
}
