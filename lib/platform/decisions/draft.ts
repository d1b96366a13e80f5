import type { DecisionDraft } from '../../kernel/offers/decision-book';

type Said = Pick<DecisionDraft, 'act' | 'subject' | 'affected' | 'by' | 'facts' | 'from' | 'sight'>;

/** A person's decision on their own initiative, of which those affected are notified; pass what differs. */
export function decisionBy(said: Said & Partial<DecisionDraft>): DecisionDraft {
	return {
		account: '', about: 0, clause: null, ground: said.clause ? 'cause' : 'no-cause-given', against: null, note: '',
		source: { kind: 'own-look', id: '' }, automation: { detected: false, decided: false }, matter: '',
		scope: said.subject.kind,
		until: 0, notice: { kind: 'sent' }, redress: 'none', ...said,
	};
}
