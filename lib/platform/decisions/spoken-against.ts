import * as v from 'valibot';
import type { SpokenAgainst } from '../../kernel/offers/decision-book';
import type { ClauseId } from '../../kernel/refusals/clause';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';

export const targets: readonly SpokenAgainst[] = ['software', 'services', 'policies', 'team'];
/** What somebody spoke negatively about; with clause 1 only. */
export const targetSchema = v.optional(v.picklist(targets));

/** Why a decision under this clause cannot name it, or null. */
export function targetRefusal(clause: ClauseId | undefined, target: SpokenAgainst | undefined): Refusal | null {
	return target !== undefined && clause !== '1' ? refuse('restriction-target', [], { field: 'target' }) : null;
}
