import type { Soon } from '../host/soon';
import type { WritingPlace } from './owed';

/** Whether a place takes security reports; posts there are never held. */
export type SecurityPlaceLookup = (place: WritingPlace) => Soon<boolean>;
