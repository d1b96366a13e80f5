import type { WritingPlace } from './owed';

/** Whether a place takes security alerts: what is written there is never kept waiting. */
export type SecurityPlaceLookup = (place: WritingPlace) => Promise<boolean>;
