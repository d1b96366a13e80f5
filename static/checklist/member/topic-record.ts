import * as api from 'api';

export interface ShownAnswer { key: string; prompt: string; text: string; standing: string; verdict: string }
/** What every reader may see of a topic's checklist; the server's `PublicChecklist`. */
export interface PublicChecklist {
	profile: string; version: number; evidence: number; answers: ShownAnswer[]; hidden: number; owed: string[];
}
/** A record of the topic's checklist as the server gives it to this reader. */
export interface EvidenceRecord {
	id: number; pid: string; uid: number; by: number; at: number; cause: string; profile: string; version: number;
	answers: (ShownAnswer & { readers: 'everyone' | 'staff' })[]; owed: string[];
	waived: { key: string; by?: number; reason?: string }[];
}
/** Everything on record of a topic, with names for its uids and words for its open items. */
export interface OnRecord {
	records: EvidenceRecord[];
	owed: { key: string; prompt: string }[];
	waived: { key: string; prompt: string }[];
	people: { uid: number; username: string; userslug: string }[];
}

/**
 * What this reader may see of the topic on this page. It stands in a module of its own because of HOST: NodeBB's bundle
 * puts a wrapper before every module of a plugin, and of two that import each other one gets an empty wrapper.
 */
export function loadRecord(): Promise<OnRecord> {
	return api.get<OnRecord>(`/plugins/forum-terms/topics/${String(ajaxify.data.tid)}/checklist`);
}
