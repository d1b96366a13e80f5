import type { Soon } from '../host/soon';
import type { WritingPlace } from './owed';

/**
 * The versions that bind a member at a place, such as `forum-3`, separated by a comma and a space; empty before the
 * first publication.
 */
export type TermsInForce = (uid: number, place: WritingPlace) => Soon<string>;
