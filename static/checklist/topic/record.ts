import * as api from 'api';

/** `isCut`: only the beginning of the text. */
export interface ShownAnswer {
	key: string; prompt: string; text: string; standing: string; verdict: string; isCut?: boolean;
}
/** The public part of a topic's checklist; `PublicChecklist` of the server. */
export interface PublicChecklist {
	profile: string; version: number; evidence: number; answers: ShownAnswer[]; hidden: number; owed: string[];
}
/** A record of the topic's checklist, as this reader may see it. */
export interface EvidenceRecord {
	id: number; pid: string; uid: number; by: number; at: number; cause: string; profile: string; version: number;
	answers: (ShownAnswer & { readers: 'everyone' | 'staff' })[]; owed: string[];
	waived: { key: string; by?: number; reason?: string }[];
}
/** All records of a topic, with names and words for its open items. */
export interface OnRecord {
	records: EvidenceRecord[];
	owed: { key: string; prompt: string }[];
	waived: { key: string; prompt: string }[];
	people: { uid: number; username: string; userslug: string }[];
}

/**
 * What this reader may see of the page's topic. A separate module because of HOST: NodeBB's bundle wraps every plugin
 * module, and of two that import each other one gets an empty wrapper.
 */
export function loadRecord(): Promise<OnRecord> {
	return api.get<OnRecord>(`/plugins/forum-terms/topics/${String(ajaxify.data.tid)}/checklist`);
}
