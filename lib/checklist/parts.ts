import type { Host } from '../kernel/ports';
import type { Askings } from './asking';
import type { EvidenceStore } from './evidence-store';
import type { EvidenceKeeper } from './evidence-keeper';
import type { KnowledgeStore } from './knowledge';
import type { MemberMemories } from './member-memory';
import type { FollowUps } from './follow-ups';
import type { Measures } from './measures';
import type { ChecklistSettings } from './settings';
import type { SimilarTopics } from './similar';
import type { ChecklistStore } from './store';
import type { EffectStore } from './effect-store';
import type { Visits } from './visits';

/** The finished pieces of this slice that its routes, hooks and reviewer share; put together in `slice.ts`. */
export interface ChecklistParts {
	store: ChecklistStore;
	knowledge: KnowledgeStore;
	memories: MemberMemories;
	askings: Askings;
	evidence: EvidenceStore;
	keeper: EvidenceKeeper;
	similar: SimilarTopics;
	visits: Visits;
	followUps: FollowUps;
	measures: Measures;
	effects: EffectStore;
	settings: () => Promise<ChecklistSettings>;
	/** Never asked and never stopped: administrators and robots, by setting. */
	isExempt: (uid: number) => Promise<boolean>;
	/** Takes the paths of categories out of memory after they changed. */
	forgetPaths: () => void;
	host: Pick<Host, 'members' | 'places' | 'topics' | 'queue' | 'messenger' | 'clock' | 'log'>;
}

